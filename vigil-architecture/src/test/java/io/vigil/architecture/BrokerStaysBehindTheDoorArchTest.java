package io.vigil.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.api.Test;

class BrokerStaysBehindTheDoorArchTest {

    @Test
    void onlyTheRoomsAtTheBrokerKnowIt() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "io.vigil.connection",
                        "io.vigil.topology",
                        "io.vigil.worker",
                        "io.vigil.deadletter",
                        "io.vigil.liveconfig",
                        "io.vigil.telemetry",
                        "io.vigil.autoconfigure",
                        // The gateway speaks core NATS: it asks, waits, and answers as a NATS service.
                        "io.vigil.api.ask",
                        "io.vigil.api.service",
                        // The PII worker answers as a NATS service and keeps values in a bucket.
                        "io.vigil.pii.service",
                        "io.vigil.pii.vault",
                        // The operator's tool looks at streams.
                        "io.vigil.cli..",
                        "io.vigil.testkit")
                .and()
                .doNotHaveSimpleName("ApiConfiguration")
                .and()
                .doNotHaveSimpleName("PiiServiceConfiguration")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.nats..")
                .because("a stage is tested without a broker, and the broker's client is replaced in one place")
                .check(Shipped.CLASSES);
    }
}
