package dev.jacobi.processor.split;

import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Var;
import java.util.List;
import java.util.Map;

/**
 * A method in pieces: a class that has them as methods, and what several of them read or write as fields.
 *
 * @param fields in the order of their first use
 * @param banks arrays that hold numbers for which there would be too many fields, with their lengths
 * @param given the fields that the method assigns before it calls the first piece
 * @param calls for each section, the calls of its pieces
 * @param places where the variables are that are fields or elements of banks
 */
public record Split(
        List<Var> fields,
        Map<Var, Integer> banks,
        List<Var> given,
        List<Piece> pieces,
        List<List<Stmt>> calls,
        Map<Var, Var> places) {

    /** The object itself, in the pieces and in {@link #calls}. */
    static final String THIS = "this";

    /** The calls of a section's pieces on the variable that holds the object. */
    public List<Stmt> calls(int section, Var object) {
        return new Naming(Map.of(), object).rewrite(calls.get(section));
    }

    /** An expression over variables, read from the object. */
    public Expr outside(Expr e, Var object) {
        return new Naming(places, object).outside(e);
    }

    /** Where a variable is, seen from outside the object. */
    public String outside(Var variable, Var object) {
        return new Naming(places, object).path(variable);
    }
}
