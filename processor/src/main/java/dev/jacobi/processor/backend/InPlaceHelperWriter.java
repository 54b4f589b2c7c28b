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
import dev.jacobi.processor.ir.Reachability;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.split.Remote;
import dev.jacobi.processor.split.Section;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * Both halves of a helper in memory that is used again: as those of {@link PullbackWriter}, but what the forward half
 * keeps is written into an object that an earlier call may have had, and so are the adjoints of several numbers.
 */
final class InPlaceHelperWriter {

    /** What is added to a parameter's name for its adjoint: {@code transform.inplace} asks by it. */
    static final String ADJOINT = "Gradient";

    private final JavaExpressions expressions;
    private final Bodies bodies;

    InPlaceHelperWriter(JavaExpressions expressions, Bodies bodies) {
        this.expressions = expressions;
        this.bodies = bodies;
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
        private final List<Var> values = new ArrayList<>();
        private final boolean isLarge;
        private final List<Var> adjoints = new ArrayList<>();

        Halves(Derivative.InPlaceHelper helper) {
            Adjoint whole = helper.sweeps();
            this.isLarge = bodies.isLarge(whole.forward(), List.of()) || bodies.isLarge(whole.backward(), whole.bars());
            this.sweeps = isLarge ? NamedResults.of(whole) : whole;
            this.names = helper.names();
            this.gradient = helper.gradient();
            this.free = NameSupply.after(sweeps);
            this.fields = new ArrayList<>(sweeps.kept());
            for (Expr value : sweeps.values()) {
                String wish =
                        Adjoint.parts(sweeps.primal().type()).get(values.size()).name();
                values.add(value instanceof Expr.Ref ref ? ref.variable() : new Var(free.fresh(wish), value.type()));
            }
            values.forEach(this::addField);
            sweeps.valueShadows().forEach(this::addField);
            if (gradient != null) {
                for (Type.Component component : gradient.components()) {
                    adjoints.add(new Var(free.fresh(component.name() + ADJOINT), component.type()));
                }
            }
        }

        private void addField(Var variable) {
            if (!fields.contains(variable)) {
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
                    .returns(type);
            Run run = isLarge ? run("forward", sweeps.forward(), sweeps.parameters(), new HashSet<>(fields)) : null;
            method.addCode(run == null ? bodies.whole(sweeps.forward()) : started(run));
            if (run == null && !Reachability.canComplete(sweeps.forward())) {
                return method.build();
            }
            method.addStatement("$T $N = $N.reuse($T.class)", type, kept, scratch, type)
                    .beginControlFlow("if ($N == null)", kept)
                    .addStatement("$N = $N.keep(new $T())", kept, scratch, type)
                    .endControlFlow();
            for (Var field : fields) {
                int result = values.indexOf(field);
                Expr value = result < 0 ? null : sweeps.values().get(result);
                CodeBlock assigned = value != null && !(value instanceof Expr.Ref)
                        ? expressions.write(value)
                        : CodeBlock.of("$N", run == null ? field.name() : run.name(field));
                method.addStatement("$N.$N = $L", kept, field.name(), assigned);
            }
            return method.addStatement("return $N", kept).build();
        }

        private Run run(String section, List<Stmt> body, List<Var> given, Set<Var> results) {
            return bodies.cut(
                    names.pullback(),
                    names.pullbackType() + DerivativeNames.capitalised(section),
                    section,
                    List.of(new Section(section, body)),
                    given,
                    Remote.NONE,
                    results);
        }

        private static CodeBlock started(Run run) {
            return CodeBlock.builder()
                    .add(run.start(List.of()))
                    .add(run.section(0))
                    .build();
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
            int shadow = 0;
            List<Type.Component> results = Adjoint.parts(sweeps.primal().type());
            for (int i = 0; i < values.size(); i++) {
                String name = results.get(i).name();
                type.addMethod(getter(name, values.get(i)));
                if (values.get(i).type() instanceof Type.Array array && array.carriesDerivative()) {
                    type.addMethod(getter(name + "Bar", sweeps.valueShadows().get(shadow++)));
                }
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
            apply.addParameters(MemberWriter.parameters(sweeps.seeds()));
            List<Expr> bars = sweeps.bars();
            if (isLarge) {
                List<Var> given = new ArrayList<>(sweeps.kept());
                given.addAll(sweeps.seeds());
                Run run = run("backward", sweeps.backward(), given, sweeps.results());
                apply.addCode(started(run));
                bars = bars.stream().map(run::read).toList();
            } else {
                apply.addCode(bodies.whole(sweeps.backward()));
            }
            if (bars.size() == 1) {
                apply.addStatement("return $L", expressions.write(bars.get(0)));
            }
            for (int i = 0; i < adjoints.size(); i++) {
                apply.addStatement("this.$N = $L", adjoints.get(i).name(), expressions.write(bars.get(i)));
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
