package io.vigil.logging.explain;

/** Why a branch did not run, in plain words. */
final class WhyNot {

    private WhyNot() {}

    static String skipped(String reason) {
        return switch (reason) {
            case "mode_fast" -> "the request asked for the fast mode, which does without it";
            case "decided" -> "the other branches had decided already, and it could not have changed that";
            case "empty_stage" -> "it was taken out to measure the transport alone";
            default -> "it was left out on purpose";
        };
    }

    static String degraded(String reason) {
        return switch (reason) {
            case "timeout" -> "it did not answer in time";
            case "circuit_open" -> "it had failed several times and was given a pause";
            case "unreachable" -> "it could not be reached";
            case "bad_answer" -> "its answer could not be read";
            case "reported_degraded" -> "it said itself that it could not do its work";
            case "not_installed" -> "it is not installed";
            default -> "it failed";
        };
    }
}
