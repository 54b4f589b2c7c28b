package dev.jacobi.processor.backend;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** {@code vjp}, {@code jvp} and {@code valueAndJvp}. */
final class ProductWriter {

    private static final ClassName SEEDS = ClassName.get("dev.jacobi.tensor", "Seeds");

    private final String className;
    private final MemberWriter writer;

    ProductWriter(String className, MemberWriter writer) {
        this.className = className;
        this.writer = writer;
    }

    void write(Derivative.Members members, TypeSpec.Builder type) {
        Var seed = Objects.requireNonNull(members.split().seed());
        type.addMethod(MethodSpec.methodBuilder("vjp")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc(Docs.vjp(members))
                .addParameters(MemberWriter.parameters(members.parameters()))
                .addParameter(MemberWriter.parameter(seed))
                .returns(GradientWriter.gradientType(members))
                .addStatement("return pullback($L).apply($N)", MemberWriter.names(members.parameters()), seed.name())
                .build());
        type.addMethod(MethodSpec.methodBuilder("jvp")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc(Docs.jvp(members))
                .addParameters(MemberWriter.parameters(members.tangent().parameters()))
                .returns(JavaTypes.of(members.result()))
                .addStatement(
                        "return valueAndJvp($L).jvp()",
                        MemberWriter.names(members.tangent().parameters()))
                .build());
        type.addMethod(writer.tangent(members.names().valueAndJvp(), members.tangent(), checks(members))
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc(Docs.valueAndJvp(members))
                .build());
        type.addType(Records.valueAndJvp(members.names(), members.tangent())
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("The value of {@code $L} and its directional derivative.\n", members.displayed())
                .build());
    }

    private CodeBlock checks(Derivative.Members members) {
        List<Var> all = members.tangent().parameters();
        CodeBlock.Builder code = CodeBlock.builder();
        code.add(MemberWriter.nullChecks(members.parameters(), className + ".jvp"));
        code.add(MemberWriter.distinctChecks(members, className + ".jvp", MemberWriter.dots(members)));
        List<Var> dots = all.subList(members.parameters().size(), all.size());
        for (int i = 0; i < dots.size(); i++) {
            Var dot = dots.get(i);
            if (dot.type() instanceof Type.Tensor) {
                code.addStatement(
                        "$N = $T.direction($N, $N, $S, $S)",
                        dot.name(),
                        SEEDS,
                        dot.name(),
                        members.differentiated().get(i).name(),
                        className + ".jvp",
                        dot.name());
            }
        }
        return code.build();
    }
}
