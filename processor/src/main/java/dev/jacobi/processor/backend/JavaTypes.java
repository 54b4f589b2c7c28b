package dev.jacobi.processor.backend;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.jacobi.processor.ir.Type;
import java.util.Arrays;

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
        return type instanceof Type.Opaque opaque ? TypeName.get(opaque.mirror()) : TENSOR;
    }

    static ClassName struct(Type.Struct struct) {
        String[] names = struct.className().split("\\.");
        return ClassName.get(struct.packageName(), names[0], Arrays.copyOfRange(names, 1, names.length));
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
