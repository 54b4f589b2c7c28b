package dev.jacobi.processor.frontend;

import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.Leaves;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Pieces of methods that are functions of their own, as a loop is and its iteration whose fixed point is wanted. */
final class Pieces {

    /** @param home the package whose classes can name what it names */
    private record Piece(Function function, String home) {}

    private final Map<FunctionName.Primal, Piece> pieces = new HashMap<>();

    /** Makes a function of statements; what it reads from outside are its parameters. */
    FunctionName.Primal add(
            String owner,
            String word,
            String home,
            List<Var> parameters,
            List<Stmt> body,
            List<Type.Component> given,
            List<Expr> values,
            Headers headers,
            Span span) {
        List<String> types = new ArrayList<>();
        parameters.forEach(v -> types.add(v.type().toString()));
        FunctionName.Primal name = FunctionName.Primal.piece(owner, word, types, pieces.size());
        Type type = given.size() == 1 ? given.get(0).type() : headers.struct(name, Leaves.distinct(given));
        Expr result = given.size() == 1 ? values.get(0) : new Expr.Build(type, values, span);
        pieces.put(name, new Piece(new Function(name, parameters, Set.of(), body, result, type), home));
        return name;
    }

    boolean has(FunctionName.Primal name) {
        return pieces.containsKey(name);
    }

    Function function(FunctionName.Primal name) {
        return piece(name).function();
    }

    String home(FunctionName.Primal name) {
        return piece(name).home();
    }

    /** What a piece gives; null for any other function. */
    @Nullable
    Type result(FunctionName.Primal name) {
        Piece piece = pieces.get(name);
        return piece == null ? null : piece.function().type();
    }

    List<Functions.Leaf> leaves(FunctionName.Primal name) {
        List<Functions.Leaf> leaves = new ArrayList<>();
        for (Var parameter : function(name).parameters()) {
            leaves.add(new Functions.Leaf(parameter.name(), parameter.type(), false, leaves.size()));
        }
        return leaves;
    }

    private Piece piece(FunctionName.Primal name) {
        return Objects.requireNonNull(pieces.get(name), name::display);
    }
}
