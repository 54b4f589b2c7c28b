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
     * A class with components: one that is generated (a pullback, a gradient by several parameters, a value with its
     * tangent), or a record of the source that carries derivatives.
     *
     * @param packageName the package, empty for the unnamed one
     * @param className the class's name with its enclosing classes', such as {@code VGrad.Pullback}
     * @param isGeneric whether it has type parameters, of which its numbers know nothing
     */
    record Struct(String packageName, String className, List<Component> components, Form form, boolean isGeneric)
            implements Type {
        public Struct {
            components = List.copyOf(components);
        }

        /** A generated class. */
        public Struct(String packageName, String className, List<Component> components) {
            this(packageName, className, components, Form.GENERATED);
        }

        /** A class without type parameters. */
        public Struct(String packageName, String className, List<Component> components, Form form) {
            this(packageName, className, components, form, false);
        }

        public String qualifiedName() {
            return packageName.isEmpty() ? className : packageName + "." + className;
        }

        /** Whether this is a record of the source. */
        public boolean isRecord() {
            return form != Form.GENERATED && form != Form.PARTS;
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

    /** Where a {@link Struct} comes from, and what making one does. */
    enum Form {
        /** A generated class. */
        GENERATED,
        /** What a function gives whose result is a record: the numbers in it, side by side. */
        PARTS,
        /** A record of the source that holds what its constructor is given. */
        PLAIN,
        /** A record whose constructor looks at what it is given, and may throw. */
        CHECKED,
        /** A record whose constructor changes what it is given: making one again from its components may differ. */
        CHANGED
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

    /** Whether values of this type have derivatives: floating numbers, tensors, and arrays and records of such. */
    default boolean carriesDerivative() {
        if (this instanceof Scalar scalar) {
            return scalar.isFloating();
        }
        if (this instanceof Struct struct) {
            return struct.form() != Form.GENERATED && anyCarries(struct.components());
        }
        return this instanceof Tensor
                || this instanceof Array array && array.element().carriesDerivative();
    }

    private static boolean anyCarries(List<Component> components) {
        for (Component component : components) {
            if (component.type().carriesDerivative()) {
                return true;
            }
        }
        return false;
    }

    /** What an array of any rank holds in the end; of another type itself. */
    default Type innermost() {
        return this instanceof Array array ? array.element().innermost() : this;
    }

    /** Whether this is {@code float} or {@code double}. */
    default boolean isFloating() {
        return this instanceof Scalar scalar && scalar.isFloating();
    }
}
