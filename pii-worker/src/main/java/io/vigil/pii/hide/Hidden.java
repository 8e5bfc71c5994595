package io.vigil.pii.hide;

import io.vigil.message.PiiEntity;
import java.util.List;

/**
 * A text's values with what stands in their place.
 *
 * @param entities by position
 * @param kept whether the vault keeps values of this text
 * @param lost whether values should be in the vault and are not: their tokens lead nowhere
 */
public record Hidden(List<PiiEntity> entities, boolean kept, boolean lost) {

    public Hidden {
        entities = List.copyOf(entities);
    }
}
