package io.vigil.architecture;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A page in the making. */
final class Markdown {

    private final StringBuilder page = new StringBuilder();

    /** A page that says where it comes from. */
    static Markdown page(String title, String source) {
        var markdown = new Markdown();
        markdown.page.append("# ").append(title).append("\n\n");
        return markdown.paragraph("Built from " + source
                + "; the build compares. Write it anew with `mvn test -pl vigil-architecture -am -Dtest=DocumentsTest"
                + " -Dsurefire.failIfNoSpecifiedTests=false -Dvigil.docs.write=true`.");
    }

    Markdown section(String title) {
        page.append("## ").append(title).append("\n\n");
        return this;
    }

    Markdown paragraph(String text) {
        page.append(text).append("\n\n");
        return this;
    }

    Markdown table(List<String> head, List<List<String>> rows) {
        row(head);
        row(head.stream().map(ignored -> "---").toList());
        rows.forEach(this::row);
        page.append('\n');
        return this;
    }

    String text() {
        return page.toString().stripTrailing() + "\n";
    }

    /** As code, or nothing. */
    static String code(String text) {
        return text.isEmpty() ? "" : "`" + text + "`";
    }

    static String codes(List<String> texts) {
        return texts.stream().map(Markdown::code).collect(Collectors.joining(" "));
    }

    /** With a capital letter. */
    static String sentence(String text) {
        return text.isEmpty() ? "" : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private void row(List<String> cells) {
        page.append(cells.stream()
                .map(cell -> cell.replace("|", "\\|").replace('\n', ' '))
                .collect(Collectors.joining(" | ", "| ", " |\n")));
    }
}
