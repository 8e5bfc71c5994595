package io.vigil.api.check;

/**
 * What is wrong with one field.
 *
 * @param pointer JSON Pointer (RFC 6901) to the field; empty is the whole document
 * @param detail what is expected; never quotes the input
 */
public record FieldFault(String pointer, String detail) {}
