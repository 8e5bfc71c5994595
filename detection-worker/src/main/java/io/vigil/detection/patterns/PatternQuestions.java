package io.vigil.detection.patterns;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vigil.detection.canonical.Canonicalizer;
import io.vigil.detection.heuristics.pattern.AttackFamily;
import io.vigil.detection.heuristics.pattern.FamilySpec;
import io.vigil.detection.heuristics.pattern.PatternLibrary;
import io.vigil.detection.heuristics.pattern.PatternMatch;
import io.vigil.message.ServiceFault.Code;
import io.vigil.patternlibrary.PatternDocument;
import io.vigil.patternlibrary.PatternFamilies;
import io.vigil.patternlibrary.PatternFaults;
import io.vigil.patternlibrary.PatternMatches;
import io.vigil.patternlibrary.PatternQuestion;
import io.vigil.service.ServiceResult;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What can be asked about patterns. Thread-safe. */
public final class PatternQuestions {

    private static final JsonMapper MAPPER = JsonMapper.shared()
            .rebuild()
            .changeDefaultPropertyInclusion(always -> always.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private final PatternShelf shelf;
    private final FamilyReader reader = new FamilyReader();
    private final Canonicalizer canonicalizer = new Canonicalizer();

    public PatternQuestions(PatternShelf shelf) {
        this.shelf = shelf;
    }

    /** All families. */
    public ServiceResult list() {
        return new ServiceResult.Answer(new PatternFamilies(shelf.families().stream()
                .map(spec -> new PatternFamilies.Family(
                        spec.family().resource(),
                        spec.description(),
                        spec.patterns().size(),
                        shelf.active(spec.family()),
                        shelf.revision(spec.family())))
                .toList()));
    }

    /** One family as it comes with the worker. */
    public ServiceResult shipped(PatternQuestion question) {
        return family(question.family())
                .<ServiceResult>map(family -> new ServiceResult.Answer(
                        new PatternDocument(family.resource(), MAPPER.valueToTree(shelf.shipped(family)))))
                .orElseGet(PatternQuestions::unknownFamily);
    }

    /** What is wrong with a family, alone and beside those in force. */
    public ServiceResult check(PatternQuestion question) {
        Optional<AttackFamily> family = family(question.family());
        if (family.isEmpty()) {
            return unknownFamily();
        }
        FamilyReader.Read read = read(family.get(), question.document());
        List<PatternFaults.Fault> faults = read.spec() == null ? read.faults() : idsTaken(family.get(), read.spec());
        return new ServiceResult.Answer(new PatternFaults(faults));
    }

    /** Which patterns match where: those in force, those of one family, or those of a document. */
    public ServiceResult test(PatternQuestion question) {
        if (question.all().isEmpty()) {
            return ServiceResult.fault(Code.INVALID_REQUEST, "texts", "texts must be given");
        }
        if (question.document() != null) {
            Optional<AttackFamily> family = family(question.document()
                    .path("family")
                    .asString("")
                    .toLowerCase(Locale.ROOT)
                    .replace('_', '-'));
            if (family.isEmpty()) {
                return ServiceResult.fault(Code.INVALID_REQUEST, "document", "document must name a known family");
            }
            FamilyReader.Read read = read(family.get(), question.document());
            if (read.library() == null) {
                var first = read.faults().getFirst();
                return ServiceResult.fault(
                        Code.INVALID_REQUEST,
                        "document" + first.pointer().replace('/', '.'),
                        "the document is no sound family: " + first.detail());
            }
            return matches(read.library(), question.all());
        }
        if (question.family() == null) {
            return matches(shelf.current().value(), question.all());
        }
        return family(question.family())
                .map(family -> matches(
                        PatternLibrary.of(List.of(shelf.family(family)), PatternLibrary.embeddedVocabulary()),
                        question.all()))
                .orElseGet(PatternQuestions::unknownFamily);
    }

    private FamilyReader.Read read(AttackFamily family, @Nullable JsonNode document) {
        byte[] json = document == null ? new byte[0] : MAPPER.writeValueAsBytes(document);
        return reader.read(family, json);
    }

    /** Ids name patterns in findings, so they differ in the whole library. */
    private List<PatternFaults.Fault> idsTaken(AttackFamily family, FamilySpec spec) {
        Set<String> others = new HashSet<>();
        shelf.families().stream()
                .filter(other -> other.family() != family)
                .flatMap(other -> other.patterns().stream())
                .forEach(pattern -> others.add(pattern.id()));
        return Stream.iterate(0, i -> i < spec.patterns().size(), i -> i + 1)
                .filter(i -> others.contains(spec.patterns().get(i).id()))
                .map(i -> new PatternFaults.Fault("/patterns/" + i + "/id", "is the id of a pattern of another family"))
                .toList();
    }

    private ServiceResult matches(PatternLibrary library, List<String> texts) {
        return new ServiceResult.Answer(new PatternMatches(texts.stream()
                .map(text -> new PatternMatches.Result(library.find(canonicalizer.read(text)).stream()
                        .map(match -> match(text, match))
                        .distinct()
                        .toList()))
                .toList()));
    }

    private static PatternMatches.Match match(String text, PatternMatch match) {
        return new PatternMatches.Match(
                match.pattern().family().resource(),
                match.pattern().id(),
                match.pattern().severity(),
                match.view().name().toLowerCase(Locale.ROOT),
                text.codePointCount(0, match.span().start()),
                text.codePointCount(0, match.span().end()));
    }

    private static Optional<AttackFamily> family(@Nullable String name) {
        return Stream.of(AttackFamily.values())
                .filter(family -> family.resource().equals(name))
                .findFirst();
    }

    private static ServiceResult unknownFamily() {
        return ServiceResult.fault(Code.FAMILY_NOT_FOUND, "family", "There is no such family.");
    }
}
