package dev.jacobi.processor;

import dev.jacobi.processor.analysis.Activity;
import dev.jacobi.processor.analysis.CallGraph;
import dev.jacobi.processor.analysis.Steadiness;
import dev.jacobi.processor.frontend.Headers;
import dev.jacobi.processor.ir.Effects;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Verifier;
import dev.jacobi.processor.options.Optimisations;
import dev.jacobi.processor.rules.Partials;
import dev.jacobi.processor.simplify.Simplify;
import dev.jacobi.processor.transform.Preparation;
import dev.jacobi.processor.transform.Signatures;
import dev.jacobi.processor.transform.Weighting;
import dev.jacobi.processor.transform.lanes.Batches;
import dev.jacobi.processor.transform.lanes.Lanes;
import dev.jacobi.processor.transform.sparsity.Bodies;
import dev.jacobi.processor.transform.sparsity.Sparsity;
import dev.jacobi.processor.transform.tangent.Tangent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The functions that can be differentiated: methods as they were read, and what forward mode has made of them, as often
 * as it was applied. Each is an ordinary function again, so that the same stages serve every order.
 */
final class DerivedFunctions implements Lanes.Callees {

    /** The methods of the source. */
    interface Primals {
        /** Null where the source isn't there, or can't be read. */
        @Nullable
        Function body(FunctionName.Primal name);
    }

    private final Primals primals;
    private final Headers headers;
    private final Signatures signatures;
    private final CallGraph calls;
    private final Partials partials;
    private final Optimisations optimisations;
    private final Stages stages;
    private final boolean verify;
    private final Map<FunctionName, Function> known = new HashMap<>();

    /** The functions of several directions that are being made. */
    private final Set<FunctionName.Tangents> open = new HashSet<>();

    DerivedFunctions(
            Primals primals,
            Headers headers,
            Signatures signatures,
            CallGraph calls,
            Partials partials,
            Optimisations optimisations,
            Stages stages,
            boolean verify) {
        this.primals = primals;
        this.headers = headers;
        this.signatures = signatures;
        this.calls = calls;
        this.partials = partials;
        this.optimisations = optimisations;
        this.stages = stages;
        this.verify = verify;
    }

    /** A function's body; null where it is not to be had, as that of a gradient or of another jar's method. */
    @Nullable
    Function body(FunctionName name) {
        Function function = known.get(name);
        if (function == null) {
            function = make(name);
            if (function != null) {
                known.put(name, function);
            }
        }
        return function;
    }

    private @Nullable Function make(FunctionName name) {
        if (name instanceof FunctionName.Primal primal) {
            return primals.body(primal);
        }
        if (name instanceof FunctionName.Batch batch) {
            return verifiedOrNull(new Batches(this::body, headers::result, calls).function(batch));
        }
        if (name instanceof FunctionName.FixedPoint point) {
            return new FixedPoints(point, headers).body();
        }
        if (name instanceof FunctionName.Converged converged) {
            return verified(FixedPointLoops.converged(converged, headers));
        }
        if (name instanceof FunctionName.Transposed transposed) {
            return verified(FixedPointLoops.transposed(transposed, headers));
        }
        if (name instanceof FunctionName.Tangent tangent) {
            return made(tangent);
        }
        if (name instanceof FunctionName.Tangents tangents) {
            return verifiedOrNull(tangents(tangents));
        }
        if (name instanceof FunctionName.Jvp jvp) {
            Function both = body(jvp.both());
            return both == null ? null : directional(both, jvp);
        }
        if (name instanceof FunctionName.Sparsity sparsity && !isFixedPoint(sparsity.of())) {
            Function of = body(sparsity.of());
            return of == null ? null : sparsity(of, sparsity);
        }
        if (name instanceof FunctionName.Weighted weighted) {
            Function of = body(weighted.of());
            return of == null
                    ? null
                    : Weighting.of(of, weighted, headers.parameters(weighted), headers.result(weighted));
        }
        return null;
    }

    private @Nullable Function made(FunctionName.Tangent name) {
        CallingDerivatives calling = CallingDerivatives.of(name.of(), headers);
        if (calling != null) {
            return verified(calling.tangent(name, signatures.madeTangent(name)));
        }
        Function of = body(name.of());
        return of == null ? null : tangent(of, name, signatures);
    }

    /** Recursive functions have none: they would be called while they are made. */
    private @Nullable Function tangents(FunctionName.Tangents name) {
        Function one = body(name.of());
        if (one == null || !open.add(name)) {
            return null;
        }
        Optional<Function> several = Lanes.of(one, name, this).filter(f -> !LaneStage.isLarge(f));
        open.remove(name);
        return several.orElse(null);
    }

    @Override
    public @Nullable Function tangent(FunctionName.Tangent name) {
        return body(name);
    }

    @Override
    public boolean hasTangents(FunctionName.Tangents name) {
        return body(name) != null;
    }

    @Override
    public Type result(FunctionName.Tangents name) {
        return signatures.result(name);
    }

    /** Value and tangent of a function. */
    Function tangent(Function of, FunctionName.Tangent name, Signatures called) {
        Activity activity = Activity.of(of, name.active(), name.sharing(), calls);
        long preparing = stages.start();
        Function prepared =
                Preparation.prepare(of, activity, Steadiness.ofEverything(activity.memory()), partials, optimisations);
        stages.stop(Stages.Stage.PREPARE, preparing);
        Activity again = Activity.of(verified(prepared), name.active(), name.sharing(), calls);
        long start = stages.start();
        Function tangent = verified(Tangent.of(prepared, name, again, partials, called));
        stages.stop(Stages.Stage.TANGENT, start);
        long simplifying = stages.start();
        Function simplified = new Simplify(optimisations).tangent(tangent);
        stages.stop(Stages.Stage.SIMPLIFY, simplifying);
        return verified(simplified);
    }

    /** What the results of a function depend on. */
    private Function sparsity(Function of, FunctionName.Sparsity name) {
        Activity activity = Activity.of(of, name.active(), name.sharing(), calls);
        Function sparsity = verified(Sparsity.of(of, name, activity, partials, new Known()));
        return verified(new Simplify(optimisations).needed(sparsity));
    }

    /** Of a fixed point everything depends on everything, whatever its iteration looks like. */
    private static boolean isFixedPoint(FunctionName name) {
        return name instanceof FunctionName.FixedPoint;
    }

    private final class Known implements Bodies {
        @Override
        public boolean isKnown(FunctionName function) {
            return !isFixedPoint(function) && body(function) != null;
        }

        @Override
        public Type result(FunctionName.Sparsity name) {
            return headers.result(name);
        }
    }

    /** The tangent alone: what only the value needs is not computed, unless it may throw. */
    private Function directional(Function both, FunctionName.Jvp name) {
        Expr result = both.result();
        Type type = headers.result(name);
        if (!(result instanceof Expr.Build build)) {
            return both;
        }
        List<Expr> all = build.components();
        List<Expr> dots = all.subList(all.size() - count(type), all.size());
        Expr dot = type instanceof Type.Struct ? new Expr.Build(type, dots, result.span()) : dots.get(0);
        List<Stmt> body = new ArrayList<>(both.body());
        NameSupply names = NameSupply.after(both);
        for (Expr value : all.subList(0, all.size() - dots.size())) {
            if (!Effects.isFree(value)) {
                Var unread = new Var(names.fresh("value"), value.type());
                body.add(new Stmt.Declare(unread, value, new Stmt.Note(Stmt.Role.PRIMAL, value.span())));
            }
        }
        Function alone = new Function(name, both.parameters(), both.reserved(), body, dot, type);
        return verified(new Simplify(optimisations).needed(alone));
    }

    private static int count(Type type) {
        return type instanceof Type.Struct struct ? struct.components().size() : 1;
    }

    private @Nullable Function verifiedOrNull(@Nullable Function function) {
        return function == null ? null : verified(function);
    }

    private Function verified(Function function) {
        if (verify) {
            Verifier.check(function);
        }
        return function;
    }
}
