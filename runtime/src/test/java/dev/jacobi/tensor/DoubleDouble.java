package dev.jacobi.tensor;

/** A number as the sum of two doubles, some 104 bits long: what functions on double are measured by. */
record DoubleDouble(double high, double low) {
    static final DoubleDouble ONE = of(1);
    /** ln 2 to 107 bits: its double, and the double nearest to the rest. */
    static final DoubleDouble LN_2 = new DoubleDouble(0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56);

    static final DoubleDouble PI = new DoubleDouble(0x1.921fb54442d18p+1, 0x1.1a62633145c07p-53);
    static final DoubleDouble ROOT_PI = new DoubleDouble(0x1.c5bf891b4ef6bp+0, -0x1.618f13eb7ca89p-54);
    static final DoubleDouble ROOT_HALF = new DoubleDouble(0x1.6a09e667f3bcdp-1, -0x1.bdd3413b26456p-55);

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

    /** sin x, for |x| up to some thousands: x − k·π, and a series. */
    DoubleDouble sin() {
        double k = Math.rint(high / PI.high);
        DoubleDouble r = minus(PI.times(of(k)));
        DoubleDouble square = r.times(r);
        DoubleDouble term = r;
        DoubleDouble sum = r;
        for (int n = 2; Math.abs(term.high) > Math.abs(sum.high) * 0x1p-110; n += 2) {
            term = term.times(square).over(of(-n * (n + 1)));
            sum = sum.plus(term);
        }
        return k % 2 == 0 ? sum : of(0).minus(sum);
    }

    DoubleDouble cos() {
        return plus(PI.scaled(-1)).sin();
    }

    /** erf x = 2/√π·e^−x²·Σ 2ⁿ·x^(2n+1)/(1·3·…·(2n+1)), for |x| up to 5. */
    DoubleDouble erf() {
        DoubleDouble square = times(this);
        DoubleDouble term = this;
        DoubleDouble sum = this;
        for (int n = 3; Math.abs(term.high) > Math.abs(sum.high) * 0x1p-110; n += 2) {
            term = term.times(square).scaled(1).over(of(n));
            sum = sum.plus(term);
        }
        return sum.times(gauss(square)).scaled(1).over(ROOT_PI);
    }

    /** erfc x = e^−x²/√π/(x + ½/(x + 1/(x + 3⁄2/(x + …)))) from 5 on. */
    DoubleDouble erfc() {
        if (high < 5) {
            return high < -5 ? of(2).minus(of(0).minus(this).erfc()) : ONE.minus(erf());
        }
        DoubleDouble fraction = this;
        for (int n = 100; n > 0; n--) {
            fraction = plus(of(0.5 * n).over(fraction));
        }
        return gauss(times(this)).over(fraction.times(ROOT_PI));
    }

    private static DoubleDouble gauss(DoubleDouble square) {
        return of(0).minus(square).exp();
    }
}
