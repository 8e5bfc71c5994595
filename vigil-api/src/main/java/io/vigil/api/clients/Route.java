package io.vigil.api.clients;

import io.vigil.message.Source;
import org.jspecify.annotations.Nullable;

/** Where an existing client sends one text, and under which key. */
public enum Route {
    /** What a person types. */
    INPUT("prompt", Source.USER_INPUT),
    /** What a model answered. */
    OUTPUT("output", Source.MODEL_OUTPUT),
    /** Whatever the client says it is. */
    ANALYZE("text", null),
    /** One of several; what a person types unless the item says otherwise. */
    ITEM("text", Source.USER_INPUT);

    private final String key;
    private final @Nullable Source usual;

    Route(String key, @Nullable Source usual) {
        this.key = key;
        this.usual = usual;
    }

    /** The key of the text. */
    String key() {
        return key;
    }

    /** Who wrote a text that does not say; null where it must. */
    @Nullable Source usual() {
        return usual;
    }
}
