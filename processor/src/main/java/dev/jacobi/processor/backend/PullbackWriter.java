package dev.jacobi.processor.backend;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.jacobi.processor.ir.Adjoint;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Reachability;
import dev.jacobi.processor.ir.Shadows;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** {@code pullback}: the forward sweep, and a class that keeps what the backward sweep reads. */
final class PullbackWriter {

    private static final ClassName SEEDS = ClassName.get("dev.jacobi.tensor", "Seeds");

    private static final ClassName BARS = ClassName.get("dev.jacobi.tape", "Bars");

    private static final ClassName READS_ONLY = ClassName.get("dev.jacobi.tape", "ReadsOnly");

    private final String className;
    private final JavaExpressions expressions;
    private final Bodies bodies;
    private final RowsMethods rows;

    PullbackWriter(String className, JavaExpressions expressions, Bodies bodies, RowsMethods rows) {
        this.className = className;
        this.expressions = expressions;
        this.bodies = bodies;
        this.rows = rows;
    }

    void write(Derivative.Members members, TypeSpec.Builder type) {
        Parts parts = new Parts(members.split(), members.names());
        String member = className + ".pullback";
        CodeBlock start = CodeBlock.builder()
                .add(MemberWriter.nullChecks(members.parameters(), member))
                .add(Doors.unpack(members, parts.read(members), member))
                .add(SharedArrays.checks(members, member))
                .add(copies(members))
                .build();
        MethodSpec.Builder forward = parts.forward(members.parameters(), start, Doors.handBack(members, rows))
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc(Docs.pullback(members));
        if (members.readsOnly() && hasArrays(members)) {
            forward.addAnnotation(READS_ONLY);
        }
        type.addMethod(forward.build());
        TypeSpec.Builder pullback = parts.pullbackClass(true);
        List<CodeBlock> values = new ArrayList<>();
        parts.values.forEach(value -> values.add(CodeBlock.of("$N", parts.name(value))));
        pullback.addMethod(MethodSpec.methodBuilder("value")
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(Docs.pullbackValue(members))
                .returns(JavaTypes.of(members.result()))
                .addStatement("return $L", Doors.value(members, values, rows))
                .build());
        pullback.addMethod(parts.apply(
                        List.of(Doors.seed(members)),
                        seedChecks(members, parts),
                        className + "." + members.names().pullback(),
                        bars -> Doors.gradient(members, GradientWriter.bars(bars, expressions), rows),
                        GradientWriter.gradientType(members))
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(Docs.pullbackApply(members))
                .build());
        stacks(members, bodies).forEach((i, sweep) -> pullback.addMethod(rows(members, i, sweep)));
        type.addType(pullback.addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc(Docs.pullbackClass(members))
                .build());
    }

    /** The backward sweeps for many seeds at once, which find what they read where {@code apply} does. */
    static Map<Integer, Function> stacks(Derivative.Members members, Bodies bodies) {
        return PullbackPieces.cuts(members.split(), bodies) ? Map.of() : members.stacks();
    }

    /** One of them. */
    private MethodSpec rows(Derivative.Members members, int i, Function sweep) {
        List<Var> all = sweep.parameters();
        return MethodSpec.methodBuilder(JacobianWriter.rows(members, i))
                .addModifiers(Modifier.PRIVATE)
                .addJavadoc(Docs.rows(members, i))
                .addParameters(MemberWriter.parameters(all.subList(all.size() - 1, all.size())))
                .returns(JavaTypes.TENSOR)
                .addCode(bodies.whole(sweep.body()))
                .addStatement("return $L", expressions.write(Objects.requireNonNull(sweep.result())))
                .build();
    }

    private static boolean hasArrays(Derivative.Members members) {
        return members.result() instanceof Type.Array
                || members.parameters().stream().anyMatch(v -> v.type() instanceof Type.Array);
    }

    /** A tensor's seed is broadcast to its shape; that of an array has it. */
    private CodeBlock seedChecks(Derivative.Members members, Parts parts) {
        String member = className + ".vjp";
        CodeBlock.Builder code = CodeBlock.builder().add(Doors.unpackSeed(members, member));
        Set<Var> gathered = new HashSet<>();
        Door given = members.given();
        RowArray.of(given.formal(), given.derivative(), false, members.split().seeds())
                .forEach(array -> gathered.addAll(array.leaves()));
        int next = 0;
        for (Var value : parts.values) {
            if (!value.type().carriesDerivative()) {
                continue;
            }
            Var seed = members.split().seeds().get(next++);
            String name = parts.name(value);
            if (seed.type() instanceof Type.Tensor || Shadows.holdsTensors(seed.type())) {
                code.addStatement("$1N = $2T.like($1N, $3N, $4S)", seed.name(), SEEDS, name, member);
            } else if (gathered.contains(seed)) {
                code.addStatement(
                        "$T.directions($N, $N, $S, $S, $S)", BARS, seed.name(), name, member, "the seed", "the result");
            } else if (seed.type() instanceof Type.Array) {
                boolean part = given.isRecord();
                code.addStatement(
                        "$T.direction($N, $N, $S, $S, $S)",
                        BARS,
                        seed.name(),
                        name,
                        member,
                        part ? "an array of the seed" : "the seed",
                        part ? "that of the result" : "the result");
            }
        }
        return code.build();
    }

    /** {@code x = x.clone();}: what the backward sweep reads of an array must be what the forward sweep read. */
    private static CodeBlock copies(Derivative.Members members) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (int i : members.snapshots()) {
            Var parameter = members.primal().parameters().get(i);
            if (parameter.type() instanceof Type.Array array
                    && !members.door(parameter).isMade(parameter)) {
                CodeBlock copy = array.element() instanceof Type.Array
                        ? CodeBlock.of("$T.copy($N)", ClassName.get("dev.jacobi.tape", "Shadows"), parameter.name())
                        : members.present().contains(i)
                                ? CodeBlock.of("$N.clone()", parameter.name())
                                : CodeBlock.of("$1N == null ? null : $1N.clone()", parameter.name());
                code.add(
                        "$N = $L; // the caller may write to its own before the derivative is taken\n",
                        parameter.name(),
                        copy);
            }
        }
        return code.build();
    }

    void helper(Derivative.PullbackHelper helper, TypeSpec.Builder type) {
        Adjoint adjoint = helper.split();
        Parts parts = new Parts(adjoint, helper.names());
        type.addMethod(parts.forward(adjoint.parameters(), CodeBlock.of(""), CodeBlock.of(""))
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .build());
        TypeSpec.Builder pullback = parts.pullbackClass(false);
        List<Type.Component> results = Adjoint.parts(adjoint.primal().type());
        int shadow = 0;
        for (int i = 0; i < results.size(); i++) {
            pullback.addMethod(parts.getter(results.get(i).name(), parts.values.get(i)));
            if (results.get(i).type() instanceof Type.Array array && array.carriesDerivative()) {
                pullback.addMethod(parts.getter(
                        results.get(i).name() + "Bar", adjoint.valueShadows().get(shadow++)));
            }
        }
        Type.Struct gradient = helper.gradient();
        TypeName givenType = gradient != null
                ? ClassName.get("", JavaTypes.struct(gradient).simpleName())
                : adjoint.bars().isEmpty()
                        ? TypeName.VOID
                        : JavaTypes.of(adjoint.bars().get(0).type());
        pullback.addMethod(
                parts.apply(adjoint.seeds(), CodeBlock.of(""), null, bars -> given(bars, gradient), givenType)
                        .build());
        type.addType(pullback.addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .build());
        if (gradient != null) {
            type.addType(Records.of(gradient).addModifiers(Modifier.PRIVATE).build());
        }
    }

    private CodeBlock given(List<Expr> bars, Type.@Nullable Struct gradient) {
        CodeBlock list = expressions.list(bars);
        return gradient == null ? list : CodeBlock.of("new $T($L)", JavaTypes.struct(gradient), list);
    }

    /** What the backward sweep gives, of the adjoints wherever they are. */
    private interface Given {
        CodeBlock of(List<Expr> bars);
    }

    /** The two halves of one adjoint. */
    private final class Parts {
        private final Adjoint adjoint;
        private final DerivativeNames names;

        /** What the backward sweep reads, and what the pullback gives. */
        private final List<Var> fields;

        /** The variables that hold the results when the forward sweep ends. */
        private final List<Var> values = new ArrayList<>();

        /** The sweeps that are cut; null where none is. */
        private final @Nullable PullbackPieces pieces;

        Parts(Adjoint whole, DerivativeNames names) {
            boolean cuts = PullbackPieces.cuts(whole, bodies);
            this.adjoint = cuts ? NamedResults.of(whole) : whole;
            this.names = names;
            this.fields = new ArrayList<>(adjoint.kept());
            NameSupply free = free(adjoint);
            List<Type.Component> results = Adjoint.parts(adjoint.primal().type());
            for (Expr value : adjoint.values()) {
                String wish = results.get(values.size()).name();
                values.add(value instanceof Expr.Ref ref ? ref.variable() : new Var(free.fresh(wish), value.type()));
            }
            List<Var> first = new ArrayList<>(values);
            first.addAll(adjoint.valueShadows());
            first.removeAll(fields);
            fields.addAll(0, new LinkedHashSet<>(first));
            this.pieces = cuts ? PullbackPieces.of(adjoint, fields, names, free, bodies) : null;
        }

        /** A kept variable in the pullback's code. */
        private String name(Var variable) {
            return pieces == null ? variable.name() : pieces.name(variable);
        }

        private MethodSpec getter(String getter, Var field) {
            return MethodSpec.methodBuilder(getter)
                    .returns(JavaTypes.of(field.type()))
                    .addStatement("return $N", name(field))
                    .build();
        }

        private static NameSupply free(Adjoint adjoint) {
            NameSupply names = NameSupply.after(adjoint.primal());
            Walk.declares(adjoint.forward()).forEach(v -> names.fresh(v.name()));
            Walk.declares(adjoint.backward()).forEach(v -> names.fresh(v.name()));
            adjoint.shadows().forEach(v -> names.fresh(v.name()));
            adjoint.seeds().forEach(v -> names.fresh(v.name()));
            return names;
        }

        /** The parameters that are read, and those that are copied. */
        Set<Var> read(Derivative.Members members) {
            Set<Var> read = Doors.reads(adjoint.forward());
            read.addAll(adjoint.given());
            read.addAll(fields);
            members.snapshots()
                    .forEach(i -> read.add(adjoint.primal().parameters().get(i)));
            members.doors().stream().filter(Door::isWrittenRows).forEach(door -> read.addAll(door.leaves()));
            return read;
        }

        MethodSpec.Builder forward(List<Var> parameters, CodeBlock checks, CodeBlock end) {
            ClassName type = ClassName.get("", names.pullbackType());
            MethodSpec.Builder method = MethodSpec.methodBuilder(names.pullback())
                    .addParameters(MemberWriter.parameters(parameters))
                    .returns(type)
                    .addCode(checks);
            if (pieces != null && pieces.cutsForward()) {
                return method.addCode(pieces.forward(type, end));
            }
            List<CodeBlock> arguments = new ArrayList<>();
            for (Var field : fields) {
                int result = values.indexOf(field);
                Expr value = result < 0 ? null : adjoint.values().get(result);
                arguments.add(
                        value == null || value instanceof Expr.Ref
                                ? CodeBlock.of("$N", field.name())
                                : expressions.write(value));
            }
            method.addCode(bodies.whole(adjoint.forward()));
            if (!Reachability.canComplete(adjoint.forward())) {
                return method;
            }
            return method.addCode(end).addStatement("return new $T($L)", type, CodeBlock.join(arguments, ",$W"));
        }

        /** @param isMember whether users see it */
        TypeSpec.Builder pullbackClass(boolean isMember) {
            MethodSpec.Builder constructor = MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE);
            TypeSpec.Builder type = TypeSpec.classBuilder(names.pullbackType());
            for (Var field : pieces == null ? fields : pieces.stored()) {
                TypeName fieldType = JavaTypes.of(field.type());
                type.addField(FieldSpec.builder(fieldType, field.name(), Modifier.PRIVATE, Modifier.FINAL)
                        .build());
                constructor.addParameter(fieldType, field.name());
                constructor.addStatement("this.$1N = $1N", field.name());
            }
            if (isMember && Interrupted.mayBe(adjoint, fields)) {
                type.addField(boolean.class, flag(), Modifier.PRIVATE);
            }
            return type.addMethod(constructor.build());
        }

        /** @param maker the method that makes the pullback; null for one that only others see, which look after it */
        MethodSpec.Builder apply(
                List<Var> seeds, CodeBlock checks, @Nullable String maker, Given given, TypeName type) {
            boolean guarded = maker != null && Interrupted.mayBe(adjoint, fields);
            MethodSpec.Builder apply = MethodSpec.methodBuilder("apply")
                    .returns(type)
                    .addParameters(MemberWriter.parameters(seeds))
                    .addCode(checks);
            if (guarded && maker != null) {
                apply.addCode(Interrupted.start(flag(), maker));
            }
            List<Expr> bars = adjoint.bars();
            if (pieces != null && pieces.cutsBackward()) {
                Run run = pieces.backward();
                apply.addCode(run.start(List.of())).addCode(run.section(0));
                bars = bars.stream().map(bar -> pieces.read(bar, run)).toList();
            } else {
                apply.addCode(bodies.whole(adjoint.backward()));
            }
            if (!bars.isEmpty()) {
                apply.addStatement("return $L", given.of(bars));
            }
            if (guarded) {
                apply.addCode(Interrupted.end(flag(), free(adjoint).fresh("e")));
            }
            return apply;
        }

        /** The field that tells whether a seed has been left half way. */
        private String flag() {
            NameSupply names = free(adjoint);
            fields.forEach(field -> names.fresh(field.name()));
            return names.fresh("interrupted");
        }
    }
}
