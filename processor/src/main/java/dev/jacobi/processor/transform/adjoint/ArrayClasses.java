package dev.jacobi.processor.transform.adjoint;

import dev.jacobi.processor.analysis.Memory;
import dev.jacobi.processor.ir.Adjoint;
import dev.jacobi.processor.ir.ArrayOperation;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.FunctionName;
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
 * Which variables of both sweeps may name one array, or a row of it: {@link Memory} once more, now that there are
 * shadows. A pullback counts as a name of the arrays that it gives, and has a second name for their shadows.
 */
public final class ArrayClasses {

    /** Stands for the arrays that come from outside. */
    public static final Var ELSEWHERE = new Var("<elsewhere>", Type.Scalar.VOID);

    /** Marks the second name of a pullback; no Java name has it. */
    private static final String SHADOW = "<shadow>";

    private final Memory memory;
    private final Map<Var, Var> parents = new HashMap<>();
    private final Map<Var, Expr.Call> pullbacks = new HashMap<>();

    /** @param memory of the primal */
    public ArrayClasses(Adjoint adjoint, Memory memory) {
        this.memory = memory;
        parameters(adjoint);
        List<Stmt> all = new ArrayList<>(Walk.all(adjoint.forward()));
        all.addAll(Walk.all(adjoint.backward()));
        all.forEach(this::pullback);
        all.forEach(this::statement);
    }

    /** A caller may hand one array for several parameters, as {@link Memory} knows: they have one shadow then. */
    private void parameters(Adjoint adjoint) {
        List<Var> arrays = new ArrayList<>(adjoint.primal().parameters());
        arrays.removeIf(parameter -> !Memory.isArray(parameter.type()));
        List<Var> active = new ArrayList<>();
        adjoint.active().forEach(i -> active.add(adjoint.primal().parameters().get(i)));
        active.retainAll(arrays);
        List<Var> shadows = adjoint.shadows(); // then seeds; none where it makes them itself, for arrays told apart
        boolean taken = shadows.size() >= active.size();
        for (Var array : arrays) {
            for (Var other : arrays) {
                if (memory.region(array).equals(memory.region(other))) {
                    join(Set.of(array), Set.of(other));
                    int shadow = active.indexOf(array);
                    int otherShadow = active.indexOf(other);
                    if (taken && shadow >= 0 && otherShadow >= 0) {
                        join(Set.of(shadows.get(shadow)), Set.of(shadows.get(otherShadow)));
                    }
                }
            }
        }
    }

    private void pullback(Stmt statement) {
        if (statement instanceof Stmt.Declare s
                && s.value() instanceof Expr.Call call
                && call.function() instanceof FunctionName.Forward) {
            pullbacks.put(s.variable(), call);
        }
    }

    private void statement(Stmt statement) {
        if (statement instanceof Stmt.Declare s && s.value() != null) {
            named(s.variable(), s.value());
        } else if (statement instanceof Stmt.Assign s) {
            named(s.variable(), s.value());
        } else if (statement instanceof Stmt.Store s && Memory.isArray(s.value().type())) {
            join(roots(s.array()), roots(s.value()));
        }
        for (Expr e : Walk.own(statement)) {
            evaluated(e);
        }
    }

    private void named(Var variable, Expr value) {
        if (pullbacks.containsKey(variable)) {
            called(variable, pullbacks.get(variable));
        } else if (Memory.isArray(variable.type())) {
            join(Set.of(variable), roots(value));
            given(variable, value);
        }
    }

    /** An array that a call gives may be one that it was given: then their shadows are one, too. */
    private void given(Var variable, Expr value) {
        if (value instanceof Expr.Component component
                && component.struct() instanceof Expr.Ref ref
                && pullbacks.containsKey(ref.variable())) {
            Expr.Call call = pullbacks.get(ref.variable());
            for (Expr argument : call.arguments()) {
                Var region = memory.region(argument);
                if (region != null && region.equals(memory.region(variable))) {
                    join(Set.of(variable, shadow(ref.variable())), rootsOfAll(call));
                }
            }
        }
    }

    /** What a call puts into another array, or gives side by side, isn't told apart. */
    private void called(Var pullback, Expr.Call call) {
        boolean mixes =
                !(call.function() instanceof FunctionName.Forward name) || memory.mixes(name.of(), name.sharing());
        if (mixes || givesParts(pullback)) {
            join(Set.of(pullback, shadow(pullback)), rootsOfAll(call));
        }
    }

    /** The name of the shadows that a pullback gives. */
    static Var shadow(Var pullback) {
        return new Var(pullback.name() + SHADOW, pullback.type());
    }

    private static boolean givesParts(Var pullback) {
        boolean parts = false;
        if (pullback.type() instanceof Type.Struct struct) {
            for (Type.Component component : struct.components()) {
                boolean value =
                        component.name().equals("value") || component.name().equals("valueBar");
                parts |= Memory.isArray(component.type()) && !value;
            }
        }
        return parts;
    }

    /** All arrays that are handed to a call. */
    private Set<Var> rootsOfAll(Expr call) {
        Set<Var> roots = new HashSet<>();
        for (Expr operand : Walk.operands(call)) {
            if (Memory.isArray(operand.type())) {
                roots.addAll(roots(operand));
            }
        }
        return roots;
    }

    private void evaluated(Expr e) {
        boolean shadows = e instanceof Expr.Apply apply && Shadows.isFresh(apply.primitive());
        boolean rows = false;
        for (Expr operand : Walk.operands(e)) {
            evaluated(operand);
            rows |= operand.type() instanceof Type.Array array && Memory.isArray(array.element());
        }
        boolean moves = e instanceof Expr.Apply apply
                && (!apply.primitive().pure() || ArrayOperation.of(apply.primitive()) != ArrayOperation.NONE);
        boolean unknown = e instanceof Expr.Call call && !(call.function() instanceof FunctionName.Forward);
        if (!shadows && rows && (moves || unknown)) {
            join(rootsOfAll(e), rootsOfAll(e));
        }
    }

    /** The names of the array that an expression gives; none for one that is new. */
    Set<Var> roots(Expr e) {
        if (e instanceof Expr.Ref ref) {
            return Set.of(ref.variable());
        }
        if (e instanceof Expr.Component component) {
            boolean shadow = component.name().equals("valueBar")
                    && component.struct() instanceof Expr.Ref ref
                    && pullbacks.containsKey(ref.variable());
            return shadow ? Set.of(shadow(((Expr.Ref) component.struct()).variable())) : roots(component.struct());
        }
        if (e instanceof Expr.Choose choose) {
            Set<Var> roots = new HashSet<>(roots(choose.whenTrue()));
            roots.addAll(roots(choose.whenFalse()));
            return roots;
        }
        if (e instanceof Expr.Literal) {
            return Set.of();
        }
        if (e instanceof Expr.Apply apply) {
            return roots(apply);
        }
        Set<Var> roots = rootsOfAll(e);
        roots.add(ELSEWHERE);
        return roots;
    }

    private Set<Var> roots(Expr.Apply e) {
        ArrayOperation operation = ArrayOperation.of(e.primitive());
        boolean rows = e.type() instanceof Type.Array array && Memory.isArray(array.element());
        if (Shadows.isFresh(e.primitive()) || operation == ArrayOperation.NEW) {
            return Set.of();
        }
        if (Shadows.isMaking(e.primitive()) || operation != ArrayOperation.NONE) {
            return rows ? rootsOfAll(e) : Set.of();
        }
        boolean path = switch (e.primitive().form()) {
            case INDEX, CAST, CONVERSION -> Memory.isArray(e.operands().get(0).type());
            case PREFIX,
                    INFIX,
                    FIELD,
                    STATIC_FIELD,
                    STATIC_METHOD,
                    METHOD,
                    NEW,
                    NEW_ARRAY,
                    ARRAY_LITERAL,
                    INSTANCE_OF,
                    FUNCTION -> false;
        };
        Set<Var> roots = rootsOfAll(e);
        if (!path) {
            roots.add(ELSEWHERE);
        }
        return roots;
    }

    private void join(Set<Var> a, Set<Var> b) {
        Var first = null;
        for (Set<Var> both : List.of(a, b)) {
            for (Var variable : both) {
                Var root = of(variable);
                if (first == null) {
                    first = root;
                } else if (!root.equals(first)) {
                    parents.put(root, first);
                }
            }
        }
    }

    /** The class of a variable. */
    public Var of(Var variable) {
        Var root = variable;
        while (parents.containsKey(root)) {
            root = parents.get(root);
        }
        return root;
    }

    /** The classes of the array that an expression gives. */
    public Set<Var> of(Expr array) {
        Set<Var> classes = new HashSet<>();
        roots(array).forEach(root -> classes.add(of(root)));
        return classes;
    }

    /** The variables of a class, but for those that are their own. */
    boolean holdsOnly(Var wanted, Set<Var> variables) {
        for (Var variable : parents.keySet()) {
            if (of(variable).equals(wanted) && !contains(variables, variable)) {
                return false;
            }
        }
        return contains(variables, wanted);
    }

    private static boolean contains(Set<Var> variables, Var variable) {
        String name = variable.name();
        Var known = name.endsWith(SHADOW)
                ? new Var(name.substring(0, name.length() - SHADOW.length()), variable.type())
                : variable;
        return variables.contains(known);
    }

    /** The pullbacks, as names of the arrays that they give. */
    Set<Var> pullbacks() {
        return pullbacks.keySet();
    }

    /** The call of the forward half that a pullback comes from; null where it isn't made in sight. */
    Expr.@Nullable Call made(Var pullback) {
        return pullbacks.get(pullback);
    }
}
