package io.vigil.pii.recogniser.secrets;

import static io.vigil.pii.recogniser.secrets.KeyFormat.Alphabet.CAPITALS;
import static io.vigil.pii.recogniser.secrets.KeyFormat.Alphabet.DOTTED;
import static io.vigil.pii.recogniser.secrets.KeyFormat.Alphabet.HEX;
import static io.vigil.pii.recogniser.secrets.KeyFormat.Alphabet.URL;
import static io.vigil.pii.recogniser.secrets.KeyFormat.Alphabet.WORD;
import static io.vigil.pii.recogniser.secrets.KeyFormat.atLeast;
import static io.vigil.pii.recogniser.secrets.KeyFormat.exactly;

import java.util.List;

/** How well-known providers write their keys, from their documents and the rules of GitHub's secret scanning. */
final class ProviderKeys {

    static final List<KeyFormat> ALL = List.of(
            // Amazon Web Services
            exactly("AKIA", CAPITALS, 16),
            exactly("ASIA", CAPITALS, 16),
            exactly("ABIA", CAPITALS, 16),
            exactly("ACCA", CAPITALS, 16),
            // Google
            exactly("AIza", URL, 35),
            exactly("GOCSPX-", URL, 28),
            atLeast("ya29.", URL, 20),
            // GitHub, GitLab, Atlassian
            exactly("ghp_", WORD, 36),
            exactly("gho_", WORD, 36),
            exactly("ghu_", WORD, 36),
            exactly("ghs_", WORD, 36),
            exactly("ghr_", WORD, 36),
            exactly("github_pat_", URL, 82),
            atLeast("glpat-", DOTTED, 20),
            atLeast("gldt-", URL, 20),
            atLeast("glrt-", URL, 20),
            atLeast("ATATT3", URL, 60),
            atLeast("ATCTT3", URL, 60),
            // Models
            atLeast("sk-", URL, 32),
            atLeast("gsk_", WORD, 40),
            atLeast("xai-", WORD, 60),
            atLeast("pplx-", WORD, 40),
            exactly("r8_", WORD, 37),
            exactly("hf_", WORD, 34),
            // Payments
            atLeast("sk_live_", WORD, 24),
            atLeast("sk_test_", WORD, 24),
            atLeast("rk_live_", WORD, 24),
            atLeast("rk_test_", WORD, 24),
            atLeast("whsec_", WORD, 24),
            atLeast("sq0atp-", URL, 22),
            atLeast("sq0csp-", URL, 40),
            // Messages and mail
            atLeast("xoxb-", URL, 24),
            atLeast("xoxp-", URL, 24),
            atLeast("xoxa-", URL, 24),
            atLeast("xoxr-", URL, 24),
            atLeast("xoxs-", URL, 24),
            atLeast("xapp-", URL, 24),
            exactly("SG.", DOTTED, 66),
            exactly("key-", HEX, 32),
            exactly("SK", HEX, 32),
            // Packages, hosting, data
            exactly("npm_", WORD, 36),
            atLeast("pypi-", URL, 80),
            atLeast("dckr_pat_", URL, 24),
            exactly("dop_v1_", HEX, 64),
            exactly("doo_v1_", HEX, 64),
            exactly("shpat_", HEX, 32),
            exactly("shpss_", HEX, 32),
            exactly("shpca_", HEX, 32),
            exactly("shppa_", HEX, 32),
            atLeast("dapi", HEX, 32),
            atLeast("hvs.", URL, 24),
            atLeast("hvb.", URL, 24),
            atLeast("dp.pt.", WORD, 40),
            atLeast("glsa_", URL, 32),
            atLeast("sbp_", HEX, 40),
            atLeast("pscale_tkn_", DOTTED, 32),
            atLeast("pscale_pw_", DOTTED, 32),
            atLeast("lin_api_", WORD, 32),
            atLeast("ntn_", WORD, 40),
            atLeast("NRAK-", CAPITALS, 27),
            atLeast("PMAK-", URL, 50),
            atLeast("sntrys_", DOTTED, 40),
            atLeast("AGE-SECRET-KEY-1", CAPITALS, 58));

    private ProviderKeys() {}
}
