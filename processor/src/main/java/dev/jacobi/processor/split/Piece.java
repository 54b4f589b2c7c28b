package dev.jacobi.processor.split;

import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Var;
import java.util.List;

/**
 * A method that is a piece of a larger one.
 *
 * @param parameters the counters of loops around it
 */
public record Piece(String name, List<Var> parameters, List<Stmt> body) {
    public Piece {
        parameters = List.copyOf(parameters);
        body = List.copyOf(body);
    }

    Piece with(List<Stmt> newBody) {
        return new Piece(name, parameters, newBody);
    }
}
