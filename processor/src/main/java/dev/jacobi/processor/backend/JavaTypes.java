package dev.jacobi.processor.backend;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.jacobi.processor.ir.Type;
import java.util.List;

/** The intermediate language's types as Java writes them. */
final class JavaTypes {

    static final ClassName TENSOR = ClassName.get("dev.jacobi.tensor", "Tensor");

    private JavaTypes() {}

    static TypeName of(Type type) {
        if (type instanceof Type.Scalar scalar) {
            return scalar(scalar);
        }
        if (type instanceof Type.Array array) {
            return ArrayTypeName.of(of(array.element()));
        }
        if (type instanceof Type.Struct struct) {
            return struct(struct);
        }
        if (type instanceof Type.Library library) {
            int dot = library.name().lastIndexOf('.');
            return ClassName.get(
                    library.name().substring(0, dot), library.name().substring(dot + 1));
        }
        return type instanceof Type.Opaque opaque ? TypeName.get(opaque.mirror()) : TENSOR;
    }

    static ClassName struct(Type.Struct struct) {
        return named(struct.packageName(), struct.className());
    }

    /** The class of a dotted name within a package, such as {@code VGrad.Pullback}. */
    static ClassName named(String packageName, String dotted) {
        List<String> names = List.of(dotted.split("\\.", -1));
        return ClassName.get(
                packageName, names.get(0), names.subList(1, names.size()).toArray(String[]::new));
    }

    private static TypeName scalar(Type.Scalar type) {
        return switch (type) {
            case VOID -> TypeName.VOID;
            case BOOLEAN -> TypeName.BOOLEAN;
            case BYTE -> TypeName.BYTE;
            case SHORT -> TypeName.SHORT;
            case CHAR -> TypeName.CHAR;
            case INT -> TypeName.INT;
            case LONG -> TypeName.LONG;
            case FLOAT -> TypeName.FLOAT;
            case DOUBLE -> TypeName.DOUBLE;
        };
    }
}
