package dev.jacobi.processor.backend;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.jacobi.processor.ir.Adjoint;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** {@code pullback}: the forward sweep, and a class that keeps what the backward sweep reads. */
final class PullbackWriter {

    private static final ClassName SEEDS = ClassName.get("dev.jacobi.tensor", "Seeds");

    private final String className;
    private final JavaExpressions expressions;

    PullbackWriter(String className, JavaExpressions expressions) {
        this.className = className;
        this.expressions = expressions;
    }

    void write(Derivative.Members members, TypeSpec.Builder type) {
        Parts parts = new Parts(members.split(), members.names(), members.gradient());
        type.addMethod(parts.forward(MemberWriter.nullChecks(members.parameters(), className + ".pullback"))
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc(Docs.pullback(members))
                .build());
        CodeBlock check = members.result() instanceof Type.Tensor
                ? CodeBlock.of(
                        "$1N = $2T.like($1N, $3N, $4S);\n",
                        members.split().seed().name(),
                        SEEDS,
                        parts.value.name(),
                        className + ".vjp")
                : CodeBlock.of("");
        type.addType(
                parts.pullbackClass(check, Docs.pullbackValue(members), Docs.pullbackApply(members), Modifier.PUBLIC)
                        .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                        .addJavadoc(Docs.pullbackClass(members))
                        .build());
    }

    void helper(Derivative.PullbackHelper helper, TypeSpec.Builder type) {
        Parts parts = new Parts(helper.split(), helper.names(), helper.gradient());
        type.addMethod(parts.forward(CodeBlock.of(""))
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .build());
        CodeBlock none = CodeBlock.of("");
        type.addType(parts.pullbackClass(none, none, none)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .build());
        if (helper.gradient() != null) {
            type.addType(
                    Records.of(helper.gradient()).addModifiers(Modifier.PRIVATE).build());
        }
    }

    /** The two halves of one adjoint. */
    private final class Parts {
        private final Adjoint adjoint;
        private final DerivativeNames names;
        private final Type.@org.jspecify.annotations.Nullable Struct gradient;
        private final List<Var> fields;

        /** The variable that holds the value when the forward sweep ends. */
        private final Var value;

        private final boolean valueIsNamed;

        Parts(Adjoint adjoint, DerivativeNames names, Type.@org.jspecify.annotations.Nullable Struct gradient) {
            this.adjoint = adjoint;
            this.names = names;
            this.gradient = gradient;
            this.fields = new ArrayList<>(adjoint.kept());
            this.valueIsNamed = adjoint.value() instanceof Expr.Ref;
            this.value = adjoint.value() instanceof Expr.Ref ref
                    ? ref.variable()
                    : new Var(free(adjoint).fresh("value"), adjoint.value().type());
            if (!fields.contains(value)) {
                fields.add(0, value);
            }
        }

        private static NameSupply free(Adjoint adjoint) {
            NameSupply names = NameSupply.after(adjoint.primal());
            dev.jacobi.processor.ir.Walk.declares(adjoint.forward()).forEach(v -> names.fresh(v.name()));
            dev.jacobi.processor.ir.Walk.declares(adjoint.backward()).forEach(v -> names.fresh(v.name()));
            names.fresh(adjoint.seed().name());
            return names;
        }

        MethodSpec.Builder forward(CodeBlock checks) {
            ClassName type = ClassName.get("", names.pullbackType());
            CodeBlock.Builder arguments = CodeBlock.builder();
            for (int i = 0; i < fields.size(); i++) {
                boolean written = fields.get(i).equals(value) && !valueIsNamed;
                arguments.add(i == 0 ? "" : ", ");
                arguments.add(
                        written
                                ? expressions.write(adjoint.value())
                                : CodeBlock.of("$N", fields.get(i).name()));
            }
            return MethodSpec.methodBuilder(names.pullback())
                    .addParameters(MemberWriter.parameters(adjoint.primal().parameters()))
                    .returns(type)
                    .addCode(checks)
                    .addCode(new JavaStatements(expressions).write(adjoint.forward()))
                    .addStatement("return new $T($L)", type, arguments.build());
        }

        TypeSpec.Builder pullbackClass(
                CodeBlock seedCheck, CodeBlock valueDoc, CodeBlock applyDoc, Modifier... modifiers) {
            MethodSpec.Builder constructor = MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE);
            TypeSpec.Builder type = TypeSpec.classBuilder(names.pullbackType());
            for (Var field : fields) {
                TypeName fieldType = JavaTypes.of(field.type());
                type.addField(FieldSpec.builder(fieldType, field.name(), Modifier.PRIVATE, Modifier.FINAL)
                        .build());
                constructor.addParameter(fieldType, field.name());
                constructor.addStatement("this.$1N = $1N", field.name());
            }
            return type.addMethod(constructor.build())
                    .addMethod(MethodSpec.methodBuilder("value")
                            .addModifiers(modifiers)
                            .addJavadoc(valueDoc)
                            .returns(JavaTypes.of(value.type()))
                            .addStatement("return $N", value.name())
                            .build())
                    .addMethod(MethodSpec.methodBuilder("apply")
                            .addModifiers(modifiers)
                            .addJavadoc(applyDoc)
                            .addParameter(MemberWriter.parameter(adjoint.seed()))
                            .returns(gradientType())
                            .addCode(seedCheck)
                            .addCode(new JavaStatements(expressions).write(adjoint.backward()))
                            .addStatement("return $L", GradientWriter.bars(adjoint, gradient, expressions))
                            .build());
        }

        private TypeName gradientType() {
            return gradient != null
                    ? ClassName.get("", JavaTypes.struct(gradient).simpleName())
                    : JavaTypes.of(adjoint.bars().get(0).type());
        }
    }
}
