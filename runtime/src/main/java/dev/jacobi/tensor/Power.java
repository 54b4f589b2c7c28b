package dev.jacobi.tensor;

import org.jspecify.annotations.Nullable;

/** Powers with one exponent for all elements. */
final class Power {
    private Power() {}

    /** x^y; the commonest exponents are products and roots, as in PyTorch. */
    static Tensor pow(Tensor x, double y) {
        if (y == 1) {
            return x;
        }
        UnaryOperation product = product(y);
        if (product != null) {
            return product.apply(x);
        }
        return y == 0 ? Tensor.onesLike(x) : BinaryOperation.POW.apply(x, y);
    }

    /** The product or root that is a power; null if it is neither, or with the exponent 0 or 1. */
    static @Nullable UnaryOperation product(double y) {
        if (y == 2) {
            return UnaryOperation.SQUARE;
        }
        if (y == 3) {
            return UnaryOperation.CUBE;
        }
        if (y == 4) {
            return UnaryOperation.FOURTH_POWER;
        }
        if (y == -1) {
            return UnaryOperation.RECIPROCAL;
        }
        if (y == -2) {
            return UnaryOperation.INVERSE_SQUARE;
        }
        if (y == 0.5) {
            return UnaryOperation.SQRT;
        }
        return y == -0.5 ? UnaryOperation.RSQRT : null;
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
