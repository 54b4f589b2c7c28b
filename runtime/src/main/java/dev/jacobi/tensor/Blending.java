package dev.jacobi.tensor;

/** Operations on three tensors, and closeness; made of others. */
final class Blending {
    private Blending() {}

    /** Counted from the nearer end, as PyTorch does, so that weights 0 and 1 give the ends exactly. */
    static Tensor lerp(Tensor x, Tensor end, double weight) {
        Tensor way = Checks.present("lerp", "end", end).sub(x);
        return weight < 0.5 ? x.add(way.mul(weight)) : end.sub(way.mul(1 - weight));
    }

    static Tensor lerp(Tensor x, Tensor end, Tensor weight) {
        Tensor way = Checks.present("lerp", "end", end).sub(x);
        Checks.present("lerp", "weight", weight);
        return Tensor.where(weight.lt(0.5), x.add(way.mul(weight)), end.sub(way.mul(weight.rsub(1))));
    }

    static Tensor addcmul(Tensor x, Tensor y, Tensor z, double value) {
        Checks.present("addcmul", "y", y);
        return x.add((value == 1 ? y : y.mul(value)).mul(Checks.present("addcmul", "z", z)));
    }

    static Tensor addcdiv(Tensor x, Tensor y, Tensor z, double value) {
        Checks.present("addcdiv", "y", y);
        return x.add((value == 1 ? y : y.mul(value)).div(Checks.present("addcdiv", "z", z)));
    }

    static Tensor clamp(Tensor x, Tensor min, Tensor max) {
        Checks.present("clamp", "min", min);
        return x.maximum(min).minimum(Checks.present("clamp", "max", max));
    }

    static Mask isclose(Tensor x, Tensor y, double rtol, double atol, boolean equalNan) {
        Checks.present("isclose", "y", y);
        if (!(rtol >= 0 && atol >= 0)) {
            throw new IllegalArgumentException(
                    "isclose: rtol is " + rtol + " and atol is " + atol + ", but neither may be negative");
        }
        Tensor distance = x.sub(y).abs();
        Mask close = distance.le(y.abs().mul(rtol).add(atol)).and(distance.isfinite());
        Mask same = x.eq(y).or(close);
        return equalNan ? same.or(x.isnan().and(y.isnan())) : same;
    }
}
