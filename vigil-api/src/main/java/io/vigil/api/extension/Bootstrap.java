package io.vigil.api.extension;

import java.io.IOException;

/** Hands out the webhook's token for a bootstrap token: once, and not for long. */
public interface Bootstrap {

    /** What came of trying a bootstrap token. */
    enum Use {
        /** It was good, and is used up now. */
        GRANTED("the token of the webhook is handed out"),
        /** The gateway was given no bootstrap token. */
        NOT_CONFIGURED("this gateway has no bootstrap token"),
        /** It is not the one. */
        INVALID_TOKEN("the bootstrap token is not valid"),
        /** It was used before. */
        ALREADY_USED("the bootstrap token was used before: configure a new one"),
        /** It is too old. */
        EXPIRED("the bootstrap token is too old: configure a new one");

        private final String message;

        Use(String message) {
            this.message = message;
        }

        /** For people. */
        public String message() {
            return message;
        }
    }

    /**
     * Tries a bootstrap token, and uses it up where it is good.
     *
     * @throws IOException it is not known whether it is good
     */
    Use use(String token) throws IOException;

    /** Without a bootstrap token nobody gets anything. */
    static Bootstrap none() {
        return token -> Use.NOT_CONFIGURED;
    }
}
