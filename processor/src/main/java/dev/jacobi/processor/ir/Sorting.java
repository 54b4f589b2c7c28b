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

    private static Expr call(String name, Type result, List<Expr> operands, Span span) {
        Primitive primitive = new Primitive(
                Primitive.Form.STATIC_METHOD,
                new Type.Library(OWNER),
                name,
                Walk.types(operands),
                result,
                false,
                OWNER + "." + name + "(" + Walk.types(operands) + ")");
        return new Expr.Apply(primitive, operands, span);
    }
}
