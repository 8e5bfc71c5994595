package io.vigil.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.Test;

class SpringStaysInWiringArchTest {

    /** A value type like {@code Duration}, which the JDK lacks. */
    private static final String DATA_SIZE = "org.springframework.util.unit";

    @Test
    void onlyWiringAndTheWebRoomKnowSpring() {
        noClasses()
                .that(describe("are no wiring", type -> !Shipped.isWiring(type)))
                .and()
                .resideOutsideOfPackages("io.vigil.autoconfigure", "io.vigil..web..", "io.vigil..health..")
                .should()
                .dependOnClassesThat(spring())
                .because("a class that reads without a container is tested without one")
                .check(Shipped.CLASSES);
    }

    private static DescribedPredicate<JavaClass> spring() {
        return describe(
                "belong to Spring",
                type -> type.getPackageName().startsWith("org.springframework")
                        && !type.getPackageName().equals(DATA_SIZE));
    }
}
