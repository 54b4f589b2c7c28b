package dev.jacobi.processor;

import dev.jacobi.processor.analysis.Activity;
import dev.jacobi.processor.analysis.CallGraph;
import dev.jacobi.processor.analysis.Escapes;
import dev.jacobi.processor.analysis.Leaks;
import dev.jacobi.processor.analysis.Steadiness;
import dev.jacobi.processor.backend.Derivative;
import dev.jacobi.processor.backend.DerivativeNames;
import dev.jacobi.processor.backend.Door;
import dev.jacobi.processor.backend.GeneratedClass;
import dev.jacobi.processor.backend.JavaWriter;
import dev.jacobi.processor.diag.Origin;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.frontend.FunctionCopies;
import dev.jacobi.processor.ir.Adjoint;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.HandRule;
import dev.jacobi.processor.ir.InPlace;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Sharing;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.options.Optimisations;
import dev.jacobi.processor.rules.Partials;
import dev.jacobi.processor.simplify.Simplify;
import dev.jacobi.processor.split.Splitter;
import dev.jacobi.processor.transform.Preparation;
import dev.jacobi.processor.transform.Signatures;
import dev.jacobi.processor.transform.adjoint.Reversal;
import dev.jacobi.processor.transform.inplace.BarParameters;
import dev.jacobi.processor.transform.inplace.Reuse;
import dev.jacobi.processor.transform.tangent.Tangent;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Loads the later stages while the first one parses: differentiates {@code x * x} on another thread and throws the
 * result away. In a cold compilation of one small class loading classes is most of the work, and it goes on two cores
 * as well as on one. Nothing of the compiler is touched here, since javac serves one thread only.
 */
final class Rehearsal implements Runnable {

    private static final Type DOUBLE = Type.Scalar.DOUBLE;
    private static final FunctionName.Primal NAME = new FunctionName.Primal("Rehearsal", "f", List.of("double"));

    private static final Span NOWHERE = new Span(new Origin("", null), 0, 0, 0, 0);

    static void start() {
        Thread thread = new Thread(new Rehearsal(), "jacobi-rehearsal");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void run() {
        try {
            JavaWriter.text(derive(), Splitter.LIMIT);
        } catch (RuntimeException | LinkageError performanceOnly) {
            // The real run will meet the same problem and report it.
        }
    }

    private static GeneratedClass derive() {
        Var x = new Var("x", DOUBLE);
        Primitive times = Primitive.infix("*", DOUBLE, DOUBLE);
        Expr ref = new Expr.Ref(x, NOWHERE);
        Var y = new Var("y", DOUBLE);
        Expr square = new Expr.Apply(times, List.of(ref, ref), NOWHERE);
        Stmt declare = new Stmt.Declare(y, square, new Stmt.Note(Stmt.Role.PRIMAL, NOWHERE));
        Function square1 = new Function(NAME, List.of(x), Set.of(), List.of(declare), new Expr.Ref(y, NOWHERE), DOUBLE);
        SortedSet<Integer> active = FunctionName.active(List.of(0));
        Partials partials = new ProductRule();
        CallGraph calls = new CallGraph(new NoCalls(), partials);
        Activity activity = Activity.of(square1, active, calls);
        Steadiness steadiness = Steadiness.ofEverything(activity.memory());
        Function prepared = Preparation.prepare(square1, activity, steadiness, partials, Optimisations.ALL);
        Activity again = Activity.of(prepared, active, calls);
        Signatures signatures = new NoCalls();
        FunctionName.Tangent name = new FunctionName.Tangent(NAME, active);
        Simplify simplify = new Simplify(Optimisations.ALL);
        Function tangent = simplify.tangent(Tangent.of(prepared, name, again, partials, signatures));
        Adjoint adjoint = simplify.adjoint(
                Reversal.of(prepared, active, again, steadiness, partials, signatures, Reversal.Use.SWEEP, true));
        Derivative members = new Derivative.Members(
                "f",
                "f",
                DerivativeNames.ofMethod(0),
                List.of(new Door(square1.parameters().get(0), square1.parameters(), true, DOUBLE)),
                new Door(new Var("value", DOUBLE), List.of(), true, DOUBLE),
                square1,
                active,
                tangent,
                List.of(),
                adjoint,
                adjoint,
                active,
                true,
                List.of(),
                FunctionName.active(List.of()),
                FunctionName.active(List.of()),
                FunctionName.active(List.of()),
                null,
                inPlace(square1, adjoint, activity, calls),
                List.of(),
                null,
                null,
                null,
                Map.of(),
                false);
        return new GeneratedClass(
                "",
                "Rehearsal",
                false,
                "f",
                List.of(),
                List.of(members),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                Map.of(),
                signature -> null,
                signature -> null,
                method -> List.of(),
                new FunctionCopies(),
                Collections.emptySortedSet(),
                Map.of());
    }

    private static InPlace inPlace(Function function, Adjoint adjoint, Activity activity, CallGraph calls) {
        Escapes escapes = Escapes.of(function, activity.memory(), new Leaks(calls, new NoCalls()), false);
        Adjoint sweeps = Reuse.of(adjoint, activity.memory(), escapes, new NoCalls(), Optimisations.ALL);
        return BarParameters.of(sweeps, Set.of(), Set.of(), false);
    }

    /** ∂(x·y)/∂x = y, ∂(x·y)/∂y = x. */
    private static final class ProductRule implements Partials {
        @Override
        public List<@Nullable Partial> of(Primitive primitive) {
            Var x = new Var("x", DOUBLE);
            Var y = new Var("y", DOUBLE);
            Names names = new Names(List.of(x, y), new Var("r", DOUBLE));
            return List.of(
                    new Partial.Factor(names, new Expr.Ref(y, NOWHERE)),
                    new Partial.Factor(names, new Expr.Ref(x, NOWHERE)));
        }
    }

    /** Nothing is called in the rehearsal. */
    private static final class NoCalls implements CallGraph.Bodies, Signatures, Reuse.Places {
        @Override
        public @Nullable Function body(FunctionName name) {
            return null;
        }

        @Override
        public @Nullable Function looked(FunctionName name) {
            return null;
        }

        @Override
        public boolean isHere(FunctionName name) {
            return false;
        }

        @Override
        public Set<Integer> differentiable(FunctionName name) {
            return Set.of();
        }

        @Override
        public Set<Integer> objects(FunctionName name) {
            return Set.of();
        }

        @Override
        public Set<Integer> changed(FunctionName name) {
            return Set.of();
        }

        @Override
        public SortedSet<Integer> active(FunctionName function, SortedSet<Integer> wanted, Sharing sharing) {
            return wanted;
        }

        @Override
        public boolean takesShadows(FunctionName function) {
            return true;
        }

        @Override
        public List<HandRule> rules(FunctionName.Ruled function) {
            return List.of();
        }

        @Override
        public Type result(FunctionName function) {
            return DOUBLE;
        }

        @Override
        public List<Type.Component> parameters(FunctionName function) {
            return List.of(new Type.Component("x", DOUBLE));
        }

        @Override
        public Type.Struct tangent(FunctionName.Tangent name) {
            return new Type.Struct("", "ValueAndJvp", List.of(new Type.Component("value", DOUBLE)));
        }

        @Override
        public boolean canMake(FunctionName.Primal name) {
            return true;
        }

        @Override
        public Type.Struct madeTangent(FunctionName.Tangent name) {
            return tangent(name);
        }

        @Override
        public Type plainTangent(FunctionName.Tangent name, Type result) {
            return result;
        }

        @Override
        public Type.Struct pullback(FunctionName.Forward name) {
            return new Type.Struct("", "Pullback", List.of());
        }

        @Override
        public Type.Struct pullback(FunctionName.InPlace name) {
            return new Type.Struct("", "InPlace", List.of());
        }

        @Override
        public Type gradient(FunctionName.Forward name) {
            return DOUBLE;
        }
    }
}
