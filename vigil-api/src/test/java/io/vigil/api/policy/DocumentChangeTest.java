package io.vigil.api.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.wire.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentChangeTest {

    private static List<String> between(String before, String after) {
        return DocumentChange.between(
                        Json.mapper().readTree(before), Json.mapper().readTree(after))
                .stream()
                .map(change -> change.op() + " " + change.path() + " " + change.before() + " " + change.value())
                .toList();
    }

    @Test
    void namesWhatWasAddedRemovedAndReplaced() {
        assertThat(between("{\"a\":1,\"b\":{\"c\":2}}", "{\"b\":{\"c\":3},\"d\":true}"))
                .containsExactly("remove /a 1 null", "replace /b/c 2 3", "add /d null true");
    }

    @Test
    void isEmptyForEqualDocumentsHoweverNumbersAreWritten() {
        assertThat(between("{\"a\":0.30,\"b\":1}", "{\"b\":1.0,\"a\":0.3}")).isEmpty();
    }

    @Test
    void escapesNames() {
        assertThat(between("{\"a/b\":{\"c~d\":1}}", "{\"a/b\":{\"c~d\":2}}")).containsExactly("replace /a~1b/c~0d 1 2");
    }

    @Test
    void comparesListsWhole() {
        assertThat(between("{\"a\":[1,2]}", "{\"a\":[2]}")).containsExactly("replace /a [1,2] [2]");
    }
}
