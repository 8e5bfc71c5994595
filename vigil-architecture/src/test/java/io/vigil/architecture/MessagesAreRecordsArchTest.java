package io.vigil.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.junit.jupiter.api.Test;

class MessagesAreRecordsArchTest {

    @Test
    void messagesAreRecordsEnumsOrSealedInterfaces() {
        classes()
                .that()
                .resideInAPackage("io.vigil.message..")
                .and(describe("are public", type -> type.getModifiers().contains(JavaModifier.PUBLIC)))
                .should(beData())
                .because("what travels must be readable at a glance and cannot change on its way")
                .check(Shipped.CLASSES);
    }

    @Test
    void messagesKnowNoFramework() {
        classes()
                .that()
                .resideInAPackage("io.vigil.message..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..", "org.jspecify.annotations", "com.fasterxml.jackson.annotation", "io.vigil.message..")
                .because("the contract must outlive the libraries that carry it")
                .check(Shipped.CLASSES);
    }

    private static ArchCondition<JavaClass> beData() {
        return new ArchCondition<>("be records, enums or sealed interfaces") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Class<?> reflected = type.reflect();
                boolean data =
                        reflected.isRecord() || reflected.isEnum() || (reflected.isInterface() && reflected.isSealed());
                events.add(new SimpleConditionEvent(type, data, type.getName() + " is neither"));
            }
        };
    }
}
