package io.vigil.verdict;

/** What comes of taking an attack and personal data out of a text. */
public interface Cleaning {

    /** Whether anything is replaced by something else. */
    boolean changed();

    /** Whether what the branches object to is known by place, and therefore gone. */
    boolean attackLocated();

    /** Whether, the removed attack aside, the text says nothing any more. */
    boolean nothingLeft();

    /** Whether the text may be passed on in place of the original. */
    default boolean usable() {
        return changed() && !nothingLeft();
    }
}
