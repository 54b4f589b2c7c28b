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
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** {@code pullback}: the forward sweep, and a class that keeps what the backward sweep reads. */
final class PullbackWriter {

    private static final ClassName SEEDS = ClassName.get("dev.jacobi.tensor", "Seeds");

    private final String className;
    private final JavaExpressions expressions;
    private final Bodies bodies;

    PullbackWriter(String className, JavaExpressions expressions, Bodies bodies) {
        this.className = className;
        this.expressions = expressions;
        this.bodies = bodies;
    }

    void write(Derivative.Members members, TypeSpec.Builder type) {
        Parts parts = new Parts(members.split(), members.names(), members.gradient());
        CodeBlock start = CodeBlock.builder()
                .add(MemberWriter.nullChecks(members.parameters(), className + ".pullback"))
                .add(MemberWriter.distinctChecks(members, className + ".pullback", List.of()))
                .add(copies(members))
                .build();
        type.addMethod(parts.forward(start)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc(Docs.pullback(members))
                .build());
        CodeBlock check = members.result() instanceof Type.Tensor
                ? CodeBlock.of(
                        "$1N = $2T.like($1N, $3N, $4S);\n",
                        Objects.requireNonNull(members.split().seed()).name(),
                        SEEDS,
                        parts.name(Objects.requireNonNull(parts.value)),
                        className + ".vjp")
                : CodeBlock.of("");
        type.addType(
                parts.pullbackClass(check, Docs.pullbackValue(members), Docs.pullbackApply(members), Modifier.PUBLIC)
                        .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                        .addJavadoc(Docs.pullbackClass(members))
                        .build());
    }

    /** {@code x = x.clone();}: what the backward sweep reads of an array must be what the forward sweep read. */
    private static CodeBlock copies(Derivative.Members members) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (int i : members.snapshots()) {
            Var parameter = members.parameters().get(i);
            if (parameter.type() instanceof Type.Array array) {
                CodeBlock copy = array.element() instanceof Type.Array
                        ? CodeBlock.of("$T.copy($N)", ClassName.get("dev.jacobi.tape", "Shadows"), parameter.name())
                        : CodeBlock.of("$N.clone()", parameter.name());
                code.add(
                        "$N = $L; // the caller may write to its own before the derivative is taken\n",
                        parameter.name(),
                        copy);
            }
        }
        return code.build();
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
        private final Type.@Nullable Struct gradient;
        private final List<Var> fields;

        /** The variable that holds the value when the forward sweep ends; null where there is none. */
        private final @Nullable Var value;

        private final boolean valueIsNamed;

        /** The sweeps that are cut; null where none is. */
        private final @Nullable PullbackPieces pieces;

        Parts(Adjoint whole, DerivativeNames names, Type.@Nullable Struct gradient) {
            boolean cuts = PullbackPieces.cuts(whole, bodies);
            this.adjoint = cuts ? NamedResults.of(whole) : whole;
            this.names = names;
            this.gradient = gradient;
            this.fields = new ArrayList<>(adjoint.kept());
            Expr result = adjoint.value();
            this.valueIsNamed = result instanceof Expr.Ref;
            this.value = result == null
                    ? null
                    : result instanceof Expr.Ref ref
                            ? ref.variable()
                            : new Var(free(adjoint).fresh("value"), result.type());
            Var shadow = adjoint.valueShadow();
            if (shadow != null && !fields.contains(shadow)) {
                fields.add(0, shadow);
            }
            if (value != null && !fields.contains(value)) {
                fields.add(0, value);
            }
            NameSupply free = free(adjoint);
            this.pieces = cuts ? PullbackPieces.of(adjoint, fields, names, free, bodies) : null;
        }

        private static NameSupply free(Adjoint adjoint) {
            NameSupply names = NameSupply.after(adjoint.primal());
            Walk.declares(adjoint.forward()).forEach(v -> names.fresh(v.name()));
            Walk.declares(adjoint.backward()).forEach(v -> names.fresh(v.name()));
            adjoint.shadows().forEach(v -> names.fresh(v.name()));
            if (adjoint.seed() != null) {
                names.fresh(adjoint.seed().name());
            }
            return names;
        }

        MethodSpec.Builder forward(CodeBlock checks) {
            ClassName type = ClassName.get("", names.pullbackType());
            MethodSpec.Builder method = MethodSpec.methodBuilder(names.pullback())
                    .addParameters(MemberWriter.parameters(adjoint.parameters()))
                    .returns(type)
                    .addCode(checks);
            if (pieces != null && pieces.cutsForward()) {
                return method.addCode(pieces.forward(type));
            }
            CodeBlock.Builder arguments = CodeBlock.builder();
            for (int i = 0; i < fields.size(); i++) {
                boolean written = fields.get(i).equals(value) && !valueIsNamed;
                arguments.add(i == 0 ? "" : ", ");
                arguments.add(
                        written && adjoint.value() != null
                                ? expressions.write(adjoint.value())
                                : CodeBlock.of("$N", fields.get(i).name()));
            }
            return method.addCode(bodies.whole(adjoint.forward()))
                    .addStatement("return new $T($L)", type, arguments.build());
        }

        TypeSpec.Builder pullbackClass(
                CodeBlock seedCheck, CodeBlock valueDoc, CodeBlock applyDoc, Modifier... modifiers) {
            MethodSpec.Builder constructor = MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE);
            TypeSpec.Builder type = TypeSpec.classBuilder(names.pullbackType());
            for (Var field : pieces == null ? fields : pieces.stored()) {
                TypeName fieldType = JavaTypes.of(field.type());
                type.addField(FieldSpec.builder(fieldType, field.name(), Modifier.PRIVATE, Modifier.FINAL)
                        .build());
                constructor.addParameter(fieldType, field.name());
                constructor.addStatement("this.$1N = $1N", field.name());
            }
            type.addMethod(constructor.build());
            if (value != null) {
                type.addMethod(getter("value", value, valueDoc, modifiers));
            }
            if (adjoint.valueShadow() != null && adjoint.seed() == null) {
                type.addMethod(getter("valueBar", adjoint.valueShadow(), CodeBlock.of(""), modifiers));
            }
            MethodSpec.Builder apply = MethodSpec.methodBuilder("apply")
                    .addModifiers(modifiers)
                    .addJavadoc(applyDoc)
                    .returns(gradientType());
            if (adjoint.seed() != null) {
                apply.addParameter(MemberWriter.parameter(adjoint.seed()));
            }
            apply.addCode(seedCheck);
            List<Expr> bars = adjoint.bars();
            if (pieces != null && pieces.cutsBackward()) {
                Run run = pieces.backward();
                apply.addCode(run.start(List.of())).addCode(run.section(0));
                bars = bars.stream().map(bar -> pieces.read(bar, run)).toList();
            } else {
                apply.addCode(bodies.whole(adjoint.backward()));
            }
            if (!bars.isEmpty()) {
                apply.addStatement("return $L", GradientWriter.bars(bars, gradient, expressions));
            }
            return type.addMethod(apply.build());
        }

        /** A kept variable in the pullback's code. */
        private String name(Var variable) {
            return pieces == null ? variable.name() : pieces.name(variable);
        }

        private MethodSpec getter(String name, Var field, CodeBlock doc, Modifier... modifiers) {
            return MethodSpec.methodBuilder(name)
                    .addModifiers(modifiers)
                    .addJavadoc(doc)
                    .returns(JavaTypes.of(field.type()))
                    .addStatement("return $N", name(field))
                    .build();
        }

        private TypeName gradientType() {
            if (adjoint.bars().isEmpty()) {
                return TypeName.VOID;
            }
            return gradient != null
                    ? ClassName.get("", JavaTypes.struct(gradient).simpleName())
                    : JavaTypes.of(adjoint.bars().get(0).type());
        }
    }
}
