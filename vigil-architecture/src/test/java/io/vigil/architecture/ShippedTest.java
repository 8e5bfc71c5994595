package io.vigil.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A rule over classes that nobody read would hold for ever. */
class ShippedTest {

    @Test
    void readsEveryPublicTypeOfEveryModule() {
        var names = Shipped.CLASSES.stream().map(JavaClass::getName).toList();
        assertThat(Shipped.sources("src/main/java").stream()
                        .filter(source -> !source.toString().contains("vigil-clickhouse-local"))
                        .map(ShippedTest::className))
                .isNotEmpty()
                .isSubsetOf(names);
    }

    @Test
    void readsNoTests() {
        assertThat(Shipped.CLASSES).noneMatch(type -> type.getSimpleName().endsWith("Test"));
    }

    private static String className(Path source) {
        String path = source.toString();
        String inside = path.substring(path.indexOf("src/main/java/") + "src/main/java/".length());
        return inside.substring(0, inside.length() - ".java".length()).replace('/', '.');
    }
}
