package dev.jacobi.processor.backend;

import com.palantir.javapoet.CodeBlock;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.Reachability;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Walk;
import dev.jacobi.processor.split.Remote;
import dev.jacobi.processor.split.Section;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

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
        return body(method, kind, function, read -> end(function, read));
    }

    /** What a method does when its statements have run. */
    interface Ending {
        /** @param read an expression over the method's variables, wherever they are now */
        CodeBlock code(UnaryOperator<Expr> read);
    }

    private CodeBlock end(Function function, UnaryOperator<Expr> read) {
        Expr result = function.result();
        if (result == null) {
            return CodeBlock.of("");
        }
        CodeBlock value = expressions.write(read.apply(result));
        return function.name() instanceof FunctionName.Tangent
                ? CodeBlock.of("return $L;\n", value)
                : CodeBlock.builder().addStatement("return $L", value).build();
    }

    /** Statements, and an end that reads their variables. */
    CodeBlock body(String method, String kind, Function function, Ending ending) {
        Expr result = function.result();
        if (bodies.isLarge(function.body(), result == null ? List.of() : List.of(result))) {
            return pieces(method, kind, NamedResults.of(function), ending, result);
        }
        CodeBlock.Builder code = CodeBlock.builder().add(bodies.whole(function.body()));
        if (Reachability.canComplete(function.body())) {
            code.add(ending.code(UnaryOperator.identity()));
        }
        return code.build();
    }

    private CodeBlock pieces(String method, String kind, Function function, Ending ending, @Nullable Expr whole) {
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
        if (whole == null && function.type() != Type.Scalar.VOID) {
            return code.addStatement("throw new $T($S)", AssertionError.class, "a piece has thrown")
                    .build();
        }
        // The end knows the result as it was before its parts got names.
        return code.add(ending.code(e -> run.read(e.equals(whole) && result != null ? result : e)))
                .build();
    }
}
