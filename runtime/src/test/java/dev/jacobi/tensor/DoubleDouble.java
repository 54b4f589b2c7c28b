package dev.jacobi.tensor;

/** A number as the sum of two doubles, some 104 bits long: what functions on double are measured by. */
record DoubleDouble(double high, double low) {
    static final DoubleDouble ONE = of(1);
    /** ln 2 to 107 bits: its double, and the double nearest to the rest. */
    static final DoubleDouble LN_2 = new DoubleDouble(0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56);

    static DoubleDouble of(double x) {
        return new DoubleDouble(x, 0);
    }

    private static DoubleDouble sum(double a, double b) {
        double s = a + b;
        double t = s - a;
        return new DoubleDouble(s, (a - (s - t)) + (b - t));
    }

    DoubleDouble plus(DoubleDouble y) {
        DoubleDouble highs = sum(high, y.high);
        DoubleDouble lows = sum(low, y.low);
        DoubleDouble first = sum(highs.high, highs.low + lows.high);
        return sum(first.high, first.low + lows.low);
    }

    DoubleDouble minus(DoubleDouble y) {
        return plus(new DoubleDouble(-y.high, -y.low));
    }

    DoubleDouble times(DoubleDouble y) {
        double product = high * y.high;
        return sum(product, Math.fma(high, y.high, -product) + (high * y.low + low * y.high));
    }

    DoubleDouble over(DoubleDouble y) {
        double quotient = high / y.high;
        DoubleDouble rest = minus(y.times(of(quotient)));
        double second = rest.high / y.high;
        double third = rest.minus(y.times(of(second))).high / y.high;
        return sum(quotient, second).plus(of(third));
    }

    private DoubleDouble scaled(int exponent) {
        return new DoubleDouble(Math.scalb(high, exponent), Math.scalb(low, exponent));
    }

    /** eˣ, where it and its last bits are normal: x = k·ln 2 + r, and e^(r/2⁸) by its series. */
    DoubleDouble exp() {
        int k = (int) Math.rint(high / LN_2.high);
        DoubleDouble exp = minus(LN_2.times(of(k))).scaled(-8).expm1Series().plus(ONE);
        for (int i = 0; i < 8; i++) {
            exp = exp.times(exp);
        }
        return exp.scaled(k);
    }

    /** eˣ − 1 */
    DoubleDouble expm1() {
        return Math.abs(high) < 0.5 ? expm1Series() : exp().minus(ONE);
    }

    private DoubleDouble expm1Series() {
        DoubleDouble term = this;
        DoubleDouble sum = this;
        for (int n = 2; Math.abs(term.high) > Math.abs(sum.high) * 0x1p-110; n++) {
            term = term.times(this).over(of(n));
            sum = sum.plus(term);
        }
        return sum;
    }

    /** ln(1 + x) by a step of Newton's method from the double. */
    DoubleDouble log1p() {
        DoubleDouble guess = of(StrictMath.log1p(high));
        DoubleDouble expm1 = guess.expm1();
        return guess.plus(minus(expm1).over(expm1.plus(ONE)));
    }

    /** ln x by a step of Newton's method from the double; near 1 to as many bits of itself. */
    DoubleDouble log() {
        if (Math.abs(high - 1) < 0.25) {
            return minus(ONE).log1p();
        }
        DoubleDouble guess = of(StrictMath.log(high));
        if (guess.high == 0) {
            return guess;
        }
        DoubleDouble ratio = times(of(-guess.high).exp());
        return guess.plus(ratio.minus(ONE).log1p());
    }
}
