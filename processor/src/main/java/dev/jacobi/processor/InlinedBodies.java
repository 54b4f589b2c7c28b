package dev.jacobi.processor;

import dev.jacobi.processor.frontend.Functions;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.Verifier;
import dev.jacobi.processor.options.Optimisation;
import dev.jacobi.processor.options.Optimisations;
import dev.jacobi.processor.transform.SmallCalls;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The methods of the source as one generated class derives them: small calls have become bodies. */
final class InlinedBodies implements DerivedFunctions.Primals {

    private final Functions functions;
    private final String packageName;
    private final Optimisations optimisations;
    private final boolean verify;

    /** @param packageName the generated class's */
    InlinedBodies(Functions functions, String packageName, Optimisations optimisations, boolean verify) {
        this.functions = functions;
        this.packageName = packageName;
        this.optimisations = optimisations;
        this.verify = verify;
    }

    @Override
    public @Nullable Function body(FunctionName.Primal name) {
        return inlined(name, SmallCalls::inline);
    }

    /** The same with all calls of methods without loops. */
    @Nullable
    Function withoutLoops(FunctionName.Primal name) {
        return inlined(name, SmallCalls::inlineWithoutLoops);
    }

    private @Nullable Function inlined(
            FunctionName.Primal name, BiFunction<Function, SmallCalls.Bodies, Function> inlining) {
        Function function = functions.read(name).function();
        if (function == null) {
            return null;
        }
        Function whole = verified(function);
        return optimisations.has(Optimisation.SMALL_CALLS) ? verified(inlining.apply(whole, this::reachable)) : whole;
    }

    /** A called function that may stand in the generated class's own code: what it names can be reached from there. */
    private @Nullable Function reachable(FunctionName.Primal called) {
        return functions.home(called).equals(packageName)
                ? functions.read(called).function()
                : null;
    }

    private Function verified(Function function) {
        if (verify) {
            Verifier.check(function);
        }
        return function;
    }
}
