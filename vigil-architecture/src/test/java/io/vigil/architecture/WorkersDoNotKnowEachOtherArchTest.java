package io.vigil.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WorkersDoNotKnowEachOtherArchTest {

    static Stream<String> services() {
        return Arrays.stream(Services.PACKAGES);
    }

    @ParameterizedTest
    @MethodSource("services")
    void knowsNoOtherService(String service) {
        String[] others = services().filter(other -> !other.equals(service)).toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(service)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .because("services are coupled by messages and nothing else")
                .allowEmptyShould(true)
                .check(Shipped.CLASSES);
    }
}
