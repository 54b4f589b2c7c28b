package dev.jacobi.processor.backend;

import com.palantir.javapoet.CodeBlock;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Walk;
import dev.jacobi.processor.split.Remote;
import dev.jacobi.processor.split.Section;
import java.util.List;
import java.util.Set;

/** Writes the body of a method that is one function, such as a tangent. */
final class FunctionWriter {

    private final Bodies bodies;
    private final JavaExpressions expressions;

    FunctionWriter(Bodies bodies, JavaExpressions expressions) {
        this.bodies = bodies;
        this.expressions = expressions;
    }

    /**
     * Statements and result.
     *
     * @param kind what the class is called for, if there are pieces: {@code Sweep}
     */
    CodeBlock body(String method, String kind, Function function) {
        Expr result = function.result();
        if (bodies.isLarge(function.body(), result == null ? List.of() : List.of(result))) {
            return pieces(method, kind, NamedResults.of(function));
        }
        CodeBlock.Builder code = CodeBlock.builder().add(bodies.whole(function.body()));
        boolean tangent = function.name() instanceof FunctionName.Tangent;
        if (result != null && tangent) {
            code.add("return $L;\n", expressions.write(result));
        } else if (result != null) {
            code.addStatement("return $L", expressions.write(result));
        }
        return code.build();
    }

    private CodeBlock pieces(String method, String kind, Function function) {
        Expr result = function.result();
        Run run = bodies.cut(
                method,
                DerivativeNames.capitalised(method) + kind,
                kind.toLowerCase(java.util.Locale.ROOT),
                List.of(new Section("part", function.body())),
                function.parameters(),
                Remote.NONE,
                result == null ? Set.of() : Walk.reads(result));
        CodeBlock.Builder code = CodeBlock.builder().add(run.start(List.of())).add(run.section(0));
        if (result != null) {
            code.addStatement("return $L", expressions.write(run.read(result)));
        } else if (function.type() != Type.Scalar.VOID) {
            code.addStatement("throw new $T($S)", AssertionError.class, "a piece has thrown");
        }
        return code.build();
    }
}
