package io.vigil.cli.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.cli.view.Paint;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;
import tools.jackson.databind.json.JsonMapper;

class ExplanationViewTest {

    @Test
    void tellsEverythingInOrder() {
        String json = """
                {"event":{"event_id":"r1","occurred_at":"2026-11-21T12:00:00Z","decision":"BLOCK","threat_score":90,
                 "policy_revision":7,"text_excerpt":"ignore all"},
                 "summary":"%s",
                 "branches":[{"branch":"a","name":"heuristics","status":"scored","score":90,"reasons":["hidden characters"]},
                  {"branch":"b","name":"semantic","status":"skipped","because":"it was left out","reasons":[]}],
                 "rules":[{"rule":"override-1","score":90,"description":"orders to forget"}],
                 "timings":[{"stage":"detection","queued_micros":1500,"work_micros":2000}]}""".formatted("one word ".repeat(20).strip());

        var lines = new ExplanationView(new Paint(Ansi.OFF))
                .lines(JsonMapper.shared().readTree(json));

        assertThat(lines.getFirst()).isEqualTo("BLOCK  score 90/100  2026-11-21T12:00:00Z  r1");
        assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(96));
        assertThat(lines)
                .containsSubsequence(
                        "What each branch said",
                        "  A heuristics  90/100",
                        "                hidden characters",
                        "  B semantic    skipped: it was left out",
                        "Rules that matched",
                        "   90  override-1  orders to forget",
                        "Time",
                        "  detection     waited 1.5 ms, worked 2.0 ms",
                        "policy  revision 7",
                        "text    ignore all");
    }
}
