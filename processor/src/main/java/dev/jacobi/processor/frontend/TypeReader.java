package dev.jacobi.processor.frontend;

import dev.jacobi.processor.ir.Type;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The compiler's types and the intermediate language's, in both directions. */
final class TypeReader {

    private static final String TENSOR = "dev.jacobi.tensor.Tensor";

    private final Language language;
    private final RecordTypes records;

    TypeReader(Language language, RecordTypes records) {
        this.language = language;
        this.records = records;
    }

    Type read(TypeMirror mirror) {
        TypeKind kind = mirror.getKind();
        if (kind.isPrimitive() || kind == TypeKind.VOID) {
            return Type.Scalar.valueOf(kind.name());
        }
        if (mirror instanceof ArrayType array) {
            return new Type.Array(read(array.getComponentType()));
        }
        if (kind == TypeKind.DECLARED) {
            TypeElement element = language.classOf(mirror);
            if (element != null && element.getQualifiedName().contentEquals(TENSOR)) {
                return Type.Tensor.TYPE;
            }
            Type.Struct struct = element == null ? null : records.of(element, this);
            if (struct != null) {
                return struct;
            }
        }
        TypeMirror written = new Hierarchy(language).upward(mirror);
        return TypeVariables.areIn(written)
                ? read(new TypeVariables(language).replaced(written))
                : new Type.Opaque(written);
    }

    Type erased(TypeMirror mirror) {
        return read(language.types.erasure(mirror));
    }

    /** Whether a type has no type arguments, so that a cast to it is checked at run time. */
    boolean isPlain(Type type) {
        return erased(mirror(type)).equals(type);
    }

    /** Whether a value of one type needs no cast to be written where another is wanted. */
    boolean fits(Type from, Type to) {
        boolean objects = from instanceof Type.Opaque && to instanceof Type.Opaque;
        return from.equals(to) || !objects || language.types.isAssignable(mirror(from), mirror(to));
    }

    TypeMirror mirror(Type type) {
        if (type instanceof Type.Scalar scalar) {
            return language.primitive(TypeKind.valueOf(scalar.name()));
        }
        if (type instanceof Type.Array array) {
            return language.types.getArrayType(mirror(array.element()));
        }
        if (type instanceof Type.Opaque opaque) {
            return opaque.mirror();
        }
        if (type instanceof Type.Struct struct) {
            return language.declared(struct.qualifiedName());
        }
        return language.declared(TENSOR);
    }
}
