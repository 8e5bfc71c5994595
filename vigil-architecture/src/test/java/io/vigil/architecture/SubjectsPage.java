package io.vigil.architecture;

import static io.vigil.architecture.Markdown.code;
import static io.vigil.architecture.Markdown.codes;

import io.vigil.topology.ConsumerSpec;
import io.vigil.topology.Consumers;
import io.vigil.topology.StreamSpec;
import io.vigil.topology.StreamSpecs;
import io.vigil.topology.Streams;
import io.vigil.topology.Subjects;
import io.vigil.topology.TopologyProperties;
import io.vigil.wire.HeaderNames;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.util.unit.DataSize;

/** Every name and number on the broker. */
final class SubjectsPage {

    private static final TopologyProperties SIZES = new TopologyProperties(
            1,
            DataSize.ofGigabytes(10),
            DataSize.ofMegabytes(500),
            DataSize.ofGigabytes(1),
            DataSize.ofGigabytes(1),
            DataSize.ofGigabytes(1),
            Duration.ofMinutes(2));

    private SubjectsPage() {}

    static String build() {
        return Markdown.page("Subjects, streams, consumers, headers", "the rooms `topology` and `wire` of vigil-common")
                .section("Subjects")
                .table(List.of("subject", "what"), subjects())
                .section("Streams")
                .paragraph("Sizes are the defaults of `vigil.topology.*`. One replica on a laptop, three on a cluster.")
                .table(
                        List.of(
                                "stream",
                                "stores",
                                "keeps",
                                "max age",
                                "max size",
                                "max messages",
                                "max message",
                                "what"),
                        StreamSpecs.of(SIZES).stream().map(SubjectsPage::row).toList())
                .section("Durable pull consumers")
                .paragraph(
                        "Explicit acknowledgement, all messages, `max_ack_pending` = `vigil.worker.max-in-flight` (of"
                                + " `detection-worker-async`: `vigil.detection.async.max-in-flight`) × `vigil.worker.replicas`. What a filter brings and the stage does not work on becomes a dead letter.")
                .table(
                        List.of(
                                "consumer",
                                "stream",
                                "filters",
                                "works on",
                                "ack wait",
                                "delays between attempts",
                                "attempts"),
                        consumers())
                .section("Headers")
                .table(List.of("header", "what"), rows(DocumentedConstants.of(HeaderNames.class)))
                .text();
    }

    private static List<List<String>> subjects() {
        var rows = new ArrayList<>(rows(DocumentedConstants.of(Subjects.class)));
        rows.add(List.of(code(Subjects.response("<gateway>", "<token>")), "One answer. Core NATS, never stored."));
        rows.add(List.of(
                code(Subjects.deadLetter("<consumer>", "<original subject>")),
                "A message that this consumer gave up."));
        rows.add(
                List.of(
                        code(Subjects.result("<request id>")),
                        "The result of a request that nobody waits for, in its bucket; `.` of the id becomes `/`, `:` becomes `=`."));
        rows.add(List.of(code(Subjects.audit("<action>")), "One change that somebody made."));
        return rows;
    }

    private static List<List<String>> rows(List<DocumentedConstants.Constant> constants) {
        return constants.stream()
                .map(constant -> List.of(code(constant.value()), constant.meaning()))
                .toList();
    }

    private static List<String> row(StreamSpec spec) {
        return List.of(
                code(spec.name()),
                codes(spec.subjects()),
                (spec.retention() == StreamSpec.Retention.WORK_QUEUE ? "until acknowledged" : "until a limit")
                        + (spec.refusesWhenFull() ? "; refuses when full" : "; when full, the oldest go"),
                spec.maxAge().toDays() + " d",
                DataSize.ofBytes(spec.maxBytes()).toMegabytes() + " MB",
                spec.maxMessages() < 0 ? "–" : String.valueOf(spec.maxMessages()),
                spec.maxMessageBytes() / 1024 + " KB",
                DocumentedConstants.of(Streams.class).stream()
                        .filter(constant -> constant.value().equals(spec.name()))
                        .findFirst()
                        .orElseThrow()
                        .meaning());
    }

    private static List<List<String>> consumers() {
        var all = new ArrayList<>(Consumers.all());
        all.add(Consumers.SWEEPER);
        return all.stream().map(SubjectsPage::row).toList();
    }

    private static List<String> row(ConsumerSpec spec) {
        return List.of(
                code(spec.name()),
                code(spec.stream()),
                codes(spec.filters()),
                spec.routable().isEmpty()
                        ? "all"
                        : codes(spec.routable().stream().sorted().toList()),
                spec.ackWait().toSeconds() + " s",
                delays(spec),
                String.valueOf(spec.retries().maxAttempts()));
    }

    private static String delays(ConsumerSpec spec) {
        var delays = spec.retries().delays();
        return delays.stream().distinct().count() == 1
                ? delays.getFirst().toSeconds() + " s each"
                : delays.stream().map(delay -> delay.toSeconds() + " s").collect(Collectors.joining(", "));
    }
}
