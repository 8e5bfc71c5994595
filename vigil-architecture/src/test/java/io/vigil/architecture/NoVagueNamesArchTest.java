package io.vigil.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.api.Test;

class NoVagueNamesArchTest {

    @Test
    void namesSayTheRole() {
        noClasses()
                .should()
                .haveNameMatching(".*(Utils?|Helpers?|Manager|Impl|Base|Common|Misc|Abstract[A-Z]\\w*)")
                .because("a class whose role cannot be named has two")
                .check(Shipped.CLASSES);
    }
}
