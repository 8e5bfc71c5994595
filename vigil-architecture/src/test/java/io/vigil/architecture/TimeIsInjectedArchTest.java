package io.vigil.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TimeIsInjectedArchTest {

    private static final Set<String> WALL_CLOCKS = Set.of(
            "java.time.LocalDate.now()",
            "java.time.LocalDateTime.now()",
            "java.time.ZonedDateTime.now()",
            "java.time.OffsetDateTime.now()",
            Instant.class.getName() + ".now()",
            System.class.getName() + ".currentTimeMillis()",
            Math.class.getName() + ".random()");

    @Test
    void onlyWiringReadsTheClock() {
        noClasses()
                .that(describe("are no wiring", type -> !Shipped.isWiring(type)))
                .and()
                .resideOutsideOfPackages("io.vigil.autoconfigure", "io.vigil.testkit", "io.vigil.cli..")
                .should()
                .accessTargetWhere(readsTheClock())
                .because("tests own time and chance; a clock is a constructor's parameter")
                .check(Shipped.CLASSES);
    }

    private static DescribedPredicate<JavaAccess<?>> readsTheClock() {
        return describe(
                "reads the wall clock or throws dice",
                access -> WALL_CLOCKS.contains(access.getTarget().getFullName())
                        || (access.getTargetOwner().isEquivalentTo(Clock.class)
                                && access.getName().startsWith("system")));
    }
}
