package io.vigil.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import io.nats.client.Message;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OnlyTheKernelSettlesArchTest {

    private static final Set<String> SETTLING = Set.of("ack", "ackSync", "nak", "nakWithDelay", "term", "inProgress");

    @Test
    void nobodyElseAcknowledges() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.vigil.worker", "io.vigil.deadletter")
                .should()
                .accessTargetWhere(settles())
                .because("a message is settled after its results are stored, by one rule in one place")
                .check(Shipped.CLASSES);
    }

    private static DescribedPredicate<JavaAccess<?>> settles() {
        return describe(
                "settles a message",
                access -> access.getTargetOwner().isAssignableTo(Message.class) && SETTLING.contains(access.getName()));
    }
}
