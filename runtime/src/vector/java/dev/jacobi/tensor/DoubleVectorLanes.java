package dev.jacobi.tensor;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link DoubleExp} and its like in the instructions of {@code jdk.incubator.vector}: the same operations in the same
 * order, and so the same bits.
 *
 * <p>A function is some {@link Step}s, loops over a piece of the range. Inlined into one another they would be too much
 * for C2, which then stops inlining, and a vector that crosses a call is an object. But it doesn't inline a call that
 * meets three classes: so each function has as many steps, and a loop over them. No vector goes from one iteration of a
 * step to the next, as that makes it an object, too. The last vector of a piece lies over the one before it, so results
 * mustn't overwrite arguments.
 */
final class DoubleVectorLanes implements DoubleLanes {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    /** What is done with a piece, which is at least a vector long. Intermediate results begin at 0. */
    private interface Step {
        void on(double[] x, double[] out, int from, int to, DoubleBlock room);
    }

    private static final Function EXP =
            new Function(DoubleVectorLanes::reduce, DoubleVectorLanes::exp, DoubleVectorLanes::edgesOfExp);
    private static final Function LOG =
            new Function(DoubleVectorLanes::split, DoubleVectorLanes::log, DoubleVectorLanes::edgesOfLog);
    private static final Function TANH =
            new Function(DoubleVectorLanes::reduceTwice, DoubleVectorLanes::expm1, DoubleVectorLanes::tanh);
    private static final Function SIGMOID = new Function(
            DoubleVectorLanes::reduceNegative,
            DoubleVectorLanes::expOfNegative,
            DoubleVectorLanes::edgesOfNegative,
            DoubleVectorLanes::sigmoid);
    private static final Function SOFTPLUS = new Function(
            DoubleVectorLanes::reduceNegative,
            DoubleVectorLanes::expOfNegative,
            DoubleVectorLanes::edgesOfNegative,
            DoubleVectorLanes::softplus);
    private static final Function POW = new Function(
            DoubleVectorLanes::split,
            DoubleVectorLanes::quotients,
            DoubleVectorLanes::tails,
            DoubleVectorLanes::cubes,
            DoubleVectorLanes::logs,
            DoubleVectorLanes::products,
            DoubleVectorLanes::powers,
            DoubleVectorLanes::edgesOfPow);

    @Override
    public int exp(double[] x, double[] out, int from, int to) {
        return EXP.apply(x, out, from, to);
    }

    @Override
    public int log(double[] x, double[] out, int from, int to) {
        return LOG.apply(x, out, from, to);
    }

    @Override
    public int tanh(double[] x, double[] out, int from, int to) {
        return TANH.apply(x, out, from, to);
    }

    @Override
    public int sigmoid(double[] x, double[] out, int from, int to) {
        return SIGMOID.apply(x, out, from, to);
    }

    @Override
    public int softplus(double[] x, double[] out, int from, int to) {
        return SOFTPLUS.apply(x, out, from, to);
    }

    @Override
    public int pow(double[] x, double[] out, int from, int to) {
        return POW.apply(x, out, from, to);
    }

    private static final class Function {
        private final Step[] steps;
        private final Warming warming = new Warming();

        Function(Step... steps) {
            this.steps = steps;
        }

        int apply(double[] x, double[] out, int from, int to) {
            if (x == out || to - from < LANES || !warming.isDue((to - from) / DoubleBlock.LENGTH + 1)) {
                return from;
            }
            DoubleBlock room = DoubleBlock.own();
            return warming.isOver() ? all(x, out, from, to, room) : first(x, out, from, to, room);
        }

        private int all(double[] x, double[] out, int from, int to, DoubleBlock room) {
            for (int start = from; start < to; start += DoubleBlock.LENGTH) {
                int end = Math.min(start + DoubleBlock.LENGTH, to);
                piece(x, out, Math.min(start, end - LANES), end, room);
            }
            return to;
        }

        private int first(double[] x, double[] out, int from, int to, DoubleBlock room) {
            int end = Math.min(from + DoubleBlock.LENGTH, to);
            long start = System.nanoTime();
            piece(x, out, from, end, room);
            warming.took(System.nanoTime() - start, end - from);
            return end;
        }

        private void piece(double[] x, double[] out, int from, int to, DoubleBlock room) {
            for (Step step : steps) {
                step.on(x, out, from, to, room);
            }
        }
    }

    private static DoubleVector number(double number) {
        return DoubleVector.broadcast(SPECIES, number);
    }

    /** To k and r, as {@link DoubleExp}. */
    private static void reduce(double[] x, double[] out, int from, int to, DoubleBlock room) {
        boolean edges = false;
        for (int j = from; j < to; j += LANES) {
            int i = Math.min(j, to - LANES);
            DoubleVector given = DoubleVector.fromArray(SPECIES, x, i);
            edges |= !given.abs()
                    .compare(VectorOperators.LT, number(DoubleExp.SURE))
                    .allTrue();
            reduce(given, room, i - from);
        }
        room.edges = edges;
    }

    private static void reduceNegative(double[] x, double[] out, int from, int to, DoubleBlock room) {
        boolean edges = false;
        for (int j = from; j < to; j += LANES) {
            int i = Math.min(j, to - LANES);
            DoubleVector size = DoubleVector.fromArray(SPECIES, x, i).abs();
            edges |= !size.compare(VectorOperators.LT, number(DoubleExp.SURE)).allTrue();
            reduce(size.neg(), room, i - from);
        }
        room.edges = edges;
    }

    private static void reduce(DoubleVector x, DoubleBlock room, int i) {
        DoubleVector shifted = x.fma(number(DoubleExp.LOG2_E), number(DoubleExp.SHIFT));
        power(shifted).intoArray(room.p, i);
        remainder(x, shifted).intoArray(room.q, i);
    }

    private static void exp(double[] x, double[] out, int from, int to, DoubleBlock room) {
        for (int j = from; j < to; j += LANES) {
            int i = Math.min(j, to - LANES);
            exp(room, i - from).intoArray(out, i);
        }
    }

    private static void expOfNegative(double[] x, double[] out, int from, int to, DoubleBlock room) {
        for (int i = 0; i < to - from; i += LANES) { // beyond the piece there is room
            exp(room, i).intoArray(room.r, i);
        }
    }

    private static DoubleVector exp(DoubleBlock room, int i) {
        DoubleVector power = DoubleVector.fromArray(SPECIES, room.p, i);
        DoubleVector r = DoubleVector.fromArray(SPECIES, room.q, i);
        DoubleVector sum = r.add(number(1));
        DoubleVector rest = r.mul(r).fma(q(r), number(1).sub(sum).add(r));
        return sum.add(rest).mul(power);
    }

    private static void edgesOfExp(double[] x, double[] out, int from, int to, DoubleBlock room) {
        for (int i = from; room.edges && i < to; i++) {
            if (!(Math.abs(x[i]) < DoubleExp.SURE)) {
                out[i] = DoubleExp.of(x[i]);
            }
        }
    }

    private static void edgesOfNegative(double[] x, double[] out, int from, int to, DoubleBlock room) {
        for (int i = from; room.edges && i < to; i++) {
            if (!(Math.abs(x[i]) < DoubleExp.SURE)) {
                room.r[i - from] = DoubleExp.of(-Math.abs(x[i]));
            }
        }
    }

    private static DoubleVector remainder(DoubleVector x, DoubleVector shifted) {
        DoubleVector k = shifted.sub(number(DoubleExp.SHIFT));
        return k.fma(number(-DoubleExp.LN_2_LOW), k.fma(number(-DoubleExp.LN_2_HIGH), x));
    }

    private static DoubleVector power(DoubleVector shifted) {
        return shifted.reinterpretAsLongs()
                .add(DoubleExp.BIAS)
                .lanewise(VectorOperators.LSHL, DoubleExp.MANTISSA)
                .reinterpretAsDoubles();
    }

    private static DoubleVector q(DoubleVector r) {
        DoubleVector q = number(0x1.ac7963b3d3c5fp-26).fma(r, number(0x1.28909a657a4d6p-22));
        q = q.fma(r, number(0x1.71dfab719d8e4p-19));
        q = q.fma(r, number(0x1.a019bb4a80a09p-16));
        q = q.fma(r, number(0x1.a01a00fff72bap-13));
        q = q.fma(r, number(0x1.6c16c1772f8abp-10));
        q = q.fma(r, number(0x1.111111112b634p-7));
        q = q.fma(r, number(0x1.555555555459cp-5));
        q = q.fma(r, number(0x1.5555555555501p-3));
        return q.fma(r, number(0.5));
    }

    /** To k and f, as {@link DoubleLog}. */
    private static void split(double[] x, double[] out, int from, int to, DoubleBlock room) {
        boolean edges = false;
        for (int j = from; j < to; j += LANES) {
            int i = Math.min(j, to - LANES);
            DoubleVector given = DoubleVector.fromArray(SPECIES, x, i);
            VectorMask<Double> normal = given.compare(VectorOperators.GE, number(Double.MIN_NORMAL))
                    .and(given.compare(VectorOperators.LE, number(Double.MAX_VALUE)));
            edges |= !normal.allTrue();
            LongVector bits = given.reinterpretAsLongs();
            LongVector k = bits.sub(DoubleLog.ROOT_HALF_BITS).lanewise(VectorOperators.ASHR, DoubleExp.MANTISSA);
            DoubleVector m = bits.sub(k.lanewise(VectorOperators.LSHL, DoubleExp.MANTISSA))
                    .reinterpretAsDoubles();
            DoubleVector shifted = k.add(DoubleExp.SHIFT_BITS).reinterpretAsDoubles();
            m.sub(number(1)).intoArray(room.p, i - from);
            shifted.sub(number(DoubleExp.SHIFT)).intoArray(room.q, i - from);
        }
        room.edges = edges;
    }

    private static void log(double[] x, double[] out, int from, int to, DoubleBlock room) {
        for (int j = from; j < to; j += LANES) {
            int i = Math.min(j, to - LANES);
            DoubleVector f = DoubleVector.fromArray(SPECIES, room.p, i - from);
            DoubleVector k = DoubleVector.fromArray(SPECIES, room.q, i - from);
            DoubleVector sum = k.fma(number(DoubleExp.LN_2_HIGH), f);
            DoubleVector rest = k.fma(number(DoubleExp.LN_2_HIGH), sum.neg()).add(f);
            DoubleVector half = f.mul(number(0.5)).mul(f);
            DoubleVector s = f.div(f.add(number(2)));
            DoubleVector z = s.mul(s);
            DoubleVector low = k.fma(number(DoubleExp.LN_2_LOW), s.mul(z.fma(c(z), half)));
            sum.add(rest.sub(half.sub(low))).intoArray(out, i);
        }
    }

    private static void edgesOfLog(double[] x, double[] out, int from, int to, DoubleBlock room) {
        for (int i = from; room.edges && i < to; i++) {
            if (!DoubleLog.isOrdinary(x[i])) {
                out[i] = DoubleLog.of(x[i]);
            }
        }
    }

    private static DoubleVector c(DoubleVector z) {
        DoubleVector c = number(0x1.2f03dcb24c512p-3).fma(z, number(0x1.39a1e61c6b861p-3));
        c = c.fma(z, number(0x1.74663d005fea2p-3));
        c = c.fma(z, number(0x1.c71c521418892p-3));
        c = c.fma(z, number(0x1.24924941e173bp-2));
        c = c.fma(z, number(0x1.999999997ff19p-2));
        return c.fma(z, number(0x1.5555555555592p-1));
    }

    /** As {@link DoubleTanh}, for 2x. */
    private static void reduceTwice(double[] x, double[] out, int from, int to, DoubleBlock room) {
        for (int j = from; j < to; j += LANES) {
            int i = Math.min(j, to - LANES);
            DoubleVector clamped = DoubleVector.fromArray(SPECIES, x, i)
                    .max(number(-DoubleTanh.ONE_FROM))
                    .min(number(DoubleTanh.ONE_FROM));
            DoubleVector shifted = clamped.fma(number(2 * DoubleExp.LOG2_E), number(DoubleExp.SHIFT));
            power(shifted).intoArray(room.p, i - from);
            remainder(clamped.mul(number(2)), shifted).intoArray(room.q, i - from);
        }
    }

    /** To exp(2x) − 1 and what rounding lost. */
    private static void expm1(double[] x, double[] out, int from, int to, DoubleBlock room) {
        for (int i = 0; i < to - from; i += LANES) { // beyond the piece there is room
            DoubleVector power = DoubleVector.fromArray(SPECIES, room.p, i);
            DoubleVector r = DoubleVector.fromArray(SPECIES, room.q, i);
            DoubleVector p = r.mul(r).fma(q(r).neg(), r.neg()).neg();
            DoubleVector first = number(1).sub(power).neg();
            DoubleVector e = power.fma(p, first);
            e.intoArray(room.p, i);
            power.fma(p, first.sub(e)).intoArray(room.q, i);
        }
    }

    private static void tanh(double[] x, double[] out, int from, int to, DoubleBlock room) {
        for (int j = from; j < to; j += LANES) {
            int i = Math.min(j, to - LANES);
            DoubleVector e = DoubleVector.fromArray(SPECIES, room.p, i - from);
            DoubleVector lost = DoubleVector.fromArray(SPECIES, room.q, i - from);
            DoubleVector sum = e.add(number(2));
            DoubleVector inverse = number(1).div(sum);
            DoubleVector less = e.mul(inverse).neg();
            DoubleVector lostOfSum = number(2).sub(sum).add(e).add(lost);
            DoubleVector rest = less.fma(lostOfSum, less.fma(sum, e)).add(lost);
            inverse.fma(rest.neg(), less).neg().intoArray(out, i);
        }
    }

    /** As {@link DoubleSigmoid}. */
    private static void sigmoid(double[] x, double[] out, int from, int to, DoubleBlock room) {
        for (int j = from; j < to; j += LANES) {
            int i = Math.min(j, to - LANES);
            DoubleVector exp = DoubleVector.fromArray(SPECIES, room.r, i - from);
            DoubleVector sum = exp.add(number(1));
            DoubleVector lost = number(1).sub(sum).add(exp);
            DoubleVector inverse = number(1).div(sum);
            DoubleVector given = DoubleVector.fromArray(SPECIES, x, i);
            DoubleVector dividend = number(1).blend(exp, given.compare(VectorOperators.LT, number(0)));
            DoubleVector quotient = dividend.mul(inverse);
            DoubleVector less = quotient.neg();
            DoubleVector rest = less.fma(lost, less.fma(sum, dividend));
            inverse.fma(rest, quotient).intoArray(out, i);
        }
    }

    /** As {@link DoubleSoftplus}. */
    private static void softplus(double[] x, double[] out, int from, int to, DoubleBlock room) {
        for (int j = from; j < to; j += LANES) {
            int i = Math.min(j, to - LANES);
            DoubleVector exp = DoubleVector.fromArray(SPECIES, room.r, i - from);
            DoubleVector s = exp.div(exp.add(number(2)));
            DoubleVector z = s.mul(s);
            DoubleVector log = s.neg().fma(z.neg().fma(l(z), exp), exp);
            DoubleVector given = DoubleVector.fromArray(SPECIES, x, i);
            given.max(number(0)).add(log).intoArray(out, i);
        }
    }

    private static DoubleVector l(DoubleVector z) {
        DoubleVector l = number(0x1.5c7f22913c622p-3).fma(z, number(0x1.55a91ba122809p-4));
        l = l.fma(z, number(0x1.efda63a22fe9fp-4));
        l = l.fma(z, number(0x1.10679f06583eap-3));
        l = l.fma(z, number(0x1.3b1dde9f06ea3p-3));
        l = l.fma(z, number(0x1.745cb3d7a1169p-3));
        l = l.fma(z, number(0x1.c71c741d9c255p-3));
        l = l.fma(z, number(0x1.249249208a25ap-2));
        l = l.fma(z, number(0x1.99999999a0784p-2));
        return l.fma(z, number(0x1.5555555555535p-1));
    }

    /** As {@link DoublePow}, whose methods have these steps' names and arrays; all begin at 0. */
    private static void quotients(double[] x, double[] out, int from, int to, DoubleBlock room) {
        for (int i = 0; i < to; i += LANES) {
            DoubleVector f = DoubleVector.fromArray(SPECIES, room.p, i);
            DoubleVector divisor = f.add(number(2));
            DoubleVector inverse = number(1).div(divisor);
            DoubleVector s = f.mul(inverse);
            DoubleVector divisorRest = f.sub(divisor.sub(number(2)));
            DoubleVector negative = s.neg();
            s.intoArray(room.s, i);
            negative.fma(divisorRest, negative.fma(divisor, f)).mul(inverse).intoArray(room.t, i);
        }
    }

    private static void tails(double[] x, double[] out, int from, int to, DoubleBlock room) {
        for (int i = 0; i < to; i += LANES) {
            DoubleVector s = DoubleVector.fromArray(SPECIES, room.s, i);
            DoubleVector z = s.mul(s);
            DoubleVector q = number(0x1.e032e4d8436a1p-4).fma(z, number(0x1.df7c5bc7c7563p-4));
            q = q.fma(z, number(0x1.1118c9ee5b8a4p-3));
            q = q.fma(z, number(0x1.3b1395c881220p-3));
            q = q.fma(z, number(0x1.745d177aad02ap-3));
            q = q.fma(z, number(0x1.c71c71c6ea871p-3));
            q = q.fma(z, number(0x1.2492492492522p-2));
            z.mul(q.fma(z, number(0x1.999999999999ap-2))).intoArray(room.p, i);
        }
    }

    private static void cubes(double[] x, double[] out, int from, int to, DoubleBlock room) {
        for (int i = 0; i < to; i += LANES) {
            DoubleVector s = DoubleVector.fromArray(SPECIES, room.s, i);
            DoubleVector twice = s.mul(number(2));
            DoubleVector sRest = DoubleVector.fromArray(SPECIES, room.t, i);
            DoubleVector tail = DoubleVector.fromArray(SPECIES, room.p, i);
            DoubleVector z = s.mul(s);
            DoubleVector zRest = s.fma(s, z.neg()).add(twice.mul(sRest));
            DoubleVector third = z.mul(s);
            DoubleVector thirdRest = z.fma(s, third.neg()).add(z.fma(sRest, zRest.mul(s)));
            DoubleVector factor = tail.add(number(DoublePow.TWO_THIRDS));
            DoubleVector factorRest =
                    number(DoublePow.TWO_THIRDS).sub(factor).add(tail).add(number(DoublePow.TWO_THIRDS_REST));
            DoubleVector cube = third.mul(factor);
            DoubleVector rest = third.fma(factorRest, thirdRest.fma(factor, sRest.mul(number(2))));
            cube.intoArray(room.r, i);
            third.fma(factor, cube.neg()).add(rest).intoArray(room.t, i);
        }
    }

    private static void logs(double[] x, double[] out, int from, int to, DoubleBlock room) {
        for (int i = 0; i < to; i += LANES) {
            DoubleVector k = DoubleVector.fromArray(SPECIES, room.q, i);
            DoubleVector twice = DoubleVector.fromArray(SPECIES, room.s, i).mul(number(2));
            DoubleVector cube = DoubleVector.fromArray(SPECIES, room.r, i);
            DoubleVector rest = DoubleVector.fromArray(SPECIES, room.t, i);
            DoubleVector power = k.mul(number(DoubleExp.LN_2_HIGH));
            DoubleVector first = power.add(twice);
            DoubleVector firstRest = power.sub(first).add(twice);
            DoubleVector second = first.add(cube);
            DoubleVector secondRest = first.sub(second).add(cube);
            DoubleVector low =
                    k.fma(number(DoubleExp.LN_2_LOW), firstRest.add(secondRest).add(rest));
            DoubleVector log = second.add(low);
            log.intoArray(room.p, i);
            second.sub(log).add(low).intoArray(room.t, i);
        }
    }

    private static void products(double[] x, double[] out, int from, int to, DoubleBlock room) {
        boolean edges = false;
        for (int i = 0; i < to; i += LANES) {
            DoubleVector y = DoubleVector.fromArray(SPECIES, room.y, i);
            DoubleVector log = DoubleVector.fromArray(SPECIES, room.p, i);
            DoubleVector logRest = DoubleVector.fromArray(SPECIES, room.t, i);
            DoubleVector product = y.mul(log);
            edges |= !product.abs()
                    .compare(VectorOperators.LT, number(DoubleExp.SURE))
                    .allTrue();
            DoubleVector productRest = y.fma(logRest, y.fma(log, product.neg()));
            DoubleVector shifted = product.fma(number(DoubleExp.LOG2_E), number(DoubleExp.SHIFT));
            DoubleVector k = shifted.sub(number(DoubleExp.SHIFT));
            DoubleVector high = k.fma(number(-DoubleExp.LN_2_HIGH), product);
            DoubleVector low = k.fma(number(-DoubleExp.LN_2_LOW), productRest);
            DoubleVector remainder = high.add(low);
            product.intoArray(room.p, i);
            power(shifted).intoArray(room.q, i);
            remainder.intoArray(room.s, i);
            high.sub(remainder).add(low).intoArray(room.t, i);
        }
        room.edges |= edges; // beyond the piece may be anything: then the edges are looked for in vain
    }

    private static void powers(double[] x, double[] out, int from, int to, DoubleBlock room) {
        for (int i = 0; i < to; i += LANES) {
            DoubleVector r = DoubleVector.fromArray(SPECIES, room.s, i);
            DoubleVector rest = DoubleVector.fromArray(SPECIES, room.t, i);
            DoubleVector sum = r.add(number(1));
            DoubleVector low = r.mul(r).fma(q(r), number(1).sub(sum).add(r).add(rest));
            sum.add(low).mul(DoubleVector.fromArray(SPECIES, room.q, i)).intoArray(out, i);
        }
    }

    private static void edgesOfPow(double[] x, double[] out, int from, int to, DoubleBlock room) {
        if (room.edges) {
            DoublePow.edges(room, to);
        }
    }
}
