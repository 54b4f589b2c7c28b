package dev.jacobi.processor.frontend;

import dev.jacobi.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

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

    /** Whether a value can be thrown; null can. */
    boolean isThrowable(TypeMirror type) {
        return type.getKind() == TypeKind.NULL
                || language.types.isSubtype(language.types.erasure(type), language.declared("java.lang.Throwable"));
    }

    /** The classes that a type mentions. */
    static List<Element> classesIn(TypeMirror mirror) {
        List<Element> classes = new ArrayList<>();
        collect(mirror, classes);
        return classes;
    }

    private static void collect(@Nullable TypeMirror mirror, List<Element> classes) {
        if (mirror instanceof ArrayType array) {
            collect(array.getComponentType(), classes);
        } else if (mirror instanceof DeclaredType declared && mirror.getKind() == TypeKind.DECLARED) {
            classes.add(declared.asElement());
            declared.getTypeArguments().forEach(argument -> collect(argument, classes));
        } else if (mirror instanceof WildcardType wildcard) {
            collect(wildcard.getExtendsBound(), classes);
            collect(wildcard.getSuperBound(), classes);
        }
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
