package io.vigil.detection.remote;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Strict access to the fields of an answer: what is missing, of another type or out of range is a bad answer. */
record Fields(JsonNode node) {
    private static final int MAX_TEXT = 200;

    String text(String name) throws BadAnswerException {
        var value = node.path(name);
        if (!value.isString()) {
            throw new BadAnswerException(name);
        }
        return value.stringValue();
    }

    boolean flag(String name) throws BadAnswerException {
        var value = node.path(name);
        if (!value.isBoolean()) {
            throw new BadAnswerException(name);
        }
        return value.booleanValue();
    }

    /** False where the flag is missing. */
    boolean flagOrFalse(String name) throws BadAnswerException {
        return node.path(name).isMissingNode() ? false : flag(name);
    }

    double number(String name, double min, double max) throws BadAnswerException {
        var value = node.path(name);
        if (!value.isNumber() || !(value.doubleValue() >= min && value.doubleValue() <= max)) {
            throw new BadAnswerException(name);
        }
        return value.doubleValue();
    }

    double numberOr(String name, double min, double max, double missing) throws BadAnswerException {
        var value = node.path(name);
        return value.isMissingNode() || value.isNull() ? missing : number(name, min, max);
    }

    int score(String name) throws BadAnswerException {
        double value = number(name, 0, 100);
        if (value != Math.rint(value)) {
            throw new BadAnswerException(name);
        }
        return (int) value;
    }

    Fields object(String name) throws BadAnswerException {
        var value = node.path(name);
        if (!value.isObject()) {
            throw new BadAnswerException(name);
        }
        return new Fields(value);
    }

    /** The first strings of a list, each cut to 200 characters; empty where the list is missing. */
    List<String> texts(String name, int max) {
        var texts = new ArrayList<String>();
        for (var item : node.path(name)) {
            if (item.isString() && texts.size() < max) {
                var text = item.stringValue();
                texts.add(text.substring(0, Math.min(text.length(), MAX_TEXT)));
            }
        }
        return texts;
    }
}
