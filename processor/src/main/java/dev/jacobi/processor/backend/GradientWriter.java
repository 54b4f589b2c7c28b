package dev.jacobi.processor.backend;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.jacobi.processor.ir.Adjoint;
import dev.jacobi.processor.ir.Type;
import java.util.List;
import javax.lang.model.element.Modifier;

/** {@code gradient} and {@code valueAndGradient}: both sweeps in one method, for a seed of one. */
final class GradientWriter {

    private static final ClassName SEEDS = ClassName.get("dev.jacobi.tensor", "Seeds");

    private final String className;
    private final JavaExpressions expressions;

    GradientWriter(String className, JavaExpressions expressions) {
        this.className = className;
        this.expressions = expressions;
    }

    void write(Derivative.Members members, TypeSpec.Builder type) {
        TypeName gradient = gradientType(members);
        ClassName both = ClassName.get("", members.names().valueAndGradientType());
        type.addMethod(MethodSpec.methodBuilder("gradient")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc(Docs.gradient(members))
                .addParameters(MemberWriter.parameters(members.parameters()))
                .returns(gradient)
                .addStatement("return valueAndGradient($L).gradient()", MemberWriter.names(members.parameters()))
                .build());
        type.addMethod(valueAndGradient(members, both));
        if (members.gradient() != null) {
            type.addType(Records.of(members.gradient())
                    .addModifiers(Modifier.PUBLIC)
                    .addJavadoc(Docs.gradientRecord(members))
                    .build());
        }
        List<ParameterSpec> components = List.of(
                ParameterSpec.builder(JavaTypes.of(members.result()), "value").build(),
                ParameterSpec.builder(gradient, "gradient").build());
        type.addType(Records.record(members.names().valueAndGradientType(), components)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("The value of {@code $L} and its gradient.\n", members.displayed())
                .build());
    }

    static TypeName gradientType(Derivative.Members members) {
        return members.gradient() != null
                ? ClassName.get("", members.gradient().className().replaceFirst(".*\\.", ""))
                : JavaTypes.of(members.differentiated().get(0).type());
    }

    private MethodSpec valueAndGradient(Derivative.Members members, ClassName both) {
        Adjoint fused = members.fused();
        JavaStatements statements = new JavaStatements(expressions);
        MethodSpec.Builder method = MethodSpec.methodBuilder("valueAndGradient")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc(Docs.valueAndGradient(members))
                .addParameters(MemberWriter.parameters(members.parameters()))
                .returns(both)
                .addCode(MemberWriter.nullChecks(members.parameters(), className + ".gradient"));
        if (!fused.forward().isEmpty()) {
            method.addComment("Forward sweep").addCode(statements.write(fused.forward()));
        }
        CodeBlock value = expressions.write(fused.value());
        if (members.result() instanceof Type.Tensor) {
            method.addStatement(
                    "$T $N = $T.one($L, $S)",
                    JavaTypes.TENSOR,
                    fused.seed().name(),
                    SEEDS,
                    value,
                    className + ".gradient");
        }
        if (!fused.backward().isEmpty()) {
            method.addComment("Backward sweep").addCode(statements.write(fused.backward()));
        }
        return method.addStatement("return new $T($L, $L)", both, value, bars(fused, members.gradient(), expressions))
                .build();
    }

    /** The one adjoint, or the record of all. */
    static CodeBlock bars(
            Adjoint adjoint, Type.@org.jspecify.annotations.Nullable Struct gradient, JavaExpressions expressions) {
        CodeBlock list = expressions.list(adjoint.bars());
        return gradient == null ? list : CodeBlock.of("new $T($L)", JavaTypes.struct(gradient), list);
    }
}
