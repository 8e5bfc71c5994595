package io.vigil.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KernelRoomsPointOneWayArchTest {

    /** Each room may know those before it. */
    private static final List<String> ROOMS = List.of(
            "message",
            "policy",
            "fusion",
            "verdict",
            "eventlog",
            "patternlibrary",
            "redaction",
            "delivery",
            "wire",
            "topology",
            "telemetry",
            "connection",
            "service",
            "audit",
            "publicevent",
            "liveconfig",
            "result",
            "deadletter",
            "worker",
            "autoconfigure");

    static Stream<String> rooms() {
        return ROOMS.stream().limit(ROOMS.size() - 1);
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void knowsNoLaterRoom(String room) {
        String[] later = IntStream.range(ROOMS.indexOf(room) + 1, ROOMS.size())
                .mapToObj(index -> "io.vigil." + ROOMS.get(index) + "..")
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage("io.vigil." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(later)
                .because("a way back means that two rooms are one")
                .check(Shipped.CLASSES);
    }

    @Test
    void knowsNoService() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        ROOMS.stream().map(room -> "io.vigil." + room + "..").toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(Services.PACKAGES)
                .because("the kernel serves every stage and knows none")
                .check(Shipped.CLASSES);
    }
}
