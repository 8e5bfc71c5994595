package io.vigil.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class NoSleepArchTest {

    private static final Pattern SLEEP =
            Pattern.compile("(Thread|TimeUnit|SECONDS|MILLISECONDS|MINUTES)\\s*\\.\\s*sleep\\s*\\(");

    @Test
    void noShippedClassSleeps() {
        noClasses()
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Thread.class, "sleep", Duration.class)
                .orShould()
                .callMethod(TimeUnit.class, "sleep", long.class)
                .because("wait for a condition, with a limit; delays belong to the server")
                .check(Shipped.CLASSES);
    }

    @Test
    void noTestSleeps() {
        assertThat(Shipped.sources("src/test/java"))
                .as("a test waits for a condition, with a limit")
                .filteredOn(source -> SLEEP.matcher(Shipped.read(source)).find())
                .isEmpty();
    }
}
