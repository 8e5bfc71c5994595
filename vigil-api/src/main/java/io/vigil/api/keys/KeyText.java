package io.vigil.api.keys;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text of a key, which only its owner has: {@code vg_live_} or {@code vg_test_}, then 32 to 128 letters and digits. The first
 * twelve of them are its public id.
 *
 * @param value the secret
 */
public record KeyText(String value) {

    /** What it may look like; clients check the same. */
    public static final String FORM = "vg_(live|test)_[A-Za-z0-9]{32,128}";

    private static final Pattern PATTERN = Pattern.compile(FORM);
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int HEAD = "vg_live_".length();
    private static final int ID = 12;
    private static final int LENGTH = 48;

    public KeyText {
        if (!PATTERN.matcher(value).matches()) {
            throw new IllegalArgumentException("a key must look like " + FORM);
        }
    }

    /** What a key is meant for; no more than a label. */
    public enum Mode {
        /** In earnest. */
        LIVE,
        /** To try things out. */
        TEST;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What was sent as a key, or empty where it cannot be one. */
    public static Optional<KeyText> of(@Nullable String sent) {
        return sent != null && PATTERN.matcher(sent).matches() ? Optional.of(new KeyText(sent)) : Optional.empty();
    }

    /**
     * A new one: 71 random bits of id, 214 of secret.
     *
     * @param random not predictable
     */
    static KeyText mint(Mode mode, RandomGenerator random) {
        var text = new StringBuilder("vg_").append(mode.label()).append('_');
        random.ints(LENGTH, 0, ALPHABET.length()).forEach(at -> text.append(ALPHABET.charAt(at)));
        return new KeyText(text.toString());
    }

    /** Public name of the key. */
    public String id() {
        return value.substring(HEAD, HEAD + ID);
    }

    /** What people recognise it by: everything up to the end of the id. */
    public String prefix() {
        return value.substring(0, HEAD + ID);
    }

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return prefix() + "…";
    }
}
