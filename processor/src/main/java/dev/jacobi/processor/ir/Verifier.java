package dev.jacobi.processor.ir;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Holds a function against the language's rules; tests do so after every stage. Each check names the bug that it
 * prevents.
 */
public final class Verifier {

    private final String where;
    private final Set<String> declaredAnywhere = new HashSet<>();
    private final Set<String> labels = new HashSet<>();
    private final Map<String, Stmt.Loop> loops = new HashMap<>();

    private Verifier(String where) {
        this.where = where;
    }

    /**
     * Checks a function.
     *
     * @throws IllegalStateException if a rule is broken
     */
    public static void check(Function function) {
        Verifier verifier = new Verifier(function.name().toString());
        Set<Var> visible = verifier.parameters(function.parameters());
        verifier.block(function.body(), visible);
        verifier.result(function.result(), visible);
        if (function.result() != null) {
            verifier.require(
                    function.result().type().equals(function.type()),
                    "the result has the function's type (else a derivative is computed in the wrong precision)");
        }
    }

    /** Checks both sweeps of an adjoint, the backward one with all of the forward one's top level in sight. */
    public static void check(Adjoint adjoint) {
        Verifier verifier = new Verifier("adjoint of " + adjoint.primal().name());
        Set<Var> visible = verifier.parameters(adjoint.primal().parameters());
        adjoint.shadows().forEach(shadow -> verifier.declare(shadow, visible));
        verifier.block(adjoint.forward(), visible);
        verifier.result(adjoint.value(), visible);
        visible.addAll(adjoint.seeds());
        verifier.restores(visible);
        verifier.block(adjoint.backward(), visible);
        adjoint.bars().forEach(bar -> verifier.result(bar, visible));
    }

    private Set<Var> parameters(List<Var> parameters) {
        Set<Var> visible = new HashSet<>();
        for (Var parameter : parameters) {
            declare(parameter, visible);
        }
        return visible;
    }

    private void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalStateException(where + ": " + rule);
        }
    }

    private void declare(Var variable, Set<Var> visible) {
        require(
                declaredAnywhere.add(variable.name()),
                variable + " is declared once (else two values share a name, and a derivative reads the wrong one)");
        visible.add(variable);
    }

    /** What an iteration made is declared again where its backward sweep restores it. */
    private void restores(Set<Var> visible) {
        declaredAnywhere.clear();
        visible.forEach(v -> declaredAnywhere.add(v.name()));
    }

    private void block(List<Stmt> body, Set<Var> visible) {
        for (Stmt statement : body) {
            statement.match(new Rules(visible));
        }
    }

    private void result(@Nullable Expr result, Set<Var> visible) {
        if (result != null) {
            expression(result, visible, false);
        }
    }

    private void expression(Expr e, Set<Var> visible, boolean mayCall) {
        if (e instanceof Expr.Ref ref) {
            require(
                    visible.contains(ref.variable()),
                    ref.variable() + " is in sight where it is read (else the generated code doesn't compile)");
        }
        if (e instanceof Expr.Choose choose) {
            require(
                    choose.whenTrue().type().equals(choose.whenFalse().type()),
                    "both sides of a conditional have one type (else Java promotes, and bits change)");
        }
        if (e instanceof Expr.Apply apply) {
            require(
                    Walk.types(apply.operands()).equals(apply.primitive().parameters()),
                    apply.primitive() + " gets operands of its types (else the wrong rule or overload is used)");
        }
        boolean effect = e instanceof Expr.Call
                || e instanceof Expr.Apply a
                        && !a.primitive().pure()
                        && a.primitive().form() != Primitive.Form.ARRAY_LITERAL
                        && a.primitive().form() != Primitive.Form.NEW_ARRAY;
        require(
                mayCall || !effect || e instanceof Expr.Call call && call.function() instanceof FunctionName.Backward,
                "a call is a statement's whole right-hand side (else its effect may come twice or out of order)");
        for (Expr operand : Walk.operands(e)) {
            expression(operand, visible, false);
        }
    }

    /** The rules of statements. */
    private final class Rules implements Stmt.Cases<Boolean> {
        private final Set<Var> visible;

        Rules(Set<Var> visible) {
            this.visible = visible;
        }

        @Override
        public Boolean declare(Stmt.Declare s) {
            if (s.value() != null) {
                value(s.variable(), s.value());
            }
            Verifier.this.declare(s.variable(), visible);
            return true;
        }

        @Override
        public Boolean assign(Stmt.Assign s) {
            return assigned(s.variable(), s.value());
        }

        @Override
        public Boolean increment(Stmt.Increment s) {
            return assigned(s.variable(), s.value());
        }

        private Boolean assigned(Var variable, Expr value) {
            require(visible.contains(variable), variable + " is declared before it is assigned");
            value(variable, value);
            return true;
        }

        /** An object, also an array in which nobody looks for numbers that are differentiated. */
        private static boolean isObject(Type type) {
            return type instanceof Type.Opaque || type instanceof Type.Array && !type.carriesDerivative();
        }

        private void value(Var variable, Expr value) {
            expression(value, visible, true);
            require(
                    isNothing(value)
                            || variable.type().equals(value.type())
                            || variable.type() instanceof Type.Opaque && isObject(value.type()),
                    variable + " gets a value of its type (else Java converts, and bits change)");
        }

        private boolean isNothing(Expr value) {
            return value instanceof Expr.Literal literal && literal.text().equals("null");
        }

        @Override
        public Boolean store(Stmt.Store s) {
            return element(s.array(), s.index(), s.value());
        }

        @Override
        public Boolean accumulate(Stmt.Accumulate s) {
            return element(s.array(), s.index(), s.value());
        }

        private Boolean element(Expr array, Expr index, Expr value) {
            expression(array, visible, false);
            expression(index, visible, false);
            expression(value, visible, true);
            require(
                    array.type() instanceof Type.Array a
                            && (isNothing(value)
                                    || a.element().equals(value.type())
                                    || a.element() instanceof Type.Opaque),
                    "an array of " + array.type() + " gets elements of its type, not " + value.type());
            return true;
        }

        @Override
        public Boolean loop(Stmt.Loop s) {
            require(labels.add(s.label()), s.label() + " labels one loop");
            Set<Var> inside = new HashSet<>(visible);
            Stmt.Counter counter = s.counter();
            if (counter != null) {
                expression(counter.from(), visible, false);
                Verifier.this.declare(counter.variable(), inside);
            }
            expression(s.condition(), inside, false);
            require(Objects.equals(s.condition().type(), Type.Scalar.BOOLEAN), "a condition is a boolean");
            if (Checkpoints.isRetracing(s)) {
                block(Checkpoints.forward(s), inside);
                restores(inside);
                block(Checkpoints.backward(s), inside);
            } else {
                block(s.body(), inside);
            }
            loops.put(s.label(), s);
            return true;
        }

        @Override
        public Boolean reverse(Stmt.Reverse s) {
            Set<Var> inside = new HashSet<>(visible);
            Stmt.Loop loop = loops.get(s.label());
            require(loop != null, s.label() + " has run");
            if (loop != null) {
                inside.addAll(Walk.declares(List.of(loop)));
            }
            block(s.body(), inside);
            return true;
        }

        @Override
        public Boolean branch(Stmt.If s) {
            expression(s.condition(), visible, false);
            require(Objects.equals(s.condition().type(), Type.Scalar.BOOLEAN), "a condition is a boolean");
            block(s.then(), new HashSet<>(visible));
            block(s.otherwise(), new HashSet<>(visible));
            return true;
        }

        @Override
        public Boolean effect(Stmt.Effect s) {
            expression(s.value(), visible, true);
            return true;
        }

        @Override
        public Boolean raise(Stmt.Throw s) {
            expression(s.value(), visible, true);
            return true;
        }
    }
}
