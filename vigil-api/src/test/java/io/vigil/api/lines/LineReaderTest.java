package io.vigil.api.lines;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineReaderTest {

    private static List<String> lines(String body, int longest) throws IOException {
        var reader = new LineReader(new ByteArrayInputStream(body.getBytes(UTF_8)), longest);
        var lines = new ArrayList<String>();
        for (byte[] line = reader.next(); line != null; line = reader.next()) {
            lines.add(new String(line, UTF_8));
        }
        assertThat(reader.total()).isEqualTo(body.getBytes(UTF_8).length);
        return lines;
    }

    @Test
    void givesEveryLineAlsoTheLastWithoutEnd() throws IOException {
        assertThat(lines("a\n\nb\nc", 10)).containsExactly("a", "", "b", "c");
        assertThat(lines("a\n", 10)).containsExactly("a");
        assertThat(lines("", 10)).isEmpty();
    }

    @Test
    void readsLinesLongerThanItsBuffer() throws IOException {
        String big = "x".repeat(50_000);
        assertThat(lines(big + "\n" + big, 50_000)).containsExactly(big, big);
    }

    @Test
    void refusesLineThatIsTooLong() {
        assertThatThrownBy(() -> lines("short\n" + "x".repeat(50_001), 50_000))
                .isInstanceOf(LineTooLongException.class);
    }
}
