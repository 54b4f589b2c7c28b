package dev.jacobi.tensor;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link FloatExp} and its like in the instructions of {@code jdk.incubator.vector}: the same operations in the same
 * order, and so the same bits.
 *
 * <p>A function is some {@link Step}s, loops over a piece of the range. Inlined into one another they would be too much
 * for C2, which then stops inlining, and a vector that crosses a call is an object. But it doesn't inline a call that
 * meets three classes: so each function has as many steps, and a loop over them. No vector goes from one iteration of a
 * step to the next, as that makes it an object, too. The last vector of a piece lies over the one before it, so results
 * mustn't overwrite arguments.
 */
final class FloatVectorLanes implements FloatLanes {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    /** What is done with a piece, which is at least a vector long. Intermediate results begin at 0. */
    private interface Step {
        void on(float[] x, float[] out, int from, int to, FloatBlock room);
    }

    private static final Function EXP =
            new Function(FloatVectorLanes::reduce, FloatVectorLanes::exp, FloatVectorLanes::edgesOfExp);
    private static final Function LOG =
            new Function(FloatVectorLanes::split, FloatVectorLanes::log, FloatVectorLanes::edgesOfLog);
    private static final Function TANH =
            new Function(FloatVectorLanes::reduceTwice, FloatVectorLanes::expm1, FloatVectorLanes::tanh);
    private static final Function SIGMOID = new Function(
            FloatVectorLanes::reduceNegative,
            FloatVectorLanes::expOfNegative,
            FloatVectorLanes::edgesOfNegative,
            FloatVectorLanes::sigmoid);
    private static final Function SOFTPLUS = new Function(
            FloatVectorLanes::reduceNegative,
            FloatVectorLanes::expOfNegative,
            FloatVectorLanes::edgesOfNegative,
            FloatVectorLanes::softplus);

    private static final FloatVectorTotals TOTALS = new FloatVectorTotals();

    private static final FloatVectorColumn COLUMN = new FloatVectorColumn();

    @Override
    public boolean mv(int m, int k, float[] a, int aFrom, float[] column, float[] c, int cFrom) {
        return COLUMN.mv(m, k, a, aFrom, column, c, cFrom);
    }

    @Override
    public boolean sums(float[] x, int rows, int length, double[] sums, int at) {
        return TOTALS.sums(x, rows, length, sums, at);
    }

    @Override
    public boolean maxima(float[] x, int rows, int length, float[] largest) {
        return TOTALS.maxima(x, rows, length, largest);
    }

    @Override
    public int exp(float[] x, float[] out, int from, int to) {
        return EXP.apply(x, out, from, to);
    }

    @Override
    public int log(float[] x, float[] out, int from, int to) {
        return LOG.apply(x, out, from, to);
    }

    @Override
    public int tanh(float[] x, float[] out, int from, int to) {
        return TANH.apply(x, out, from, to);
    }

    @Override
    public int sigmoid(float[] x, float[] out, int from, int to) {
        return SIGMOID.apply(x, out, from, to);
    }

    @Override
    public int softplus(float[] x, float[] out, int from, int to) {
        return SOFTPLUS.apply(x, out, from, to);
    }

    private static final class Function {
        private final Step[] steps;
        private final Warming warming = new Warming();

        Function(Step... steps) {
            this.steps = steps;
        }

        int apply(float[] x, float[] out, int from, int to) {
            if (x == out || to - from < LANES || !warming.isDue((to - from) / FloatBlock.LENGTH + 1)) {
                return from;
            }
            FloatBlock room = FloatBlock.own();
            return warming.isOver() ? all(x, out, from, to, room) : first(x, out, from, to, room);
        }

        private int all(float[] x, float[] out, int from, int to, FloatBlock room) {
            for (int start = from; start < to; start += FloatBlock.LENGTH) {
                int end = Math.min(start + FloatBlock.LENGTH, to);
                piece(x, out, Math.min(start, end - LANES), end, room);
            }
            return to;
        }

        private int first(float[] x, float[] out, int from, int to, FloatBlock room) {
            int end = Math.min(from + FloatBlock.LENGTH, to);
            long start = System.nanoTime();
            piece(x, out, from, end, room);
            warming.took(System.nanoTime() - start, end - from);
            return end;
        }

        private void piece(float[] x, float[] out, int from, int to, FloatBlock room) {
            for (Step step : steps) {
                step.on(x, out, from, to, room);
            }
        }
    }

    private static FloatVector number(float number) {
        return FloatVector.broadcast(SPECIES, number);
    }

    /** To k and r, as {@link FloatExp}. */
    private static void reduce(float[] x, float[] out, int from, int to, FloatBlock room) {
        boolean edges = false;
        for (int j = from; j < to; j += LANES) {
            int i = Math.min(j, to - LANES);
            FloatVector given = FloatVector.fromArray(SPECIES, x, i);
            edges |= !given.abs()
                    .compare(VectorOperators.LT, number(FloatExp.SURE))
                    .allTrue();
            reduce(given, room, i - from);
        }
        room.edges = edges;
    }

    private static void reduceNegative(float[] x, float[] out, int from, int to, FloatBlock room) {
        boolean edges = false;
        for (int j = from; j < to; j += LANES) {
            int i = Math.min(j, to - LANES);
            FloatVector size = FloatVector.fromArray(SPECIES, x, i).abs();
            edges |= !size.compare(VectorOperators.LT, number(FloatExp.SURE)).allTrue();
            reduce(size.neg(), room, i - from);
        }
        room.edges = edges;
    }

    private static void reduce(FloatVector x, FloatBlock room, int i) {
        FloatVector shifted = x.fma(number(FloatExp.LOG2_E), number(FloatExp.SHIFT));
        power(shifted).intoArray(room.p, i);
        remainder(x, shifted).intoArray(room.q, i);
    }

    private static void exp(float[] x, float[] out, int from, int to, FloatBlock room) {
        for (int j = from; j < to; j += LANES) {
            int i = Math.min(j, to - LANES);
            exp(room, i - from).intoArray(out, i);
        }
    }

    private static void expOfNegative(float[] x, float[] out, int from, int to, FloatBlock room) {
        for (int i = 0; i < to - from; i += LANES) { // beyond the piece there is room
            exp(room, i).intoArray(room.r, i);
        }
    }

    private static FloatVector exp(FloatBlock room, int i) {
        FloatVector power = FloatVector.fromArray(SPECIES, room.p, i);
        FloatVector r = FloatVector.fromArray(SPECIES, room.q, i);
        FloatVector sum = r.add(number(1));
        FloatVector rest = r.mul(r).fma(q(r), number(1).sub(sum).add(r));
        return sum.add(rest).mul(power);
    }

    private static void edgesOfExp(float[] x, float[] out, int from, int to, FloatBlock room) {
        for (int i = from; room.edges && i < to; i++) {
            if (!(Math.abs(x[i]) < FloatExp.SURE)) {
                out[i] = FloatExp.of(x[i]);
            }
        }
    }

    private static void edgesOfNegative(float[] x, float[] out, int from, int to, FloatBlock room) {
        for (int i = from; room.edges && i < to; i++) {
            if (!(Math.abs(x[i]) < FloatExp.SURE)) {
                room.r[i - from] = FloatExp.of(-Math.abs(x[i]));
            }
        }
    }

    private static FloatVector remainder(FloatVector x, FloatVector shifted) {
        FloatVector k = shifted.sub(number(FloatExp.SHIFT));
        return k.fma(number(-FloatExp.LN_2_LOW), k.fma(number(-FloatExp.LN_2_HIGH), x));
    }

    private static FloatVector power(FloatVector shifted) {
        return shifted.reinterpretAsInts()
                .add(FloatExp.BIAS)
                .lanewise(VectorOperators.LSHL, FloatExp.MANTISSA)
                .reinterpretAsFloats();
    }

    private static FloatVector q(FloatVector r) {
        FloatVector q = number(0x1.9894aap-13f).fma(r, number(0x1.6c8da0p-10f));
        q = q.fma(r, number(0x1.111562p-7f));
        q = q.fma(r, number(0x1.55558ep-5f));
        q = q.fma(r, number(0x1.555554p-3f));
        return q.fma(r, number(0.5f));
    }

    /** To k and f, as {@link FloatLog}. */
    private static void split(float[] x, float[] out, int from, int to, FloatBlock room) {
        boolean edges = false;
        for (int j = from; j < to; j += LANES) {
            int i = Math.min(j, to - LANES);
            FloatVector given = FloatVector.fromArray(SPECIES, x, i);
            VectorMask<Float> normal = given.compare(VectorOperators.GE, number(Float.MIN_NORMAL))
                    .and(given.compare(VectorOperators.LE, number(Float.MAX_VALUE)));
            edges |= !normal.allTrue();
            IntVector bits = given.reinterpretAsInts();
            IntVector k = bits.sub(FloatLog.ROOT_HALF_BITS).lanewise(VectorOperators.ASHR, FloatExp.MANTISSA);
            FloatVector m = bits.sub(k.lanewise(VectorOperators.LSHL, FloatExp.MANTISSA))
                    .reinterpretAsFloats();
            FloatVector shifted = k.add(FloatExp.SHIFT_BITS).reinterpretAsFloats();
            m.sub(number(1)).intoArray(room.p, i - from);
            shifted.sub(number(FloatExp.SHIFT)).intoArray(room.q, i - from);
        }
        room.edges = edges;
    }

    private static void log(float[] x, float[] out, int from, int to, FloatBlock room) {
        for (int j = from; j < to; j += LANES) {
            int i = Math.min(j, to - LANES);
            FloatVector f = FloatVector.fromArray(SPECIES, room.p, i - from);
            FloatVector k = FloatVector.fromArray(SPECIES, room.q, i - from);
            FloatVector sum = k.fma(number(FloatExp.LN_2_HIGH), f);
            FloatVector rest = k.fma(number(FloatExp.LN_2_HIGH), sum.neg()).add(f);
            FloatVector low = k.fma(number(FloatExp.LN_2_LOW), f.mul(f).mul(f).mul(c(f)));
            FloatVector half = f.mul(number(0.5f)).mul(f);
            sum.add(rest.sub(half.sub(low))).intoArray(out, i);
        }
    }

    private static void edgesOfLog(float[] x, float[] out, int from, int to, FloatBlock room) {
        for (int i = from; room.edges && i < to; i++) {
            if (!(x[i] >= Float.MIN_NORMAL && x[i] <= Float.MAX_VALUE)) {
                out[i] = FloatLog.of(x[i]);
            }
        }
    }

    private static FloatVector c(FloatVector f) {
        FloatVector c = number(0x1.1c55f6p-4f).fma(f, number(-0x1.e3c1f2p-4f));
        c = c.fma(f, number(0x1.e6642ep-4f));
        c = c.fma(f, number(-0x1.fb3160p-4f));
        c = c.fma(f, number(0x1.233144p-3f));
        c = c.fma(f, number(-0x1.55630cp-3f));
        c = c.fma(f, number(0x1.99a54cp-3f));
        c = c.fma(f, number(-0x1.ffffeep-3f));
        return c.fma(f, number(0x1.555546p-2f));
    }

    /** As {@link FloatTanh}, for 2x. */
    private static void reduceTwice(float[] x, float[] out, int from, int to, FloatBlock room) {
        for (int j = from; j < to; j += LANES) {
            int i = Math.min(j, to - LANES);
            FloatVector clamped = FloatVector.fromArray(SPECIES, x, i)
                    .max(number(-FloatTanh.ONE_FROM))
                    .min(number(FloatTanh.ONE_FROM));
            FloatVector shifted = clamped.fma(number(2 * FloatExp.LOG2_E), number(FloatExp.SHIFT));
            power(shifted).intoArray(room.p, i - from);
            remainder(clamped.mul(number(2)), shifted).intoArray(room.q, i - from);
        }
    }

    /** To exp(2x) − 1 and what rounding lost. */
    private static void expm1(float[] x, float[] out, int from, int to, FloatBlock room) {
        for (int i = 0; i < to - from; i += LANES) { // beyond the piece there is room
            FloatVector power = FloatVector.fromArray(SPECIES, room.p, i);
            FloatVector r = FloatVector.fromArray(SPECIES, room.q, i);
            FloatVector p = r.mul(r).fma(q(r).neg(), r.neg()).neg();
            FloatVector first = number(1).sub(power).neg();
            FloatVector e = power.fma(p, first);
            e.intoArray(room.p, i);
            power.fma(p, first.sub(e)).intoArray(room.q, i);
        }
    }

    private static void tanh(float[] x, float[] out, int from, int to, FloatBlock room) {
        for (int j = from; j < to; j += LANES) {
            int i = Math.min(j, to - LANES);
            FloatVector e = FloatVector.fromArray(SPECIES, room.p, i - from);
            FloatVector lost = FloatVector.fromArray(SPECIES, room.q, i - from);
            FloatVector sum = e.add(number(2));
            FloatVector inverse = number(1).div(sum);
            FloatVector less = e.mul(inverse).neg();
            FloatVector lostOfSum = number(2).sub(sum).add(e).add(lost);
            FloatVector rest = less.fma(lostOfSum, less.fma(sum, e)).add(lost);
            inverse.fma(rest.neg(), less).neg().intoArray(out, i);
        }
    }

    /** As {@link FloatSigmoid}. */
    private static void sigmoid(float[] x, float[] out, int from, int to, FloatBlock room) {
        for (int j = from; j < to; j += LANES) {
            int i = Math.min(j, to - LANES);
            FloatVector exp = FloatVector.fromArray(SPECIES, room.r, i - from);
            FloatVector sum = exp.add(number(1));
            FloatVector lost = number(1).sub(sum).add(exp);
            FloatVector inverse = number(1).div(sum);
            FloatVector given = FloatVector.fromArray(SPECIES, x, i);
            FloatVector dividend = number(1).blend(exp, given.compare(VectorOperators.LT, number(0)));
            FloatVector quotient = dividend.mul(inverse);
            FloatVector less = quotient.neg();
            FloatVector rest = less.fma(lost, less.fma(sum, dividend));
            inverse.fma(rest, quotient).intoArray(out, i);
        }
    }

    /** As {@link FloatSoftplus}. */
    private static void softplus(float[] x, float[] out, int from, int to, FloatBlock room) {
        for (int j = from; j < to; j += LANES) {
            int i = Math.min(j, to - LANES);
            FloatVector exp = FloatVector.fromArray(SPECIES, room.r, i - from);
            FloatVector s = exp.div(exp.add(number(2)));
            FloatVector z = s.mul(s);
            FloatVector log = s.neg().fma(z.neg().fma(l(z), exp), exp);
            FloatVector given = FloatVector.fromArray(SPECIES, x, i);
            given.max(number(0)).add(log).intoArray(out, i);
        }
    }

    private static FloatVector l(FloatVector z) {
        FloatVector l = number(0x1.f08bc6p-3f).fma(z, number(0x1.b72b92p-3f));
        l = l.fma(z, number(0x1.250510p-2f));
        l = l.fma(z, number(0x1.9996d8p-2f));
        return l.fma(z, number(0x1.555558p-1f));
    }
}
