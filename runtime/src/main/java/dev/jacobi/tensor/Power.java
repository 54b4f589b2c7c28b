package dev.jacobi.tensor;

/** Powers with one exponent for all elements. */
final class Power {
    private Power() {}

    /** x^y; the commonest exponents are products and roots, as in PyTorch. */
    static Tensor pow(Tensor x, double y) {
        if (y == 2) {
            return UnaryOperation.SQUARE.apply(x);
        }
        if (y == 1) {
            return x;
        }
        if (y == 3) {
            return UnaryOperation.CUBE.apply(x);
        }
        if (y == 4) {
            return UnaryOperation.FOURTH_POWER.apply(x);
        }
        return rarer(x, y);
    }

    private static Tensor rarer(Tensor x, double y) {
        if (y == 0) {
            return Tensor.onesLike(x);
        }
        if (y == -1) {
            return UnaryOperation.RECIPROCAL.apply(x);
        }
        if (y == -2) {
            return UnaryOperation.INVERSE_SQUARE.apply(x);
        }
        if (y == 0.5) {
            return UnaryOperation.SQRT.apply(x);
        }
        if (y == -0.5) {
            return UnaryOperation.RSQRT.apply(x);
        }
        return BinaryOperation.POW.apply(x, y);
    }

    /** y·x^(y−1), and 0 for y = 0 even where x is 0. */
    static Tensor slope(Tensor x, double y) {
        if (y == 0) {
            return Tensor.zerosLike(x);
        }
        if (y == 1) {
            return Tensor.onesLike(x);
        }
        if (y == 2) {
            return BinaryOperation.MUL.apply(x, 2);
        }
        return BinaryOperation.MUL.applyInPlace(pow(x, y - 1), y);
    }
}
