package io.vigil.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NoBacktrackingOnUserTextArchTest {

    /** Classes that may use the JDK's expressions, each with the reason why no text of a request reaches them. */
    private static final Map<String, String> ALLOWED = Map.of(
            "io.vigil.detection.heuristics.pattern.PhraseReader", "splits lines of the pattern library at start",
            "io.vigil.detection.remote.CommonAnswerReader", "checks names in an engine's answer, at most 80 characters",
            "io.vigil.pii.recogniser.CatalogueEntry", "checks replacement tokens of the catalogue at start");

    private static final Set<String> COMPILES =
            Set.of("matches", "replaceAll", "replaceFirst", "split", "splitWithDelimiters");

    @Test
    void userTextMeetsOnlyLinearExpressions() {
        noClasses()
                .that()
                .resideInAnyPackage("io.vigil.detection..", "io.vigil.pii..")
                .and(describe("have no written reason", type -> !ALLOWED.containsKey(type.getName())))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.regex")
                .orShould()
                .accessTargetWhere(compilesAnExpression())
                .because("an expression that backtracks can be made to take minutes by a crafted text")
                .check(Shipped.CLASSES);
    }

    private static DescribedPredicate<JavaAccess<?>> compilesAnExpression() {
        return describe("uses an expression through String", NoBacktrackingOnUserTextArchTest::compiles);
    }

    private static boolean compiles(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        return owner.isEquivalentTo(String.class) && COMPILES.contains(access.getName());
    }
}
