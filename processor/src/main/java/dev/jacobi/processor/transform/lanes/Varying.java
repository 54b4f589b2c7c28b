package dev.jacobi.processor.transform.lanes;

import dev.jacobi.processor.ir.ArrayOperation;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Shadows;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What differs from direction to direction: whatever is computed from one. An array differs as a whole, with all that
 * may name it or a row of it.
 */
final class Varying {

    private final Set<Var> variables = new HashSet<>();

    /** Of variables that may name one array, or a row of it, all lead to one. */
    private final Map<Var, Var> same = new HashMap<>();

    /** What holds a value with its tangent: it differs in the tangent alone. */
    private final Set<Var> tangents = new HashSet<>();

    private boolean grown;

    private Varying() {}

    static Varying of(Function function, List<Var> directions) {
        return of(function.body(), directions);
    }

    static Varying of(List<Stmt> body, List<Var> directions) {
        Varying varying = new Varying();
        List<Stmt> all = Walk.all(body);
        all.forEach(varying::alias);
        directions.forEach(varying::add);
        do {
            varying.grown = false;
            all.forEach(varying::follow);
        } while (varying.grown);
        return varying;
    }

    boolean contains(Var variable) {
        return variables.contains(root(variable));
    }

    /** Whether a variable holds a value with its tangent. */
    boolean isTangent(Var variable) {
        return tangents.contains(variable);
    }

    /** The variable of whose value with its tangent something is a part; null where it is none. */
    @Nullable
    Var tangent(Expr.Component part) {
        return part.struct() instanceof Expr.Ref ref && isTangent(ref.variable()) ? ref.variable() : null;
    }

    /** Whether the value of an expression differs. An array's length doesn't: all directions have one shape. */
    boolean isIn(Expr e) {
        if (e instanceof Expr.Ref ref) {
            return contains(ref.variable());
        }
        if (e instanceof Expr.Component part && tangent(part) != null && !TangentCalls.isOfTangent(part)) {
            return false;
        }
        return !isLength(e) && Walk.operands(e).stream().anyMatch(this::isIn);
    }

    static boolean isLength(Expr e) {
        return e instanceof Expr.Apply apply
                && apply.primitive().form() == Primitive.Form.FIELD
                && apply.primitive().name().equals("length");
    }

    private void add(Var variable) {
        grown |= variables.add(root(variable));
    }

    private Var root(Var variable) {
        Var root = variable;
        while (same.containsKey(root)) {
            root = same.get(root);
        }
        return root;
    }

    private void join(Var a, Var b) {
        Var root = root(a);
        if (!root.equals(root(b))) {
            same.put(root, root(b));
        }
    }

    private void alias(Stmt statement) {
        Expr.Call tangent = TangentCalls.of(statement);
        if (tangent != null) {
            alias(tangent, statement);
        } else if (statement instanceof Stmt.Declare s && s.value() != null) {
            named(s.value()).forEach(v -> join(v, s.variable()));
        } else if (statement instanceof Stmt.Assign s) {
            named(s.value()).forEach(v -> join(v, s.variable()));
        } else if (statement instanceof Stmt.Store s) {
            List<Var> all = new ArrayList<>(named(s.array()));
            all.addAll(named(s.value()));
            all.forEach(v -> join(v, all.get(0)));
        } else if (statement instanceof Stmt.Effect s && mayHandOn(s.value())) {
            List<Var> all = named(s.value());
            all.forEach(v -> join(v, all.get(0)));
        }
    }

    /** A called derivative does with directions what its function does with values. */
    private void alias(Expr.Call tangent, Stmt statement) {
        join(TangentCalls.values(tangent), new ArrayList<>());
        List<Var> along = new ArrayList<>();
        if (statement instanceof Stmt.Declare s && s.variable().type() instanceof Type.Struct) {
            tangents.add(s.variable());
            along.add(s.variable());
        }
        join(TangentCalls.directions(tangent), along);
    }

    private void join(List<Expr> expressions, List<Var> all) {
        expressions.forEach(e -> all.addAll(named(e)));
        all.forEach(v -> join(v, all.get(0)));
    }

    /** Whether something is done to arrays of which isn't known what, or rows of one are put into another. */
    private static boolean mayHandOn(Expr e) {
        boolean reads = e instanceof Expr.Apply apply && ArrayOperation.onlyReads(apply.primitive());
        return !reads && (writesTo(e) < 0 || Walk.operands(e).stream().anyMatch(Varying::hasRows));
    }

    private static boolean hasRows(Expr e) {
        return e.type() instanceof Type.Array array && array.element() instanceof Type.Array;
    }

    /** The variables whose arrays, or rows of them, an array may be. */
    private List<Var> named(Expr e) {
        List<Var> named = new ArrayList<>();
        addNamed(e, named);
        return named;
    }

    private void addNamed(Expr e, List<Var> named) {
        Var tangent = e instanceof Expr.Component part ? tangent(part) : null;
        if (tangent != null && TangentCalls.isOfTangent((Expr.Component) e)) {
            named.add(tangent);
        }
        if (e instanceof Expr.Ref ref && ref.type() instanceof Type.Array) {
            named.add(ref.variable());
        }
        if (isNew(e)) {
            return;
        }
        boolean number = e.type() instanceof Type.Scalar && e.type() != Type.Scalar.VOID;
        for (Expr operand : number ? List.<Expr>of() : Walk.operands(e)) {
            addNamed(operand, named);
        }
    }

    /** Whether an array is made whose rows, if it has any, are new as well. */
    private static boolean isNew(Expr e) {
        if (!(e instanceof Expr.Apply apply && e.type() instanceof Type.Array array)) {
            return false;
        }
        boolean rows = array.element() instanceof Type.Array;
        return switch (ArrayOperation.of(apply.primitive())) {
            case NEW, LIKE, OF_TENSOR -> true;
            case LITERAL, CLONE, COPY -> !rows;
            case COPY_INTO, FILL, FILL_RANGE, SORT, MOVE_SORTED, NONE -> !rows && Shadows.isMaking(apply.primitive());
        };
    }

    /** The operand that an operation writes to; -1 where it may be any. */
    static int writesTo(Expr e) {
        if (!(e instanceof Expr.Apply apply)) {
            return -1;
        }
        return switch (ArrayOperation.of(apply.primitive())) {
            case COPY_INTO -> 2;
            case FILL, FILL_RANGE, MOVE_SORTED, SORT -> 0;
            case NEW, LIKE, LITERAL, CLONE, COPY, OF_TENSOR, NONE ->
                Shadows.isAdding(apply.primitive()) || Shadows.isClearing(apply.primitive()) ? 0 : -1;
        };
    }

    private void follow(Stmt statement) {
        Expr.Call tangent = TangentCalls.of(statement);
        if (tangent != null) {
            follow(tangent, statement);
        } else if (statement instanceof Stmt.Declare s) {
            if (s.value() != null && isIn(s.value())) {
                add(s.variable());
            }
        } else if (statement instanceof Stmt.Assign s) {
            if (isIn(s.value())) {
                add(s.variable());
            }
        } else if (statement instanceof Stmt.Increment s) {
            if (isIn(s.value())) {
                add(s.variable());
            }
        } else if (statement instanceof Stmt.Store s) {
            written(s.array(), s.value());
        } else if (statement instanceof Stmt.Accumulate s) {
            written(s.array(), s.value());
        } else if (statement instanceof Stmt.Effect s && s.value() instanceof Expr.Apply apply && isIn(apply)) {
            int target = writesTo(apply);
            Expr written = target < 0 ? apply : apply.operands().get(target);
            named(written).forEach(this::add);
        }
    }

    /** Whatever it is called with, a derivative along a direction may write to the arrays of its directions. */
    private void follow(Expr.Call tangent, Stmt statement) {
        if (statement instanceof Stmt.Declare s && isTangent(s.variable())) {
            add(s.variable());
        }
        TangentCalls.directions(tangent).forEach(e -> named(e).forEach(this::add));
    }

    private void written(Expr array, Expr value) {
        if (isIn(value)) {
            named(array).forEach(this::add);
        }
    }
}
