package dev.jacobi.processor.backend;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.jacobi.processor.ir.Adjoint;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** {@code jacobian} and {@code valueAndJacobian} of methods that give a record of numbers: the derivative of each. */
final class RecordJacobianWriter {

    private final String className;
    private final JavaExpressions expressions;
    private final Bodies bodies;
    private final RowsMethods rows;

    RecordJacobianWriter(String className, JavaExpressions expressions, Bodies bodies, RowsMethods rows) {
        this.className = className;
        this.expressions = expressions;
        this.bodies = bodies;
        this.rows = rows;
    }

    void write(Derivative.Members members, TypeSpec.Builder type) {
        if (!members.given().isNumbers()) {
            return;
        }
        ClassName jacobian = ClassName.get("", members.names().jacobianType());
        type.addMethod(member("jacobian", members)
                .addJavadoc(Docs.recordJacobian(members))
                .returns(jacobian)
                .addStatement("return valueAndJacobian($L).jacobian()", MemberWriter.names(members.parameters()))
                .build());
        type.addMethod(members.rows() == null ? oneByOne(members) : together(members, members.rows()));
        type.addType(record(members.names().jacobianType(), numbers(members))
                .addJavadoc("The derivatives of each number that {@code $L} gives.\n", members.displayed())
                .build());
        List<ParameterSpec> both = List.of(
                ParameterSpec.builder(JavaTypes.of(members.result()), "value").build(),
                ParameterSpec.builder(jacobian, "jacobian").build());
        type.addType(record(members.names().valueAndJacobianType(), both)
                .addJavadoc("The value of {@code $L} and its derivatives.\n", members.displayed())
                .build());
    }

    private static TypeSpec.Builder record(String name, List<ParameterSpec> components) {
        return Records.record(name, components).addModifiers(Modifier.PUBLIC);
    }

    private static MethodSpec.Builder member(String name, Derivative.Members members) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addParameters(MemberWriter.parameters(members.parameters()));
    }

    /** A component for each number, called like it: {@code positionX}. */
    private static List<ParameterSpec> numbers(Derivative.Members members) {
        TypeName gradient = GradientWriter.gradientType(members);
        return members.given().numbers().stream()
                .map(number -> ParameterSpec.builder(gradient, NameSupply.ofComponent(number.name()))
                        .build())
                .toList();
    }

    private MethodSpec.Builder both(Derivative.Members members) {
        return member("valueAndJacobian", members)
                .addJavadoc(Docs.valueAndJacobian(members))
                .returns(ClassName.get("", members.names().valueAndJacobianType()));
    }

    /** A sweep for each number in one method. */
    private MethodSpec together(Derivative.Members members, Adjoint sweeps) {
        String member = className + ".jacobian";
        return both(members)
                .addCode(MemberWriter.nullChecks(members.parameters(), member))
                .addCode(Doors.unpack(members, GradientWriter.reads(members, sweeps), member))
                .addCode(new FusedSweeps(member, expressions, bodies, "Backward sweeps, one for each number")
                        .write(
                                "valueAndJacobian",
                                members.names().valueAndJacobianType() + "Sweeps",
                                sweeps,
                                CodeBlock.of(""),
                                (values, bars) ->
                                        end(members, Doors.value(members, values, rows), gradients(members, bars))))
                .build();
    }

    private List<CodeBlock> gradients(Derivative.Members members, List<CodeBlock> bars) {
        int each = bars.size() / members.given().numbers().size();
        List<CodeBlock> gradients = new ArrayList<>();
        for (int from = 0; from < bars.size(); from += each) {
            gradients.add(Doors.gradient(members, bars.subList(from, from + each), rows));
        }
        return gradients;
    }

    /** A pullback takes one seed after the other. */
    private MethodSpec oneByOne(Derivative.Members members) {
        String pullback = NameSupply.after(members.tangent()).fresh("pullback");
        List<CodeBlock> gradients = new ArrayList<>();
        for (int number = 0; number < members.given().numbers().size(); number++) {
            gradients.add(CodeBlock.of("$N.apply($L)", pullback, unit(members, number)));
        }
        return both(members)
                .addStatement(
                        "$T $N = pullback($L)",
                        ClassName.get("", members.names().pullbackType()),
                        pullback,
                        MemberWriter.names(members.parameters()))
                .addCode(end(members, CodeBlock.of("$N.value()", pullback), gradients))
                .build();
    }

    /** {@code new Point(0.0, 1.0)}. */
    private CodeBlock unit(Derivative.Members members, int number) {
        List<CodeBlock> seeds = new ArrayList<>();
        for (Type.Component other : members.given().numbers()) {
            String digit = seeds.size() == number ? "1" : "0";
            seeds.add(CodeBlock.of(other.type() == Type.Scalar.FLOAT ? digit + "f" : digit + ".0"));
        }
        return Doors.pack(members.given().derivative(), false, seeds.iterator(), rows);
    }

    private static CodeBlock end(Derivative.Members members, CodeBlock value, List<CodeBlock> gradients) {
        return CodeBlock.of(
                "return new $T($L, new $T(\n$>$>$L$<$<));\n",
                ClassName.get("", members.names().valueAndJacobianType()),
                value,
                ClassName.get("", members.names().jacobianType()),
                CodeBlock.join(gradients, ",\n"));
    }
}
