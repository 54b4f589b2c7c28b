package dev.jacobi.processor.report;

import dev.jacobi.processor.analysis.Activity;
import dev.jacobi.processor.ir.Adjoint;
import dev.jacobi.processor.transform.adjoint.Retentions.Retention;
import java.util.List;

/**
 * What is known of one function's derivative in reverse mode.
 *
 * @param member the member of the generated class that runs it, as users know it; of a helper, its own name
 * @param use how its sweeps are used
 * @param sweeps both sweeps, as they are printed
 * @param activity of the function
 * @param tape what is recorded and why
 */
public record Finding(String member, Use use, Adjoint sweeps, Activity activity, List<Retention> tape) {

    /** How two sweeps are used. */
    public enum Use {
        /** One behind the other, in one method. */
        TOGETHER,
        /** The second one any number of times, when a seed is there. */
        PULLBACK,
        /** By the derivative of a method that calls this one. */
        HELPER
    }

    public Finding {
        tape = List.copyOf(tape);
    }
}
