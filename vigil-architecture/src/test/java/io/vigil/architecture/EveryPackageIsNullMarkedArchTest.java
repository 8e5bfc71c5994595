package io.vigil.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class EveryPackageIsNullMarkedArchTest {

    @Test
    void everyShippedPackageIsNullMarked() {
        assertThat(Shipped.CLASSES.stream().map(JavaClass::getPackage).distinct())
                .as("what may be null says so, everywhere, or the compiler cannot tell")
                .isNotEmpty()
                .allMatch(EveryPackageIsNullMarkedArchTest::isNullMarked);
    }

    @Test
    void everyShippedPackageHasItsSentence() {
        assertThat(Shipped.sources("src/main/java").stream()
                        .map(Path::getParent)
                        .distinct())
                .as("a room says in one sentence what it is")
                .allMatch(folder -> Files.exists(folder.resolve("package-info.java")));
    }

    private static boolean isNullMarked(JavaPackage room) {
        return room.tryGetAnnotationOfType(NullMarked.class).isPresent();
    }
}
