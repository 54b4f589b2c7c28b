package dev.jacobi.processor.random;

import java.util.List;

/**
 * How a method calls itself without doing so for ever.
 *
 * @param left its last parameter: how many calls deeper it may go
 */
record Recursion(Signature method, Variable left) {

    /** Ends the recursion; what callers give is not to be trusted. */
    Statement end(Statement giveBack) {
        Term none = new Term.Binary(Operator.LESS_OR_EQUAL, new Term.Read(left), ArrayGenerator.whole(0));
        Term many = new Term.Binary(Operator.GREATER, new Term.Read(left), ArrayGenerator.whole(3));
        return new Statement.If(new Term.Binary(Operator.OR, none, many), List.of(giveBack), List.of());
    }

    Term deeper() {
        return new Term.Binary(Operator.SUBTRACT, new Term.Read(left), ArrayGenerator.whole(1));
    }
}
