package dev.jacobi.processor.ir;

import dev.jacobi.processor.diag.Span;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a {@link Expr.Call} calls: a method of the source, or a derivative of a function. Derivatives of derivatives are
 * named by the same few, so orders compose. (Equality is written out because a record's own is slow to link in a cold
 * start.)
 *
 * <p>{@link Primal}, {@link Tangent}, {@link Jvp} and {@link Weighted} are functions with a body in the intermediate
 * language, which are differentiated alike. Of a {@link Gradient} the derivatives are known without its body:
 *
 * <pre>
 *   d/dt ∇f(x + t·v) = ∇ₓ (∂f(x)·v)      the tangent of a gradient is the gradient of a tangent
 *   ∇ₓ ⟨s, ∇f(x)⟩    = ∇ₓ (∂f(x)·s)      and so is its adjoint, since second derivatives are symmetric
 * </pre>
 *
 * so every order is one reversal of a function that has been differentiated forward as often as it takes.
 */
public sealed interface FunctionName {

    /** The method of the source that this is a derivative of, however often. */
    Primal primal();

    /** What a number is called in one of several lanes: {@code xDotA}, {@code xDotB}, … */
    static String inLane(String name, int lane) {
        return name + (char) ('A' + lane);
    }

    /**
     * A method of the source.
     *
     * @param owner the class's qualified name
     * @param method the simple name
     * @param parameterTypes the erased parameter types
     * @param handed which functions it is handed, if it was read for these alone; else empty
     */
    record Primal(String owner, String method, List<String> parameterTypes, String handed) implements FunctionName {
        public Primal {
            parameterTypes = List.copyOf(parameterTypes);
        }

        public Primal(String owner, String method, List<String> parameterTypes) {
            this(owner, method, parameterTypes, "");
        }

        /** The method, read for the functions that it is handed. */
        public Primal handed(String functions) {
            return new Primal(owner, method, parameterTypes, functions);
        }

        /** A piece of the method that is a function of its own. */
        public static Primal piece(String owner, String method, List<String> parameterTypes, int number) {
            return new Primal(owner, method, parameterTypes, PIECE + number);
        }

        /** Whether this is only a piece of a method. */
        public boolean isPiece() {
            return handed.startsWith(PIECE);
        }

        private static final String PIECE = "piece ";

        @Override
        public Primal primal() {
            return this;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Primal that
                    && owner.equals(that.owner)
                    && method.equals(that.method)
                    && parameterTypes.equals(that.parameterTypes)
                    && handed.equals(that.handed);
        }

        @Override
        public int hashCode() {
            return 31 * owner.hashCode() + method.hashCode();
        }

        /** {@code Model.drag(double, double)}, for messages. */
        public String display() {
            return owner.substring(owner.lastIndexOf('.') + 1) + "." + method + "(" + String.join(", ", parameterTypes)
                    + ")";
        }
    }

    /** What is made of a function. */
    sealed interface Derived extends FunctionName {
        /** The function. */
        FunctionName of();

        @Override
        default Primal primal() {
            return of().primal();
        }
    }

    /**
     * A method of the source or of a library whose derivative was written by hand: it is called, not looked into. What
     * its derivatives are its {@link HandRule}s say where it is called, so it has none of the others.
     */
    record Ruled(Primal of) implements Derived {
        @Override
        public boolean equals(Object other) {
            return other instanceof Ruled that && of.equals(that.of);
        }

        @Override
        public int hashCode() {
            return 31 * of.hashCode() + 9;
        }
    }

    /** Value and tangent: takes the arguments, then one direction per active parameter. */
    record Tangent(FunctionName of, SortedSet<Integer> active, Sharing sharing) implements Derived {
        public Tangent(FunctionName of, SortedSet<Integer> active) {
            this(of, active, Sharing.NONE);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Tangent that
                    && of.equals(that.of)
                    && active.equals(that.active)
                    && sharing.equals(that.sharing);
        }

        @Override
        public int hashCode() {
            return 31 * of.hashCode() + 1;
        }
    }

    /** The tangent alone: takes what {@link Tangent} takes, gives the derivative along the directions. */
    record Jvp(FunctionName of, SortedSet<Integer> active, Sharing sharing) implements Derived {
        /** Value and tangent, of which this is the second part. */
        public Tangent both() {
            return new Tangent(of, active, sharing);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Jvp that
                    && of.equals(that.of)
                    && active.equals(that.active)
                    && sharing.equals(that.sharing);
        }

        @Override
        public int hashCode() {
            return 31 * of.hashCode() + 6;
        }
    }

    /**
     * The sum of a function's results, each weighted by its seed: takes the arguments, then a seed for each result that
     * carries a derivative. Its gradient is the function's vector-Jacobian product.
     */
    record Weighted(FunctionName of) implements Derived {
        @Override
        public boolean equals(Object other) {
            return other instanceof Weighted that && of.equals(that.of);
        }

        @Override
        public int hashCode() {
            return 31 * of.hashCode() + 7;
        }
    }

    /** The derivative of a function that gives a single number, by the active parameters: one part for each. */
    record Gradient(FunctionName of, SortedSet<Integer> active) implements Derived {
        @Override
        public boolean equals(Object other) {
            return other instanceof Gradient that && of.equals(that.of) && active.equals(that.active);
        }

        @Override
        public int hashCode() {
            return 31 * of.hashCode() + 8;
        }
    }

    /**
     * The same along several directions at once: takes an array of as many in the place of each direction, gives an
     * array of results.
     */
    record Lanes(FunctionName of) implements Derived {

        /** How many directions share a sweep. */
        public static final int COUNT = 4;

        @Override
        public boolean equals(Object other) {
            return other instanceof Lanes that && of.equals(that.of);
        }

        @Override
        public int hashCode() {
            return 31 * of.hashCode() + 11;
        }
    }

    /**
     * Value, and tangents along several directions at once: takes the arguments, then for each active parameter as many
     * directions as {@link Lanes} has; gives the value's parts once, and each part of the tangent as often.
     */
    record Tangents(Tangent of) implements Derived {
        @Override
        public boolean equals(Object other) {
            return other instanceof Tangents that && of.equals(that.of);
        }

        @Override
        public int hashCode() {
            return 31 * of.hashCode() + 23;
        }
    }

    /**
     * Several calls of a function that gives a number, in one: takes the arguments of the first, then for each of the
     * others those that differ from call to call; gives the results side by side.
     *
     * @param varying the parameters of which each call has its own argument
     */
    record Batch(Primal of, SortedSet<Integer> varying) implements Derived {

        /** How many calls are one. */
        public static final int COUNT = 4;

        @Override
        public boolean equals(Object other) {
            return other instanceof Batch that && of.equals(that.of) && varying.equals(that.varying);
        }

        @Override
        public int hashCode() {
            return 31 * of.hashCode() + 22;
        }
    }

    /**
     * Value and what it depends on: takes the arguments, then a set of indices per active parameter (of arrays one per
     * element), and gives the sets of the result.
     *
     * @param curved whether pairs are gathered that meet in what isn't linear; they are the last parameter
     */
    record Sparsity(FunctionName of, SortedSet<Integer> active, Sharing sharing, boolean curved) implements Derived {
        @Override
        public boolean equals(Object other) {
            return other instanceof Sparsity that
                    && of.equals(that.of)
                    && active.equals(that.active)
                    && sharing.equals(that.sharing)
                    && curved == that.curved;
        }

        @Override
        public int hashCode() {
            return 31 * of.hashCode() + (curved ? 9 : 10);
        }
    }

    /** The same read off the index expressions: takes the arguments and a pattern, to which it adds the entries. */
    record Pattern(Sparsity of) implements Derived {
        @Override
        public boolean equals(Object other) {
            return other instanceof Pattern that && of.equals(that.of);
        }

        @Override
        public int hashCode() {
            return 31 * of.hashCode() + 12;
        }
    }

    /**
     * The forward half of reverse mode: takes the arguments, then a shadow per active array parameter, and gives the
     * pullback.
     *
     * @param meanwhile what the caller does before the backward half has run
     */
    record Forward(FunctionName of, SortedSet<Integer> active, Sharing sharing, Meanwhile meanwhile)
            implements Derived {
        public Forward(FunctionName of, SortedSet<Integer> active) {
            this(of, active, Sharing.NONE, Meanwhile.AT_ONCE);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Forward that
                    && of.equals(that.of)
                    && active.equals(that.active)
                    && sharing.equals(that.sharing)
                    && meanwhile.equals(that.meanwhile);
        }

        @Override
        public int hashCode() {
            return 31 * of.hashCode() + 2;
        }
    }

    /**
     * The backward half of reverse mode: takes the pullback and the seed, gives the adjoints of the active parameters
     * that are no arrays. What an array result brings is in its shadow.
     */
    record Backward(FunctionName of, SortedSet<Integer> active) implements Derived {
        @Override
        public boolean equals(Object other) {
            return other instanceof Backward that && of.equals(that.of) && active.equals(that.active);
        }

        @Override
        public int hashCode() {
            return 31 * of.hashCode() + 3;
        }
    }

    /**
     * The forward half as the members call it that work in place: takes the scratch besides, and gives a pullback that
     * later calls use again.
     *
     * @param stays whether a result that is an array stays inside the caller, and so may be used again
     */
    record InPlace(Forward of, boolean stays) implements Derived {
        @Override
        public boolean equals(Object other) {
            return other instanceof InPlace that && of.equals(that.of) && stays == that.stays;
        }

        @Override
        public int hashCode() {
            return 31 * of.hashCode() + (stays ? 4 : 5);
        }
    }

    /**
     * Both sweeps of reverse mode in one method: takes the arguments, a shadow per active parameter, all of which are
     * arrays, and the seeds; gives the result, or a part of it.
     *
     * @param part the component of the result that the caller reads; {@code value} where there is only one
     * @param inPlace whether it takes the scratch besides, as its last argument
     */
    record Joined(Forward of, String part, boolean inPlace) implements Derived {
        @Override
        public boolean equals(Object other) {
            return other instanceof Joined that
                    && of.equals(that.of)
                    && part.equals(that.part)
                    && inPlace == that.inPlace;
        }

        @Override
        public int hashCode() {
            return 31 * of.hashCode() + (inPlace ? 20 : 21);
        }
    }

    /**
     * What a loop gives that has arrived at a fixed point x = φ(x, θ): takes the first values of its variables x, then
     * what φ takes, with the values that the loop has left in the place of x, and gives these. Its derivative is that
     * of the fixed point, whatever led there.
     *
     * @param of one iteration, φ
     * @param states which of φ's parameters are x, in the order of its results
     */
    record FixedPoint(FunctionName of, List<Integer> states, Attraction attraction) implements Derived {
        public FixedPoint {
            states = List.copyOf(states);
        }

        /** Where a parameter of φ is among those of this. */
        public int place(int parameter) {
            return states.size() + parameter;
        }

        /** Which of φ's parameters one of this is; that of a first value for those. */
        public int parameter(int place) {
            return place < states.size() ? states.get(place) : place - states.size();
        }

        /** The same for the derivative of x, which is a fixed point itself. */
        public FixedPoint derivative(FunctionName along, List<Integer> dots) {
            return new FixedPoint(along, dots, attraction);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof FixedPoint that && of.equals(that.of) && states.equals(that.states);
        }

        @Override
        public int hashCode() {
            return 31 * of.hashCode() + 11;
        }
    }

    /** What a user says of a loop that arrives at a fixed point, and where it stands. */
    record Attraction(Span loop, double tolerance, int iterations, double residual) {
        /** {@code Orbit.java:12}, for messages. */
        public String where() {
            return loop.fileAndLine();
        }
    }

    /**
     * Iterates until it has arrived: takes what φ takes, with the first values in the place of its variables. No
     * derivative goes through it, since what it gives is that of a {@link FixedPoint} only.
     */
    record Converged(FixedPoint of) implements Derived {
        @Override
        public boolean equals(Object other) {
            return other instanceof Converged that && of.equals(that.of);
        }

        @Override
        public int hashCode() {
            return 31 * of.hashCode() + 12;
        }
    }

    /**
     * The adjoint of a fixed point: takes what φ takes, then a seed for each of its variables, and gives the adjoints
     * of their first values, and those of φ's active parameters that are none of them.
     */
    record Transposed(FixedPoint of, SortedSet<Integer> active) implements Derived {
        @Override
        public boolean equals(Object other) {
            return other instanceof Transposed that && of.equals(that.of) && active.equals(that.active);
        }

        @Override
        public int hashCode() {
            return 31 * of.hashCode() + 13;
        }
    }

    /** No parameters. */
    SortedSet<Integer> NONE = Collections.unmodifiableSortedSet(new TreeSet<>());

    static SortedSet<Integer> active(Iterable<Integer> indices) {
        TreeSet<Integer> set = new TreeSet<>();
        indices.forEach(set::add);
        return set;
    }
}
