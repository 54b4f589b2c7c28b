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
import java.util.Objects;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * Both halves of a helper in memory that is used again: as those of {@link PullbackWriter}, but what the forward half
 * keeps is written into an object that an earlier call may have had, and so are the adjoints of several numbers.
 */
final class InPlaceHelperWriter {

    /** What is added to a parameter's name for its adjoint: {@code transform.inplace} asks by it. */
    private static final String ADJOINT = "Gradient";

    private final JavaExpressions expressions;

    InPlaceHelperWriter(JavaExpressions expressions) {
        this.expressions = expressions;
    }

    void write(Derivative.InPlaceHelper helper, TypeSpec.Builder type) {
        Halves halves = new Halves(helper);
        type.addMethod(halves.forward());
        type.addType(halves.kept());
    }

    private final class Halves {
        private final Adjoint sweeps;
        private final DerivativeNames names;
        private final Type.@Nullable Struct gradient;
        private final NameSupply free;
        private final List<Var> fields;
        private final @Nullable Var value;
        private final List<Var> adjoints = new ArrayList<>();

        Halves(Derivative.InPlaceHelper helper) {
            this.sweeps = helper.sweeps();
            this.names = helper.names();
            this.gradient = helper.gradient();
            this.free = NameSupply.after(sweeps);
            this.fields = new ArrayList<>(sweeps.kept());
            this.value = value(sweeps.value());
            addField(value);
            addField(sweeps.valueShadow());
            if (gradient != null) {
                for (Type.Component component : gradient.components()) {
                    adjoints.add(new Var(free.fresh(component.name() + ADJOINT), component.type()));
                }
            }
        }

        private @Nullable Var value(@Nullable Expr result) {
            if (result == null) {
                return null;
            }
            return result instanceof Expr.Ref ref ? ref.variable() : new Var(free.fresh("value"), result.type());
        }

        private void addField(@Nullable Var variable) {
            if (variable != null && !fields.contains(variable)) {
                fields.add(variable);
            }
        }

        MethodSpec forward() {
            ClassName type = ClassName.get("", names.pullbackType());
            String kept = free.fresh("kept");
            String scratch = sweeps.shadows().get(sweeps.shadows().size() - 1).name();
            MethodSpec.Builder method = MethodSpec.methodBuilder(names.pullback())
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                    .addParameters(MemberWriter.parameters(sweeps.parameters()))
                    .returns(type)
                    .addCode(new JavaStatements(expressions).write(sweeps.forward()))
                    .addStatement("$T $N = $N.reuse($T.class)", type, kept, scratch, type)
                    .beginControlFlow("if ($N == null)", kept)
                    .addStatement("$N = $N.keep(new $T())", kept, scratch, type)
                    .endControlFlow();
            for (Var field : fields) {
                boolean written = field.equals(value) && !(sweeps.value() instanceof Expr.Ref);
                CodeBlock assigned = written
                        ? expressions.write(Objects.requireNonNull(sweeps.value()))
                        : CodeBlock.of("$N", field.name());
                method.addStatement("$N.$N = $L", kept, field.name(), assigned);
            }
            return method.addStatement("return $N", kept).build();
        }

        TypeSpec kept() {
            TypeSpec.Builder type = TypeSpec.classBuilder(names.pullbackType())
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
            List<Var> all = new ArrayList<>(fields);
            all.addAll(adjoints);
            for (Var field : all) {
                type.addField(FieldSpec.builder(JavaTypes.of(field.type()), field.name(), Modifier.PRIVATE)
                        .build());
            }
            if (value != null) {
                type.addMethod(getter("value", value));
            }
            if (sweeps.valueShadow() != null) {
                type.addMethod(getter("valueBar", sweeps.valueShadow()));
            }
            type.addMethod(apply());
            for (int i = 0; i < adjoints.size(); i++) {
                String name =
                        Objects.requireNonNull(gradient).components().get(i).name();
                type.addMethod(getter(name + ADJOINT, adjoints.get(i)));
            }
            return type.build();
        }

        private MethodSpec apply() {
            TypeName result = sweeps.bars().size() == 1
                    ? JavaTypes.of(sweeps.bars().get(0).type())
                    : TypeName.VOID;
            MethodSpec.Builder apply = MethodSpec.methodBuilder("apply").returns(result);
            if (sweeps.seed() != null) {
                apply.addParameter(MemberWriter.parameter(sweeps.seed()));
            }
            apply.addCode(new JavaStatements(expressions).write(sweeps.backward()));
            if (sweeps.bars().size() == 1) {
                apply.addStatement("return $L", expressions.write(sweeps.bars().get(0)));
            }
            for (int i = 0; i < adjoints.size(); i++) {
                apply.addStatement(
                        "this.$N = $L",
                        adjoints.get(i).name(),
                        expressions.write(sweeps.bars().get(i)));
            }
            return apply.build();
        }

        private static MethodSpec getter(String name, Var field) {
            return MethodSpec.methodBuilder(name)
                    .returns(JavaTypes.of(field.type()))
                    .addStatement("return $N", field.name())
                    .build();
        }
    }
}
