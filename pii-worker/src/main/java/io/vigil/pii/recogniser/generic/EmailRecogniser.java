package io.vigil.pii.recogniser.generic;

import io.vigil.pii.checksum.Checksum;
import io.vigil.pii.recogniser.CatalogueEntry;
import io.vigil.pii.recogniser.Scanner;
import io.vigil.pii.recogniser.Sightings;
import io.vigil.pii.recogniser.context.ContextWords;

/**
 * E-mail address, RFC 5321 section 4.1.2 without quoted mailboxes; letters of every script, RFC 6531. Read from the at
 * sign in both directions.
 */
public final class EmailRecogniser implements Scanner {

    private static final int MAX_MAILBOX = 64;
    private static final int MAX_DOMAIN = 255;
    private static final String MAILBOX_MARKS = "._%+'&~-";

    private static final CatalogueEntry ENTRY = CatalogueEntry.on(
            "EMAIL_ADDRESS", "[EMAIL]", 0.95, CatalogueEntry.ANYWHERE, "RFC 5321 section 4.1.2, RFC 6531");

    private static final ContextWords CONTEXT = ContextWords.within(30, 0)
            .in("en", "email*", "mail", "contact")
            .in("pl", "email*", "mail*", "kontakt*", "poczt*");

    @Override
    public CatalogueEntry entry() {
        return ENTRY;
    }

    @Override
    public ContextWords context() {
        return CONTEXT;
    }

    @Override
    public void scan(String text, Sightings sightings) {
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            int start = mailbox(text, at);
            int end = domain(text, at + 1);
            if (start < at && end > at && !isRepositoryAccount(text, start, at)) {
                sightings.add(start, end, true, Checksum.VALID);
            }
        }
    }

    /** Where the mailbox before an at sign begins; the at sign itself where there is none. */
    private static int mailbox(String text, int at) {
        int start = at;
        while (start > 0 && isMailboxPart(text.charAt(start - 1))) {
            start--;
            boolean dots = text.charAt(start) == '.' && (start + 1 == at || text.charAt(start + 1) == '.');
            if (dots || at - start > MAX_MAILBOX + 1) {
                return at;
            }
        }
        while (start < at && !isLabelStart(text.charAt(start)) && text.charAt(start) != '_') {
            start++;
        }
        return at - start <= MAX_MAILBOX ? start : at;
    }

    /** Where the domain ends; 0 where there is none with at least two labels, the last of at least two letters. */
    private static int domain(String text, int from) {
        int end = 0;
        int label = from;
        while (label < text.length() && isLabelStart(text.charAt(label)) && label - from <= MAX_DOMAIN) {
            int after = label + 1;
            while (after < text.length() && isLabelPart(text.charAt(after))) {
                after++;
            }
            int last = after;
            while (text.charAt(last - 1) == '-') {
                last--;
            }
            boolean top = label > from && last - label >= 2 && Character.isLetter(text.charAt(label));
            end = top ? last : end;
            if (after == text.length() || text.charAt(after) != '.') {
                break;
            }
            label = after + 1;
        }
        return end - from <= MAX_DOMAIN ? end : 0;
    }

    /** The account of addresses like {@code git@host:path}, which belongs to no person. */
    private static boolean isRepositoryAccount(String text, int start, int at) {
        return at - start == 3 && text.startsWith("git", start);
    }

    private static boolean isMailboxPart(char c) {
        return isLabelPart(c) || MAILBOX_MARKS.indexOf(c) >= 0;
    }

    private static boolean isLabelStart(char c) {
        return Character.isLetterOrDigit(c);
    }

    private static boolean isLabelPart(char c) {
        return isLabelStart(c) || c == '-' || isMark(c);
    }

    private static boolean isMark(char c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }
}
