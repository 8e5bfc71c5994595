package io.vigil.architecture;

/** The services and the command line, by package. */
final class Services {

    static final String[] PACKAGES = {
        "io.vigil.api..",
        "io.vigil.detection..",
        "io.vigil.pii..",
        "io.vigil.arbiter..",
        "io.vigil.logging..",
        "io.vigil.cli.."
    };

    private Services() {}
}
