package dev.jacobi.tensor;

/** Operations on three tensors, and closeness; made of others. */
final class Blending {
    private Blending() {}

    /** Counted from the nearer end, as PyTorch does, so that weights 0 and 1 give the ends exactly. */
    static Tensor lerp(Tensor x, Tensor end, double weight) {
        Broadcasting.shape("lerp", x.shape(), Checks.present("lerp", "end", end).shape());
        Tensor way = end.sub(x);
        return weight < 0.5 ? x.add(way.mul(weight)) : end.sub(way.mul(1 - weight));
    }

    static Tensor lerp(Tensor x, Tensor end, Tensor weight) {
        checkTogether("lerp", x, "end", end, "weight", weight);
        Tensor way = end.sub(x);
        return Tensor.where(weight.lt(0.5), x.add(way.mul(weight)), end.sub(way.mul(weight.rsub(1))));
    }

    static Tensor addcmul(Tensor x, Tensor y, Tensor z, double value) {
        checkTogether("addcmul", x, "y", y, "z", z);
        return x.add((value == 1 ? y : y.mul(value)).mul(z));
    }

    static Tensor addcdiv(Tensor x, Tensor y, Tensor z, double value) {
        checkTogether("addcdiv", x, "y", y, "z", z);
        return x.add((value == 1 ? y : y.mul(value)).div(z));
    }

    static Tensor clamp(Tensor x, Tensor min, Tensor max) {
        checkTogether("clamp", x, "min", min, "max", max);
        return x.maximum(min).minimum(max);
    }

    static Mask isclose(String operation, Tensor x, Tensor y, double rtol, double atol, boolean equalNan) {
        Broadcasting.shape(
                operation, x.shape(), Checks.present(operation, "y", y).shape());
        if (!(rtol >= 0 && atol >= 0)) {
            throw new IllegalArgumentException(
                    operation + ": rtol is " + rtol + " and atol is " + atol + ", but neither may be negative");
        }
        Tensor distance = x.sub(y).abs();
        Mask close = distance.le(y.abs().mul(rtol).add(atol)).and(distance.isfinite());
        Mask same = x.eq(y).or(close);
        return equalNan ? same.or(x.isnan().and(y.isnan())) : same;
    }

    /** Throws unless the three tensors have a common shape. */
    private static void checkTogether(
            String operation, Tensor x, String secondName, Tensor second, String thirdName, Tensor third) {
        Checks.present(operation, secondName, second);
        Checks.present(operation, thirdName, third);
        Shape pair = Broadcasting.shape(operation, x.shape(), second.shape());
        Broadcasting.shape(operation, second.shape(), third.shape());
        Broadcasting.shape(operation, pair, third.shape());
    }
}
