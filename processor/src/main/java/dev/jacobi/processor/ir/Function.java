package dev.jacobi.processor.ir;

import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A function: what is differentiated and what a derivative is.
 *
 * @param reserved names that its users' code has beside it, such as those of parameters that are taken apart
 * @param result the value given back when the body has run; null where there is none or the body always throws
 */
public record Function(
        FunctionName name,
        List<Var> parameters,
        Set<String> reserved,
        List<Stmt> body,
        @Nullable Expr result,
        Type type) {
    public Function {
        parameters = List.copyOf(parameters);
        reserved = Set.copyOf(reserved);
        body = List.copyOf(body);
    }

    /** The indices of all parameters. */
    public SortedSet<Integer> indices() {
        SortedSet<Integer> all = new TreeSet<>();
        for (int i = 0; i < parameters.size(); i++) {
            all.add(i);
        }
        return all;
    }

    /** With other statements and another result. */
    public Function with(List<Stmt> newBody, @Nullable Expr newResult) {
        return new Function(name, parameters, reserved, newBody, newResult, type);
    }
}
