package io.vigil.eval.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.pii.catalogue.Catalogue;
import io.vigil.pii.recogniser.CatalogueEntry;
import org.junit.jupiter.api.Test;

class EntityNamesTest {

    private final EntityNames names = EntityNames.shipped();

    @Test
    void knowsEveryEntityOfTheCatalogue() {
        assertThat(Catalogue.shipped().entries())
                .extracting(CatalogueEntry::entity)
                .isNotEmpty()
                .allMatch(names::isInCatalogue);
    }

    @Test
    void leavesUnknownNamesAsTheyAre() {
        assertThat(names.catalogueName("AGE")).isEqualTo("AGE");
        assertThat(names.isInCatalogue("AGE")).isFalse();
    }

    @Test
    void letsEveryEntityAnswerForItself() {
        assertThat(names.answers("PERSON", "PERSON")).isTrue();
        assertThat(names.answers("PERSON", "ORGANIZATION")).isFalse();
    }
}
