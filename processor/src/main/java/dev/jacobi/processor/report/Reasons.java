package dev.jacobi.processor.report;

import dev.jacobi.processor.transform.adjoint.Retentions.Retention;

/** Why a value is recorded or computed again, in words. */
final class Reasons {

    private Reasons() {}

    /** @param source the expression that gives the value, as the source has it; empty where there is none */
    static String of(Retention retention, String source) {
        String code = source.isEmpty() || source.contains("`") ? "" : " (`" + source + "`)";
        return switch (retention.reason()) {
            case COMPUTED_AGAIN ->
                "Not recorded: working it out again" + code + " is as cheap as reading it back from memory.";
            case CARRIED ->
                "The loop hands it on, so the next iteration overwrites it; the backward sweep needs what each"
                        + " iteration began with.";
            case BRANCHES -> "It gets its value in branches, so there is no single formula to work it out again.";
            case DEAR -> "Working it out again" + code + " would cost more than reading it back from memory.";
            case OVERWRITTEN ->
                "It is read from an array" + code + " that is written to later, so the value is gone by then.";
            case EFFECT -> "Evaluating it a second time" + code + " might have an effect, or give something else.";
            case OUT_OF_REACH -> "What it is worked out from" + code + " isn't kept itself.";
        };
    }
}
