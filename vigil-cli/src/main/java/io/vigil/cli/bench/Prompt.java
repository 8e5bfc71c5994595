package io.vigil.cli.bench;

/**
 * One request to send.
 *
 * @param id sent as {@code X-Request-Id}; the answer must carry it
 * @param marker part of the text that no other request has; a sanitised text must carry it
 * @param text the text to check
 */
record Prompt(String id, String marker, String text) {}
