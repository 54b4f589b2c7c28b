package dev.jacobi.processor;

import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.frontend.Headers;
import dev.jacobi.processor.ir.Adjoint;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.Leaves;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Shadows;
import dev.jacobi.processor.ir.Sharing;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;

/**
 * The derivatives of a gradient, g(x) = ∇f(x), which are gradients again:
 *
 * <pre>
 *   tangent    g(x), and along ẋ:   ∇ₓ (∂f(x)·ẋ)
 *   adjoint    of a seed s:         ∇ₓ (∂f(x)·s)      since the matrix of second derivatives is symmetric
 * </pre>
 */
final class Gradients {

    private static final Span SPAN = Span.NOWHERE;
    private static final Stmt.Note PRIMAL = new Stmt.Note(Stmt.Role.PRIMAL, SPAN);
    private static final Stmt.Note KEPT = new Stmt.Note(Stmt.Role.KEPT, SPAN);
    private static final Stmt.Note ADJOINT = new Stmt.Note(Stmt.Role.ADJOINT, SPAN);

    private final FunctionName.Gradient gradient;
    private final Headers headers;
    private final NameSupply names = new NameSupply();
    private final List<Var> parameters = new ArrayList<>();
    private final Var result;

    private Gradients(FunctionName.Gradient gradient, Headers headers) {
        this.gradient = gradient;
        this.headers = headers;
        for (Type.Component parameter : headers.parameters(gradient)) {
            parameters.add(new Var(names.fresh(parameter.name()), parameter.type()));
        }
        this.result = new Var(names.fresh("gradient"), headers.result(gradient));
    }

    /** Gradient and tangent side by side. */
    static Function tangent(
            FunctionName.Gradient gradient, FunctionName.Tangent name, Headers headers, Type.Struct struct) {
        return new Gradients(gradient, headers).tangent(name, struct);
    }

    /** The two halves of its reverse mode. */
    static Adjoint halves(FunctionName.Gradient gradient, FunctionName.Forward name, Headers headers) {
        return new Gradients(gradient, headers).halves(name);
    }

    private Function tangent(FunctionName.Tangent name, Type.Struct struct) {
        List<Var> all = new ArrayList<>(parameters);
        for (int i : name.active()) {
            Var parameter = parameters.get(i);
            all.add(new Var(names.fresh(parameter.name() + "Dot"), parameter.type()));
        }
        FunctionName along = new FunctionName.Gradient(
                new FunctionName.Jvp(gradient.of(), name.active(), name.sharing()), gradient.active());
        Var dot = new Var(names.fresh("gradientDot"), headers.result(along));
        List<Stmt> body = List.of(
                new Stmt.Declare(result, call(gradient, result.type(), refs(parameters)), PRIMAL),
                new Stmt.Declare(dot, call(along, dot.type(), refs(all)), new Stmt.Note(Stmt.Role.TANGENT, SPAN)));
        List<Expr> both = new ArrayList<>(Leaves.of(ref(result)));
        both.addAll(Leaves.of(ref(dot)));
        return new Function(name, all, Set.of(), body, new Expr.Build(struct, both, SPAN), struct);
    }

    private Adjoint halves(FunctionName.Forward name) {
        List<Var> shadows = new ArrayList<>();
        for (int i : name.active()) {
            Var parameter = parameters.get(i);
            if (parameter.type() instanceof Type.Array) {
                shadows.add(new Var(names.fresh(parameter.name() + "Bar"), parameter.type()));
            }
        }
        List<Stmt> forward = new ArrayList<>();
        Stmt made = new Stmt.Declare(result, call(gradient, result.type(), refs(parameters)), PRIMAL);
        List<Expr> arguments = kept(name.steady(), forward);
        forward.add(made);
        List<Expr> parts = Leaves.of(ref(result));
        List<Var> valueShadows = new ArrayList<>();
        List<Var> seeds = new ArrayList<>();
        List<Expr> directions = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Expr part = parts.get(i);
            Var seed = new Var(names.fresh(seedName(i, part.type())), part.type());
            if (part.type() instanceof Type.Array) {
                forward.add(new Stmt.Declare(seed, Shadows.zerosLike(part), KEPT));
                valueShadows.add(seed);
            } else {
                seeds.add(seed);
            }
            directions.add(ref(seed));
        }
        arguments.addAll(directions);
        List<Stmt> backward = new ArrayList<>();
        List<Expr> bars = backward(name.active(), arguments, shadows, backward);
        valueShadows.forEach(shadow -> backward.add(new Stmt.Effect(effect("clear", ref(shadow)), ADJOINT)));
        Function primal = new Function(gradient, parameters, Set.of(), List.of(made), ref(result), result.type());
        Expr value = result.type() instanceof Type.Struct ? new Expr.Build(result.type(), parts, SPAN) : ref(result);
        return new Adjoint(primal, name.active(), shadows, forward, value, valueShadows, seeds, backward, bars);
    }

    /** An array's seed is its shadow. */
    private String seedName(int i, Type type) {
        boolean array = type instanceof Type.Array;
        if (!(result.type() instanceof Type.Struct struct)) {
            return array ? "valueBar" : "seed";
        }
        String part = struct.components().get(i).name();
        return array ? part + "Bar" : Leaves.joined("seed", part);
    }

    /** The arguments as they were, for the backward half: arrays that somebody may overwrite are copied. */
    private List<Expr> kept(SortedSet<Integer> steady, List<Stmt> forward) {
        List<Expr> arguments = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            Var parameter = parameters.get(i);
            if (parameter.type() instanceof Type.Array array && !steady.contains(i)) {
                Var copy = new Var(names.fresh(parameter.name() + "Then"), array);
                forward.add(new Stmt.Declare(copy, copied(parameter, array), KEPT));
                arguments.add(ref(copy));
            } else {
                arguments.add(ref(parameter));
            }
        }
        return arguments;
    }

    private static Expr copied(Var parameter, Type.Array array) {
        if (array.element() instanceof Type.Scalar) {
            Primitive clone = new Primitive(
                    Primitive.Form.METHOD, array, "clone", List.of(array), array, false, array + ".clone()");
            return new Expr.Apply(clone, List.of(ref(parameter)), SPAN);
        }
        return Shadows.call("copy", array, true, SPAN, ref(parameter));
    }

    /** The adjoints of the numbers; those of arrays are added to their shadows. */
    private List<Expr> backward(
            SortedSet<Integer> active, List<Expr> arguments, List<Var> shadows, List<Stmt> backward) {
        FunctionName second =
                new FunctionName.Gradient(new FunctionName.Jvp(gradient.of(), gradient.active(), Sharing.NONE), active);
        Var curvature = new Var(names.fresh("curvature"), headers.result(second));
        backward.add(new Stmt.Declare(curvature, call(second, curvature.type(), arguments), ADJOINT));
        List<Expr> bars = new ArrayList<>();
        int next = 0;
        for (Expr bar : Leaves.of(ref(curvature))) {
            if (bar.type() instanceof Type.Array) {
                backward.add(new Stmt.Effect(effect("add", ref(shadows.get(next++)), bar), ADJOINT));
            } else {
                bars.add(bar);
            }
        }
        return bars;
    }

    private static Expr effect(String name, Expr... operands) {
        return Shadows.call(name, Type.Scalar.VOID, false, SPAN, operands);
    }

    private static Expr call(FunctionName function, Type type, List<Expr> arguments) {
        return new Expr.Call(function, arguments, type, SPAN);
    }

    private static Expr ref(Var variable) {
        return new Expr.Ref(variable, SPAN);
    }

    private static List<Expr> refs(List<Var> variables) {
        List<Expr> refs = new ArrayList<>();
        variables.forEach(v -> refs.add(ref(v)));
        return refs;
    }
}
