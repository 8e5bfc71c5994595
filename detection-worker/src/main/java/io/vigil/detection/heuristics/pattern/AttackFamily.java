package io.vigil.detection.heuristics.pattern;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

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
    CODE_INJECTION,
    CBRNE(true),
    SELF_HARM(true),
    WEAPONS(true),
    MALWARE(true);

    private final boolean policy;

    AttackFamily() {
        this(false);
    }

    AttackFamily(boolean policy) {
        this.policy = policy;
    }

    /** Whether it is no attack on the model but a subject that an operator may forbid: searched for only where switched on. */
    public boolean policy() {
        return policy;
    }

    /** The family of this resource name, where it is one of a policy. */
    public static Optional<AttackFamily> policy(String resource) {
        return Stream.of(values())
                .filter(AttackFamily::policy)
                .filter(family -> family.resource().equals(resource))
                .findFirst();
    }

    /** Name of the family's resource, without folder and extension, e.g. {@code prompt-leak}. */
    public String resource() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
