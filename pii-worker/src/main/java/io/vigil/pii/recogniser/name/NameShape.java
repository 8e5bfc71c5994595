package io.vigil.pii.recogniser.name;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.List;

/** Family names by their endings, for names that no list has: patronymics and names of origin of European languages. */
final class NameShape {

    private static final int SHORTEST_STEM = 2;
    /** By language: Polish with its cases, other Slavic, Nordic, Romance, Caucasian, Greek, Baltic, German, Turkish. */
    private static final String[] ENDINGS = {
        "owski owskiego owskiemu owskim owska owskiej owskich ewski ewskiego ewskiemu ewskim ewska ewskiej ewskich",
        "inski inskiego inskiemu inskim inska inskiej inskich ynski ynskiego ynskiemu ynskim ynska ynskiej ynskich",
        "anski anskiego anskiemu anskim anska anskiej icki ickiego ickiemu ickim icka ickiej ickich ecki eckiego ecka",
        "wicz wicza wiczowi wiczem wiczu wiczow czyk czyka czykowi czykiem czak czaka czakowi czakiem",
        "owic evic kovic ovic ova eva ovna evna kova enko chenko chuk czuk yuk iuk sky skaya skoy ovski",
        "sson sdottir dottir ssen nsen rsen lsen ksen gaard quist qvist strom lund gren blad dahl",
        "elli etti otti ucci acci ghini rini tini nini iello guez nguez lez dez rez nez vez moes aes",
        "shvili adze yan iants opoulos poulos idis akis iadis",
        "auskas evicius aitis iene unas nieks kalns",
        "mann meier meyer bauer hofer stein berger huber",
        "oglu nen inen anyi enyi ffy skas ovsky evsky ovich evich"
    };

    private static final String[] SHORT = {"ov", "ev", "sen"};
    private static final int SHORT_STEM = 3;

    private static final List<List<String>> BY_LAST_LETTER = byLastLetter();

    private NameShape() {}

    /** Whether a word is written like a family name. */
    static boolean of(CharSequence text, int start, int end) {
        int last = Folding.fold(text.charAt(end - 1)) - 'a';
        if (last < 0 || last >= BY_LAST_LETTER.size()) {
            return false;
        }
        for (String ending : BY_LAST_LETTER.get(last)) {
            int stem = ending.length() <= SHORT_STEM ? SHORT_STEM : SHORTEST_STEM;
            if (end - start >= ending.length() + stem && endsWith(text, end, ending)) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsWith(CharSequence text, int end, String ending) {
        int from = end - ending.length();
        for (int i = 0; i < ending.length(); i++) {
            if (Folding.fold(text.charAt(from + i)) != ending.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static List<List<String>> byLastLetter() {
        var lists = new ArrayList<List<String>>();
        for (char c = 'a'; c <= 'z'; c++) {
            lists.add(new ArrayList<>());
        }
        for (String line : ENDINGS) {
            for (String ending : Splitter.on(' ').split(line)) {
                lists.get(ending.charAt(ending.length() - 1) - 'a').add(ending);
            }
        }
        for (String ending : SHORT) {
            lists.get(ending.charAt(ending.length() - 1) - 'a').add(ending);
        }
        return lists.stream().map(List::copyOf).toList();
    }
}
