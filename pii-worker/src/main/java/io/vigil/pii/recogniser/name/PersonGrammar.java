package io.vigil.pii.recogniser.name;

import java.util.HashSet;
import java.util.Set;

/**
 * Finds names of persons in one text: a run of words that may be parts of a name counts where the parts themselves, or
 * the words beside them, leave little doubt.
 */
final class PersonGrammar {

    static final double FULL = 0.85;
    static final double LIKELY = 0.75;
    static final double NAMED = 0.70;
    static final double SINGLE = 0.60;
    static final double LONE_FAMILY = 0.55;

    private static final long NAMES = Trait.anyOf(Trait.GIVEN, Trait.FAMILY);
    private static final int LONGEST = 5;

    private final Words words;
    private final Mentions mentions;
    private final PersonCues cues;
    private final TextStyle style;
    private final Set<Long> known = new HashSet<>();

    PersonGrammar(Mentions mentions) {
        this.mentions = mentions;
        this.words = mentions.words();
        this.cues = new PersonCues(words);
        this.style = new TextStyle(words);
    }

    /** Adds the persons. */
    void find() {
        for (int i = 0; i < words.size(); ) {
            i = mentions.isTaken(i) ? i + 1 : read(i);
        }
        new PersonEchoes(mentions, style, known).find();
    }

    private int read(int start) {
        if (cues.announcedInSmallLetters(start)) {
            int last = isNextInSmallLetters(start + 1) ? start + 1 : start;
            accept(start, last, NAMED);
            return last + 1;
        }
        NameClass opening = classOf(start);
        if (opening == NameClass.NONE && !(words.isCapital(start) && cues.entitled(start))) {
            return start + 1;
        }
        int last = runEnd(start);
        int first = begin(start, last);
        double score = first > last ? 0 : weigh(first, last);
        if (score > 0) {
            accept(first, last, score);
            return last + 1;
        }
        return last + 1;
    }

    /** The last word of the run of parts that begins at a word. */
    private int runEnd(int start) {
        int last = start;
        for (int i = start + 1; i < words.size() && i - start < LONGEST; i++) {
            boolean initial = classOf(i - 1) == NameClass.INITIAL && Gap.within(words.gap(i), Gap.DOT);
            boolean joined = words.isJoined(i) || initial || words.gap(i) == Gap.HYPHEN;
            if (!joined || mentions.isTaken(i)) {
                break;
            }
            NameClass part = classOf(i);
            boolean unknownSmall = style.isCaseless()
                    && style.isEnglish()
                    && classOf(start) == NameClass.GIVEN
                    && isUnknownInSmallLetters(i);
            if (part == NameClass.NONE && !isSmallParticle(i) && !unknownSmall) {
                break;
            }
            if (unknownSmall) {
                return i;
            }
            if (part != NameClass.NONE && part != NameClass.PARTICLE) {
                last = i;
            }
        }
        return last;
    }

    private boolean isUnknownInSmallLetters(int word) {
        return words.traits(word) == 0 && words.caseOf(word) == Case.SMALL && words.length(word) > 3;
    }

    private boolean isNextInSmallLetters(int word) {
        long traits = words.traits(word);
        boolean name = (traits & NAMES) != 0 && !Trait.FUNCTION.in(traits);
        return words.isJoined(word)
                && words.caseOf(word) == Case.SMALL
                && words.length(word) > 2
                && (name || (traits == 0 && style.isEnglish()));
    }

    /** The first word of a run that may begin a name: not an unknown word that only begins a sentence. */
    private int begin(int start, int last) {
        int first = start;
        while (first < last
                && classOf(first) == NameClass.UNKNOWN
                && !(classOf(first + 1) == NameClass.FAMILY && isSetOff(first, last))
                && words.beginsSentence(first)
                && !isWholeLine(first, last)
                && !cues.announced(first)) {
            first++;
        }
        return first;
    }

    private double weigh(int first, int last) {
        if (isMonarch(last)) {
            return 0;
        }
        boolean announced = cues.announced(first);
        int parts = 0;
        NameClass best = NameClass.NONE;
        NameClass second = NameClass.NONE;
        for (int i = first; i <= last; i++) {
            NameClass part = classOf(i);
            if (part == NameClass.PARTICLE || part == NameClass.NONE) {
                continue;
            }
            parts++;
            if (part.compareTo(best) >= 0) {
                second = best;
                best = part;
            } else if (part.compareTo(second) > 0) {
                second = part;
            }
        }
        if (parts == 0) {
            return cues.entitled(first) ? NAMED : 0;
        }
        boolean grown = last > first && parts == 1 && classOf(last) == NameClass.NONE;
        if (grown) {
            return SINGLE;
        }
        return parts > 1 ? several(first, last, best, second, announced) : single(first, last, announced);
    }

    private double several(int first, int last, NameClass best, NameClass second, boolean announced) {
        if (announced) {
            return FULL;
        }
        boolean heading = style.isHeading(first);
        if (best == NameClass.GIVEN) {
            boolean certain = second.isCertain();
            return certain ? FULL : heading && second == NameClass.UNKNOWN ? 0 : LIKELY;
        }
        if (best == NameClass.FAMILY) {
            boolean pair = second == NameClass.DOUBTFUL_GIVEN || second == NameClass.FAMILY;
            return pair ? LIKELY : second == NameClass.INITIAL || !heading ? SINGLE : 0;
        }
        boolean acts = cues.acts(first, last);
        boolean familiar = words.is(first, Trait.FAMILIAR);
        if (best == NameClass.DOUBTFUL_GIVEN && familiar) {
            boolean name = second == NameClass.DOUBTFUL_FAMILY || second == NameClass.DOUBTFUL_GIVEN;
            boolean begins = words.beginsSentence(first) && words.is(first, Trait.FUNCTION);
            return acts || (!heading && (name || !begins)) ? SINGLE : 0;
        }
        boolean initials =
                best == NameClass.INITIAL && classOf(last) == NameClass.UNKNOWN && words.behind(first) == '.';
        if (initials && !heading && !words.beginsSentence(first)) {
            return SINGLE;
        }
        boolean agent = words.is(first - 1, Trait.AGENT) && words.isJoined(first) && !heading;
        return agent || cues.isHuman(first, last) ? SINGLE : 0;
    }

    private double single(int word, int last, boolean announced) {
        NameClass part = classOf(last);
        if (part == NameClass.INITIAL || part == NameClass.PARTICLE) {
            return 0;
        }
        if (announced) {
            return cues.isStop(last) && !words.is(last, Trait.FAMILIAR) ? 0 : NAMED;
        }
        if (cues.ownsAsPerson(last)) {
            return SINGLE;
        }
        if (part == NameClass.UNKNOWN) {
            boolean named = cues.introduced(word) || (cues.acts(word, last) && !words.beginsSentence(word));
            boolean said = named && words.is(word - 1, Trait.SPEECH);
            return said || cues.isHuman(word, last) ? LONE_FAMILY : 0;
        }
        boolean doubtful = !part.isCertain() && !words.is(last, Trait.FAMILIAR);
        boolean acts = cues.introduced(word) || (doubtful ? cues.isHuman(word, last) : cues.acts(word, last));
        if (acts && !cues.isStop(last)) {
            return NAMED;
        }
        if (style.isCaseless()
                || style.isHeading(word)
                || cues.isPartOfTerm(word, last)
                || words.caseOf(last) == Case.CAPITALS) {
            boolean joined =
                    style.isCaseless() && style.isEnglish() && (cues.linked(word) || cues.addressed(word, last));
            return part.isCertain() && (joined || cues.speaksInDialogue(word, last)) ? SINGLE : 0;
        }
        return alone(word, last, part);
    }

    private double alone(int word, int last, NameClass part) {
        if (part == NameClass.GIVEN) {
            return SINGLE;
        }
        boolean called = cues.speaksInDialogue(word, last) || cues.addressed(word, last);
        boolean begins = words.beginsSentence(word);
        boolean where = words.is(word - 1, Trait.LOCATIVE) && words.isJoined(word);
        if (part == NameClass.FAMILY) {
            return where ? 0 : !begins || called || cues.owns(last) ? LONE_FAMILY : 0;
        }
        boolean plain = !cues.isStop(last) && !words.is(last, Trait.PLACE) && !where;
        if (part == NameClass.DOUBTFUL_GIVEN && plain) {
            boolean familiar = words.is(last, Trait.FAMILIAR) && (called || !begins);
            return familiar || (!begins && cues.linked(word)) ? LONE_FAMILY : 0;
        }
        return 0;
    }

    private void accept(int first, int last, double score) {
        int end = last;
        if (words.is(last + 1, Trait.REGALIA) && words.isJoined(last + 1) && last > first) {
            end = last + 1;
        }
        mentions.add(Mention.Kind.PERSON, first, end, score);
        for (int i = first; i <= last && last > first; i++) {
            if (words.length(i) > 2 && classOf(i) != NameClass.PARTICLE && !cues.isStop(i)) {
                known.add(words.hash(Lexicon.EMPTY, i));
            }
        }
    }

    /** A given name and a Roman number: a monarch or a pope. */
    private boolean isMonarch(int last) {
        return classOf(last).isGiven()
                && words.is(last + 1, Trait.REGALIA)
                && words.isJoined(last + 1)
                && words.caseOf(last + 1).capital();
    }

    /** Whether what follows a name sets it off from the sentence, or is only said of human beings. */
    private boolean isSetOff(int first, int last) {
        return words.gap(last + 1) == Gap.COMMA || cues.isHuman(first, last);
    }

    private boolean isWholeLine(int first, int last) {
        int line = Gap.LINE | Gap.TEXT_EDGE;
        return (words.gap(first) & line) != 0 && ((words.gap(last + 1) & line) != 0);
    }

    private boolean isSmallParticle(int word) {
        return words.caseOf(word) == Case.SMALL && words.is(word, Trait.PARTICLE);
    }

    private NameClass classOf(int word) {
        return style.classOf(word);
    }
}
