package dev.jacobi.processor.ir;

import dev.jacobi.processor.diag.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Calls of the runtime's {@code dev.jacobi.tape.Checkpoints}: loops that are computed again from snapshots. */
public final class Checkpoints {

    /** The type of the variable that holds a loop's snapshots. */
    public static final Type TYPE = new Type.Library("dev.jacobi.tape.Checkpoints");

    /** How the signatures begin of calls that give what a variable held; then comes its name. */
    private static final String NEXT = TYPE + ".next() of ";

    private Checkpoints() {}

    /** {@code Checkpoints.of(snapshots, steps)}. */
    public static Expr made(String name, List<Expr> operands, Span span) {
        return new Expr.Apply(
                primitive(Primitive.Form.STATIC_METHOD, name, Walk.types(operands), TYPE), operands, span);
    }

    /** {@code checkpoints.name(operands)}. */
    public static Expr call(Var checkpoints, String name, Type result, Span span, Expr... operands) {
        List<Expr> all = new ArrayList<>();
        all.add(new Expr.Ref(checkpoints, span));
        all.addAll(List.of(operands));
        return new Expr.Apply(primitive(Primitive.Form.METHOD, name, Walk.types(all), result), all, span);
    }

    /** {@code checkpoints.next()}: what a variable held, for one that stands for it while a step is made again. */
    public static Expr next(Var checkpoints, Var original, Span span) {
        String signature = NEXT + original.name();
        Primitive primitive =
                new Primitive(Primitive.Form.METHOD, TYPE, "next", List.of(TYPE), original.type(), false, signature);
        return new Expr.Apply(primitive, List.of(new Expr.Ref(checkpoints, span)), span);
    }

    /** The variables that stand for others in a retracing loop's step, and which these are. */
    public static Map<Var, Var> originals(Stmt.Loop retracing) {
        Map<Var, Var> originals = new HashMap<>();
        for (Stmt statement : forward(retracing)) {
            if (statement instanceof Stmt.Declare s && s.value() instanceof Expr.Apply apply) {
                String signature = apply.primitive().signature();
                if (signature.startsWith(NEXT)) {
                    originals.put(
                            s.variable(),
                            new Var(
                                    signature.substring(NEXT.length()),
                                    s.variable().type()));
                }
            } else if (statement instanceof Stmt.Declare s && s.value() instanceof Expr.Ref ref) {
                Var original = originals.get(ref.variable());
                if (original != null) {
                    originals.put(s.variable(), original);
                }
            }
        }
        return originals;
    }

    /** Each call does something, so each is made exactly where it stands. */
    private static Primitive primitive(Primitive.Form form, String name, List<Type> operands, Type result) {
        return new Primitive(form, TYPE, name, operands, result, false, TYPE + "." + name + "(" + operands + ")");
    }

    /** A statement behind which a step's adjoint follows on the step. */
    public static Stmt turn(Var checkpoints, Stmt.Note note) {
        return new Stmt.Effect(call(checkpoints, "turn", Type.Scalar.VOID, note.span()), note);
    }

    private static boolean isTurn(Stmt statement) {
        return statement instanceof Stmt.Effect s
                && s.value() instanceof Expr.Apply apply
                && apply.primitive().name().equals("turn")
                && apply.primitive().owner() == TYPE;
    }

    /** Whether a loop's iterations each make a step and undo it. */
    public static boolean isRetracing(Stmt.Loop loop) {
        return loop.body().stream().anyMatch(Checkpoints::isTurn);
    }

    /** What a retracing loop's body does until the step is recorded. */
    public static List<Stmt> forward(Stmt.Loop retracing) {
        return retracing.body().subList(0, turn(retracing));
    }

    /** The step's adjoint. */
    public static List<Stmt> backward(Stmt.Loop retracing) {
        return retracing.body().subList(turn(retracing), retracing.body().size());
    }

    private static int turn(Stmt.Loop retracing) {
        int at = 0;
        while (!isTurn(retracing.body().get(at))) {
            at++;
        }
        return at;
    }
}
