package dev.jacobi.processor.backend;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.jacobi.processor.ir.CopiedFunction;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** The functions of the source that a generated class hands on: a method for each, which takes what it uses. */
final class CopiedFunctions {

    private final GeneratedClass generated;
    private final CopiedMethods called;
    private final Map<String, String> names = new HashMap<>();
    private final List<MethodSpec> methods = new ArrayList<>();

    CopiedFunctions(GeneratedClass generated, CopiedMethods called) {
        this.generated = generated;
        this.called = called;
    }

    /** All that were asked for. */
    List<MethodSpec> all() {
        return methods;
    }

    /** The method that gives a function. */
    CodeBlock of(Primitive primitive) {
        String name = names.get(primitive.signature());
        if (name == null) {
            CopiedFunction function =
                    Objects.requireNonNull(generated.functions().find(primitive.signature()), primitive::signature);
            name = fresh("functionOfLine" + function.line());
            names.put(primitive.signature(), name);
            methods.add(method(name, function));
        }
        return CodeBlock.of("$T.$N", ClassName.get(generated.packageName(), generated.name()), name);
    }

    private String fresh(String wish) {
        String name = wish;
        for (int i = 2; names.containsValue(name); i++) {
            name = wish + "_" + i;
        }
        return name;
    }

    private MethodSpec method(String name, CopiedFunction function) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addAnnotation(CopiedMethods.quiet())
                .addJavadoc("The function in $L:$L, as it stands there.\n", function.file(), function.line())
                .returns(JavaTypes.of(function.type()));
        for (Type.Component parameter : function.parameters()) {
            method.addParameter(JavaTypes.of(parameter.type()), parameter.name());
        }
        return method.addCode("return $L;\n", called.code(function.code())).build();
    }
}
