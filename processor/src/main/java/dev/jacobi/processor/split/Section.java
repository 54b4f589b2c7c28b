package dev.jacobi.processor.split;

import dev.jacobi.processor.ir.Stmt;
import java.util.List;

/**
 * A part of a method: its pieces are named for it.
 *
 * @param name {@code forward}
 */
public record Section(String name, List<Stmt> body) {
    public Section {
        body = List.copyOf(body);
    }
}
