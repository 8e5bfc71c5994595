package io.vigil.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

class ConstructorInjectionOnlyArchTest {

    private static final String WHY = "what a class needs stands in its constructor";

    @Test
    void nothingIsInjectedIntoFields() {
        noFields()
                .should()
                .beAnnotatedWith(Autowired.class)
                .orShould()
                .beAnnotatedWith(Value.class)
                .because(WHY)
                .check(Shipped.CLASSES);
    }

    @Test
    void nothingIsInjectedThroughSetters() {
        noMethods().should().beAnnotatedWith(Autowired.class).because(WHY).check(Shipped.CLASSES);
    }
}
