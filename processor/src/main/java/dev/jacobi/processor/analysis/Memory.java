package dev.jacobi.processor.analysis;

import dev.jacobi.processor.ir.ArrayOperation;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Sharing;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which array variables may be one array, and which arrays are written. Variables that may name the same array, or a
 * row of it, share a <em>region</em>; regions are joined wherever a reference is passed on (Steensgaard: Points-to
 * analysis in almost linear time, 1996, with an array and its rows as one).
 */
public final class Memory {

    /** Stands for the arrays that come from outside: fields, and what unknown methods give. */
    private static final Var ELSEWHERE = new Var("<elsewhere>", Type.Scalar.VOID);

    private final CallGraph calls;
    private final Map<Var, Var> parents = new HashMap<>();
    private final Set<Var> written = new HashSet<>();
    private final Set<Var> rowsMoved = new HashSet<>();
    private final @Nullable Var result;

    private Memory(Function function, Sharing sharing, CallGraph calls) {
        this.calls = calls;
        List<Var> parameters = function.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            int same = sharing.representative(i);
            if (same != i) {
                join(parameters.get(i), parameters.get(same));
            }
        }
        int before;
        do {
            before = parents.size();
            for (Stmt statement : Walk.all(function.body())) {
                statement(statement);
                Walk.own(statement).forEach(this::read);
            }
            if (function.result() != null) {
                read(function.result());
            }
        } while (parents.size() > before);
        this.result = function.result() == null ? null : region(function.result());
    }

    /** Joins the arrays that an expression chooses from: whoever asks later finds the regions as they stay. */
    private void read(Expr e) {
        region(e);
        Walk.operands(e).forEach(this::read);
    }

    static Memory of(Function function, Sharing sharing, CallGraph calls) {
        return new Memory(function, sharing, calls);
    }

    /** Whether variables of a type name arrays. */
    public static boolean isArray(Type type) {
        return type instanceof Type.Array;
    }

    /** Whether a value is an array or holds one: what a function gives side by side counts as one with its arrays. */
    static boolean namesArrays(Type type) {
        if (type instanceof Type.Struct struct && struct.form() != Type.Form.GENERATED) {
            for (Type.Component component : struct.components()) {
                if (namesArrays(component.type())) {
                    return true;
                }
            }
        }
        return isArray(type);
    }

    private void statement(Stmt statement) {
        if (statement instanceof Stmt.Declare s && s.value() != null) {
            assigned(s.variable(), s.value());
        } else if (statement instanceof Stmt.Assign s) {
            assigned(s.variable(), s.value());
        } else if (statement instanceof Stmt.Effect s) {
            evaluated(s.value());
        } else if (statement instanceof Stmt.Store s) {
            stored(s);
        }
    }

    private void assigned(Var variable, Expr value) {
        evaluated(value);
        if (namesArrays(variable.type())) {
            Var source = region(value);
            if (source != null) {
                join(variable, source);
            } else {
                region(variable);
            }
            if (value instanceof Expr.Call call) {
                for (int i : calls.summary(call.function(), sharing(call)).resultIs()) {
                    joinIfArray(variable, call.arguments().get(i));
                }
            }
        }
    }

    private void joinIfArray(Var variable, Expr argument) {
        Var region = region(argument);
        if (region != null) {
            join(variable, region);
        }
    }

    private void stored(Stmt.Store s) {
        Var array = region(s.array());
        if (array == null) {
            return;
        }
        if (namesArrays(s.value().type())) {
            Var row = region(s.value());
            if (row != null) {
                join(array, row);
            }
            rowsMoved.add(array);
        }
        if (!isArray(s.value().type())) {
            written.add(array);
        }
    }

    /** Whether {@code @NoDerivative} holds an array's numbers, or those of the array that it is a row of, constant. */
    static boolean isHeldConstant(Expr array) {
        if (!(array instanceof Expr.Apply apply) || apply.operands().isEmpty()) {
            return false;
        }
        boolean path = apply.primitive().form() == Primitive.Form.INDEX
                || apply.primitive().form() == Primitive.Form.CONVERSION;
        return path
                && (apply.primitive().name().equals(Primitive.CONSTANT)
                        || isHeldConstant(apply.operands().get(0)));
    }

    /** What a call writes and passes on. */
    private void evaluated(Expr value) {
        if (value instanceof Expr.Call call) {
            Summary summary = summary(call);
            summary.writes().forEach(i -> writes(call.arguments().get(i)));
            summary.movesRows().forEach(i -> movesRows(call.arguments().get(i)));
            for (Set<Integer> joined : summary.joined()) {
                joined(joined.stream().map(call.arguments()::get).toList());
            }
        } else if (value instanceof Expr.Apply apply) {
            applied(apply);
        }
    }

    private void applied(Expr.Apply apply) {
        ArrayOperation operation = ArrayOperation.of(apply.primitive());
        switch (operation) {
            case NONE -> {
                if (apply.primitive().form() == Primitive.Form.FUNCTION) {
                    written(apply.operands());
                } else if (mayWrite(apply.primitive())) {
                    apply.operands().forEach(this::writes);
                }
            }
            case COPY_INTO -> {
                Expr target = apply.operands().get(2);
                writes(target);
                if (hasRows(target.type())) {
                    movesRows(target);
                    joinBoth(target, apply.operands().get(0));
                }
            }
            case FILL, FILL_RANGE -> {
                writes(apply.operands().get(0));
                if (hasRows(apply.operands().get(0).type())) {
                    movesRows(apply.operands().get(0));
                    joinBoth(
                            apply.operands().get(0),
                            apply.operands().get(apply.operands().size() - 1));
                }
            }
            case SORT, MOVE_SORTED -> writes(apply.operands().get(0));
            case CLONE, COPY, LITERAL, NEW, LIKE, OF_TENSOR -> {}
        }
    }

    /** Whether it may also write numbers there that it is given; what the runtime does is known. */
    static boolean mayBeHandedNumbers(Primitive primitive) {
        return mayWrite(primitive) && !(primitive.owner() instanceof Type.Library);
    }

    /** Whether what is called isn't known, and may write into an array that it is given. */
    private static boolean mayWrite(Primitive primitive) {
        return ArrayOperation.of(primitive) == ArrayOperation.NONE
                && primitive.form() != Primitive.Form.FUNCTION
                && !primitive.pure()
                && !ArrayOperation.onlyReads(primitive);
    }

    /** A function may do anything to the arrays that it uses, in any order, but for those that it only looks at. */
    private void written(List<Expr> used) {
        List<Expr> arrays = new ArrayList<>(used);
        arrays.removeIf(Memory::isHeldConstant);
        for (Expr array : arrays) {
            writes(array);
            if (hasRows(array.type())) {
                movesRows(array);
                arrays.forEach(other -> joinBoth(array, other));
            }
        }
    }

    private void joinBoth(Expr a, Expr b) {
        Var first = region(a);
        Var second = region(b);
        if (first != null && second != null) {
            join(first, second);
        }
    }

    /** Whether a type is an array of arrays. */
    public static boolean hasRows(Type type) {
        return type instanceof Type.Array array && isArray(array.element());
    }

    private void writes(Expr argument) {
        Var region = region(argument);
        if (region != null) {
            written.add(region);
        }
    }

    private void movesRows(Expr argument) {
        Var region = region(argument);
        if (region != null) {
            rowsMoved.add(region);
        }
    }

    /** What a call does. */
    Summary summary(Expr.Call call) {
        return calls.summary(call.function(), sharing(call));
    }

    /** Whether a function leaves the array that it is given as a parameter as it is, and gives it to nobody. */
    public boolean onlyReads(FunctionName function, Sharing among, int parameter) {
        Summary summary = calls.summary(function, among);
        return !summary.writes().contains(parameter)
                && !summary.movesRows().contains(parameter)
                && !summary.resultIs().contains(parameter)
                && summary.joined().stream().noneMatch(s -> s.contains(parameter));
    }

    /** The arguments of a call whose rows the function puts in other places. */
    List<Expr> movedBy(Expr.Call call) {
        List<Expr> moved = new ArrayList<>();
        summary(call).movesRows().forEach(i -> moved.add(call.arguments().get(i)));
        return moved;
    }

    /** Whether a function puts arrays that it is given, or rows of them, into others. */
    public boolean mixes(FunctionName function, Sharing among) {
        Summary summary = calls.summary(function, among);
        return !summary.movesRows().isEmpty() || !summary.joined().isEmpty();
    }

    /** Whether something in an expression is a call that may give arrays which existed before and aren't arguments. */
    boolean givesOldArrays(Expr e) {
        boolean old = e instanceof Expr.Call call
                && namesArrays(e.type())
                && summary(call).resultIsOld();
        return old || Walk.operands(e).stream().anyMatch(this::givesOldArrays);
    }

    /** Which arguments of a call may be one array. */
    public Sharing sharing(Expr.Call call) {
        List<Integer> representatives = new ArrayList<>();
        Map<Var, Integer> first = new HashMap<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            Var region = region(call.arguments().get(i));
            int same = i;
            if (region != null) {
                Integer before = first.putIfAbsent(find(region), i);
                same = before == null ? i : before;
            }
            representatives.add(same);
        }
        return new Sharing(representatives);
    }

    private Var find(Var variable) {
        Var parent = parents.get(variable);
        while (parent != null && !parent.equals(variable)) {
            variable = parent;
            parent = parents.get(variable);
        }
        return variable;
    }

    private void join(Var a, Var b) {
        Var first = find(a);
        Var second = find(b);
        if (!first.equals(second)) {
            boolean keepFirst = first.equals(ELSEWHERE) || first.name().compareTo(second.name()) < 0;
            Var kept = keepFirst && !second.equals(ELSEWHERE) ? first : second;
            parents.put(kept.equals(first) ? second : first, kept);
        }
    }

    /** The region of an array variable. */
    public Var region(Var variable) {
        return find(variable);
    }

    /** The region of an expression; null where it is no array, or one that nothing else names. */
    public @Nullable Var region(Expr e) {
        if (!namesArrays(e.type())) {
            return null;
        }
        if (e instanceof Expr.Component component) {
            return region(component.struct());
        }
        if (e instanceof Expr.Build build) {
            return joined(build.components());
        }
        if (e instanceof Expr.Ref ref) {
            return find(ref.variable());
        }
        if (e instanceof Expr.Choose choose) {
            Var a = region(choose.whenTrue());
            Var b = region(choose.whenFalse());
            if (a != null && b != null) {
                join(a, b);
            }
            return a != null ? find(a) : b;
        }
        if (e instanceof Expr.Call call) {
            return summary(call).resultIsElsewhere() ? find(ELSEWHERE) : null;
        }
        return e instanceof Expr.Apply apply ? region(apply) : null;
    }

    private @Nullable Var region(Expr.Apply e) {
        return switch (e.primitive().form()) {
            case INDEX, CONVERSION, CAST ->
                comesFromElsewhere(e) ? find(ELSEWHERE) : region(e.operands().get(0));
            case NEW_ARRAY -> null;
            case ARRAY_LITERAL -> joined(e.operands());
            case METHOD, STATIC_METHOD -> {
                ArrayOperation operation = ArrayOperation.of(e.primitive());
                yield switch (operation) {
                    case NONE -> find(ELSEWHERE);
                    case LIKE -> null;
                    default -> hasRows(e.type()) ? region(e.operands().get(0)) : null;
                };
            }
            case STATIC_FIELD, FIELD -> find(ELSEWHERE);
            case PREFIX, INFIX, NEW, INSTANCE_OF, FUNCTION -> null;
        };
    }

    /** Whether an expression gives an array that comes from outside, and not one that its operands name. */
    public static boolean comesFromElsewhere(Expr.Apply e) {
        return switch (e.primitive().form()) {
            case INDEX, CONVERSION, CAST ->
                !isArray(e.operands().get(0).type()) && !isNull(e.operands().get(0));
            case METHOD, STATIC_METHOD -> ArrayOperation.of(e.primitive()) == ArrayOperation.NONE;
            case STATIC_FIELD, FIELD -> true;
            case PREFIX, INFIX, NEW, NEW_ARRAY, ARRAY_LITERAL, INSTANCE_OF, FUNCTION -> false;
        };
    }

    private static boolean isNull(Expr e) {
        return e instanceof Expr.Literal;
    }

    private @Nullable Var joined(List<Expr> parts) {
        Var first = null;
        for (Expr row : parts) {
            Var region = region(row);
            if (first != null && region != null) {
                join(first, region);
            }
            first = region != null ? region : first;
        }
        return first == null ? null : find(first);
    }

    /** The region of the array that the function gives; null where it gives none, or one that nothing else names. */
    public @Nullable Var result() {
        return result == null ? null : find(result);
    }

    /** Whether numbers in the region are overwritten. */
    public boolean isWritten(Var region) {
        return holds(written, region);
    }

    /** Whether rows of the region are put in other places. */
    public boolean movesRows(Var region) {
        return holds(rowsMoved, region);
    }

    private boolean holds(Set<Var> regions, Var region) {
        Var wanted = find(region);
        for (Var candidate : regions) {
            if (find(candidate).equals(wanted)) {
                return true;
            }
        }
        return false;
    }

    /** Whether arrays from outside the method belong to the region. */
    public boolean isElsewhere(Var region) {
        return find(region).equals(find(ELSEWHERE));
    }

    /** Whether an expression reads an element of an array, or of one that may be it. */
    public boolean readsElementOf(Expr array, Expr e) {
        boolean own = e instanceof Expr.Apply apply
                && apply.primitive().form() == Primitive.Form.INDEX
                && Objects.equals(region(apply.operands().get(0)), region(array));
        return own || Walk.operands(e).stream().anyMatch(o -> readsElementOf(array, o));
    }

    /**
     * Whether the element of {@code place} at an index may be another once an element of {@code array} has changed:
     * {@code a[(int) a[0]]}.
     */
    public boolean isPlacedBy(Expr array, Expr place, Expr index) {
        boolean outer = place instanceof Expr.Apply apply
                && apply.primitive().form() == Primitive.Form.INDEX
                && isPlacedBy(array, apply.operands().get(0), apply.operands().get(1));
        return outer || calls(index) || readsElementOf(array, index);
    }

    private static boolean calls(Expr e) {
        return e instanceof Expr.Call || Walk.operands(e).stream().anyMatch(Memory::calls);
    }
}
