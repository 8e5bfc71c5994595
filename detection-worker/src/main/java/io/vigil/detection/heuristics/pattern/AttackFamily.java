package io.vigil.detection.heuristics.pattern;

import java.util.Locale;

/** The families of attacks that the pattern library knows; one resource for each. */
public enum AttackFamily {
    INSTRUCTION_OVERRIDE,
    PROMPT_LEAK,
    JAILBREAK_PERSONA,
    ROLEPLAY_ESCAPE,
    TEMPLATE_TOKEN,
    DELIMITER_ABUSE,
    REFUSAL_SUPPRESSION,
    FORMAT_COERCION,
    HYPOTHETICAL_ESCAPE,
    AUTHORITY_AND_EMOTION,
    ENCODING_REQUEST,
    PAYLOAD_SPLITTING,
    INDIRECT_INSTRUCTION,
    EXFILTRATION,
    TOOL_HIJACK,
    CREDENTIAL_HARVESTING,
    CODE_INJECTION;

    /** Name of the family's resource, without folder and extension, e.g. {@code prompt-leak}. */
    public String resource() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
