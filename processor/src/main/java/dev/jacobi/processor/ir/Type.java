package dev.jacobi.processor.ir;

import java.util.List;
import javax.lang.model.type.TypeMirror;

/** The types of the intermediate language. */
public sealed interface Type {

    /** Java's primitive types, and {@code void}. */
    enum Scalar implements Type {
        VOID,
        BOOLEAN,
        BYTE,
        SHORT,
        CHAR,
        INT,
        LONG,
        FLOAT,
        DOUBLE;

        /** The Java keyword. */
        public String keyword() {
            return switch (this) {
                case VOID -> "void";
                case BOOLEAN -> "boolean";
                case BYTE -> "byte";
                case SHORT -> "short";
                case CHAR -> "char";
                case INT -> "int";
                case LONG -> "long";
                case FLOAT -> "float";
                case DOUBLE -> "double";
            };
        }

        @Override
        public boolean isFloating() {
            return this == FLOAT || this == DOUBLE;
        }

        public boolean isIntegral() {
            return compareTo(BYTE) >= 0 && compareTo(LONG) <= 0;
        }

        public boolean isNumeric() {
            return isIntegral() || isFloating();
        }

        @Override
        public String toString() {
            return keyword();
        }
    }

    /** {@code dev.jacobi.tensor.Tensor}. */
    record Tensor() implements Type {
        public static final Tensor TYPE = new Tensor();

        @Override
        public boolean equals(Object other) {
            return other instanceof Tensor;
        }

        @Override
        public int hashCode() {
            return 1;
        }

        @Override
        public String toString() {
            return "Tensor";
        }
    }

    /** An array. */
    record Array(Type element) implements Type {
        @Override
        public boolean equals(Object other) {
            return other instanceof Array that && element.equals(that.element);
        }

        @Override
        public int hashCode() {
            return 31 * element.hashCode();
        }

        @Override
        public String toString() {
            return element + "[]";
        }
    }

    /**
     * A generated class with components: a pullback, a gradient by several parameters, a value with its tangent.
     *
     * @param packageName the package, empty for the unnamed one
     * @param className the class's name with its enclosing classes', such as {@code VGrad.Pullback}
     */
    record Struct(String packageName, String className, List<Component> components) implements Type {
        public Struct {
            components = List.copyOf(components);
        }

        /** A struct is its class. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Struct that
                    && packageName.equals(that.packageName)
                    && className.equals(that.className);
        }

        @Override
        public int hashCode() {
            return className.hashCode();
        }

        @Override
        public String toString() {
            return className;
        }
    }

    /** One component of a {@link Struct}. */
    record Component(String name, Type type) {}

    /**
     * Any other Java type: values of it pass through a derivative untouched.
     *
     * @param mirror the type as the compiler knows it
     */
    record Opaque(TypeMirror mirror) implements Type {
        @Override
        public boolean equals(Object other) {
            return other instanceof Opaque that && mirror.toString().equals(that.mirror.toString());
        }

        @Override
        public int hashCode() {
            return mirror.toString().hashCode();
        }

        @Override
        public String toString() {
            return mirror.toString();
        }
    }

    /** A class of the runtime, whose static methods are called. */
    record Library(String name) implements Type {
        @Override
        public boolean equals(Object other) {
            return other instanceof Library that && name.equals(that.name);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** Whether values of this type have derivatives: floating numbers, tensors, and arrays of such. */
    default boolean carriesDerivative() {
        if (this instanceof Scalar scalar) {
            return scalar.isFloating();
        }
        return this instanceof Tensor
                || this instanceof Array array && array.element().carriesDerivative();
    }

    /** Whether this is {@code float} or {@code double}. */
    default boolean isFloating() {
        return this instanceof Scalar scalar && scalar.isFloating();
    }
}
