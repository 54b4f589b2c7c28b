package dev.jacobi.tensor;

/** How many elements lie in each of equally wide bins. */
final class Histogram {
    private Histogram() {}

    /** From {@code min} to {@code max}, which is included; of the elements' own range if both are equal. */
    static Tensor of(Tensor x, int bins, double min, double max) {
        if (bins < 1) {
            throw new IllegalArgumentException("histc: the number of bins " + bins + " is not positive");
        }
        double low = min;
        double high = max;
        if (low == high && x.size() > 0) {
            low = x.min().item();
            high = x.max().item();
        }
        if (!(low <= high) || Double.isInfinite(low) || Double.isInfinite(high)) {
            throw new IllegalArgumentException(
                    "histc: bins must go from a finite number to no smaller one, not from " + low + " to " + high);
        }
        if (low == high) {
            low -= 1;
            high += 1;
        }
        double[] counts = new double[Shape.of("histc", bins).size()];
        for (int i = 0; i < x.size(); i++) {
            double element = x.at(i);
            if (element >= low && element <= high) {
                counts[Math.min(bin(x.dtype(), element, low, high, bins), bins - 1)]++;
            }
        }
        return new Tensor(Shape.of(bins), counts).to(x.dtype());
    }

    /** Counted in the elements' type, as PyTorch does. */
    private static int bin(DType dtype, double element, double low, double high, int bins) {
        return dtype == DType.FLOAT32
                ? (int) (((float) element - (float) low) * bins / ((float) high - (float) low))
                : (int) ((element - low) * bins / (high - low));
    }
}
