package io.vigil.pii.recogniser.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is found in a sentence, and what is left. */
class NamesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Umowę podpisali z Anną Kowalską i Piotrem Nowakiem.        | PERSON:Anną Kowalską PERSON:Piotrem Nowakiem
            Przekaż to Kowalskiemu.                                    | PERSON:Kowalskiemu
            Spotkałem się z Markiem.                                   | PERSON:Markiem
            Pozdrawiam, Magda                                          | PERSON:Magda
            Szanowna Pani Agnieszko, dziękuję.                         | PERSON:Agnieszko
            Nazywam się Zbigniew Brzęczyszczykiewicz.                  | PERSON:Zbigniew Brzęczyszczykiewicz
            czy mozesz napisac do Krzysztofa Wojcika?                  | PERSON:Krzysztofa Wojcika
            Klient Wiśniewski zgłosił reklamację.                      | PERSON:Wiśniewski
            Podpisała Maria Nowak-Zielińska.                           | PERSON:Maria Nowak-Zielińska
            My name is Grace.                                          | PERSON:Grace
            my name is oliver hartnell                                 | PERSON:oliver hartnell
            Call me Will.                                              | PERSON:Will
            Hello, this is Mr. Holloway speaking.                      | PERSON:Holloway
            I met Mary-Jane Watson yesterday.                          | PERSON:Mary-Jane Watson
            It was written by J. K. Harrowgate last year.              | PERSON:J. K. Harrowgate
            The patient, María García López, is well.                  | PERSON:María García López
            Best regards, Susan Clark                                  | PERSON:Susan Clark
            Attending nurse: Lisa Green, on duty.                      | PERSON:Lisa Green
            They invited Peter, Susan and Tomoyuki.                    | PERSON:Peter PERSON:Susan PERSON:Tomoyuki
            JOHN SMITH will attend.                                    | PERSON:JOHN SMITH
            Unlike the Christiansen proposal, ours is cheap.           | PERSON:Christiansen
            Jurek Ogórkiewicz mieszka w Krakowie.                      | PERSON:Jurek Ogórkiewicz PLACE:Krakowie
            Mieszkam przy ul. Długiej 5 m. 7.                          | ADDRESS:ul. Długiej 5 m. 7
            Wyślij na ul. Jana Pawła II 12/3, 31-001 Kraków.           | ADDRESS:ul. Jana Pawła II 12/3, 31-001 Kraków
            Paczka na os. 1 Maja 3, proszę.                            | ADDRESS:os. 1 Maja 3
            Send it to 742 Evergreen Terrace, Springfield, IL 62704.   | ADDRESS:742 Evergreen Terrace, Springfield, IL 62704
            The office is at 221B Baker Street.                        | ADDRESS:221B Baker Street
            Come to Hauptstraße 12 at noon.                            | ADDRESS:Hauptstraße 12
            The shop at 33 rue de Rivoli is closed.                    | ADDRESS:33 rue de Rivoli
            She works for Harrow Widgets Ltd. now.                     | ORGANISATION:Harrow Widgets Ltd.
            Faktura dla Hurtowni Alfa Sp. z o.o. w tym miesiącu.       | ORGANISATION:Hurtowni Alfa Sp. z o.o.
            Umowa z Kancelarią Nowak i Partnerzy wygasła.              | ORGANISATION:Kancelarią Nowak i Partnerzy
            She studies at Brindle University.                         | ORGANISATION:Brindle University
            We moved to Nottingham.                                    | PLACE:Nottingham
            Urodziłam się w Nowym Sączu.                               | PLACE:Nowym Sączu
            We live in Snoringham.                                 | PLACE:Snoringham
            """)
    void finds(String text, String expected) {
        assertThat(found(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ChatGPT, Claude and Gemini are models; ask DAN or Siri.",
                "Python and Java are languages, Kafka is a broker.",
                "Use Spring Boot with Docker and PostgreSQL.",
                "Act as a Linux terminal.",
                "Summarize the March sales. Will you help? May I ask?",
                "Mark all tasks done. Bill me later. Grace periods apply.",
                "I want to cancel my card because I lost it.",
                "What are my options?",
                "He said that she would call them on Monday.",
                "Napisz wiersz o wiośnie i o róży.",
                "Jan III Sobieski pokonał Turków pod Wiedniem.",
                "Ile kosztuje nadzieja? Wiara czyni cuda.",
                "Który król panował w maju?",
                "Wersja 10.4.2.1 sterownika naprawia błąd z datą.",
                "Spotkanie przenosimy na wtorek o 14:30, sala 204.",
                "Who was Albert Einstein?",
                "Wie funktioniert die Regierung und was ist der Sinn des Lebens?",
                "os.path.exists(file_name) and maven.Model",
                "jan.kowalski@example.pl and https://example.org/anna/nowak",
                "User: hi! Assistant: Hello!",
                "The Great Gatsby is a book; The Open Group is a consortium."
            })
    void leavesWhatIsNoPersonOrAddress(String text) {
        assertThat(found(text)).doesNotContain("PERSON").doesNotContain("ADDRESS");
    }

    @Test
    void trustsANameMoreWithMoreOfIt() {
        assertThat(score("We asked Anna Kowalska.")).isGreaterThan(score("We asked them, Anna."));
        assertThat(score("We met Dr. Kowalska.")).isGreaterThan(score("We met Kowalska."));
    }

    @Test
    void knowsAFamilyNameAgainAfterTheWholeName() {
        assertThat(found("Ask Anna Brook-Tarn. The Brook-Tarn file is lost."))
                .isEqualTo("PERSON:Anna Brook-Tarn PERSON:Brook-Tarn");
    }

    @Test
    void saysNothingOfATextWithoutNames() {
        assertThat(NameSearch.shipped().find("")).isEmpty();
        assertThat(NameSearch.shipped().find("   \n 12 ...")).isEmpty();
    }

    private static double score(String text) {
        return NameSearch.shipped().find(text).getFirst().score();
    }

    private static String found(String text) {
        return NameSearch.shipped().find(text).stream()
                .sorted(Comparator.comparingInt(Mention::start))
                .map(mention -> mention.kind() + ":" + text.substring(mention.start(), mention.end()))
                .collect(Collectors.joining(" "));
    }
}
