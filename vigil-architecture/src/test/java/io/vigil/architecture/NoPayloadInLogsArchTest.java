package io.vigil.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

/** Class files do not show what flows into a call, so the rule is stricter: who logs does not touch a text. */
class NoPayloadInLogsArchTest {

    private static final Set<String> PAYLOAD = Set.of(
            "io.vigil.message.Submission.text()",
            "io.vigil.message.GuardRequest.text()",
            "io.vigil.message.GuardDecision.sanitizedText()",
            "io.vigil.message.DecisionEvent.text()",
            "io.vigil.message.DecisionEvent.sealedText()",
            "io.vigil.wire.Frame.body()",
            "io.nats.client.Message.getData()");

    /** Methods that may, each with the reason why what they read is no text of a request. */
    private static final Map<String, String> ALLOWED = Map.of(
            "io.vigil.deadletter.AdvisorySweeper.sweep(io.nats.client.Message)", "reads an advisory of the server");

    @Test
    void noMethodLogsAndReadsAText() {
        methods()
                .should(notLogBesideAText())
                .because("the guarded texts are the most sensitive data of whoever runs this")
                .check(Shipped.CLASSES);
    }

    private static ArchCondition<JavaMethod> notLogBesideAText() {
        return new ArchCondition<>("not log where a text is at hand") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                if (!ALLOWED.containsKey(method.getFullName()) && logs(method) && readsPayload(method)) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " logs beside a text"));
                }
            }
        };
    }

    private static boolean logs(JavaCodeUnit method) {
        return method.getMethodCallsFromSelf().stream()
                .anyMatch(call -> call.getTargetOwner().isAssignableTo(Logger.class));
    }

    private static boolean readsPayload(JavaCodeUnit method) {
        return method.getMethodCallsFromSelf().stream()
                .map(JavaAccess::getTarget)
                .anyMatch(target -> PAYLOAD.contains(target.getFullName()));
    }
}
