package dev.jacobi.processor.ir;

import dev.jacobi.processor.diag.Span;
import java.util.List;

/** Calls of the runtime's {@code dev.jacobi.tape.Shadows}: arrays that hold derivatives. */
public final class Shadows {

    private static final String OWNER = "dev.jacobi.tape.Shadows";

    private Shadows() {}

    /** An array like {@code like}, of zeros. */
    public static Expr zerosLike(Expr like) {
        return call("zerosLike", like.type(), true, like.span(), like);
    }

    /** The same rows in an array of its own. */
    public static Expr rows(Expr array) {
        return call("rows", array.type(), true, array.span(), array);
    }

    /** {@code call(operands)}. */
    public static Expr call(String name, Type result, boolean pure, Span span, Expr... operands) {
        List<Expr> list = List.of(operands);
        Primitive primitive = new Primitive(
                Primitive.Form.STATIC_METHOD,
                new Type.Library(OWNER),
                name,
                Walk.types(list),
                result,
                pure,
                OWNER + "." + name + "(" + Walk.types(list) + ")");
        return new Expr.Apply(primitive, list, span);
    }

    /** Whether a primitive makes an array. */
    public static boolean isMaking(Primitive primitive) {
        String signature = primitive.signature();
        return isFresh(primitive) || signature.startsWith(OWNER + ".rows(") || signature.startsWith(OWNER + ".grown(");
    }

    /** Whether a primitive leaves zeros in the array that it is given. */
    public static boolean isClearing(Primitive primitive) {
        String signature = primitive.signature();
        return signature.startsWith(OWNER + ".clear(") || signature.startsWith(OWNER + ".takeSum(");
    }

    /** Whether a primitive makes an array of its own, which nothing else names. */
    public static boolean isFresh(Primitive primitive) {
        return primitive.signature().startsWith(OWNER + ".zerosLike(");
    }
}
