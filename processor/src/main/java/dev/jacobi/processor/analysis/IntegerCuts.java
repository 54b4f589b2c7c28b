package dev.jacobi.processor.analysis;

import dev.jacobi.processor.diag.Kind;
import dev.jacobi.processor.diag.Problem;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.ArrayOperation;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where a number that is differentiated becomes a whole number which the result is computed from: its derivative ends
 * there, which deserves a warning. Whole numbers that only decide (conditions, indices) don't.
 *
 * <p>Where a whole number is nothing but the bits of a number, and a number is made of these again, the derivative
 * isn't zero, as that of a rounding is: that is an error. So it is to keep bits in an object, which may give them back.
 */
public final class IntegerCuts {

    /** What is cut inside a function for good, so that no derivative flows through the call at all. */
    public interface Inside {
        List<Problem> of(Expr.Call call);
    }

    /** Methods that count what an object holds, whatever it is. */
    private static final Set<String> COUNTS = Set.of("size", "length", "ordinal");

    /** All of a number is in what these give. */
    private static final Set<String> BITS = Set.of(
            "java.lang.Double.doubleToLongBits(double)",
            "java.lang.Double.doubleToRawLongBits(double)",
            "java.lang.Float.floatToIntBits(float)",
            "java.lang.Float.floatToRawIntBits(float)",
            "java.lang.Float.floatToFloat16(float)");

    /** These make a number of bits again. */
    private static final Set<String> OF_BITS = Set.of(
            "java.lang.Double.longBitsToDouble(long)",
            "java.lang.Float.intBitsToFloat(int)",
            "java.lang.Float.float16ToFloat(short)");

    /**
     * A place where a derivative ends.
     *
     * @param problem what is to be said of it
     * @param loss what is to be said where a number is made of the whole number's bits again
     * @param bits whether the whole number is the bits of a number
     */
    private record Cut(Problem problem, Problem loss, boolean bits) {
        Cut madeAgain() {
            return new Cut(loss, loss, bits);
        }
    }

    private final Activity activity;
    private final Inside inside;
    private final Map<Var, Set<Cut>> cuts = new HashMap<>();
    private final Set<Problem> kept = new LinkedHashSet<>();

    private IntegerCuts(Activity activity, Inside inside) {
        this.activity = activity;
        this.inside = inside;
    }

    public static List<Problem> check(Function function, Activity activity, Inside inside) {
        IntegerCuts analysis = new IntegerCuts(activity, inside);
        int before;
        do {
            before = analysis.size();
            analysis.block(function.body());
        } while (analysis.size() > before);
        Set<Cut> reached = new LinkedHashSet<>();
        if (function.result() != null) {
            reached.addAll(analysis.of(function.result()));
        }
        for (Var parameter : function.parameters()) {
            if (Memory.isArray(parameter.type()) && parameter.type().carriesDerivative()) {
                reached.addAll(analysis.in(activity.memory().region(parameter)));
            }
        }
        return analysis.problems(reached);
    }

    private List<Problem> problems(Set<Cut> reached) {
        Set<Problem> problems = new LinkedHashSet<>(kept);
        reached.forEach(cut -> problems.add(cut.problem()));
        Set<Span> lost = new HashSet<>();
        problems.stream().filter(p -> !p.kind().isWarning()).forEach(p -> lost.add(p.span()));
        problems.removeIf(p -> p.kind().isWarning() && lost.contains(p.span()));
        return List.copyOf(problems);
    }

    private void block(List<Stmt> body) {
        for (Stmt statement : body) {
            Walk.own(statement).forEach(this::effects);
            if (statement instanceof Stmt.Declare s && s.value() != null) {
                assigned(s.variable(), s.value());
            } else if (statement instanceof Stmt.Assign s) {
                assigned(s.variable(), s.value());
            } else if (statement instanceof Stmt.Store s) {
                filled(s.array(), s.value());
            }
            Walk.blocks(statement).forEach(this::block);
        }
    }

    private int size() {
        int size = 0;
        for (Set<Cut> all : cuts.values()) {
            size += all.size();
        }
        return size;
    }

    private void assigned(Var variable, Expr value) {
        Var key = Memory.isArray(variable.type()) ? activity.memory().region(variable) : variable;
        add(key, of(value));
    }

    private void filled(Expr array, Expr value) {
        Var region = activity.memory().region(array);
        if (region != null) {
            add(region, of(value));
        }
    }

    private void add(Var variable, Set<Cut> all) {
        if (!all.isEmpty()) {
            cuts.computeIfAbsent(variable, v -> new LinkedHashSet<>()).addAll(all);
        }
    }

    private Set<Cut> in(Var variable) {
        return cuts.getOrDefault(variable, Set.of());
    }

    /** What is copied from array to array, and bits that objects keep. */
    private void effects(Expr e) {
        if (e instanceof Expr.Apply apply) {
            List<Expr> operands = apply.operands();
            switch (ArrayOperation.of(apply.primitive())) {
                case COPY_INTO -> filled(operands.get(2), operands.get(0));
                case FILL, FILL_RANGE -> filled(operands.get(0), operands.get(operands.size() - 1));
                case NEW, LIKE, LITERAL, CLONE, COPY, SORT, MOVE_SORTED, OF_TENSOR -> {}
                case NONE -> {
                    keep(apply);
                    if (Memory.mayBeHandedNumbers(apply.primitive())) {
                        written(e, operands);
                    }
                }
            }
        } else if (e instanceof Expr.Call call) {
            List<Expr> written = new ArrayList<>();
            activity.summary(call)
                    .writes()
                    .forEach(i -> written.add(call.arguments().get(i)));
            written(e, written);
        }
        Walk.operands(e).forEach(this::effects);
    }

    /** A method that is given numbers may make of them the whole numbers that it leaves in an array. */
    private void written(Expr call, List<Expr> arrays) {
        boolean given =
                Walk.operands(call).stream().anyMatch(e -> e.type().carriesDerivative() && activity.isVaried(e));
        for (Expr array : arrays) {
            Var region = activity.memory().region(array);
            boolean whole = array.type() instanceof Type.Array type
                    && type.innermost() instanceof Type.Scalar element
                    && element.isIntegral();
            if (given && whole && region != null) {
                Problem loss = Problem.of(Kind.LEAVES_NUMBERS, call.span(), "this call", array.type());
                add(region, Set.of(new Cut(Problem.of(Kind.CUT, call.span()), loss, false)));
            }
        }
    }

    private void keep(Expr.Apply call) {
        if (State.written(call).isEmpty()) {
            return;
        }
        for (Expr operand : call.operands()) {
            of(operand).stream().filter(Cut::bits).forEach(cut -> kept.add(cut.loss()));
        }
    }

    private Set<Cut> of(Expr e) {
        Set<Cut> all = new LinkedHashSet<>();
        if (e instanceof Expr.Ref ref && !Memory.isArray(ref.type())) {
            all.addAll(in(ref.variable()));
        }
        if (e.type() == Type.Scalar.BOOLEAN || isHeldConstant(e)) {
            return all;
        }
        Var region = activity.memory().region(e);
        if (region != null) {
            all.addAll(in(region));
        }
        if (e instanceof Expr.Call call && call.type().isFloating()) {
            inside.of(call).forEach(cut -> all.add(new Cut(cut, cut, false)));
        }
        List<Expr> operands = Walk.operands(e);
        int first = e instanceof Expr.Choose ? 1 : 0;
        int end =
                e instanceof Expr.Apply apply && apply.primitive().form() == Primitive.Form.INDEX ? 1 : operands.size();
        for (Expr operand : operands.subList(first, end)) {
            for (Cut cut : of(operand)) {
                all.add(isOfBits(e) ? cut.madeAgain() : cut);
            }
            if (cutsHere(e, operand)) {
                all.add(cut(e));
            }
            if (isCutInFunction(operand)) {
                all.add(cut(operand));
            }
        }
        return all;
    }

    private static Cut cut(Expr e) {
        boolean bits =
                e instanceof Expr.Apply apply && BITS.contains(apply.primitive().signature());
        String what = e instanceof Expr.Apply apply && Coverage.isMethod(apply.primitive())
                ? Coverage.display(apply.primitive())
                : "this conversion";
        Problem loss = Problem.of(Kind.LEAVES_NUMBERS, e.span(), what, e.type());
        return new Cut(Problem.of(Kind.CUT, e.span()), loss, bits);
    }

    private static boolean isOfBits(Expr e) {
        return e instanceof Expr.Apply apply
                && OF_BITS.contains(apply.primitive().signature());
    }

    private boolean cutsHere(Expr e, Expr operand) {
        Type given = e.type() instanceof Type.Array array ? array.innermost() : e.type();
        boolean ofNumber = operand.type().isFloating() && e.type() instanceof Type.Scalar;
        return e instanceof Expr.Apply apply
                && given instanceof Type.Scalar result
                && result.isIntegral()
                && (ofNumber
                        || isObject(operand.type())
                                && !COUNTS.contains(apply.primitive().name()))
                && activity.isVaried(operand);
    }

    /** Whether a function that is handed on makes a whole number of an operand. */
    private boolean isCutInFunction(Expr operand) {
        return operand instanceof Expr.Apply held
                && held.primitive().signature().equals(Primitive.ROUNDED)
                && activity.isVaried(held.operands().get(0));
    }

    /** What an object tells of the numbers that it was made of, such as its hash code or the digits of a text. */
    private static boolean isObject(Type type) {
        return type instanceof Type.Opaque || type instanceof Type.Struct;
    }

    private static boolean isHeldConstant(Expr e) {
        return e instanceof Expr.Apply apply && apply.primitive().name().equals(Primitive.CONSTANT);
    }
}
