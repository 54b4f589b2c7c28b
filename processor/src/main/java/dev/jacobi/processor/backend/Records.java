package dev.jacobi.processor.backend;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import dev.jacobi.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;

/** The records that derivatives give. */
final class Records {

    private Records() {}

    static TypeSpec.Builder valueAndJvp(Derivative.Members members) {
        return record(
                members.names().valueAndJvpType(),
                List.of(
                        ParameterSpec.builder(JavaTypes.of(members.result()), "value")
                                .build(),
                        ParameterSpec.builder(JavaTypes.of(members.given().derivative()), "jvp")
                                .build()));
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
