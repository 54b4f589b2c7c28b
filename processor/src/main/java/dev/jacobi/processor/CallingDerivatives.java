package dev.jacobi.processor;

import dev.jacobi.processor.analysis.Memory;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.frontend.Headers;
import dev.jacobi.processor.ir.Adjoint;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.Leaves;
import dev.jacobi.processor.ir.Meanwhile;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Shadows;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** The derivatives of a function of which no statements are derived: in both modes they call derivatives of others. */
abstract class CallingDerivatives extends Calling {

    private static final String UNCHANGED = "dev.jacobi.tape.Unchanged";

    private final FunctionName function;
    final List<Var> parameters;

    CallingDerivatives(FunctionName function, Headers headers, Span span) {
        super(headers, span);
        this.function = function;
        this.parameters = variables(headers.parameters(function), "");
    }

    /** Those of a function; null where its statements are derived. */
    static @Nullable CallingDerivatives of(FunctionName function, Headers headers) {
        if (function instanceof FunctionName.Gradient gradient) {
            return new Gradients(gradient, headers);
        }
        return function instanceof FunctionName.FixedPoint point ? new FixedPoints(point, headers) : null;
    }

    /** Value and tangent side by side. */
    abstract Function tangent(FunctionName.Tangent name, Type.Struct struct);

    /** Adds the function's call; gives its result, or the parts of it. */
    abstract List<Expr> value(List<Stmt> out);

    /** Whether the backward half reads what a parameter holds. */
    abstract boolean keeps(int parameter);

    /**
     * Adds what else the forward half does when the value is there.
     *
     * @return what {@link #repeated} gives of the parameters that are kept
     */
    abstract List<Expr> check(List<Expr> values, List<Stmt> out);

    /** The function that the backward half differentiates: it reads again what is in arrays of fields. */
    abstract FunctionName repeated();

    /** How a message calls what the backward half computes again. */
    abstract String repeatedInWords();

    /**
     * Adds the computation of the adjoints of the active parameters, which it gives in order.
     *
     * @param arguments the parameters that are kept, and the adjoints of the values
     */
    abstract List<Expr> adjoints(SortedSet<Integer> active, List<Expr> arguments, List<Stmt> out);

    /**
     * The two halves of reverse mode.
     *
     * @param rereads whether the function reads arrays of fields, which may have changed by the time of the backward
     *     half: then that looks whether the function still gives the same
     */
    final Adjoint halves(FunctionName.Forward name, boolean rereads) {
        SortedSet<Integer> moving = name.meanwhile().moving();
        List<Var> shadows = new ArrayList<>();
        List<Expr> taken = new ArrayList<>();
        List<Stmt> forward = new ArrayList<>();
        for (int i : name.active()) {
            Var parameter = parameters.get(i);
            if (parameter.type() instanceof Type.Array) {
                Var shadow = new Var(names.fresh(parameter.name() + "Bar"), parameter.type());
                shadows.add(shadow);
                taken.add(withRows(shadow, moving.contains(i), forward));
            }
        }
        List<Expr> arguments = kept(name.meanwhile().steady(), forward);
        List<Stmt> made = new ArrayList<>();
        List<Expr> values = value(made);
        forward.addAll(made);
        List<Stmt> backward = new ArrayList<>();
        List<Expr> repeated = check(values, forward);
        if (rereads) {
            compare(recorded(repeated, forward), arguments, backward);
        }
        List<Var> valueShadows = new ArrayList<>();
        List<Var> seeds = new ArrayList<>();
        Type type = headers.result(function);
        List<Type.Component> parts = Adjoint.parts(type);
        List<Expr> given = new ArrayList<>();
        for (int k = 0; k < values.size(); k++) {
            Expr value = values.get(k);
            boolean array = value.type() instanceof Type.Array;
            String part = parts.get(k).name();
            String wish = array ? part + "Bar" : parts.size() > 1 ? Leaves.joined("seed", part) : "seed";
            Var seed = new Var(names.fresh(wish), value.type());
            if (array) {
                forward.add(new Stmt.Declare(seed, Shadows.zerosLike(value), note(Stmt.Role.KEPT)));
                given.add(withRows(seed, moving.contains(Meanwhile.RESULT), forward));
            }
            (array ? valueShadows : seeds).add(seed);
            arguments.add(array ? given.get(given.size() - 1) : ref(seed));
        }
        List<Expr> bars = bars(adjoints(name.active(), arguments, backward), taken, backward);
        Stmt.Note note = note(Stmt.Role.ADJOINT);
        given.forEach(shadow -> backward.add(new Stmt.Effect(effect("clear", shadow), note)));
        Expr value = together(type, values);
        Function primal = new Function(function, parameters, Set.of(), made, value, type);
        return new Adjoint(primal, name.active(), shadows, forward, value, valueShadows, seeds, backward, bars);
    }

    /** Results as they are now: arrays are copied, as the caller may write to them. */
    private List<Expr> recorded(List<Expr> results, List<Stmt> forward) {
        List<Expr> recorded = new ArrayList<>();
        for (Expr result : results) {
            Stmt.Note note = note(Stmt.Role.KEPT);
            recorded.add(
                    result.type() instanceof Type.Array array
                            ? hold("resultThen", copied(result, array), note, forward)
                            : result);
        }
        return recorded;
    }

    /** Throws unless the function gives what it gave. */
    private void compare(List<Expr> then, List<Expr> arguments, List<Stmt> backward) {
        List<Expr> now = call("resultNow", repeated(), List.copyOf(arguments), note(Stmt.Role.ADJOINT), backward);
        String what = '"' + repeatedInWords() + '"';
        for (int k = 0; k < then.size(); k++) {
            Expr text = new Expr.Literal(what, new Type.Library("java.lang.String"), span);
            List<Expr> operands = List.of(then.get(k), now.get(k), text);
            Primitive check = new Primitive(
                    Primitive.Form.STATIC_METHOD,
                    new Type.Library(UNCHANGED),
                    "check",
                    Walk.types(operands),
                    Type.Scalar.VOID,
                    false,
                    UNCHANGED + ".check(" + Walk.types(operands) + ")");
            backward.add(new Stmt.Effect(new Expr.Apply(check, operands, span), note(Stmt.Role.ADJOINT)));
        }
    }

    /** A shadow as the backward half finds it: with the rows that it has now, if the caller may move them. */
    private Expr withRows(Var shadow, boolean moving, List<Stmt> forward) {
        return moving && Memory.hasRows(shadow.type())
                ? hold(shadow.name() + "Rows", Shadows.rows(ref(shadow)), note(Stmt.Role.KEPT), forward)
                : ref(shadow);
    }

    /** The arguments as they were, for the backward half: arrays that somebody may overwrite are copied. */
    private List<Expr> kept(SortedSet<Integer> steady, List<Stmt> forward) {
        List<Expr> arguments = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            Var parameter = parameters.get(i);
            if (keeps(i)) {
                boolean stays = steady.contains(i);
                arguments.add(stays ? ref(parameter) : copied(parameter, forward, note(Stmt.Role.KEPT)));
            }
        }
        return arguments;
    }

    /** The adjoints of the numbers; those of arrays are added to their shadows. */
    private List<Expr> bars(List<Expr> adjoints, List<Expr> shadows, List<Stmt> backward) {
        List<Expr> bars = new ArrayList<>();
        int next = 0;
        for (Expr bar : adjoints) {
            if (bar.type() instanceof Type.Array) {
                Expr added = Shadows.addDerivative(shadows.get(next++), bar);
                backward.add(new Stmt.Effect(added, note(Stmt.Role.ADJOINT)));
            } else {
                bars.add(bar);
            }
        }
        return bars;
    }
}
