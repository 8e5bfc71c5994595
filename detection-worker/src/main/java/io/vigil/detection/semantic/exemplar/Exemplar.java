package io.vigil.detection.semantic.exemplar;

/**
 * A text that others are compared with.
 *
 * @param id unique within its file, e.g. {@code prompt-leak-03}
 * @param category family of the attack, e.g. {@code PROMPT_LEAK}
 * @param text what it says
 */
public record Exemplar(String id, String category, String text) {
    /** Refuses what cannot be compared or named. */
    public Exemplar {
        if (id.isBlank() || category.isBlank() || text.isBlank()) {
            throw new IllegalArgumentException("an exemplar needs id, category and text");
        }
    }
}
