package dev.jacobi.processor.analysis;

import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import java.util.List;

/**
 * Where numbers may be kept that no variable names: in objects of unknown classes, and in static fields. All objects
 * count as one, since any may hold any other.
 */
final class State {

    /** Stands for what objects hold. */
    static final Var OBJECTS = new Var("<objects>", Type.Scalar.VOID);

    /** Stands for what static fields hold. */
    static final Var STATICS = new Var("<statics>", Type.Scalar.VOID);

    private State() {}

    /** Whether a call may put numbers that it is given into an object; printing keeps nothing. */
    static boolean isPutIntoObjects(Expr.Apply e) {
        return switch (e.primitive().form()) {
            case METHOD -> isAskedObject(e);
            case STATIC_METHOD ->
                !e.primitive().pure() && !isCheck(e) && e.operands().stream().anyMatch(State::isObject);
            default -> false;
        };
    }

    /** What a call is given besides the object that it is a call of. */
    static List<Expr> given(Expr.Apply e) {
        boolean method = e.primitive().form() == Primitive.Form.METHOD;
        return method ? e.operands().subList(1, e.operands().size()) : e.operands();
    }

    /** Whether an operand is an object from elsewhere, and not a number that has just been put in a box. */
    private static boolean isObject(Expr operand) {
        boolean box = operand instanceof Expr.Apply apply
                && apply.primitive().form() == Primitive.Form.CONVERSION
                && !mayHold(apply.primitive().parameters().get(0));
        return !box && mayHold(operand.type());
    }

    /** Whether a method may keep what it is given in a static field. */
    static boolean mayBePutIntoFields(Expr.Apply e) {
        boolean call = e.primitive().form() == Primitive.Form.STATIC_METHOD || isAskedObject(e);
        return call && !e.primitive().pure() && !e.primitive().signature().startsWith("java.") && !isCheck(e);
    }

    /** Whether a call only throws or doesn't: it keeps nothing. */
    private static boolean isCheck(Expr.Apply e) {
        String signature = e.primitive().signature();
        return signature.startsWith("java.util.Objects.requireNonNull(")
                || signature.startsWith("dev.jacobi.tape.Receivers.");
    }

    /** Whether an object is asked for something that may have changed. */
    static boolean isReadFromObjects(Expr.Apply e) {
        return isAskedObject(e)
                || e.primitive().form() == Primitive.Form.FIELD
                        && !e.primitive().pure()
                        && e.operands().get(0).type() instanceof Type.Opaque;
    }

    static boolean isStaticField(Expr.Apply e) {
        return e.primitive().form() == Primitive.Form.STATIC_FIELD
                && !e.primitive().pure();
    }

    private static boolean isAskedObject(Expr.Apply e) {
        return e.primitive().form() == Primitive.Form.METHOD
                && !e.primitive().pure()
                && e.operands().get(0).type() instanceof Type.Opaque
                && !(e.operands().get(0) instanceof Expr.Apply receiver
                        && receiver.primitive().form() == Primitive.Form.STATIC_FIELD);
    }

    /** Whether values of a type may hold numbers: strings and boxes don't change. */
    static boolean mayHold(Type type) {
        return type instanceof Type.Opaque opaque
                && (opaque.mirror().toString().equals("java.lang.Object")
                        || !opaque.mirror().toString().startsWith("java.lang."));
    }
}
