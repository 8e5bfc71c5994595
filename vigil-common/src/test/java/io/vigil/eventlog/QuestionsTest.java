package io.vigil.eventlog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vigil.wire.Decoded;
import io.vigil.wire.Json;
import io.vigil.wire.MessageCodec;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionsTest {

    private static final MessageCodec CODEC = new MessageCodec();

    private static <T> Decoded<T> read(String json, Class<T> type) {
        return CODEC.decode(json.getBytes(UTF_8), type);
    }

    private static <T> T good(String json, Class<T> type) {
        return ((Decoded.Ok<T>) read(json, type)).value();
    }

    @Test
    void asksForTheUsualPageWhereNothingIsSaid() {
        EventQuery query = good("{\"q\":\" \",\"tenant\":\"\"}", EventQuery.class);

        assertThat(query.pageSize()).isEqualTo(EventQuery.USUAL);
        assertThat(query.q()).isNull();
        assertThat(query.tenant()).isNull();
        assertThat(query).hasToString("EventQuery");
        assertThat(good("{\"limit\":500,\"decision\":\"Block\"}", EventQuery.class))
                .returns(500, EventQuery::pageSize)
                .returns("BLOCK", EventQuery::decision);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"decision":"planted"}            | decision must be one of ALLOW, BLOCK, EXPIRED, SANITIZE
            {"branch":"d"}                    | branch must be one of a, b, c
            {"min_score":-1}                  | min_score must be 0 to 100
            {"max_score":101}                 | max_score must be 0 to 100
            {"min_score":9,"max_score":8}     | min_score must not be above max_score
            {"min_branch_score":1}            | min_branch_score needs branch
            {"q":"!!"}                        | q must hold a letter or a digit
            {"category":"planted\\u0000"}     | category must have at most 128 characters and no control characters
            {"limit":0}                       | limit must be 1 to 500
            {"limit":501}                     | limit must be 1 to 500
            """)
    void refusesWithTheFieldAndWhatIsAllowed(String json, String detail) {
        assertThat(read(json, EventQuery.class)).isEqualTo(new Decoded.Malformed<EventQuery>("", detail));
    }

    @Test
    void boundsTheTimeByTheWidthOfAPoint() {
        assertThat(good("{}", StatsQuery.class).width()).isEqualTo(StatsQuery.Interval.HOUR);
        assertThat(good("{\"interval\":\"minute\"}", StatsQuery.class).width().longest())
                .isEqualTo(Duration.ofDays(1));
        assertThat(read("{\"interval\":\"planted\"}", StatsQuery.class)).isInstanceOf(Decoded.Malformed.class);
    }

    @Test
    void replaysWholePoliciesAndParts() {
        assertThat(good("{\"policy\":{}}", ReplayRequest.class).most()).isEqualTo(10_000);
        assertThat(good("{\"policy\":{\"a\":1},\"limit\":5}", ReplayRequest.class)
                        .most())
                .isEqualTo(5);
        assertThat(read("{\"policy\":[]}", ReplayRequest.class))
                .isEqualTo(new Decoded.Malformed<ReplayRequest>("", "policy must be a JSON object"));
        assertThat(read("{}", ReplayRequest.class)).isInstanceOf(Decoded.Malformed.class);
    }

    @Test
    void takesFeedbackWithKindAndReason() {
        assertThat(good("{\"event_id\":\"r\",\"kind\":\"true_positive\",\"reason\":\"other\"}", FeedbackRequest.class))
                .returns(FeedbackKind.TRUE_POSITIVE, FeedbackRequest::kind)
                .hasToString("FeedbackRequest[r, TRUE_POSITIVE]");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new FeedbackRequest("r", FeedbackKind.FALSE_POSITIVE, FeedbackReason.OTHER, "a".repeat(1001)))
                .withMessage("comment must have at most 1000 characters");
        assertThat(read("{\"event_id\":\"r\",\"kind\":\"true_positive\"}", FeedbackRequest.class))
                .isInstanceOf(Decoded.Malformed.class);
        assertThat(read("{\"event_id\":\"r\",\"reason\":\"other\"}", FeedbackRequest.class))
                .isInstanceOf(Decoded.Malformed.class);
        assertThat(read("{\"event_id\":\"\"}", EventReference.class)).isInstanceOf(Decoded.Malformed.class);
        assertThat(good("{\"tenant\":\"acme\"}", FeedbackQuery.class).tenant()).isEqualTo("acme");
    }

    @Test
    void erasesByExactlyOneName() {
        assertThat(good("{\"session\":\"s\"}", EraseRequest.class))
                .returns(EraseRequest.By.SESSION, EraseRequest::by)
                .returns("s", EraseRequest::value);
        assertThat(good("{\"request_id\":\"r\"}", EraseRequest.class).value()).isEqualTo("r");
        assertThat(good("{\"client\":\"c\"}", EraseRequest.class).value()).isEqualTo("c");
        assertThat(good("{\"tenant\":\"t\"}", EraseRequest.class).value()).isEqualTo("t");
        assertThat(Json.mapper().writeValueAsString(good("{\"tenant\":\"t\"}", EraseRequest.class)))
                .isEqualTo("{\"tenant\":\"t\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"session\":\"\"}", "{\"session\":\"s\",\"client\":\"c\"}"})
    void erasesNothingOtherwise(String json) {
        assertThat(read(json, EraseRequest.class)).isInstanceOf(Decoded.Malformed.class);
    }
}
