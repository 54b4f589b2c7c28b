package dev.jacobi.processor.backend;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;

/** The records that derivatives give. */
final class Records {

    private Records() {}

    static TypeSpec.Builder valueAndJvp(DerivativeNames names, Function tangent) {
        TypeName type =
                JavaTypes.of(((Type.Struct) tangent.type()).components().get(0).type());
        return record(
                names.valueAndJvpType(),
                List.of(
                        ParameterSpec.builder(type, "value").build(),
                        ParameterSpec.builder(type, "jvp").build()));
    }

    /** A record with a component for each of the struct's. */
    static TypeSpec.Builder of(Type.Struct struct) {
        List<ParameterSpec> components = new ArrayList<>();
        for (Type.Component component : struct.components()) {
            components.add(ParameterSpec.builder(JavaTypes.of(component.type()), component.name())
                    .build());
        }
        return record(JavaTypes.struct(struct).simpleName(), components);
    }

    static TypeSpec.Builder record(String name, List<ParameterSpec> components) {
        return TypeSpec.recordBuilder(name)
                .recordConstructor(MethodSpec.constructorBuilder()
                        .addParameters(components)
                        .build());
    }
}
