package dev.jacobi.processor.backend;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** {@code apply(Variable…)}: the method as a step in a chain of variables, for tensor methods. */
final class VariableWriter {

    private static final ClassName VARIABLE = ClassName.get("dev.jacobi", "Variable");

    private final String className;

    VariableWriter(String className) {
        this.className = className;
    }

    void write(Derivative.Members members, TypeSpec.Builder type) {
        List<Var> variables = members.differentiated().stream()
                .filter(v ->
                        v.type() instanceof Type.Tensor && members.parameters().contains(v))
                .toList();
        boolean chains =
                members.result() instanceof Type.Tensor || members.result().isFloating();
        if (variables.isEmpty() || !chains) {
            return;
        }
        NameSupply names = NameSupply.after(members.primal());
        String pullback = names.fresh("pullback");
        String seed = names.fresh("seed");
        MethodSpec.Builder method = MethodSpec.methodBuilder("apply")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc(Docs.apply(members))
                .returns(VARIABLE);
        List<CodeBlock> arguments = new ArrayList<>();
        for (Var parameter : members.parameters()) {
            boolean isVariable = variables.contains(parameter);
            TypeName parameterType = isVariable ? VARIABLE : JavaTypes.of(parameter.type());
            method.addParameter(parameterType, parameter.name());
            if (isVariable) {
                method.addCode(MemberWriter.nullCheck(parameter, parameter.name(), className + ".apply"));
            }
            arguments.add(CodeBlock.of(isVariable ? "$N.value()" : "$N", parameter.name()));
        }
        boolean tensor = members.result() instanceof Type.Tensor;
        method.addStatement(
                "$T $N = pullback($L)",
                ClassName.get("", members.names().pullbackType()),
                pullback,
                CodeBlock.join(arguments, ", "));
        CodeBlock value = tensor
                ? CodeBlock.of("$N.value()", pullback)
                : CodeBlock.of("$T.scalar($N.value())", JavaTypes.TENSOR, pullback);
        boolean isFloat = members.result() == Type.Scalar.FLOAT;
        CodeBlock applied = CodeBlock.of(
                tensor ? "$N.apply($N)" : isFloat ? "$N.apply((float) $N.item())" : "$N.apply($N.item())",
                pullback,
                seed);
        type.addMethod(finish(method, members, variables, value, applied, seed, names));
    }

    private static MethodSpec finish(
            MethodSpec.Builder method,
            Derivative.Members members,
            List<Var> variables,
            CodeBlock value,
            CodeBlock applied,
            String seed,
            NameSupply names) {
        Type.Struct gradient = members.gradient();
        if (gradient == null) {
            return method.addStatement(
                            "return $T.of($L, $N -> new $T[] {$L}, $L)",
                            VARIABLE,
                            value,
                            seed,
                            JavaTypes.TENSOR,
                            applied,
                            MemberWriter.names(variables))
                    .build();
        }
        String bars = names.fresh("gradient");
        List<CodeBlock> components = new ArrayList<>();
        for (int i = 0; i < members.differentiated().size(); i++) {
            if (variables.contains(members.differentiated().get(i))) {
                components.add(CodeBlock.of(
                        "$N.$N()", bars, gradient.components().get(i).name()));
            }
        }
        CodeBlock lambda = CodeBlock.builder()
                .add("$N -> {\n$>", seed)
                .add("$T $N = $L;\n", JavaTypes.struct(gradient), bars, applied)
                .add("return new $T[] {$L};\n$<}", JavaTypes.TENSOR, CodeBlock.join(components, ", "))
                .build();
        return method.addCode("return $T.of($L, $L, $L);\n", VARIABLE, value, lambda, MemberWriter.names(variables))
                .build();
    }
}
