package dev.jacobi.processor.analysis;

import dev.jacobi.processor.ir.ArrayOperation;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Sinks;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import java.util.EnumSet;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * Where numbers may be kept that no variable names. All objects count as one, since any may hold any other; so do all
 * static fields, and all arrays that come from elsewhere.
 */
enum State {
    OBJECTS,
    STATICS,
    ARRAYS;

    private static final Set<State> NONE = Set.of();

    private static final Var IN_OBJECTS = new Var("<objects>", Type.Scalar.VOID);
    private static final Var IN_STATICS = new Var("<statics>", Type.Scalar.VOID);
    private static final Var IN_ARRAYS = new Var("<arrays>", Type.Scalar.VOID);

    /** Stands for what is held there. */
    Var variable() {
        return switch (this) {
            case OBJECTS -> IN_OBJECTS;
            case STATICS -> IN_STATICS;
            case ARRAYS -> IN_ARRAYS;
        };
    }

    /** Where a call of code that isn't known may put numbers that it is given. */
    static Set<State> written(Expr.Apply e) {
        if (e.primitive().pure() || isCheck(e)) {
            return NONE;
        }
        return switch (e.primitive().form()) {
            case METHOD -> writtenBy(e, e.operands().get(0));
            case STATIC_METHOD -> writtenByStatic(e);
            case NEW -> isMadeByJava(e) ? NONE : EnumSet.of(STATICS); // its own fields hold them as well: it varies
            default -> NONE;
        };
    }

    private static Set<State> writtenBy(Expr.Apply e, Expr object) {
        if (!(object.type() instanceof Type.Opaque opaque)
                || isSink(opaque.mirror().toString(), object)) {
            return NONE;
        }
        String signature = e.primitive().signature();
        boolean reachesOthers = signature.startsWith("java.lang.invoke.") || signature.startsWith("java.lang.reflect.");
        boolean wrapsArrays = signature.startsWith("java.nio.");
        return !signature.startsWith("java.") || reachesOthers
                ? EnumSet.allOf(State.class)
                : wrapsArrays ? EnumSet.of(OBJECTS, ARRAYS) : EnumSet.of(OBJECTS);
    }

    private static boolean isSink(String className, Expr object) {
        return Sinks.isLogger(className) || Sinks.isPrinter(className) && isStaticField(object);
    }

    private static boolean isStaticField(Expr e) {
        return e instanceof Expr.Apply apply && apply.primitive().form() == Primitive.Form.STATIC_FIELD;
    }

    private static Set<State> writtenByStatic(Expr.Apply e) {
        Set<State> written = EnumSet.noneOf(State.class);
        boolean takesObject = e.operands().stream().anyMatch(State::isObject);
        if (takesObject) {
            written.add(OBJECTS);
        }
        if (!isOfJava(e)) {
            written.add(STATICS);
        }
        if (!isOfJava(e) && (takesObject || e.operands().stream().anyMatch(o -> Memory.isArray(o.type())))) {
            written.add(ARRAYS);
        }
        return written;
    }

    /** Java's own static methods keep nothing, but for what the system's settings hold. */
    private static boolean isOfJava(Expr.Apply e) {
        String signature = e.primitive().signature();
        return signature.startsWith("java.") && !isSystem(e);
    }

    private static boolean isSystem(Expr.Apply e) {
        return e.primitive().signature().startsWith("java.lang.System.")
                && ArrayOperation.of(e.primitive()) == ArrayOperation.NONE;
    }

    private static boolean isMadeByJava(Expr.Apply e) {
        return String.valueOf(e.type()).startsWith("java.")
                || e.type() instanceof Type.Opaque opaque && isThrown(opaque.mirror());
    }

    /** Whether objects of a type are made to be thrown. */
    private static boolean isThrown(TypeMirror type) {
        return type instanceof DeclaredType declared
                && declared.asElement() instanceof TypeElement element
                && (element.getQualifiedName().contentEquals("java.lang.Throwable")
                        || isThrown(element.getSuperclass()));
    }

    /** What a call is given besides the object that it is a call of. */
    static boolean isGiven(Expr.Apply e, int operand) {
        return operand > 0 || e.primitive().form() != Primitive.Form.METHOD;
    }

    /** Whether an operand is an object from elsewhere, and not a number that has just been put in a box. */
    private static boolean isObject(Expr operand) {
        boolean box = operand instanceof Expr.Apply apply
                && apply.primitive().form() == Primitive.Form.CONVERSION
                && !mayHold(apply.primitive().parameters().get(0));
        return !box && mayHold(operand.type());
    }

    /** Whether a call only throws or doesn't, or is one of the runtime's own: it keeps nothing. */
    private static boolean isCheck(Expr.Apply e) {
        String signature = e.primitive().signature();
        return signature.startsWith("java.util.Objects.requireNonNull(") || signature.startsWith("dev.jacobi.tape.");
    }

    /**
     * Where something is read that may have changed. What a static method gives whose code isn't here counts as a
     * constant where it is given nothing: a random number, a counter.
     */
    static Set<State> read(Expr.Apply e) {
        Primitive primitive = e.primitive();
        if (primitive.pure() || isCheck(e)) {
            return NONE;
        }
        return switch (primitive.form()) {
            case METHOD, FIELD -> readOf(e.operands().get(0));
            case STATIC_FIELD -> EnumSet.of(STATICS);
            case STATIC_METHOD -> {
                Set<State> read = EnumSet.noneOf(State.class);
                if (isSystem(e)) {
                    read.add(STATICS);
                }
                if (e.operands().stream().anyMatch(State::isObject)) {
                    read.add(OBJECTS);
                }
                yield read;
            }
            default -> NONE;
        };
    }

    private static Set<State> readOf(Expr object) {
        if (!(object.type() instanceof Type.Opaque)) {
            return NONE;
        }
        return isStaticField(object) ? EnumSet.of(OBJECTS, STATICS) : EnumSet.of(OBJECTS);
    }

    /** Whether values of a type may hold numbers: strings and boxes don't change. */
    static boolean mayHold(Type type) {
        return type instanceof Type.Opaque opaque
                && (opaque.mirror().toString().equals("java.lang.Object")
                        || !opaque.mirror().toString().startsWith("java.lang."));
    }
}
