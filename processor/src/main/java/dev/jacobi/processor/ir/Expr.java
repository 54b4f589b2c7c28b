package dev.jacobi.processor.ir;

import dev.jacobi.processor.diag.Span;
import java.util.List;

/**
 * Expressions of the intermediate language: trees, so that the output reads like the input.
 *
 * <pre>
 * Expr ::= Literal            2.5f
 *        | Ref                x
 *        | Apply              a primitive on operands:            Math.sin(x), x * y, t.exp()
 *        | Call               a function of this compilation:     square(x), VGrad.pullback(x)
 *        | Component          a component of a struct:            p.value()
 *        | Build              a struct from its components:       new Gradient(aBar, bBar)
 *        | Choose             c ? a : b
 * </pre>
 *
 * Invariant: an expression has no effect of its own, except where an impure {@link Apply} or a {@link Call} is the
 * whole right-hand side of a statement.
 */
public sealed interface Expr {

    Type type();

    Span span();

    <R> R match(Cases<R> cases);

    /** One method per kind of expression: a missing case doesn't compile. */
    interface Cases<R> {
        R literal(Literal e);

        R ref(Ref e);

        R apply(Apply e);

        R call(Call e);

        R component(Component e);

        R build(Build e);

        R choose(Choose e);
    }

    /**
     * A literal.
     *
     * @param text as it is written in Java, suffix included
     */
    record Literal(String text, Type type, Span span) implements Expr {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.literal(this);
        }
    }

    /** A variable's value. */
    record Ref(Var variable, Span span) implements Expr {
        @Override
        public Type type() {
            return variable.type();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.ref(this);
        }
    }

    /** A primitive on operands. */
    record Apply(Primitive primitive, List<Expr> operands, Span span) implements Expr {
        public Apply {
            operands = List.copyOf(operands);
        }

        @Override
        public Type type() {
            return primitive.result();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.apply(this);
        }
    }

    /** A call of a function whose body is known. */
    record Call(FunctionName function, List<Expr> arguments, Type type, Span span) implements Expr {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.call(this);
        }
    }

    /** A component of a struct. */
    record Component(Expr struct, String name, Type type, Span span) implements Expr {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.component(this);
        }
    }

    /** A struct from the values of its components. */
    record Build(Type type, List<Expr> components, Span span) implements Expr {
        public Build {
            components = List.copyOf(components);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.build(this);
        }
    }

    /** {@code condition ? whenTrue : whenFalse}; only the chosen one is evaluated. */
    record Choose(Expr condition, Expr whenTrue, Expr whenFalse, Span span) implements Expr {
        @Override
        public Type type() {
            return whenTrue.type();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.choose(this);
        }
    }
}
