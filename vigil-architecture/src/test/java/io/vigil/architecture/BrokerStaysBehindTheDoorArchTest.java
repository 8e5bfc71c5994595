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
                        "io.vigil.service",
                        "io.vigil.topology",
                        "io.vigil.worker",
                        "io.vigil.deadletter",
                        "io.vigil.liveconfig",
                        "io.vigil.telemetry",
                        "io.vigil.autoconfigure",
                        // The gateway speaks core NATS: it asks, waits, and answers as a NATS service.
                        "io.vigil.api.ask",
                        "io.vigil.api.service",
                        // The audit trail is searched in its stream.
                        "io.vigil.audit",
                        // Results and answers of earlier requests live in buckets.
                        "io.vigil.api.results",
                        // Keys live in a bucket.
                        "io.vigil.api.keys",
                        // It keeps in a bucket which bootstrap tokens were used.
                        "io.vigil.api.extension",
                        // The PII worker answers as a NATS service and keeps values in a bucket.
                        "io.vigil.pii.service",
                        "io.vigil.pii.vault",
                        // The logging worker answers questions to the event log as a NATS service.
                        "io.vigil.logging.service",
                        // The operator's tool looks at streams.
                        "io.vigil.cli..",
                        "io.vigil.testkit")
                .and()
                .haveSimpleNameNotEndingWith("Configuration")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.nats..")
                .because("a stage is tested without a broker, and the broker's client is replaced in one place")
                .check(Shipped.CLASSES);
    }
}
