"""The families of the authored corpus, and the spellings that stand for one of them."""

FAMILIES = frozenset({
    "instruction_override", "system_prompt_extraction", "prompt_probing", "roleplay_persona_escape",
    "developer_god_mode", "template_tokens", "delimiter_abuse", "refusal_suppression", "output_coercion",
    "hypothetical_framing", "authority_emotion", "encoding_request", "payload_splitting", "many_shot",
    "instruction_smuggling", "context_reset", "memory_poisoning", "indirect_document", "indirect_tool_result",
    "exfiltration_link_image", "tool_agent_hijack", "code_payload", "hard_benign_trigger", "hard_benign_security",
    "hard_benign_constraints", "hard_benign_alarming", "benign_everyday",
})

SYNONYMS = {
    "agent_hijack": "tool_agent_hijack",
    "code_shell_sql_xss_payload": "code_payload",
    "prompt_probing_role_confusion": "prompt_probing",
}

SOURCES = frozenset({"user_input", "document", "tool_output", "model_output"})
LANGUAGES = frozenset({"en", "pl", "de", "fr", "es"})
