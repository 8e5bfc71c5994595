package io.vigil.pii.recogniser.generic;

import io.vigil.pii.checksum.Checksum;
import io.vigil.pii.recogniser.ContextWords;
import io.vigil.pii.recogniser.Recogniser;
import io.vigil.pii.recogniser.Shape;
import io.vigil.pii.shadow.Anchor;
import java.util.List;

/** E-mail address, RFC 5321 section 4.1.2 without quoted mailboxes; letters of every script, RFC 6531. */
public final class EmailRecogniser implements Recogniser {

    private static final int MAX_MAILBOX = 64;
    private static final int MAX_DOMAIN = 255;

    private static final List<Shape> SHAPES = List.of(
            Shape.around(
                    Anchor.AT_SIGN,
                    0,
                    "[\\p{L}\\p{N}_][\\p{L}\\p{M}\\p{N}._%+'&~-]*@(?:[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}-]*\\.)+\\p{L}[\\p{L}\\p{N}-]*"));

    private static final ContextWords CONTEXT = ContextWords.within(30, 0)
            .in("en", "email*", "mail", "contact")
            .in("pl", "email*", "mail*", "kontakt*", "poczt*");

    @Override
    public String entity() {
        return "EMAIL_ADDRESS";
    }

    @Override
    public List<Shape> shapes() {
        return SHAPES;
    }

    @Override
    public ContextWords context() {
        return CONTEXT;
    }

    @Override
    public Checksum check(String match) {
        int at = match.indexOf('@');
        String mailbox = match.substring(0, at);
        String domain = match.substring(at + 1);
        boolean wellFormed = mailbox.length() <= MAX_MAILBOX
                && domain.length() <= MAX_DOMAIN
                && domain.length() - domain.lastIndexOf('.') > 2
                && !mailbox.contains("..")
                && mailbox.charAt(mailbox.length() - 1) != '.';
        return wellFormed && !isRepositoryAccount(mailbox) ? Checksum.VALID : Checksum.INVALID;
    }

    /** The account of addresses like {@code git@host:path}, which belongs to no person. */
    private static boolean isRepositoryAccount(String mailbox) {
        return mailbox.equals("git");
    }
}
