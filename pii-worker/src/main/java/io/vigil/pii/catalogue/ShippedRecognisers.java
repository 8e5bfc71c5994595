package io.vigil.pii.catalogue;

import io.vigil.pii.recogniser.Recogniser;
import io.vigil.pii.recogniser.country.Australia;
import io.vigil.pii.recogniser.country.Brazil;
import io.vigil.pii.recogniser.country.Canada;
import io.vigil.pii.recogniser.country.Denmark;
import io.vigil.pii.recogniser.country.Finland;
import io.vigil.pii.recogniser.country.France;
import io.vigil.pii.recogniser.country.Germany;
import io.vigil.pii.recogniser.country.India;
import io.vigil.pii.recogniser.country.Italy;
import io.vigil.pii.recogniser.country.Netherlands;
import io.vigil.pii.recogniser.country.Norway;
import io.vigil.pii.recogniser.country.Poland;
import io.vigil.pii.recogniser.country.Portugal;
import io.vigil.pii.recogniser.country.Spain;
import io.vigil.pii.recogniser.country.Sweden;
import io.vigil.pii.recogniser.country.Turkey;
import io.vigil.pii.recogniser.country.UnitedKingdom;
import io.vigil.pii.recogniser.country.UnitedStates;
import io.vigil.pii.recogniser.crypto.CryptoAddress;
import io.vigil.pii.recogniser.generic.BirthDateRecogniser;
import io.vigil.pii.recogniser.generic.CardRecogniser;
import io.vigil.pii.recogniser.generic.EmailRecogniser;
import io.vigil.pii.recogniser.generic.IbanRecogniser;
import io.vigil.pii.recogniser.generic.IpRecogniser;
import io.vigil.pii.recogniser.generic.MacRecogniser;
import io.vigil.pii.recogniser.generic.NameRecognisers;
import io.vigil.pii.recogniser.generic.PhoneRecogniser;
import io.vigil.pii.recogniser.generic.UrlRecogniser;
import io.vigil.pii.recogniser.secrets.ApiKeyRecogniser;
import io.vigil.pii.recogniser.secrets.JwtRecogniser;
import io.vigil.pii.recogniser.secrets.PrivateKeyRecogniser;
import java.util.List;
import java.util.stream.Stream;

/** The list of recognisers, room by room. */
final class ShippedRecognisers {

    private static final List<Recogniser> GENERIC = List.of(
            new EmailRecogniser(),
            PhoneRecogniser.PHONE,
            new UrlRecogniser(),
            IpRecogniser.IP,
            MacRecogniser.MAC,
            CardRecogniser.CARD,
            IbanRecogniser.IBAN,
            BirthDateRecogniser.BIRTH_DATE);

    private static final List<Recogniser> SECRETS =
            List.of(CryptoAddress.ADDRESS, new ApiKeyRecogniser(), new JwtRecogniser(), new PrivateKeyRecogniser());

    static final List<Recogniser> ALL = Stream.<List<? extends Recogniser>>of(
                    GENERIC,
                    NameRecognisers.ALL,
                    SECRETS,
                    Poland.ALL,
                    UnitedStates.ALL,
                    UnitedKingdom.ALL,
                    Canada.ALL,
                    Australia.ALL,
                    Germany.ALL,
                    France.ALL,
                    Spain.ALL,
                    Italy.ALL,
                    Portugal.ALL,
                    Netherlands.ALL,
                    Sweden.ALL,
                    Norway.ALL,
                    Denmark.ALL,
                    Finland.ALL,
                    India.ALL,
                    Brazil.ALL,
                    Turkey.ALL)
            .<Recogniser>flatMap(List::stream)
            .toList();

    private ShippedRecognisers() {}
}
