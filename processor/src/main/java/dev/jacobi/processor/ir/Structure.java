package dev.jacobi.processor.ir;

import java.util.List;

/**
 * What an expression computes, wherever it stands in the source: two of one structure give one value, as long as
 * variables and arrays hold what they hold.
 *
 * @param operation the primitive, variable, literal or whatever else stands at the root
 */
public record Structure(Object operation, List<Structure> operands) {

    public static Structure of(Expr e) {
        return new Structure(
                e.match(ROOT), Walk.operands(e).stream().map(Structure::of).toList());
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
