package io.vigil.api.check;

/** Names of fields on the wire. */
public final class SnakeCase {

    private SnakeCase() {}

    /** {@code scoreThreshold} to {@code score_threshold}. */
    public static String of(String camelCase) {
        var snake = new StringBuilder(camelCase.length() + 4);
        for (int i = 0; i < camelCase.length(); i++) {
            char c = camelCase.charAt(i);
            if (Character.isUpperCase(c)) {
                snake.append('_');
            }
            snake.append(Character.toLowerCase(c));
        }
        return snake.toString();
    }
}
