package dev.jacobi.processor.backend;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** {@code jacobian}: by columns (one jvp each) or by rows (one vjp each), whichever are fewer. */
final class JacobianWriter {

    private static final ClassName JACOBIAN = ClassName.get("dev.jacobi.tensor", "Jacobian");

    private final String className;
    private final Bodies bodies;

    JacobianWriter(String className, Bodies bodies) {
        this.className = className;
        this.bodies = bodies;
    }

    void write(Derivative.Members members, TypeSpec.Builder type) {
        boolean arrays = members.differentiated().stream().anyMatch(v -> v.type() instanceof Type.Array);
        if (!(members.result() instanceof Type.Tensor) || arrays) {
            return;
        }
        List<Var> by = members.differentiated();
        ClassName record = ClassName.get("", members.names().jacobiansType());
        NameSupply names = NameSupply.after(members.tangent());
        String pullback = names.fresh("pullback");
        MethodSpec.Builder method = MethodSpec.methodBuilder("jacobian")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc(Docs.jacobian(members))
                .addParameters(MemberWriter.parameters(members.parameters()))
                .returns(by.size() == 1 ? JavaTypes.TENSOR : record)
                .addCode(
                        members.columns().isEmpty()
                                ? Doors.fields(members, className + ".jacobian")
                                : Doors.leaves(members, className + ".jacobian"))
                .addStatement(
                        "$T $N = pullback($L)",
                        ClassName.get("", members.names().pullbackType()),
                        pullback,
                        MemberWriter.names(members.parameters()));
        List<CodeBlock> results = new ArrayList<>();
        for (int i = 0; i < by.size(); i++) {
            results.add(one(members, i, pullback, names));
        }
        if (by.size() == 1) {
            type.addMethod(method.addStatement("return $L", results.get(0)).build());
            return;
        }
        List<ParameterSpec> components = new ArrayList<>();
        for (int i = 0; i < by.size(); i++) {
            String name = names.fresh(by.get(i).name() + "Jacobian");
            method.addStatement("$T $N = $L", JavaTypes.TENSOR, name, results.get(i));
            components.add(ParameterSpec.builder(JavaTypes.TENSOR, component(members, i))
                    .build());
            results.set(i, CodeBlock.of("$N", name));
        }
        type.addMethod(method.addStatement("return new $T($L)", record, CodeBlock.join(results, ", "))
                .build());
        type.addType(Records.record(members.names().jacobiansType(), components)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("The Jacobians of {@code $L} by each parameter.\n", members.displayed())
                .build());
    }

    private static String component(Derivative.Members members, int i) {
        Type.Struct gradient = members.gradient();
        return gradient == null ? "" : gradient.components().get(i).name();
    }

    private CodeBlock one(Derivative.Members members, int i, String pullback, NameSupply names) {
        Var parameter = members.differentiated().get(i);
        CodeBlock columns = CodeBlock.of(
                "$T.byColumns($N.value(), $N, $L)", JACOBIAN, pullback, parameter.name(), column(members, i));
        if (!(parameter.type() instanceof Type.Tensor)) {
            return columns;
        }
        String seed = names.fresh("seed");
        CodeBlock row = members.gradient() == null
                ? CodeBlock.of("$N::apply", pullback)
                : CodeBlock.of("$1N -> $2N.apply($1N).$3N()", seed, pullback, component(members, i));
        CodeBlock rows = PullbackWriter.stacks(members, bodies).containsKey(i)
                ? CodeBlock.of("$L, $N::$N", row, pullback, rows(members, i))
                : row;
        return CodeBlock.of(
                "$1N.size() < $2N.value().size()\n? $3L\n: $4T.byRows($2N.value(), $1N, $5L)",
                parameter.name(),
                pullback,
                columns,
                JACOBIAN,
                rows);
    }

    /** The pullback's method that gives many rows at once. */
    static String rows(Derivative.Members members, int i) {
        return members.gradient() == null ? "rows" : component(members, i) + "Rows";
    }

    /** One column: {@code xDot -> jvp(x, xDot)}. */
    private static CodeBlock column(Derivative.Members members, int i) {
        Function tangent = members.columns().isEmpty()
                ? members.tangent()
                : members.columns().get(i);
        Var dot = tangent.parameters().get(tangent.parameters().size() - 1);
        boolean isFloat = dot.type() == Type.Scalar.FLOAT;
        return CodeBlock.of(
                isFloat ? "$1N -> $2N($3L, (float) $1N).jvp()" : "$1N -> $2N($3L, $1N).jvp()",
                dot.name(),
                members.columns().isEmpty() ? members.names().valueAndJvp() : method(members, i),
                MemberWriter.names(
                        members.columns().isEmpty()
                                ? members.parameters()
                                : members.primal().parameters()));
    }

    /** The private method that gives value and tangent by one of several parameters. */
    static String method(Derivative.Members members, int i) {
        return members.names().valueAndJvp()
                + "By"
                + DerivativeNames.capitalised(members.differentiated().get(i).name());
    }
}
