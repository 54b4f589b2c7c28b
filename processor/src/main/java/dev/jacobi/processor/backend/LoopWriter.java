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
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Writes the class of a loop over tensors' elements. */
final class LoopWriter {

    private static final ClassName FUSED_LOOP = ClassName.get("dev.jacobi.tensor", "FusedLoop");
    private static final TypeName TENSORS = ArrayTypeName.of(JavaTypes.TENSOR);
    private static final TypeName DOUBLES = ArrayTypeName.of(TypeName.DOUBLE);
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
                                "super($L, $L, $L)",
                                loop.leading().size(),
                                loop.results().size(),
                                loop.scratch().size())
                        .build())
                .addMethod(run(loop))
                .addMethod(apart(loop))
                .addMethod(passes(loop, TypeName.FLOAT))
                .addMethod(passes(loop, TypeName.DOUBLE))
                .build();
    }

    /** What the derivative calls. */
    private static MethodSpec run(FusedLoop loop) {
        boolean one = loop.results().size() == 1;
        List<Var> parameters = new ArrayList<>(loop.tensors());
        parameters.addAll(loop.numbers());
        return MethodSpec.methodBuilder("run")
                .addModifiers(Modifier.STATIC)
                .returns(one ? JavaTypes.TENSOR : TENSORS)
                .addParameters(MemberWriter.parameters(parameters))
                .addStatement(
                        "return $L.$L(new double[] {$L}, $L)",
                        LOOP,
                        one ? "one" : "all",
                        MemberWriter.names(loop.numbers()),
                        MemberWriter.names(loop.tensors()))
                .build();
    }

    private MethodSpec apart(FusedLoop loop) {
        FusedLoop.Places places = loop.places();
        CodeBlock.Builder code = CodeBlock.builder();
        int next = 0;
        for (Var tensor : loop.tensors()) {
            code.addStatement("$T $N = $N[$L]", JavaTypes.TENSOR, tensor.name(), places.arrays(), next++);
        }
        code.add(numbers(loop, TypeName.DOUBLE));
        code.add(new JavaStatements(expressions).write(loop.apart()));
        List<CodeBlock> results = new ArrayList<>();
        loop.results().forEach(r -> results.add(CodeBlock.of("$N", r.variable().name())));
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
        CodeBlock.Builder code = CodeBlock.builder();
        int next = 0;
        for (Var number : loop.numbers()) {
            String cast = type.equals(TypeName.FLOAT) ? "(float) " : "";
            code.addStatement(
                    "$T $N = $L$N[$L]", type, number.name(), cast, loop.places().numbers(), next++);
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
                        CodeBlock.of("$N($N, $N)", whole.function(), whole.from(), whole.name()), whole.note()));
            } else if (pass instanceof FusedLoop.Pass.Lines lines) {
                code.add(lines(lines, places, type, statements));
            }
        }
        return overriding("run")
                .addParameter(ArrayTypeName.of(array), places.arrays())
                .addParameter(DOUBLES, places.numbers())
                .addParameter(TypeName.INT, places.length())
                .addCode(code.build())
                .build();
    }

    private static CodeBlock lines(
            FusedLoop.Pass.Lines pass, FusedLoop.Places places, TypeName type, JavaStatements statements) {
        CodeBlock.Builder code =
                CodeBlock.builder().add("for (int $1N = 0; $1N < $2N; $1N++) {\n$>", places.index(), places.length());
        String cast = type.equals(TypeName.FLOAT) ? "(float) " : "";
        for (FusedLoop.Line line : pass.lines()) {
            String text = line.text().replace("(T) ", cast);
            code.add(statements.line(
                    line.stored()
                            ? CodeBlock.of("$N[$N] = $L", line.name(), places.index(), text)
                            : CodeBlock.of("$T $N = $L", type, line.name(), text),
                    line.note()));
        }
        return code.add("$<}\n").build();
    }
}
