package io.vigil.api.web;

import io.vigil.api.check.CheckResult.Problem;
import io.vigil.api.check.FieldFault;
import io.vigil.api.check.ProblemKind;
import io.vigil.api.keys.KeyWish;
import io.vigil.wire.Decoded;
import io.vigil.wire.MessageCodec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what key managers send. */
@Component
final class KeyRequests {

    private static final Set<String> FIELDS =
            Set.of("name", "tenant", "mode", "scopes", "expires_at", "limits", "overlap_seconds");
    private static final Pattern FIRST_WORD = Pattern.compile("[a-z_]+");
    private static final Map<String, String> EXPECTED = Map.of(
            "expires_at", "expires_at must be an instant of RFC 3339, e.g. 2030-01-31T00:00:00Z",
            "scopes", "scopes must be a list of strings",
            "limits", "limits must be an object of whole numbers");

    private final MessageCodec codec;

    KeyRequests(MessageCodec codec) {
        this.codec = codec;
    }

    /** What was read, or what is wrong with it. */
    sealed interface Read<T> {

        /** It can be used. */
        record Good<T>(T value) implements Read<T> {}

        /** It cannot. */
        record Bad<T>(Problem problem) implements Read<T> {}
    }

    /**
     * How a key is to be rotated.
     *
     * @param overlapSeconds how much longer the old one is accepted, 0 to 2592000 (30 days); left out means a day
     */
    record Rotation(@Nullable Long overlapSeconds) {

        private static final long USUAL = Duration.ofDays(1).toSeconds();
        private static final long MOST = Duration.ofDays(30).toSeconds();

        Rotation {
            if (overlapSeconds != null && (overlapSeconds < 0 || overlapSeconds > MOST)) {
                throw new IllegalArgumentException("overlap_seconds must be 0 to " + MOST);
            }
        }

        Duration overlap() {
            return Duration.ofSeconds(overlapSeconds == null ? USUAL : overlapSeconds);
        }
    }

    Read<KeyWish> wish(byte[] body) {
        return read(body, KeyWish.class);
    }

    /** An empty body asks for the usual. */
    Read<Rotation> rotation(byte[] body) {
        return body.length == 0 ? new Read.Good<>(new Rotation(null)) : read(body, Rotation.class);
    }

    private <T> Read<T> read(byte[] body, Class<T> type) {
        return switch (codec.decode(body, type)) {
            case Decoded.Ok<T>(T value) -> new Read.Good<>(value);
            case Decoded.Malformed<T>(String field, String detail) -> new Read.Bad<>(problem(field, detail));
        };
    }

    /** Refusals of our own records begin with the name of the field. */
    private static Problem problem(String field, String detail) {
        if (field.isEmpty() && detail.equals("not JSON")) {
            return Problem.of(ProblemKind.MALFORMED_JSON, "The body must be one JSON object in UTF-8.");
        }
        String outer = field.isEmpty() ? "" : field.split("\\.", 2)[0];
        Matcher word = FIRST_WORD.matcher(detail);
        String named = outer.isEmpty() && word.lookingAt() ? word.group() : outer;
        String told = detail.startsWith("missing or") ? EXPECTED.getOrDefault(outer, detail) : detail;
        return faulty(FIELDS.contains(named) ? "/" + named : "", told);
    }

    static Problem faulty(String pointer, String detail) {
        return new Problem(
                ProblemKind.INVALID_REQUEST,
                "One or more fields are not valid: see errors.",
                List.of(new FieldFault(pointer, detail)));
    }
}
