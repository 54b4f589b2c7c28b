package dev.jacobi.processor.ir;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function: what is differentiated and what a derivative is.
 *
 * @param result the value given back when the body has run; null where there is none or the body always throws
 */
public record Function(
        FunctionName name,
        List<Var> parameters,
        List<Stmt> body,
        @Nullable Expr result,
        Type type) {
    public Function {
        parameters = List.copyOf(parameters);
        body = List.copyOf(body);
    }
}
