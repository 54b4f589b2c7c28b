package dev.jacobi.processor.ir;

import java.util.ArrayList;
import java.util.List;

/**
 * What an expression computes, wherever it stands in the source: two of one structure give one value, as long as
 * variables and arrays hold what they hold.
 */
public final class Structure {

    /** The primitive, variable, literal or whatever else stands at the root. */
    private final Object operation;

    private final List<Structure> operands;
    private final int hash;

    private Structure(Object operation, List<Structure> operands) {
        this.operation = operation;
        this.operands = operands;
        this.hash = 31 * operation.hashCode() + operands.hashCode();
    }

    public static Structure of(Expr e) {
        List<Structure> operands = new ArrayList<>();
        for (Expr operand : Walk.operands(e)) {
            operands.add(of(operand));
        }
        return new Structure(e.match(ROOT), operands);
    }

    /** Whether two expressions compute the same. */
    public static boolean same(Expr one, Expr other) {
        return of(one).equals(of(other));
    }

    /** The structures of expressions, in their order. */
    public static List<Structure> of(List<Expr> expressions) {
        return expressions.stream().map(Structure::of).toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Structure that
                && hash == that.hash
                && operation.equals(that.operation)
                && operands.equals(that.operands);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    private static final Expr.Cases<Object> ROOT = new Expr.Cases<>() {
        @Override
        public Object literal(Expr.Literal e) {
            return List.of(e.text(), e.type());
        }

        @Override
        public Object ref(Expr.Ref e) {
            return e.variable();
        }

        @Override
        public Object apply(Expr.Apply e) {
            return e.primitive();
        }

        @Override
        public Object call(Expr.Call e) {
            return e.function();
        }

        @Override
        public Object component(Expr.Component e) {
            return List.of(e.name(), e.type());
        }

        @Override
        public Object build(Expr.Build e) {
            return e.type();
        }

        @Override
        public Object choose(Expr.Choose e) {
            return Expr.Choose.class;
        }
    };
}
