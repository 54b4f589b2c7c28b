package dev.jacobi.processor.transform.inplace;

import dev.jacobi.processor.analysis.Escapes;
import dev.jacobi.processor.ir.Adjoint;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Rewriter;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The pullbacks of called functions become objects that are used again. These hold the adjoints of several numbers
 * themselves, where an ordinary pullback gives a record of them.
 */
final class Pullbacks {

    /** What is added to a parameter's name for the adjoint that a pullback holds. */
    private static final String ADJOINT = "Gradient";

    private final Map<Var, FunctionName.InPlace> names = new HashMap<>();
    private final Map<Var, Var> renamed = new HashMap<>();

    /** Which pullback holds what a variable held the record of. */
    private final Map<Var, Var> gradients = new HashMap<>();

    private Pullbacks() {}

    static Pullbacks of(Adjoint adjoint, Escapes escapes, Reuse.Places places) {
        Pullbacks pullbacks = new Pullbacks();
        List<Stmt> forward = Walk.all(adjoint.forward());
        for (Stmt statement : forward) {
            if (statement instanceof Stmt.Declare s
                    && s.value() instanceof Expr.Call call
                    && call.function() instanceof FunctionName.Forward name
                    && places.canMake(name.primal())) {
                FunctionName.InPlace inPlace = new FunctionName.InPlace(name, stays(s.variable(), adjoint, escapes));
                pullbacks.names.put(s.variable(), inPlace);
                pullbacks.renamed.put(s.variable(), new Var(s.variable().name(), places.pullback(inPlace)));
            }
        }
        forward.forEach(pullbacks::tape);
        forward.forEach(pullbacks::restored);
        Walk.all(adjoint.backward()).forEach(pullbacks::restored);
        forward.forEach(pullbacks::gradient); // of independent iterations, which run both sweeps
        Walk.all(adjoint.backward()).forEach(pullbacks::gradient);
        return pullbacks;
    }

    /** Whether an array that a call gives is not asked for when the caller has ended. */
    private static boolean stays(Var pullback, Adjoint adjoint, Escapes escapes) {
        boolean stays = adjoint.value() == null || !Walk.reads(adjoint.value()).contains(pullback);
        for (Stmt statement : Walk.all(adjoint.forward())) {
            if (statement instanceof Stmt.Declare s && isArrayOf(pullback, s.value())) {
                stays &= !escapes.escapes(new Expr.Ref(s.variable(), s.note().span()), 1);
            } else {
                for (Expr expression : Walk.own(statement)) {
                    stays &= !mentionsArrayOf(pullback, expression);
                }
            }
        }
        return stays;
    }

    private static boolean mentionsArrayOf(Var pullback, Expr e) {
        return isArrayOf(pullback, e) || Walk.operands(e).stream().anyMatch(o -> mentionsArrayOf(pullback, o));
    }

    private static boolean isArrayOf(Var pullback, @Nullable Expr e) {
        return e instanceof Expr.Component component
                && component.type() instanceof Type.Array
                && component.struct() instanceof Expr.Ref ref
                && ref.variable().equals(pullback)
                && !isShadow(component, pullback.type());
    }

    /** Whether a component is the shadow of another, which has its name without what is added to it. */
    private static boolean isShadow(Expr.Component component, Type pullback) {
        return pullback instanceof Type.Struct struct
                && struct.components().stream().anyMatch(c -> component.name().equals(c.name() + "Bar"));
    }

    /** Whether a pullback's class is made here; one that a tape held has another name than when it was made. */
    private boolean isOwn(Var pullback) {
        return renamed.containsKey(pullback);
    }

    private void tape(Stmt statement) {
        if (statement instanceof Stmt.Store s
                && s.array() instanceof Expr.Ref tape
                && s.value() instanceof Expr.Ref value
                && renamed.containsKey(value.variable())) {
            Type type = new Type.Array(renamed(value.variable()).type());
            renamed.put(tape.variable(), new Var(tape.variable().name(), type));
        }
    }

    /** What a tape gives back is of its elements' class, under whatever name. */
    private void restored(Stmt statement) {
        if (statement instanceof Stmt.Declare s
                && s.value() instanceof Expr.Apply apply
                && apply.primitive().form() == Primitive.Form.INDEX
                && apply.operands().get(0) instanceof Expr.Ref tape
                && renamed.containsKey(tape.variable())
                && renamed(tape.variable()).type() instanceof Type.Array array) {
            renamed.put(s.variable(), new Var(s.variable().name(), array.element()));
        }
    }

    private void gradient(Stmt statement) {
        if (statement instanceof Stmt.Declare s
                && s.variable().type() instanceof Type.Struct
                && s.value() instanceof Expr.Call call
                && call.function() instanceof FunctionName.Backward
                && call.arguments().get(0) instanceof Expr.Ref pullback
                && isOwn(pullback.variable())) {
            gradients.put(s.variable(), pullback.variable());
        }
    }

    Var renamed(Var variable) {
        return renamed.getOrDefault(variable, variable);
    }

    /** Whether a statement calls a forward half. */
    boolean isCall(Stmt.Declare s) {
        return names.containsKey(s.variable()) && s.value() instanceof Expr.Call;
    }

    /** The call of the in-place half. */
    Stmt called(Stmt.Declare s, Rewriter arrays, Requests requests) {
        FunctionName.InPlace name = names.get(s.variable());
        if (name == null || !(s.value() instanceof Expr.Call call)) {
            throw new IllegalStateException(s.variable() + " is no pullback");
        }
        List<Expr> arguments = new ArrayList<>();
        call.arguments().forEach(argument -> arguments.add(arrays.rewrite(argument)));
        arguments.add(new Expr.Ref(requests.scratch(), call.span()));
        Var variable = renamed(s.variable());
        return new Stmt.Declare(variable, new Expr.Call(name, arguments, variable.type(), call.span()), s.note());
    }

    /** The call of a backward half that gives several adjoints: they are in the pullback then. */
    Optional<Expr> applied(Stmt.Declare s) {
        if (gradients.containsKey(s.variable()) && s.value() instanceof Expr.Call call) {
            return Optional.of(new Expr.Call(call.function(), call.arguments(), Type.Scalar.VOID, call.span()));
        }
        return Optional.empty();
    }

    /** {@code gradient.x()} becomes {@code pullback.xGradient()}. */
    Optional<Expr> ofGradient(Expr.Component e) {
        if (e.struct() instanceof Expr.Ref ref && gradients.containsKey(ref.variable())) {
            Var pullback = gradients.getOrDefault(ref.variable(), ref.variable());
            Expr.Ref held = new Expr.Ref(renamed(pullback), ref.span());
            return Optional.of(new Expr.Component(held, e.name() + ADJOINT, e.type(), e.span()));
        }
        return Optional.empty();
    }
}
