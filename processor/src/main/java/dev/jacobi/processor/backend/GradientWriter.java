package dev.jacobi.processor.backend;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.jacobi.processor.ir.Adjoint;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** {@code gradient} and {@code valueAndGradient}: both sweeps in one method, for a seed of one. */
final class GradientWriter {

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
        method.addCode(SharedArrays.checks(members, className + ".gradient"));
        method.addCode(FusedSweeps.zeros(members, fused));
        method.addCode(new FusedSweeps(className + ".gradient", expressions, bodies)
                .write(
                        "valueAndGradient",
                        members.names().valueAndGradientType() + "Sweeps",
                        fused,
                        Doors.handBack(members, rows),
                        (values, bars) -> CodeBlock.builder()
                                .addStatement(
                                        "return new $T($L, $L)",
                                        both,
                                        values.get(0),
                                        Doors.gradient(members, bars, rows))
                                .build()));
        return method.build();
    }

    private static Set<Var> reads(Derivative.Members members) {
        return reads(members, members.fused());
    }

    /** The parameters, or leaves of them, that code asks for. */
    static Set<Var> reads(Derivative.Members members, Adjoint adjoint) {
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

    static List<CodeBlock> bars(List<Expr> bars, JavaExpressions expressions) {
        List<CodeBlock> written = new ArrayList<>();
        bars.forEach(bar -> written.add(expressions.write(bar)));
        return written;
    }
}
