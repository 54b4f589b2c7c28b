package dev.jacobi.processor.ir;

import dev.jacobi.processor.diag.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Calls of the runtime's {@code Indices} and {@code Interactions}: what numbers depend on, in the place of numbers. */
public final class IndexSets {

    private static final String OWNER = "dev.jacobi.tape.Indices";

    /** The set of one number, or of a tensor as a whole. */
    public static final Type SET = new Type.Library(OWNER);

    /** Gathers the pairs that meet. */
    public static final Type PAIRS = new Type.Library("dev.jacobi.tape.Interactions");

    /** The entries that a matrix may have, row by row. */
    public static final Type PATTERN = new Type.Library("dev.jacobi.tape.Pattern");

    private static final Type OBJECT = new Type.Library("java.lang.Object");
    private static final String UNION = "union";

    private IndexSets() {}

    /** The type of what values of a type depend on: arrays have a set for each number. */
    public static Type of(Type type) {
        return type instanceof Type.Array array ? new Type.Array(of(array.element())) : SET;
    }

    /** The empty set. */
    public static Expr none(Span span) {
        return new Expr.Literal("null", SET, span);
    }

    public static Expr union(Expr a, Expr b) {
        return union(List.of(a, b), a.span());
    }

    /** The union of sets, each taken once. */
    public static Expr union(Iterable<Expr> sets, Span span) {
        Map<String, Expr> all = new LinkedHashMap<>();
        sets.forEach(set -> addParts(set, all));
        Expr union = null;
        for (Expr set : all.values()) {
            union = union == null ? set : call(UNION, SET, union, set);
        }
        return union == null ? none(span) : union;
    }

    /** What a union was made of; it has no effect, and so has what it is made of. */
    private static void addParts(Expr set, Map<String, Expr> all) {
        boolean none = set instanceof Expr.Literal;
        if (set instanceof Expr.Apply apply && isUnion(apply)) {
            apply.operands().forEach(operand -> addParts(operand, all));
        } else if (!none) {
            all.putIfAbsent(Printer.print(set), set);
        }
    }

    /** What any element of an array depends on. */
    public static Expr all(Expr sets) {
        return call("all", SET, sets);
    }

    /** Empty sets in the shape of an array. */
    public static Expr noneLike(Expr array) {
        Type sets = of(array.type());
        boolean rows = sets.equals(new Type.Array(SET));
        return rows ? call("noneLike", sets, array) : cast(call("noneLike", OBJECT, array), sets);
    }

    /** The same set for each number of an array. */
    public static Expr everywhere(Expr array, Expr set) {
        return cast(call("everywhere", OBJECT, array, set), of(array.type()));
    }

    /** The product of two numbers: records that they meet. */
    public static Expr product(Expr pairs, Expr a, Expr b) {
        return method(pairs, "product", a, b);
    }

    /** What isn't linear: records that all that it depends on meets. */
    public static Expr curved(Expr pairs, Expr set) {
        return method(pairs, "curved", set);
    }

    /** Whether a set is the union of others. */
    public static boolean isUnion(Expr.Apply e) {
        return e.primitive().form() == Primitive.Form.STATIC_METHOD
                && e.primitive().name().equals(UNION);
    }

    /** Says how many rows a pattern has. */
    public static Expr rows(Var pattern, Expr count) {
        return fill(pattern, "rows", count);
    }

    /** Begins a row of a pattern anew. */
    public static Expr row(Var pattern, Expr index) {
        return fill(pattern, "row", index);
    }

    /** Adds an entry to the row that was begun last. */
    public static Expr entry(Var pattern, Expr column) {
        return fill(pattern, "add", column);
    }

    private static Expr fill(Var pattern, String name, Expr index) {
        List<Expr> list = List.of(new Expr.Ref(pattern, index.span()), index);
        Primitive primitive = new Primitive(
                Primitive.Form.METHOD,
                PATTERN,
                name,
                Walk.types(list),
                Type.Scalar.VOID,
                false,
                PATTERN + "." + name + "(" + Walk.types(list) + ")");
        return new Expr.Apply(primitive, list, index.span());
    }

    private static Expr cast(Expr e, Type to) {
        return new Expr.Apply(Primitive.convert(e.type(), to, true), List.of(e), e.span());
    }

    private static Expr call(String name, Type result, Expr... operands) {
        List<Expr> list = List.of(operands);
        Primitive primitive = new Primitive(
                Primitive.Form.STATIC_METHOD,
                new Type.Library(OWNER),
                name,
                Walk.types(list),
                result,
                true,
                OWNER + "." + name + "(" + Walk.types(list) + ")");
        return new Expr.Apply(primitive, list, operands[0].span());
    }

    /** Pure, since what is recorded matters only where the set that is given is used. */
    private static Expr method(Expr receiver, String name, Expr... operands) {
        List<Expr> list = new ArrayList<>(List.of(receiver));
        list.addAll(List.of(operands));
        Primitive primitive = new Primitive(
                Primitive.Form.METHOD,
                receiver.type(),
                name,
                Walk.types(list),
                SET,
                true,
                receiver.type() + "." + name + "(" + Walk.types(list) + ")");
        return new Expr.Apply(primitive, list, operands[0].span());
    }
}
