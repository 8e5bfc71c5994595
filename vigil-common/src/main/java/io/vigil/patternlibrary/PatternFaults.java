package io.vigil.patternlibrary;

import java.util.List;

/**
 * What is wrong with a family of attack patterns.
 *
 * @param faults empty where the family may be used
 */
public record PatternFaults(List<Fault> faults) {

    public PatternFaults {
        faults = List.copyOf(faults);
    }

    /**
     * One thing that is wrong.
     *
     * @param pointer JSON Pointer (RFC 6901) to it; empty is the whole document
     * @param detail what is expected
     */
    public record Fault(String pointer, String detail) {}
}
