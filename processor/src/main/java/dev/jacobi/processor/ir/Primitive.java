package dev.jacobi.processor.ir;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An operation that is not looked into: an operator, a library method, a field. Its derivative, where it has one, is a
 * rule's.
 *
 * @param form how it is written
 * @param owner the class that declares it; null for operators
 * @param name the operator's sign or the member's name
 * @param parameters the operand types, the receiver first where there is one; for varargs the element type stands for
 *     each further argument
 * @param result the type of the value
 * @param pure whether evaluating it again gives the same value and has no effect: what isn't pure is evaluated exactly
 *     once, where the primal does
 * @param obstacle why a method is taken for a primitive although its source is there; empty where it is not
 * @param signature the name by which rules and messages know it: {@code java.lang.Math.sin(double)},
 *     {@code double*double}
 * @param source the function that a method would be whose code is looked up only where it matters what it does; null
 *     where another may run in its place
 */
public record Primitive(
        Form form,
        @Nullable Type owner,
        String name,
        List<Type> parameters,
        Type result,
        boolean pure,
        String signature,
        String obstacle,
        FunctionName.@Nullable Primal source) {

    /** A primitive whose inside is unknown. */
    public Primitive(
            Form form,
            @Nullable Type owner,
            String name,
            List<Type> parameters,
            Type result,
            boolean pure,
            String signature) {
        this(form, owner, name, parameters, result, pure, signature, "", null);
    }

    /** How a primitive is written in Java. */
    public enum Form {
        /** {@code -x}. */
        PREFIX,
        /** {@code x * y}. */
        INFIX,
        /** {@code (float) x}. */
        CAST,
        /** A conversion that Java makes by itself, such as int to double: written as nothing. */
        CONVERSION,
        /** {@code Math.sin(x)}. */
        STATIC_METHOD,
        /** {@code x.exp()}. */
        METHOD,
        /** {@code Math.PI}. */
        STATIC_FIELD,
        /** {@code p.mass}. */
        FIELD,
        /** {@code a[i]}. */
        INDEX,
        /** {@code new double[n]}: the operands are the given lengths; there may be fewer than dimensions. */
        NEW_ARRAY,
        /** {@code {x, y}} or {@code new double[] {x, y}}: the operands are the elements. */
        ARRAY_LITERAL,
        /** {@code new IllegalArgumentException("…")}. */
        NEW,
        /** {@code s instanceof String}; the type is the name. */
        INSTANCE_OF,
        /**
         * {@code () -> "n = " + n}: a function that is handed on as it stands; the operands are the variables that it
         * uses. One that is held constant ({@link #CONSTANT}) is only looked at: no derivative goes on from it.
         */
        FUNCTION
    }

    /**
     * The name of the conversion that changes nothing but holds its operand constant: {@code @NoDerivative}. Like the
     * names below it is no identifier, so that no method is called so.
     */
    public static final String CONSTANT = "(constant)";

    /** The signature of one that holds constant what a function makes a whole number of, where it does so. */
    public static final String ROUNDED = "constant, rounded";

    /** The name of the conversion to a class that the operand's extends or implements. */
    public static final String AS = "(as)";

    /** The name of a constructor whose first operand is the object that what it makes is an inner object of. */
    public static final String INNER = "(inner)";

    /** The obstacle of a function that may be called with numbers that nobody knows. */
    public static final String GIVEN_NUMBERS = "given";

    /** Said of a function that may put numbers into static fields though it holds them constant, as texts. */
    public static final String TELLS = "tells";

    /** The name of the conversion that makes an object of a number. */
    public static final String BOX = "(box)";

    /** The name of the conversion that makes an object of a tensor or an array. */
    public static final String WRAP = "(wrap)";

    public Primitive {
        parameters = List.copyOf(parameters);
    }

    /**
     * A function as it stands in the source.
     *
     * @param type its functional interface
     * @param signature what tells it from all others
     * @param parameters the types of the variables that it uses
     * @param reach {@link #GIVEN_NUMBERS}, {@link #TELLS} or empty
     */
    public static Primitive function(Type type, String signature, List<Type> parameters, String reach) {
        return new Primitive(Form.FUNCTION, null, "function", parameters, type, false, signature, reach, null);
    }

    /** An infix operator on two operands of one type. */
    public static Primitive infix(String sign, Type operand, Type result) {
        return new Primitive(Form.INFIX, null, sign, List.of(operand, operand), result, true, operand + sign + operand);
    }

    /** {@code a[i]}; the value that the element has now. */
    public static Primitive index(Type array, Type index) {
        return new Primitive(
                Form.INDEX, null, "[]", List.of(array, index), ((Type.Array) array).element(), true, array + "[]");
    }

    /** {@code a.length}. */
    public static Primitive length(Type array) {
        return new Primitive(Form.FIELD, array, "length", List.of(array), Type.Scalar.INT, true, "length");
    }

    /** {@code new double[n][m]}. */
    public static Primitive newArray(Type.Array type, List<Type> lengths) {
        return new Primitive(Form.NEW_ARRAY, type, "new", lengths, type, false, "new " + type);
    }

    /** {@code a.clone()}. */
    public static Primitive cloning(Type array) {
        return new Primitive(Form.METHOD, array, "clone", List.of(array), array, false, "clone()");
    }

    /** {@code {x, y}}. */
    public static Primitive arrayLiteral(Type.Array type, List<Type> elements) {
        return new Primitive(Form.ARRAY_LITERAL, type, "{}", elements, type, false, "{} " + type);
    }

    /** A static method of the runtime. */
    public static Primitive ofRuntime(String owner, String name, List<Type> parameters, Type result, boolean pure) {
        String signature = owner + "." + name + "(" + parameters + ")";
        return new Primitive(Form.STATIC_METHOD, new Type.Library(owner), name, parameters, result, pure, signature);
    }

    /** A prefix operator. */
    public static Primitive prefix(String sign, Type operand) {
        return new Primitive(Form.PREFIX, null, sign, List.of(operand), operand, true, sign + operand);
    }

    /** A conversion between primitive types; one that Java makes by itself is not written. */
    public static Primitive convert(Type from, Type to, boolean written) {
        return new Primitive(
                written ? Form.CAST : Form.CONVERSION, null, "cast", List.of(from), to, true, "(" + to + ")" + from);
    }

    /** The signature says it all; written out because a record's own equality is slow to link in a cold start. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Primitive that
                && form == that.form
                && name.equals(that.name)
                && signature.equals(that.signature)
                && Objects.equals(owner, that.owner)
                && result.equals(that.result)
                && parameters.equals(that.parameters);
    }

    @Override
    public int hashCode() {
        return 31 * signature.hashCode() + parameters.size();
    }

    @Override
    public String toString() {
        return signature;
    }
}
