package dev.jacobi.processor.ir;

import dev.jacobi.processor.diag.Span;
import java.util.ArrayList;
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

    /** The method that makes ones in the shape of an array. */
    static final String ONES_LIKE = OWNER + ".onesLike";

    /** How the methods' names begin that look whether two arrays are one. */
    static final String CHECKS = OWNER + ".check";

    private Shadows() {}

    /** An array like {@code like}, of zeros. */
    public static Expr zerosLike(Expr like) {
        return call("zerosLike", like.type(), true, like.span(), like);
    }

    /** Ones in the shape of a number, tensor or array. */
    public static Expr onesLike(Expr like) {
        if (like.type() instanceof Type.Array) {
            return call("onesLike", like.type(), true, like.span(), like);
        }
        if (!(like.type() instanceof Type.Tensor)) {
            return Arithmetic.number(1, like.type(), like.span());
        }
        Type tensor = like.type();
        String owner = "dev.jacobi.tensor.Tensor";
        Primitive ones = new Primitive(
                Primitive.Form.STATIC_METHOD,
                tensor,
                "onesLike",
                List.of(tensor),
                tensor,
                true,
                owner + ".onesLike(" + owner + ")");
        return new Expr.Apply(ones, List.of(like), like.span());
    }

    /**
     * Refuses an array that a method with a rule was given, and gives back, or that holds one row in two places:
     * derivatives take what it gives for new.
     */
    public static List<Stmt> checkNew(Expr made, List<Expr> given, String method, Stmt.Note note) {
        List<Stmt> checks = new ArrayList<>();
        for (Expr array : made.type() instanceof Type.Array ? given : List.<Expr>of()) {
            boolean named = array instanceof Expr.Ref
                    || array instanceof Expr.Apply apply && apply.primitive().form() == Primitive.Form.INDEX;
            if (named && array.type() instanceof Type.Array) {
                checks.add(checkNew(made, array, method, note));
            }
        }
        checks.addAll(checkRows(made, method, note));
        return checks;
    }

    private static Stmt checkNew(Expr made, Expr given, String method, Stmt.Note note) {
        Expr text = text(
                method + " gave an array that it was given: a method with a rule, and the rule, give new ones",
                made.span());
        return new Stmt.Effect(call("checkDistinct", Type.Scalar.VOID, false, made.span(), made, given, text), note);
    }

    /** Refuses an array that holds one row in two places: what its derivative is told of one counts for both. */
    public static List<Stmt> checkRows(Expr made, String method, Stmt.Note note) {
        if (!(made.type() instanceof Type.Array array) || !(array.element() instanceof Type.Array)) {
            return List.of();
        }
        Expr text = text(method + " gave one array in two places: its derivative needs copies there", made.span());
        return List.of(new Stmt.Effect(call("checkRows", Type.Scalar.VOID, false, made.span(), made, text), note));
    }

    private static Expr text(String message, Span span) {
        return new Expr.Literal('"' + message + '"', new Type.Library("java.lang.String"), span);
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

    /** Adds a derivative that generated code has computed by an array: rows that are one array count once. */
    public static Expr addDerivative(Expr shadow, Expr derivative) {
        boolean rows = shadow.type() instanceof Type.Array array && array.element() instanceof Type.Array;
        return call(rows ? "addOnce" : "add", Type.Scalar.VOID, false, derivative.span(), shadow, derivative);
    }

    /** {@code call(operands)}. */
    public static Expr call(String name, Type result, boolean pure, Span span, Expr... operands) {
        List<Expr> list = List.of(operands);
        String owner = owner(name, list);
        return new Expr.Apply(Primitive.ofRuntime(owner, name, Walk.types(list), result, pure), list, span);
    }

    /** Whether a primitive makes an array. */
    public static boolean isMaking(Primitive primitive) {
        String signature = primitive.signature();
        return isFresh(primitive) || signature.startsWith(OWNER + ".rows(") || signature.startsWith(OWNER + ".grown(");
    }

    /** Whether a primitive adds the numbers of its second array to those of its first. */
    public static boolean isAdding(Primitive primitive) {
        String signature = primitive.signature();
        return signature.startsWith(OWNER + ".add(") || signature.startsWith(OWNER + ".addOnce(");
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
