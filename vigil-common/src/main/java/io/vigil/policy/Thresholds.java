package io.vigil.policy;

/**
 * Where the bands of the fused score begin.
 *
 * @param block scores from here are blocked, 1 to 100
 * @param sanitize scores from here ask for sanitising, 0 to 99, below {@code block}
 */
public record Thresholds(int block, int sanitize) {

    public Thresholds {
        Allowed.between("thresholds.block", block, 1, 100);
        Allowed.between("thresholds.sanitize", sanitize, 0, 99);
        if (sanitize >= block) {
            throw new IllegalArgumentException(
                    "thresholds.sanitize must be below thresholds.block, but %d is not below %d"
                            .formatted(sanitize, block));
        }
    }
}
