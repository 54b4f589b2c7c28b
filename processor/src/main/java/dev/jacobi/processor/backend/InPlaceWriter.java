package dev.jacobi.processor.backend;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.jacobi.processor.ir.Adjoint;
import dev.jacobi.processor.ir.Effects;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.InPlace;
import dev.jacobi.processor.ir.InPlace.Bar;
import dev.jacobi.processor.ir.InPlace.Kind;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.split.Remote;
import dev.jacobi.processor.split.Section;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** {@code gradientInto} and {@code vjpInto}: both sweeps in one method that works in the caller's arrays. */
final class InPlaceWriter {

    private static final ClassName WORKSPACE = ClassName.get("dev.jacobi.tape", "Workspace");
    private static final ClassName BARS = ClassName.get("dev.jacobi.tape", "Bars");

    private final String className;
    private final boolean marksLoops;
    private final JavaExpressions expressions;
    private final Bodies bodies;

    InPlaceWriter(GeneratedClass generated, JavaExpressions expressions, Bodies bodies) {
        this.className = generated.name();
        this.marksLoops = generated.marksLoops();
        this.expressions = expressions;
        this.bodies = bodies;
    }

    void write(Derivative.Members members, TypeSpec.Builder type) {
        if (members.inPlace() != null) {
            type.addMethod(member(members, members.inPlace()));
        }
    }

    private static boolean isNumber(Derivative.Members members) {
        return members.result() instanceof Type.Scalar && members.result() != Type.Scalar.VOID;
    }

    private MethodSpec member(Derivative.Members members, InPlace inPlace) {
        String name = isNumber(members) ? "gradientInto" : "vjpInto";
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc(InPlaceDocs.of(members, inPlace, marksLoops))
                .addParameters(MemberWriter.parameters(members.parameters()))
                .returns(JavaTypes.of(members.result()));
        Var seed = seed(members, inPlace);
        if (seed != null) {
            method.addParameter(MemberWriter.parameter(seed));
        }
        for (Bar bar : inPlace.bars()) {
            method.addParameter(MemberWriter.parameter(bar.bar()));
        }
        Var workspace = inPlace.workspace();
        Var scratch = inPlace.scratch();
        return method.addParameter(MemberWriter.parameter(workspace))
                .addStatement(
                        "$T $N = $T.open($N, $S)",
                        JavaTypes.of(scratch.type()),
                        scratch.name(),
                        WORKSPACE,
                        workspace.name(),
                        className + "." + name)
                .beginControlFlow("try")
                .addCode(Doors.fields(members, className + "." + name))
                .addCode(MemberWriter.arrayChecks(members, className + "." + name))
                .addCode(checks(members, inPlace, seed))
                .addCode(sweeps(inPlace, seed))
                .nextControlFlow("finally")
                .addStatement("$N.close()", workspace.name())
                .endControlFlow()
                .build();
    }

    /** Of a result that is an array. */
    static @Nullable Var seed(Derivative.Members members, InPlace inPlace) {
        List<Var> seeds = inPlace.adjoint().seeds();
        return isNumber(members) || seeds.isEmpty() ? null : seeds.get(0);
    }

    private static CodeBlock checks(Derivative.Members members, InPlace inPlace, @Nullable Var seed) {
        CodeBlock.Builder code = CodeBlock.builder();
        String scratch = inPlace.scratch().name();
        for (int i = 0; i < members.primal().parameters().size(); i++) {
            Var parameter = members.primal().parameters().get(i);
            if (parameter.type() instanceof Type.Array) {
                code.addStatement(
                        "$N.bars().argument($S, $N, $L)",
                        scratch,
                        parameter.name(),
                        parameter.name(),
                        inPlace.changed().contains(i));
            }
        }
        if (seed != null) {
            code.addStatement("$N.bars().seed($S, $N)", scratch, seed.name(), seed.name());
        }
        for (Bar bar : inPlace.bars()) {
            String name = bar.bar().name();
            String parameter = bar.parameter().name();
            if (bar.kind() == Kind.NUMBER) {
                code.addStatement("$N.bars().number($S, $N, $S)", scratch, name, name, parameter);
            } else {
                code.addStatement("$N.bars().like($S, $N, $S, $N)", scratch, name, name, parameter, parameter);
            }
        }
        return code.build();
    }

    private CodeBlock sweeps(InPlace inPlace, @Nullable Var seed) {
        Adjoint adjoint = inPlace.adjoint();
        CodeBlock.Builder code = CodeBlock.builder();
        String scratch = inPlace.scratch().name();
        for (Bar bar : inPlace.bars()) {
            if (bar.kind() == Kind.APART || bar.kind() == Kind.MOVED) {
                Var shadow = Objects.requireNonNull(bar.shadow());
                code.addStatement(
                        "$T $N = $N.$L($N)",
                        JavaTypes.of(shadow.type()),
                        shadow.name(),
                        scratch,
                        bar.kind() == Kind.APART ? "zerosApart" : "zerosLike",
                        bar.parameter().name());
            }
        }
        List<Stmt> all = new ArrayList<>(adjoint.forward());
        all.addAll(adjoint.backward());
        return bodies.isLarge(all, adjoint.bars())
                ? code.add(cut(inPlace, NamedResults.of(adjoint), seed)).build()
                : code.add(whole(inPlace, seed)).build();
    }

    private CodeBlock whole(InPlace inPlace, @Nullable Var seed) {
        Adjoint adjoint = inPlace.adjoint();
        CodeBlock.Builder code = CodeBlock.builder();
        if (!adjoint.forward().isEmpty() && !adjoint.backward().isEmpty()) {
            code.add("// Forward sweep\n");
        }
        code.add(bodies.whole(adjoint.forward()));
        if (!inPlace.completes()) {
            return code.build();
        }
        CodeBlock value = value(inPlace, code);
        code.add(seeds(inPlace, seed, value));
        if (!adjoint.backward().isEmpty()) {
            code.add("// Backward sweep\n").add(bodies.whole(adjoint.backward()));
        }
        code.add(results(inPlace, adjoint.bars()));
        return adjoint.value() == null
                ? code.build()
                : code.addStatement("return $L", value).build();
    }

    /** Both sweeps in pieces. */
    private CodeBlock cut(InPlace inPlace, Adjoint adjoint, @Nullable Var seed) {
        List<Var> given = new ArrayList<>(adjoint.parameters());
        given.addAll(adjoint.seeds());
        Set<Var> results = adjoint.results();
        results.addAll(adjoint.given());
        Run run = bodies.cut(
                "in place",
                "SweepsInPlace",
                "sweeps",
                List.of(new Section("forward", adjoint.forward()), new Section("backward", adjoint.backward())),
                given,
                Remote.NONE,
                results);
        CodeBlock.Builder code = CodeBlock.builder()
                .add(run.start(seed == null ? adjoint.seeds() : List.of()))
                .add("// Forward sweep\n")
                .add(run.section(0));
        if (!inPlace.completes()) {
            return code.addStatement("throw new $T($S)", AssertionError.class, "a piece has thrown")
                    .build();
        }
        CodeBlock value = adjoint.value() == null ? CodeBlock.of("") : expressions.write(run.read(adjoint.value()));
        List<Expr> bars = new ArrayList<>();
        adjoint.bars().forEach(bar -> bars.add(run.read(bar)));
        code.add(seeds(inPlace, seed, value))
                .add("// Backward sweep\n")
                .add(run.section(1))
                .add(results(inPlace, bars));
        return adjoint.value() == null
                ? code.build()
                : code.addStatement("return $L", value).build();
    }

    /** A value that may throw is computed before anything is added, so that nothing is added if it does. */
    private CodeBlock value(InPlace inPlace, CodeBlock.Builder code) {
        Expr value = inPlace.adjoint().value();
        if (value == null || Effects.isFree(value)) {
            return value == null ? CodeBlock.of("") : expressions.write(value);
        }
        code.addStatement(
                "$T $N = $L", JavaTypes.of(value.type()), inPlace.value().name(), expressions.write(value));
        return CodeBlock.of("$N", inPlace.value().name());
    }

    /** What can be said of seeds when the method has run. */
    private static CodeBlock seeds(InPlace inPlace, @Nullable Var seed, CodeBlock value) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (seed != null) {
            code.addStatement(
                    "$N.bars().shape($S, $N, $S, $L)",
                    inPlace.scratch().name(),
                    seed.name(),
                    seed.name(),
                    "the result",
                    value);
        }
        return code.build();
    }

    private CodeBlock results(InPlace inPlace, List<Expr> bars) {
        CodeBlock.Builder code = CodeBlock.builder();
        Iterator<Expr> numbers = numbers(bars).iterator();
        for (Bar bar : inPlace.bars()) {
            String name = bar.bar().name();
            switch (bar.kind()) {
                case NUMBER -> code.addStatement("$N[0] += $L", name, expressions.write(numbers.next()));
                case APART ->
                    code.addStatement(
                            "$T.add($N, $N)",
                            BARS,
                            name,
                            Objects.requireNonNull(bar.shadow()).name());
                case MOVED ->
                    code.addStatement(
                            "$T.replace($N, $N)",
                            BARS,
                            name,
                            Objects.requireNonNull(bar.shadow()).name());
                case ITSELF -> {}
            }
        }
        return code.build();
    }

    /** The adjoints of numbers; those of arrays are in their shadows. */
    private static List<Expr> numbers(List<Expr> bars) {
        List<Expr> numbers = new ArrayList<>();
        for (Expr bar : bars) {
            if (!(bar.type() instanceof Type.Array)) {
                numbers.add(bar);
            }
        }
        return numbers;
    }
}
