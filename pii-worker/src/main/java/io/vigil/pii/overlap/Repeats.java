package io.vigil.pii.overlap;

import io.vigil.message.PiiEntity;
import io.vigil.message.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds a value again wherever the text repeats it: a number that counts beside {@code NHS} is the same number where it
 * stands alone. Only where it is written the same and is not part of a longer word or number; a single word without
 * digits is left to the grammar of names, for {@code Grace} is not the {@code Grace period}. Values of more than 64
 * characters prove themselves. Time grows with the text and no faster.
 */
public final class Repeats {

    private static final int SHORTEST = 4;
    private static final int LONGEST = 64;

    private Repeats() {}

    /**
     * The values by position, without overlap, with their repetitions.
     *
     * @param settled by position, without overlap
     */
    public static List<PiiEntity> settle(String text, List<PiiEntity> settled) {
        var values = new Node();
        boolean any = false;
        for (PiiEntity entity : settled) {
            any |= add(values, text, entity);
        }
        if (!any) {
            return settled;
        }
        List<PiiEntity> repeated = search(text, values, settled);
        if (repeated.isEmpty()) {
            return settled;
        }
        repeated.addAll(settled);
        return OverlapRule.settle(text, repeated);
    }

    private static boolean add(Node values, String text, PiiEntity entity) {
        Span span = entity.span();
        if (span.length() < SHORTEST || span.length() > LONGEST || !isTelling(text, span)) {
            return false;
        }
        Node node = values;
        for (int i = span.start(); i < span.end(); i++) {
            node = node.next.computeIfAbsent(text.charAt(i), c -> new Node());
        }
        if (node.value == null || node.value.score() < entity.score()) {
            node.value = entity;
        }
        return true;
    }

    /** Whether a value has more than one word, or something that words have not. */
    private static boolean isTelling(String text, Span span) {
        boolean telling = false;
        int parts = 0;
        for (int i = span.start(); i < span.end(); i++) {
            char c = text.charAt(i);
            parts += Character.isLetterOrDigit(c) ? 1 : 0;
            telling |= c == ' ' || c == '@' || Character.isDigit(c);
        }
        return telling && parts >= SHORTEST;
    }

    private static List<PiiEntity> search(String text, Node values, List<PiiEntity> settled) {
        var repeated = new ArrayList<PiiEntity>();
        int known = 0;
        for (int start = 0; start < text.length(); start++) {
            while (known < settled.size() && settled.get(known).span().end() <= start) {
                known++;
            }
            if (known < settled.size() && settled.get(known).span().start() <= start) {
                start = settled.get(known).span().end() - 1;
            } else if (values.next.containsKey(text.charAt(start)) && !isCut(text, start)) {
                PiiEntity value = longest(text, start, values);
                if (value != null) {
                    var span = new Span(start, start + value.span().length());
                    repeated.add(new PiiEntity(value.type(), span, value.score(), value.replacement()));
                    start = span.end() - 1;
                }
            }
        }
        return repeated;
    }

    private static @Nullable PiiEntity longest(String text, int start, Node values) {
        PiiEntity longest = null;
        Node node = values;
        for (int i = start; i < text.length(); i++) {
            node = node.next.get(text.charAt(i));
            if (node == null) {
                break;
            }
            if (node.value != null && !isCut(text, i + 1)) {
                longest = node.value;
            }
        }
        return longest;
    }

    /** Whether a position is inside of a word, or inside of a number. */
    private static boolean isCut(String text, int index) {
        if (index == 0 || index == text.length()) {
            return false;
        }
        char before = text.charAt(index - 1);
        char c = text.charAt(index);
        return Character.isDigit(before) ? Character.isDigit(c) : Character.isLetter(before) && Character.isLetter(c);
    }

    /** What may follow in a value, and the value that ends here. */
    private static final class Node {
        private final Map<Character, Node> next = new HashMap<>();
        private @Nullable PiiEntity value;
    }
}
