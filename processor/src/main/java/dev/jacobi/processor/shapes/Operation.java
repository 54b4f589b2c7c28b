package dev.jacobi.processor.shapes;

import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An operation on values of which something is known: what the lines of {@link ShapeTable} are given. */
final class Operation {

    private final Expr.Apply expression;
    private final List<Value> values;
    private final List<String> parameters;
    private final boolean namesCount;
    private @Nullable Mismatch mismatch;
    private boolean isByNames;

    /**
     * An operation that others are made of, to check an argument of theirs. It is told the other's name first, and some
     * the argument's.
     *
     * @param operand the place of the argument among the check's own operands; at the other is the tensor before the
     *     dot
     * @param argument what it is called where the check isn't told
     */
    private record Check(int operand, String argument) {}

    private static final String TARGETS = "the argument with the targets";

    private static final Map<String, Check> CHECKS = Map.of(
            "knownTargets", new Check(2, TARGETS),
            "otherClasses", new Check(2, TARGETS),
            "equalShape", new Check(0, TARGETS),
            "classWeights", new Check(0, "the weight"),
            "fitting", new Check(0, "the argument"),
            "fittingVectors", new Check(0, "the argument"),
            "fittingAlong", new Check(0, "the argument"),
            "broadcastWith", new Check(2, "the argument"));

    /**
     * Why an operation can't be done.
     *
     * @param operands those whose shapes don't fit
     * @param rule what they had to be
     * @param hint what to do about it; empty if nothing is known
     */
    record Mismatch(List<Integer> operands, String rule, String hint) {}

    /** @param namesCount whether two names where lengths must be equal are a mistake */
    Operation(Expr.Apply expression, List<Value> values, boolean namesCount) {
        this.expression = expression;
        this.values = values;
        this.namesCount = namesCount;
        String signature = expression.primitive().signature();
        int open = signature.indexOf('(');
        String types = open < 0 ? "" : signature.substring(open + 1, signature.length() - 1);
        this.parameters = types.isEmpty() ? List.of() : List.of(types.split(","));
    }

    Expr.Apply expression() {
        return expression;
    }

    String name() {
        return expression.primitive().name();
    }

    /** What the user calls it. */
    String called() {
        return CHECKS.containsKey(name()) && value(1) instanceof Value.Text operation ? operation.value() : name();
    }

    /** What an operand of a check is in the operation that the user calls; null for others. */
    @Nullable
    String role(int operand) {
        Check check = CHECKS.get(name());
        if (check == null || operand != check.operand()) {
            return check == null ? null : "the tensor before the dot";
        }
        return value(2) instanceof Value.Text told ? told.value() : check.argument();
    }

    /** The declared types of the parameters, the receiver's not among them. */
    List<String> parameters() {
        return parameters;
    }

    /** Where the arguments begin among the operands: behind the receiver. */
    int first() {
        return expression.primitive().form() == Primitive.Form.METHOD ? 1 : 0;
    }

    int count() {
        return values.size();
    }

    boolean hasShape(int operand) {
        return expression.operands().get(operand).type() instanceof Type.Tensor
                || values.get(operand) instanceof Value.Shaped;
    }

    Value value(int operand) {
        return operand < values.size() ? values.get(operand) : Value.unknown();
    }

    Extents shape(int operand) {
        return value(operand) instanceof Value.Shaped shaped ? shaped.extents() : Extents.UNKNOWN;
    }

    /** A whole number that is given. */
    Dim number(int operand) {
        return value(operand) instanceof Value.Whole number ? number.value() : Dim.unknown();
    }

    @Nullable
    Integer integer(int operand) {
        return number(operand) instanceof Dim.Known known ? (Integer) known.value() : null;
    }

    @Nullable
    Boolean flag(int operand) {
        return value(operand) instanceof Value.Truth truth ? (Boolean) truth.value() : null;
    }

    /** An array, or the arguments from here on that stand for one; null where not even their number is known. */
    @Nullable
    List<Value> list(int operand) {
        if (operand < values.size() && expression.operands().get(operand).type() instanceof Type.Array) {
            return values.get(operand) instanceof Value.Array array ? array.elements() : null;
        }
        return values.subList(Math.min(operand, values.size()), values.size());
    }

    /** Whole numbers in such a list. */
    @Nullable
    List<Dim> numbers(int operand) {
        List<Value> list = list(operand);
        if (list == null) {
            return null;
        }
        List<Dim> numbers = new ArrayList<>();
        for (Value value : list) {
            numbers.add(value instanceof Value.Whole number ? number.value() : Dim.unknown());
        }
        return numbers;
    }

    /** Whole numbers in such a list; null where one of them isn't known. */
    @Nullable
    List<Integer> integers(int operand) {
        List<Dim> numbers = numbers(operand);
        List<Integer> integers = new ArrayList<>();
        for (Dim number : numbers == null ? List.of(Dim.unknown()) : numbers) {
            if (!(number instanceof Dim.Known known)) {
                return null;
            }
            integers.add(known.value());
        }
        return integers;
    }

    /** Whether two lengths that must be equal are not, or are two names. */
    boolean differ(Dim a, Dim b) {
        boolean names = namesCount && Dim.areTwoNames(a, b);
        isByNames |= names;
        return names || Dim.differ(a, b);
    }

    /** Whether two names were all that was wrong. */
    boolean isByNames() {
        return isByNames;
    }

    /** {@code 3 and 4 are not}, behind what they must be. */
    static String not(Dim a, Dim b) {
        return Dim.areTwoNames(a, b)
                ? "and nothing says that " + a + " and " + b + " are"
                : "and " + a + " and " + b + " are not";
    }

    /** {@code but 3 is not 4}, behind what had to be as many. */
    static String unequal(Dim a, Dim b) {
        return Dim.areTwoNames(a, b) ? "but nothing says that " + a + " is " + b : "but " + a + " is not " + b;
    }

    /** Says that operands don't fit; what comes of them isn't known. */
    Extents refuse(String rule, Integer... operands) {
        return refuse(List.of(operands), rule, "");
    }

    Extents refuse(List<Integer> operands, String rule, String hint) {
        if (mismatch == null) {
            mismatch = new Mismatch(operands, rule, hint);
        }
        return Extents.UNKNOWN;
    }

    @Nullable
    Mismatch mismatch() {
        return mismatch;
    }

    /** Whether an operand may have this rank; if not, that is refused. */
    boolean isRank(int operand, int rank) {
        if (shape(operand).isNotOf(rank)) {
            refuse("it must have " + dimensions(rank), operand);
            return false;
        }
        return true;
    }

    /** Whether an operand may have at least this rank; if not, that is refused. */
    boolean hasRank(int operand, int rank) {
        if (shape(operand).hasLessThan(rank)) {
            refuse("it must have at least " + dimensions(rank), operand);
            return false;
        }
        return true;
    }

    static String dimensions(int rank) {
        return rank + (rank == 1 ? " dimension" : " dimensions");
    }

    /**
     * The place, counted from the end, of a dimension along which an operation goes; 0 where it isn't known, or there
     * is none, which is refused. A shape without dimensions has 0 and -1 all the same, at the place 1.
     */
    int place(int operand, Extents of, @Nullable Integer dim) {
        if (!of.isClosed(0) || dim == null) {
            return ownPlace(operand, of, dim);
        }
        if (dim != 0 && dim != -1) {
            refuse("there is no dimension " + dim + ", but 0, or -1, of length 1", operand);
            return 0;
        }
        return 1;
    }

    /** The same for operations that a shape without dimensions doesn't take. */
    int ownPlace(int operand, Extents of, @Nullable Integer dim) {
        return place(operand, of.open() ? -1 : of.count(), of.count(), dim);
    }

    /** The same among a number of dimensions, negative if that isn't known. */
    int place(int operand, int rank, int known, @Nullable Integer dim) {
        if (dim == null) {
            return 0;
        }
        if (rank < 0) {
            return dim < 0 && -dim <= known ? -dim : 0;
        }
        if (dim >= rank || dim < -rank) {
            String there = rank == 0 ? "it has none" : "they are 0 to " + (rank - 1) + ", or -1 to -" + rank;
            refuse("there is no dimension " + dim + ": " + there, operand);
            return 0;
        }
        return dim < 0 ? -dim : rank - dim;
    }
}
