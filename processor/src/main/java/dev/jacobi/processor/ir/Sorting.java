package dev.jacobi.processor.ir;

import dev.jacobi.processor.diag.Span;
import java.util.List;

/** Calls of the runtime's {@code dev.jacobi.tape.Sorting}: derivatives move with the numbers that are sorted. */
public final class Sorting {

    private static final String OWNER = "dev.jacobi.tape.Sorting";
    private static final Type ORDER = new Type.Array(Type.Scalar.INT);

    private Sorting() {}

    /** A variable for the order into which {@code Arrays.sort(a)} or {@code Arrays.sort(a, from, to)} puts numbers. */
    public static Var order(NameSupply names) {
        return new Var(names.fresh("order"), ORDER);
    }

    /** That order, asked for before they are sorted. */
    public static Expr orderOf(Expr.Apply sort) {
        return call("order", ORDER, sort.operands(), sort.span());
    }

    /** @param name {@code move} for tangents, {@code moveBack} for adjoints */
    public static Expr moved(String name, Expr derivatives, Var order, Expr.Apply sort) {
        Span span = sort.span();
        Expr from = sort.operands().size() == 1
                ? new Expr.Literal("0", Type.Scalar.INT, span)
                : sort.operands().get(1);
        return call(name, Type.Scalar.VOID, List.of(derivatives, new Expr.Ref(order, span), from), span);
    }

    /** The same move of other tangents. */
    public static Expr moved(Expr.Apply move, Expr tangents) {
        return call("move", Type.Scalar.VOID, onto(tangents, move), move.span());
    }

    /** The move undone, of adjoints. */
    public static Expr movedBack(Expr.Apply move, Expr adjoints) {
        return call("moveBack", Type.Scalar.VOID, onto(adjoints, move), move.span());
    }

    private static List<Expr> onto(Expr derivatives, Expr.Apply move) {
        return List.of(derivatives, move.operands().get(1), move.operands().get(2));
    }

    private static Expr call(String name, Type result, List<Expr> operands, Span span) {
        Primitive primitive = Primitive.ofRuntime(OWNER, name, Walk.types(operands), result, false);
        return new Expr.Apply(primitive, operands, span);
    }
}
