package dev.jacobi.processor.ir;

import java.util.Set;

/** What evaluating an expression does besides giving a value. */
public final class Effects {

    private static final Set<String> DIVISIONS = Set.of("/", "%");

    private static final Set<String> NEVER_THROWING = Set.of(Primitive.CONSTANT, Primitive.AS, Primitive.WRAP);

    private Effects() {}

    /**
     * Whether nothing is lost if the expression isn't evaluated, or evaluated elsewhere: no effect, and no exception.
     */
    public static boolean isFree(Expr e) {
        boolean own = !(e instanceof Expr.Call)
                && !(e instanceof Expr.Apply apply && (!apply.primitive().pure() || mayThrow(apply.primitive())));
        if (!own) {
            return false;
        }
        for (Expr operand : Walk.operands(e)) {
            if (!isFree(operand)) {
                return false;
            }
        }
        return true;
    }

    /** Whether evaluating the expression does nothing but give a value or throw. */
    public static boolean onlyComputes(Expr e) {
        boolean own = !(e instanceof Expr.Call)
                && !(e instanceof Expr.Apply apply
                        && !apply.primitive().pure()
                        && apply.primitive().form() != Primitive.Form.INDEX);
        return own && Walk.operands(e).stream().allMatch(Effects::onlyComputes);
    }

    private static boolean mayThrow(Primitive primitive) {
        boolean number = primitive.result() instanceof Type.Scalar;
        return switch (primitive.form()) {
            case INFIX ->
                DIVISIONS.contains(primitive.name()) && !primitive.result().isFloating();
            case PREFIX, STATIC_FIELD, INSTANCE_OF -> false;
            case CAST, CONVERSION ->
                !NEVER_THROWING.contains(primitive.name())
                        && !(number && primitive.parameters().get(0) instanceof Type.Scalar);
            case STATIC_METHOD ->
                !primitive.result().isFloating() || !primitive.signature().startsWith("java.lang.");
            case FIELD -> !primitive.name().equals("length");
            case METHOD, INDEX, NEW, NEW_ARRAY, ARRAY_LITERAL, FUNCTION -> true;
        };
    }
}
