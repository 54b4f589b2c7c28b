package dev.jacobi.processor.ir;

import dev.jacobi.processor.diag.Span;
import java.util.List;
import java.util.Set;

/** Calls of the runtime's {@code dev.jacobi.tape.Shadows}: arrays that hold derivatives. */
public final class Shadows {

    private static final String OWNER = "dev.jacobi.tape.Shadows";
    private static final String OF_TENSORS = "dev.jacobi.tape.TensorShadows";

    /** What is done to tensors that isn't done to references of other kinds. */
    private static final Set<String> ON_ELEMENTS = Set.of("add", "take", "clear", "takeSum", "giveBack", "moveBack");

    /** The method that makes zeros in the shape of an array. */
    static final String ZEROS_LIKE = OWNER + ".zerosLike";

    private Shadows() {}

    /** An array like {@code like}, of zeros. */
    public static Expr zerosLike(Expr like) {
        return call("zerosLike", like.type(), true, like.span(), like);
    }

    /** Room for the adjoints of an array's numbers; those of tensors take theirs when something is added to them. */
    public static Expr roomLike(Expr like) {
        return holdsTensors(like.type()) ? call("noneLike", like.type(), true, like.span(), like) : zerosLike(like);
    }

    /** Whether a type is an array of tensors, of any rank. */
    public static boolean holdsTensors(Type type) {
        return type instanceof Type.Array array
                && (array.element() instanceof Type.Tensor || holdsTensors(array.element()));
    }

    /** Whether a type is an array whose elements are tensors. */
    public static boolean isTensors(Type type) {
        return type instanceof Type.Array array && array.element() instanceof Type.Tensor;
    }

    private static String owner(String name, List<Expr> operands) {
        boolean elements = name.equals("noneLike")
                || name.equals("fill")
                || ON_ELEMENTS.contains(name) && isTensors(operands.get(0).type());
        return elements ? OF_TENSORS : OWNER;
    }

    /** The seed of a tensor that has one element. */
    public static Expr seed(Expr value) {
        Primitive primitive = new Primitive(
                Primitive.Form.STATIC_METHOD,
                new Type.Library("dev.jacobi.tensor.Seeds"),
                "one",
                List.of(value.type()),
                value.type(),
                true,
                "dev.jacobi.tensor.Seeds.one(" + value.type() + ")");
        return new Expr.Apply(primitive, List.of(value), value.span());
    }

    /** The same rows in an array of its own. */
    public static Expr rows(Expr array) {
        return call("rows", array.type(), true, array.span(), array);
    }

    /** {@code call(operands)}. */
    public static Expr call(String name, Type result, boolean pure, Span span, Expr... operands) {
        List<Expr> list = List.of(operands);
        String owner = owner(name, list);
        Primitive primitive = new Primitive(
                Primitive.Form.STATIC_METHOD,
                new Type.Library(owner),
                name,
                Walk.types(list),
                result,
                pure,
                owner + "." + name + "(" + Walk.types(list) + ")");
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
        String signature = primitive.signature();
        return signature.startsWith(ZEROS_LIKE + "(") || signature.startsWith(OF_TENSORS + ".noneLike(");
    }
}
