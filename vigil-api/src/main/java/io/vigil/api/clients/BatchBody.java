package io.vigil.api.clients;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a batch.
 *
 * @param items one for each item of the request, in its order
 */
record BatchBody(List<Item> items) {
    BatchBody {
        items = List.copyOf(items);
    }

    /**
     * What came of one item.
     *
     * @param index its place, from 0
     * @param ok whether it was checked
     * @param response only when ok
     * @param error only when not
     */
    record Item(
            int index,
            boolean ok,
            @Nullable DetectionBody response,
            @Nullable Fault error) {

        static Item checked(int index, DetectionBody response) {
            return new Item(index, true, response, null);
        }

        static Item failed(int index, String code, String message) {
            return new Item(index, false, null, new Fault(code, message));
        }
    }

    /**
     * Why an item was not checked.
     *
     * @param code fixed, in upper case
     * @param message for people; never text of the request
     */
    record Fault(String code, String message) {}
}
