package dev.jacobi.processor;

import dev.jacobi.processor.backend.Derivative;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.options.Optimisation;
import dev.jacobi.processor.options.Optimisations;
import dev.jacobi.processor.transform.sparsity.DirectPattern;
import java.util.Optional;

/** Decides how the pattern of a sparse matrix is found: from index expressions alone, or with sets at run time. */
final class PatternStage {

    private PatternStage() {}

    /** @param sets the function that finds it with sets */
    static Derivative.Sparse of(FunctionName.Sparsity name, Function sets, Optimisations optimisations, Plan plan) {
        boolean tries = !name.curved() && optimisations.has(Optimisation.DIRECT_PATTERN);
        FunctionName.Pattern entries = new FunctionName.Pattern(name);
        Optional<Function> direct = tries ? DirectPattern.of(sets, entries) : Optional.empty();
        direct.ifPresent(function -> plan.made().put(entries, function));
        FunctionName found = direct.isPresent() ? entries : name;
        plan.call(found);
        return new Derivative.Sparse(plan.method(found), name.curved(), direct.isPresent());
    }
}
