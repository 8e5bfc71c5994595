package io.vigil.architecture;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import org.junit.jupiter.api.Test;

class NoPackageCyclesArchTest {

    @Test
    void packagesKnowEachOtherOneWay() {
        slices().matching("io.vigil.(**)")
                .should()
                .beFreeOfCycles()
                .because("data flows one way, and so does reading")
                .check(Shipped.CLASSES);
    }
}
