package io.vigil.pii.recogniser.country;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.pii.Found;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers of every country in a sentence, and their look-alikes. All are made up or published as examples. */
class NationalNumbersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            dowód osobisty seria ABA nr 300000                  | dowód osobisty seria [ID]
            dowód ABA 300 000                                   | dowód [ID]
            Mój numer dowodu to ABA300000, ważny                | Mój numer dowodu to [ID], ważny
            seria i nr dowodu: aba300000                        | seria i nr dowodu: [ID]
            her ID card ABA300000                               | her ID card [ID]
            paszport ZS0000177                                  | paszport [PASSPORT]
            Passport no. ZS 0000177                             | Passport no. [PASSPORT]
            Auto o numerze rejestracyjnym WA 12345 stoi         | Auto o numerze rejestracyjnym [LICENSE_PLATE] stoi
            nr rej. KR5A123                                     | nr rej. [LICENSE_PLATE]
            my SSN is 123-45-6789.                              | my SSN is [SSN].
            born to 536-22-8976 there                           | born to [SSN] there
            social security number 536228976                    | social security number [SSN]
            SSN: 536 22 8976                                    | SSN: [SSN]
            ITIN 912-90-3456                                    | ITIN [ITIN]
            US passport number A12345678                        | US passport number [PASSPORT]
            passport 123456789 was lost                         | passport [PASSPORT] was lost
            my driver's license number is M943688896309         | my driver's license number is [DRIVER_LICENSE]
            Driver’s license: S123-4567-8901                    | Driver’s license: [DRIVER_LICENSE]
            numer prawa jazdy 425700624                         | numer prawa jazdy [DRIVER_LICENSE]
            NHS number 943 476 5919                             | NHS number [NHS]
            nhs no 9434765919                                   | nhs no [NHS]
            NI number AB 12 34 56 C please                      | NI number [NINO] please
            she has AB123456C                                   | she has [NINO]
            national insurance qq123456c                        | national insurance [NINO]
            my SIN is 123-456-782                               | my SIN is [SIN]
            TFN 123 456 782                                     | TFN [TFN]
            Medicare card 2123 45670 1                          | Medicare card [MEDICARE]
            Steuer-ID 36574261809                               | Steuer-ID [TAX_ID]
            meine Steuer-IdNr.: 36 574 261 809                  | meine Steuer-IdNr.: [TAX_ID]
            NIR 2 95 10 99 126 111 93                           | NIR [NIR]
            numéro 295109912611193 de sécu                      | numéro [NIR] de sécu
            Corse 2 53 07 2B 073 004 70                         | Corse [NIR]
            DNI 54362315K                                       | DNI [DNI]
            mi documento es 54.362.315-K                        | mi documento es [DNI]
            NIE X-2482300-W                                     | NIE [NIE]
            codice fiscale RSSMRA85T10A562S                     | codice fiscale [FISCAL_CODE]
            c.f. rcc mnl 83s18 d969h                            | c.f. [FISCAL_CODE]
            contribuinte 501 964 843                            | contribuinte [NIF]
            BSN 111222333                                       | BSN [BSN]
            burgerservicenummer 1112.22.333                     | burgerservicenummer [BSN]
            personnummer 880320-0016                            | personnummer [PERSONNUMMER]
            född 19880320-0016                                  | född [PERSONNUMMER]
            fødselsnummer 151086 95088                          | fødselsnummer [FODSELSNUMMER]
            CPR 211062-5629                                     | CPR [CPR]
            cpr-nr. 051199-3466                                 | cpr-nr. [CPR]
            hetu 131052-308T                                    | hetu [HETU]
            Aadhaar 2341 2341 2346                              | Aadhaar [AADHAAR]
            PAN: ACUPA7085R                                     | PAN: [PAN]
            CPF 390.533.447-05                                  | CPF [CPF]
            meu cpf é 39053344705                               | meu cpf é [CPF]
            T.C. kimlik no 17291716060                          | T.C. kimlik no [KIMLIK]
            urodziłam się 17.09.1995.                           | urodziłam się [DATE_OF_BIRTH].
            Jan, ur. 3 września 1971 r.                         | [PERSON], ur. [DATE_OF_BIRTH] r.
            She was born on 2/19/1988. Her                      | She was born on [DATE_OF_BIRTH]. Her
            DOB: 1988-02-19, issued 2020-01-01                  | DOB: [DATE_OF_BIRTH], issued 2020-01-01
            date of birth: March 3rd, 1971                      | date of birth: [DATE_OF_BIRTH]
            """)
    void redacts(String text, String redacted) {
        assertThat(Found.redacted(text)).isEqualTo(redacted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Produkt ABA300000 w magazynie",
                "dowód ABA300001 (zła cyfra)",
                "dowód tel 750770",
                "Transaction ID: ABA300000",
                "Kod kreskowy 15108695088",
                "paszport nr 0000178",
                "meet at 12 34 56 a",
                "Kod ZS0000177",
                "lot WA 12345 o czasie",
                "part 123456789 in stock",
                "SSN 000-12-3456",
                "SSN 666-12-3456 or 900-12-3456",
                "order A12345678",
                "code M943688896309",
                "943 476 5919",
                "NHS 943 476 5918",
                "GB123456C in the list",
                "article 123 456 782 x",
                "TFN 123 456 789",
                "Steuer-ID 36574261890",
                "DNI 54362315L",
                "codice fiscale RSSMRA85T10A562T",
                "BSN 111222334",
                "880320-0018",
                "Zamówienie nr 19880320-0016",
                "hetu 131052-308U",
                "2341 2341 2346",
                "PAN ABMXA3211G",
                "CPF 390.533.447-06",
                "11 digits 17291716060",
                "kimlik 17291716050",
                "The meeting on 17.09.1995 was long",
                "urodziny, a termin 31.02.1995",
                "born 45 years ago, admitted 2020-01-01",
                "ważny do 17.09.2025"
            })
    void leavesLookAlikes(String text) {
        assertThat(Found.redacted(text)).isEqualTo(text);
    }
}
