package dev.jacobi.processor.backend;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.jacobi.processor.fuse.FusedLoop;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.lang.model.element.Modifier;

/** Writes the class of a loop over tensors' elements. */
final class LoopWriter {

    private static final ClassName FUSED_LOOP = ClassName.get("dev.jacobi.tensor", "FusedLoop");
    private static final TypeName TENSORS = ArrayTypeName.of(JavaTypes.TENSOR);
    private static final TypeName DOUBLES = ArrayTypeName.of(TypeName.DOUBLE);
    private static final ClassName PASS = ClassName.get("dev.jacobi.tensor", "Pass");
    private static final ClassName PAIR_PASS = ClassName.get("dev.jacobi.tensor", "PairPass");
    private static final ClassName POWER_PASS = ClassName.get("dev.jacobi.tensor", "PowerPass");
    private static final String LOOP = "LOOP";

    private final JavaExpressions expressions;

    LoopWriter(JavaExpressions expressions) {
        this.expressions = expressions;
    }

    TypeSpec write(Type.Struct type, FusedLoop loop) {
        ClassName name = JavaTypes.struct(type);
        return TypeSpec.classBuilder(name.simpleName())
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .superclass(FUSED_LOOP)
                .addJavadoc("Operations on tensors in one loop; one by one where shapes or types differ.\n")
                .addField(FieldSpec.builder(name, LOOP, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .initializer("new $T()", name)
                        .build())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addStatement(
                                "super($L, $L, $L$L)",
                                loop.leading().size(),
                                loop.results().size() - loop.totals().size(),
                                loop.scratch().size(),
                                totals(loop))
                        .addCode(shape(loop))
                        .build())
                .addFields(functions(loop))
                .addMethod(run(name, loop))
                .addMethod(apart(loop))
                .addMethod(passes(loop, TypeName.FLOAT))
                .addMethod(passes(loop, TypeName.DOUBLE))
                .build();
    }

    /** {@code private static final Pass EXP = Pass.of("exp");} */
    private static List<FieldSpec> functions(FusedLoop loop) {
        Map<String, FieldSpec> fields = new TreeMap<>();
        for (FusedLoop.Pass pass : loop.passes()) {
            if (pass instanceof FusedLoop.Pass.Whole whole) {
                ClassName type = whole.isPower() ? POWER_PASS : whole.operands().size() == 1 ? PASS : PAIR_PASS;
                fields.put(
                        whole.function(),
                        FieldSpec.builder(type, constant(whole.function(), loop), Modifier.PRIVATE, Modifier.STATIC)
                                .addModifiers(Modifier.FINAL)
                                .initializer("$T.of($S)", type, whole.function())
                                .build());
            }
        }
        return List.copyOf(fields.values());
    }

    /** {@code EXP}, unless a variable of the loop is called like that. */
    private static String constant(String function, FusedLoop loop) {
        String name = function.replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
        return isVariable(name, loop) ? name + "_PASS" : name;
    }

    private static boolean isVariable(String name, FusedLoop loop) {
        List<Var> given = new ArrayList<>(loop.tensors());
        given.addAll(loop.numbers());
        return loop.arrays().contains(name)
                || given.stream().anyMatch(v -> v.name().equals(name));
    }

    /** {@code together(0, 1); along(-1, true); again(0); reuses(0, 1);} */
    private static CodeBlock shape(FusedLoop loop) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (List<Var> together : loop.together()) {
            List<CodeBlock> places = new ArrayList<>();
            together.forEach(v -> places.add(CodeBlock.of("$L", loop.tensors().indexOf(v))));
            code.addStatement("together($L)", CodeBlock.join(places, ", "));
        }
        List<FusedLoop.Total> totals = loop.totals();
        if (!totals.isEmpty() && !totals.get(0).isWhole()) {
            List<CodeBlock> kept = new ArrayList<>();
            totals.forEach(total -> kept.add(CodeBlock.of("$L", total.keepsDim())));
            code.addStatement("along($L, $L)", totals.get(0).dim(), CodeBlock.join(kept, ", "));
        }
        List<Var> results =
                loop.results().stream().map(FusedLoop.Result::variable).toList();
        for (FusedLoop.Other other : loop.others()) {
            List<Var> from = other.taken() ? loop.tensors() : results;
            code.addStatement("$L($L)", other.taken() ? "given" : "again", from.indexOf(other.of()));
        }
        loop.reuses()
                .forEach((result, tensor) -> code.addStatement(
                        "reuses($L, $L)",
                        loop.results().indexOf(result),
                        loop.tensors().indexOf(tensor)));
        return code.build();
    }

    private static String totals(FusedLoop loop) {
        StringBuilder code = new StringBuilder();
        loop.totals()
                .forEach(total -> code.append(", Total.").append(total.kind().name()));
        return code.toString();
    }

    /** What the derivative calls. */
    private static MethodSpec run(ClassName name, FusedLoop loop) {
        boolean one = loop.given().size() == 1;
        List<Var> parameters = new ArrayList<>(loop.tensors());
        parameters.addAll(loop.numbers());
        return MethodSpec.methodBuilder("run")
                .addModifiers(Modifier.STATIC)
                .returns(one ? JavaTypes.TENSOR : TENSORS)
                .addParameters(MemberWriter.parameters(parameters))
                .addStatement(
                        "return $L.$L(new double[] {$L}, $L)",
                        isVariable(LOOP, loop) ? CodeBlock.of("$T.$L", name, LOOP) : CodeBlock.of(LOOP),
                        one ? "one" : "all",
                        given(loop),
                        MemberWriter.names(loop.tensors()))
                .build();
    }

    private static CodeBlock given(FusedLoop loop) {
        List<CodeBlock> numbers = new ArrayList<>();
        loop.numbers().forEach(v -> numbers.add(CodeBlock.of("$N", v.name())));
        if (loop.size() != null) {
            numbers.add(CodeBlock.of("$N.size()", loop.leading().get(0).name()));
        }
        return CodeBlock.join(numbers, ", ");
    }

    private MethodSpec apart(FusedLoop loop) {
        FusedLoop.Places places = loop.places();
        CodeBlock.Builder code = CodeBlock.builder();
        int next = 0;
        for (Var tensor : loop.tensors()) {
            code.addStatement("$T $N = $N[$L]", JavaTypes.TENSOR, tensor.name(), places.arrays(), next++);
        }
        int place = 0;
        for (Var number : loop.numbers()) {
            code.addStatement("$T $N = $N[$L]", TypeName.DOUBLE, number.name(), places.numbers(), place++);
        }
        code.add(new JavaStatements(expressions).write(loop.apart()));
        List<CodeBlock> results = new ArrayList<>();
        loop.given().forEach(v -> results.add(CodeBlock.of("$N", v.name())));
        return overriding("apart")
                .returns(TENSORS)
                .addParameter(TENSORS, places.arrays())
                .addParameter(DOUBLES, places.numbers())
                .addCode(code.build())
                .addStatement("return new $T {$L}", TENSORS, CodeBlock.join(results, ", "))
                .build();
    }

    private static MethodSpec.Builder overriding(String name) {
        return MethodSpec.methodBuilder(name).addAnnotation(Override.class).addModifiers(Modifier.PROTECTED);
    }

    private static CodeBlock numbers(FusedLoop loop, TypeName type) {
        List<Var> numbers = new ArrayList<>(loop.numbers());
        if (loop.size() != null) {
            numbers.add(loop.size());
        }
        CodeBlock.Builder code = CodeBlock.builder();
        String cast = type.equals(TypeName.FLOAT) ? "(float) " : "";
        for (int i = 0; i < numbers.size(); i++) {
            String name = numbers.get(i).name();
            if (loop.mentions(name)) {
                code.addStatement(
                        "$T $N = $L$N[$L]", type, name, cast, loop.places().numbers(), i);
            }
        }
        return code.build();
    }

    private MethodSpec passes(FusedLoop loop, TypeName type) {
        FusedLoop.Places places = loop.places();
        TypeName array = ArrayTypeName.of(type);
        CodeBlock.Builder code = CodeBlock.builder();
        List<String> arrays = new ArrayList<>();
        loop.tensors().forEach(v -> arrays.add(v.name()));
        loop.results().forEach(r -> arrays.add(r.array()));
        arrays.addAll(loop.scratch());
        Set<String> used = loop.arrays();
        for (int i = 0; i < arrays.size(); i++) {
            if (!used.contains(arrays.get(i))) {
                continue;
            }
            code.addStatement("$T $N = $N[$L]", array, arrays.get(i), places.arrays(), i);
        }
        code.add(numbers(loop, type));
        JavaStatements statements = new JavaStatements(expressions);
        for (FusedLoop.Pass pass : loop.passes()) {
            if (pass instanceof FusedLoop.Pass.Whole whole) {
                code.add(statements.line(
                        CodeBlock.of(
                                "$L.apply($L, $N, $N, $N)",
                                constant(whole.function(), loop),
                                String.join(", ", whole.operands())
                                        .replace("(T) ", type.equals(TypeName.FLOAT) ? "(float) " : ""),
                                whole.name(),
                                places.from(),
                                places.to()),
                        whole.note()));
            } else if (pass instanceof FusedLoop.Pass.Lines lines) {
                code.add(lines(lines, places, type, statements));
            }
        }
        return overriding("run")
                .addParameter(ArrayTypeName.of(array), places.arrays())
                .addParameter(DOUBLES, places.numbers())
                .addParameter(TypeName.INT, places.from())
                .addParameter(TypeName.INT, places.to())
                .addCode(code.build())
                .build();
    }

    private static CodeBlock lines(
            FusedLoop.Pass.Lines pass, FusedLoop.Places places, TypeName type, JavaStatements statements) {
        CodeBlock.Builder code = CodeBlock.builder()
                .add("for (int $1N = $2N; $1N < $3N; $1N++) {\n$>", places.index(), places.from(), places.to());
        String cast = type.equals(TypeName.FLOAT) ? "(float) " : "";
        for (FusedLoop.Line line : pass.lines()) {
            String text = line.text().replace("(T) ", cast);
            CodeBlock written = switch (line.place()) {
                case LOCAL -> CodeBlock.of("$T $N = $L", type, line.name(), text);
                case STORED -> CodeBlock.of("$N[$N] = $L", line.name(), places.index(), text);
                case ADDED -> CodeBlock.of("$N[$N] += $L", line.name(), places.index(), text);
            };
            code.add(statements.line(written, line.note()));
        }
        return code.add("$<}\n").build();
    }
}
