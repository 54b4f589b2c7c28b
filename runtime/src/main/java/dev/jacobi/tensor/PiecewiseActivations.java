package dev.jacobi.tensor;

import java.util.Arrays;

/** The loops of activations with numbers to choose, which a tensor's type has rounded already. */
final class PiecewiseActivations {
    // Klambauer et al., Self-Normalizing Neural Networks (2017): mean 0 and variance 1 are a fixed point of it
    private static final double SELU_ALPHA = 1.6732632423543772;
    private static final double SELU_SCALE = 1.0507009873554805;

    private PiecewiseActivations() {}

    static Tensor leakyRelu(Tensor x, double slope) {
        return apply(x, new LeakyRelu(rounded(x, slope)));
    }

    static Tensor elu(Tensor x, double alpha) {
        return apply(x, new Elu(rounded(x, alpha), 1, 1));
    }

    static Tensor selu(Tensor x) {
        return apply(x, new Elu(SELU_ALPHA * SELU_SCALE, SELU_SCALE, 1));
    }

    static Tensor celu(Tensor x, double alpha) {
        if (alpha == 0) {
            throw new IllegalArgumentException("celu: alpha must not be 0");
        }
        return apply(x, new Elu(rounded(x, alpha), 1, rounded(x, alpha)));
    }

    static Tensor hardtanh(Tensor x, double min, double max) {
        if (min > max) {
            throw new IllegalArgumentException("hardtanh: min is " + min + " and so more than max, which is " + max);
        }
        return x.clamp(min, max);
    }

    static Tensor softshrink(Tensor x, double lambda) {
        if (lambda < 0) {
            throw new IllegalArgumentException("softshrink: lambda is " + lambda + ", but must not be negative");
        }
        return apply(x, new Softshrink(rounded(x, lambda)));
    }

    static Tensor hardshrink(Tensor x, double lambda) {
        return apply(x, new Hardshrink(rounded(x, lambda)));
    }

    static Tensor threshold(Tensor x, double threshold, double value) {
        return apply(x, new Threshold(rounded(x, threshold), rounded(x, value)));
    }

    static Tensor nanToNum(Tensor x) {
        double largest = x.dtype() == DType.FLOAT32 ? Float.MAX_VALUE : Double.MAX_VALUE;
        return apply(x, new NanToNum(0, largest, -largest));
    }

    static Tensor nanToNum(Tensor x, double nan, double posinf, double neginf) {
        return apply(x, new NanToNum(rounded(x, nan), rounded(x, posinf), rounded(x, neginf)));
    }

    private static Tensor apply(Tensor x, UnaryKernel kernel) {
        return new UnaryOperation(kernel).apply(x);
    }

    /** A number as it takes part in an operation with {@code x}. */
    private static double rounded(Tensor x, double number) {
        return x.dtype() == DType.FLOAT32 ? (float) number : number;
    }

    /** x if positive, else slope·x */
    static final class LeakyRelu extends ThroughDouble {
        private final double slope;

        LeakyRelu(double slope) {
            this.slope = slope;
        }

        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = x[i] > 0 ? x[i] : x[i] * slope;
            }
        }
    }

    /** scale·x if positive, else height·(e^(x/width) − 1) */
    static final class Elu extends ThroughDouble {
        private final double height;
        private final double scale;
        private final double width;

        Elu(double height, double scale, double width) {
            this.height = height;
            this.scale = scale;
            this.width = width;
        }

        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = x[i] <= 0 ? height * Math.expm1(x[i] / width) : x[i] * scale;
            }
        }
    }

    /** x moved by lambda towards 0, at most to 0 */
    static final class Softshrink extends ThroughDouble {
        private final double lambda;

        Softshrink(double lambda) {
            this.lambda = lambda;
        }

        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = x[i] > lambda ? x[i] - lambda : x[i] < -lambda ? x[i] + lambda : 0;
            }
        }
    }

    /** x outside [−lambda, lambda], 0 within */
    static final class Hardshrink extends ThroughDouble {
        private final double lambda;

        Hardshrink(double lambda) {
            this.lambda = lambda;
        }

        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = x[i] >= -lambda && x[i] <= lambda ? 0 : x[i];
            }
        }
    }

    /** x above the threshold, else value */
    static final class Threshold extends ThroughDouble {
        private final double threshold;
        private final double value;

        Threshold(double threshold, double value) {
            this.threshold = threshold;
            this.value = value;
        }

        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = x[i] <= threshold ? value : x[i];
            }
        }
    }

    /** numbers in place of NaN and the infinities */
    static final class NanToNum extends ThroughDouble {
        private final double nan;
        private final double posinf;
        private final double neginf;

        NanToNum(double nan, double posinf, double neginf) {
            this.nan = nan;
            this.posinf = posinf;
            this.neginf = neginf;
        }

        @Override
        public void apply(double[] x, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Double.isNaN(x[i])
                        ? nan
                        : x[i] == Double.POSITIVE_INFINITY ? posinf : x[i] == Double.NEGATIVE_INFINITY ? neginf : x[i];
            }
        }
    }

    static Tensor prelu(Tensor x, Tensor weight) {
        Tensor slopes = slopes(Checks.present("prelu", "weight", weight), x);
        Mask positive = x.gt(0);
        return Tensor.where(positive, x, x.masked(positive.not()).mul(slopes));
    }

    /** The weights of {@code prelu}: one for all, or one for each channel. */
    static Tensor slopes(Tensor weight, Tensor like) {
        Shape shape = Checks.present("prelu", "x", like).shape();
        if (Checks.present("prelu", "weight", weight).rank() > 0) {
            Checks.rank("prelu", "weight", weight, 1);
        }
        if (weight.size() == 1) {
            return weight.reshaped(Shape.SCALAR);
        }
        if (shape.rank() < 2 || shape.at(1) != weight.size()) {
            throw new ShapeMismatchException("prelu: weight has shape " + weight.shape()
                    + " but must have one element, or one for each channel, in dimension 1, of x with shape " + shape);
        }
        int[] dims = new int[shape.rank() - 1];
        Arrays.fill(dims, 1);
        dims[0] = weight.size();
        return weight.reshaped(Shape.of(dims));
    }
}
