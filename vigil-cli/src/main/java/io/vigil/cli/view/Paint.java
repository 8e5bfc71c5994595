package io.vigil.cli.view;

import picocli.CommandLine.Help.Ansi;

/**
 * Colours, where the terminal has them.
 *
 * @param ansi whether to colour
 */
public record Paint(Ansi ansi) {

    private static final String[] PALETTE = {
        "cyan", "magenta", "yellow", "green", "blue", "fg(208)", "fg(141)", "fg(37)"
    };

    /** Colours when standard output is a terminal that has them and {@code NO_COLOR} is not set. */
    public static Paint ofTerminal() {
        return new Paint(Ansi.AUTO);
    }

    public String good(String text) {
        return styled("fg(green),bold", text);
    }

    public String bad(String text) {
        return styled("fg(red),bold", text);
    }

    public String warning(String text) {
        return styled("fg(yellow),bold", text);
    }

    public String faint(String text) {
        return styled("faint", text);
    }

    public String strong(String text) {
        return styled("bold", text);
    }

    /** Always the same colour for the same name. */
    public String named(String name, String text) {
        String style = PALETTE[Math.floorMod(name.hashCode(), PALETTE.length)];
        return styled(style.startsWith("fg(") ? style : "fg(" + style + ")", text);
    }

    // The text may hold anything, also picocli's own markup, so only the codes come from picocli.
    private String styled(String style, String text) {
        if (!ansi.enabled()) {
            return text;
        }
        var styles = picocli.CommandLine.Help.Ansi.Style.parse(style);
        return picocli.CommandLine.Help.Ansi.Style.on(styles) + text + picocli.CommandLine.Help.Ansi.Style.off(styles);
    }
}
