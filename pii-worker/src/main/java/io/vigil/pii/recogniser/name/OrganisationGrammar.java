package io.vigil.pii.recogniser.name;

/** Finds organisations by their legal form, by their last word, by the Polish word for their kind, or by who works there. */
final class OrganisationGrammar {

    private static final double FORM = 0.80;
    private static final double KIND = 0.65;
    private static final int LONGEST = 6;
    private static final long NOT_INSIDE = Trait.anyOf(Trait.TITLE, Trait.FUNCTION);

    private final Mentions mentions;
    private final Words words;

    OrganisationGrammar(Mentions mentions) {
        this.mentions = mentions;
        this.words = mentions.words();
    }

    void find() {
        for (int i = 0; i < words.size(); i++) {
            if (mentions.isTaken(i)) {
                continue;
            }
            int last = 0;
            if (words.is(i, Trait.COMPANY) && words.isCapital(i)) {
                last = byForm(i);
            } else if (isPolishForm(i)) {
                last = byPolishForm(i);
            } else if (words.is(i, Trait.COMPANY_HEAD) && words.caseOf(i) == Case.CAPITAL) {
                last = byKind(i);
            } else if (words.is(i, Trait.COMPANY_WORD) && words.caseOf(i) == Case.CAPITAL) {
                last = byLastWord(i);
            }
            i = Math.max(i, last);
        }
    }

    /** {@code Acme Widgets Ltd.} */
    private int byForm(int form) {
        int first = begin(form);
        if (first == form) {
            return 0;
        }
        boolean dot = words.behind(form) == '.';
        mentions.add(Mention.Kind.ORGANISATION, first, form, words.end(form) + (dot ? 1 : 0), FORM);
        return form;
    }

    /** {@code Sp. z o.o.}, {@code S.A.}, {@code sp.k.}, {@code s.c.} */
    private boolean isPolishForm(int word) {
        boolean partnership = is(word, "sp") && (is(word + 1, "z") || is(word + 1, "k") || is(word + 1, "j"));
        boolean shares = (is(word, "s") && (is(word + 1, "a") || is(word + 1, "c"))) && words.behind(word) == '.';
        boolean plain = is(word, "sa") && words.caseOf(word) == Case.CAPITALS;
        return (partnership || shares || plain) && word > 0 && Gap.within(words.gap(word), 0);
    }

    private int byPolishForm(int form) {
        int first = begin(form);
        if (first == form) {
            return 0;
        }
        int last = is(form, "sa") ? form : form + 1;
        if (is(form + 1, "z") && is(form + 2, "o") && is(form + 3, "o")) {
            last = form + 3;
            if (is(form + 4, "sp") && is(form + 5, "k")) {
                last = form + 5;
            }
        } else if (is(form + 1, "z")) {
            last = form + 2;
        }
        last = Math.min(last, words.size() - 1);
        boolean dot = words.behind(last) == '.';
        mentions.add(Mention.Kind.ORGANISATION, first, last, words.end(last) + (dot ? 1 : 0), FORM);
        return last;
    }

    /** {@code Piekarnia Złoty Kłos}: the kind and the capital words behind it, {@code i Wspólnicy} too. */
    private int byKind(int kind) {
        int last = kind;
        for (int i = kind + 1; i < words.size() && i - kind < LONGEST; i++) {
            boolean quoted = i == kind + 1 && Gap.within(words.gap(i), Gap.QUOTE);
            if ((!words.isJoined(i) && !quoted) || mentions.isTaken(i) || isPolishForm(i)) {
                break;
            }
            if (words.isCapital(i) && words.caseOf(i) != Case.INITIAL) {
                last = i;
            } else if (!is(i, "i") && !is(i, "im")) {
                break;
            }
        }
        if (last == kind || (last == kind + 1 && words.beginsSentence(kind) && words.is(last, Trait.FUNCTION))) {
            return 0;
        }
        if (isPolishForm(last + 1)) {
            return 0;
        }
        mentions.add(Mention.Kind.ORGANISATION, kind, last, KIND);
        return last;
    }

    /** {@code Harlow Savings Bank}, {@code University of Harlow}. */
    private int byLastWord(int word) {
        if (is(word + 1, "of") && words.isJoined(word + 1) && words.isJoined(word + 2) && isName(word + 2)) {
            int last = word + 2;
            while (last - word < LONGEST && words.isJoined(last + 1) && isName(last + 1)) {
                last++;
            }
            mentions.add(Mention.Kind.ORGANISATION, word, last, KIND);
            return last;
        }
        int last = word;
        while (words.isJoined(last + 1) && words.is(last + 1, Trait.COMPANY_WORD) && words.isCapital(last + 1)) {
            last++;
        }
        int first = begin(word);
        boolean named = false;
        for (int i = first; i < word; i++) {
            named |= !words.isAny(i, Trait.anyOf(Trait.ORDINARY, Trait.PLACE, Trait.BRAND))
                    || words.isAny(i, Trait.FAMILY.bit);
        }
        if (!named || (words.is(last + 1, Trait.COMPANY) && words.isJoined(last + 1))) {
            return 0;
        }
        mentions.add(Mention.Kind.ORGANISATION, first, last, KIND);
        return last;
    }

    /** The first of the capital words before a word, and what joins them. */
    private int begin(int end) {
        int first = end;
        for (int i = end - 1; i >= 0 && end - i <= LONGEST; i--) {
            int gap = words.gap(i + 1);
            boolean listed = i + 1 < end && (gap & Gap.COMMA) != 0 && Gap.within(gap, Gap.COMMA) && isAnd(i + 2);
            boolean beforeForm = i + 1 == end && Gap.within(gap, Gap.COMMA);
            if (mentions.isTaken(i) || !(Gap.within(gap, 0) || beforeForm || listed)) {
                break;
            }
            if (isName(i)) {
                first = i;
            } else if (!isAnd(i)) {
                break;
            }
        }
        while (first < end && words.beginsSentence(first) && words.isAny(first, NOT_INSIDE)) {
            first++;
        }
        return first;
    }

    private boolean isName(int word) {
        boolean joint = words.isAny(word, NOT_INSIDE) && !words.isAny(word, Trait.anyOf(Trait.GIVEN, Trait.FAMILY));
        return words.isCapital(word) && !joint;
    }

    private boolean isAnd(int word) {
        return is(word, "and") || is(word, "i") || is(word, "of") || is(word, "und") || is(word, "et");
    }

    private boolean is(int word, String letters) {
        int start = word < words.size() && word >= 0 ? words.start(word) : 0;
        return words.length(word) == letters.length()
                && words.text().regionMatches(true, start, letters, 0, letters.length());
    }
}
