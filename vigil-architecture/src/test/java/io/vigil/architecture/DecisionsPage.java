package io.vigil.architecture;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The index of the decision records, from their titles. */
final class DecisionsPage {

    private static final Pattern NAME = Pattern.compile("\\d{4}-[a-z0-9-]+\\.md");
    private static final Pattern TITLE = Pattern.compile("^# 0*(\\d+)[.:] (.+)$", Pattern.MULTILINE);
    private static final Pattern STATUS = Pattern.compile("^Status: (.+)$", Pattern.MULTILINE);

    private DecisionsPage() {}

    static String build() {
        return Markdown.page("Decisions", "the titles in this folder")
                .table(
                        List.of("decision", "status"),
                        Shipped.files(
                                        "adr",
                                        file -> NAME.matcher(file.getFileName().toString())
                                                .matches())
                                .stream()
                                .map(DecisionsPage::row)
                                .toList())
                .text();
    }

    private static List<String> row(Path file) {
        String text = Shipped.read(file);
        var title = TITLE.matcher(text);
        var status = STATUS.matcher(text);
        String name = file.getFileName().toString();
        String number = name.substring(0, 4);
        if (!title.find() || !status.find() || Integer.parseInt(title.group(1)) != Integer.parseInt(number)) {
            throw new AssertionError(file + " needs a title `# NNNN. …` and a line `Status: …`");
        }
        return List.of("[" + number + ". " + title.group(2) + "](" + name + ")", status.group(1));
    }
}
