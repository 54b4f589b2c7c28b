package dev.jacobi.tensor;

/** What kind of numbers there are. */
final class Classification {
    private Classification() {}

    static Mask isnan(Tensor x) {
        boolean[] out = new boolean[x.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = Double.isNaN(x.at(i));
        }
        return new Mask(x.shape(), out);
    }

    static Mask isinf(Tensor x) {
        boolean[] out = new boolean[x.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = Double.isInfinite(x.at(i));
        }
        return new Mask(x.shape(), out);
    }

    static Mask isfinite(Tensor x) {
        boolean[] out = new boolean[x.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = Double.isFinite(x.at(i));
        }
        return new Mask(x.shape(), out);
    }

    /** The sign bit of zeros and NaN counts. */
    static Mask signbit(Tensor x) {
        boolean[] out = new boolean[x.size()];
        boolean isFloat = x.dtype() == DType.FLOAT32;
        for (int i = 0; i < out.length; i++) {
            out[i] = isFloat
                    ? Float.floatToRawIntBits(x.floats()[i]) < 0
                    : Double.doubleToRawLongBits(x.doubles()[i]) < 0;
        }
        return new Mask(x.shape(), out);
    }
}
