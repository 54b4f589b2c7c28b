package dev.jacobi.processor.backend;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.jacobi.processor.ir.Adjoint;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import dev.jacobi.processor.split.Remote;
import dev.jacobi.processor.split.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** {@code gradient} and {@code valueAndGradient}: both sweeps in one method, for a seed of one. */
final class GradientWriter {

    private static final ClassName SHADOWS = ClassName.get("dev.jacobi.tape", "Shadows");
    private static final ClassName SEEDS = ClassName.get("dev.jacobi.tensor", "Seeds");

    private final String className;
    private final JavaExpressions expressions;
    private final Bodies bodies;
    private final RowsMethods rows;

    GradientWriter(String className, JavaExpressions expressions, Bodies bodies, RowsMethods rows) {
        this.className = className;
        this.expressions = expressions;
        this.bodies = bodies;
        this.rows = rows;
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
            record(members, type);
        }
        List<ParameterSpec> components = List.of(
                ParameterSpec.builder(JavaTypes.of(members.result()), "value").build(),
                ParameterSpec.builder(gradient, "gradient").build());
        type.addType(Records.record(members.names().valueAndGradientType(), components)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("The value of {@code $L} and its gradient.\n", members.displayed())
                .build());
    }

    /** The record of the derivatives by several parameters. */
    void record(Derivative.Members members, TypeSpec.Builder type) {
        type.addType(Records.of(Objects.requireNonNull(members.gradient()))
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(Docs.gradientRecord(members))
                .build());
    }

    static TypeName gradientType(Derivative.Members members) {
        return members.gradient() != null
                ? ClassName.get("", members.gradient().className().replaceFirst(".*\\.", ""))
                : JavaTypes.of(members.activeDoors().get(0).derivative());
    }

    private MethodSpec valueAndGradient(Derivative.Members members, ClassName both) {
        Adjoint fused = members.fused();
        MethodSpec.Builder method = MethodSpec.methodBuilder("valueAndGradient")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc(Docs.valueAndGradient(members))
                .addParameters(MemberWriter.parameters(members.parameters()))
                .returns(both)
                .addCode(MemberWriter.nullChecks(members.parameters(), className + ".gradient"))
                .addCode(Doors.unpack(members, reads(members), className + ".gradient"));
        method.addCode(MemberWriter.distinctChecks(members, className + ".gradient", List.of()));
        method.addCode(zeros(fused));
        if (isLarge(fused)) {
            cut(members, NamedResults.of(fused), both, method);
            return method.build();
        }
        JavaStatements statements = new JavaStatements(expressions);
        CodeBlock value = expressions.write(Objects.requireNonNull(fused.value()));
        if (!fused.forward().isEmpty() && !fused.backward().isEmpty()) {
            method.addComment("Forward sweep");
        }
        method.addCode(statements.write(fused.forward()));
        method.addCode(Doors.handBack(members, rows));
        if (members.result() instanceof Type.Tensor) {
            method.addCode(seed(fused, value));
        }
        if (!fused.backward().isEmpty()) {
            method.addComment("Backward sweep").addCode(statements.write(fused.backward()));
        }
        CodeBlock gradient = Doors.gradient(members, bars(fused.bars(), expressions), rows);
        return method.addStatement("return new $T($L, $L)", both, value, gradient)
                .build();
    }

    private boolean isLarge(Adjoint fused) {
        List<Stmt> all = new ArrayList<>(fused.forward());
        all.addAll(fused.backward());
        return bodies.isLarge(all, fused.bars());
    }

    /** Both sweeps in pieces. */
    private void cut(Derivative.Members members, Adjoint fused, ClassName both, MethodSpec.Builder method) {
        List<Var> given = new ArrayList<>(fused.parameters());
        given.addAll(fused.seeds());
        Set<Var> results = fused.results();
        results.addAll(fused.given());
        Run run = bodies.cut(
                "valueAndGradient",
                members.names().valueAndGradientType() + "Sweeps",
                "sweeps",
                List.of(new Section("forward", fused.forward()), new Section("backward", fused.backward())),
                given,
                Remote.NONE,
                results);
        CodeBlock value = expressions.write(run.read(Objects.requireNonNull(fused.value())));
        method.addCode(run.start(fused.seeds()))
                .addComment("Forward sweep")
                .addCode(run.section(0))
                .addCode(Doors.handBack(members, rows));
        if (members.result() instanceof Type.Tensor) {
            method.addCode(seed(fused, value)).addCode(run.given(fused.seed()));
        }
        List<Expr> bars = new ArrayList<>();
        fused.bars().forEach(bar -> bars.add(run.read(bar)));
        CodeBlock gradient = Doors.gradient(members, bars(bars, expressions), rows);
        method.addComment("Backward sweep")
                .addCode(run.section(1))
                .addStatement("return new $T($L, $L)", both, value, gradient);
    }

    /** The seed of a tensor with one element. */
    private CodeBlock seed(Adjoint fused, CodeBlock value) {
        return CodeBlock.of(
                "$T $N = $T.one($L, $S);\n",
                JavaTypes.TENSOR,
                fused.seed().name(),
                SEEDS,
                value,
                className + ".gradient");
    }

    private static Set<Var> reads(Derivative.Members members) {
        Adjoint adjoint = members.fused();
        Set<Var> read = Doors.reads(adjoint.forward());
        read.addAll(Walk.reads(adjoint.backward()));
        read.addAll(adjoint.results());
        read.addAll(adjoint.given());
        for (int i : adjoint.active()) {
            Var parameter = adjoint.primal().parameters().get(i);
            if (parameter.type() instanceof Type.Array) {
                read.add(parameter); // its shadow is shaped like it
            }
        }
        members.doors().stream().filter(Door::isWrittenRows).forEach(door -> read.addAll(door.leaves()));
        return read;
    }

    /** {@code double[] xBar = Shadows.zerosLike(x);} for each active array. */
    private static CodeBlock zeros(Adjoint fused) {
        CodeBlock.Builder code = CodeBlock.builder();
        int next = 0;
        for (int i : fused.active()) {
            Var parameter = fused.primal().parameters().get(i);
            if (parameter.type() instanceof Type.Array array) {
                Var shadow = fused.shadows().get(next++);
                boolean numbers = array.element() instanceof Type.Scalar;
                CodeBlock zeros = numbers
                        ? CodeBlock.of("new $T[$N.length]", JavaTypes.of(array.element()), parameter.name())
                        : CodeBlock.of("$T.zerosLike($N)", SHADOWS, parameter.name());
                code.addStatement("$T $N = $L", JavaTypes.of(array), shadow.name(), zeros);
            }
        }
        return code.build();
    }

    static List<CodeBlock> bars(List<Expr> bars, JavaExpressions expressions) {
        List<CodeBlock> written = new ArrayList<>();
        bars.forEach(bar -> written.add(expressions.write(bar)));
        return written;
    }
}
