package dev.jacobi.tensor;

import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/** Tensors by a rule for their elements. */
final class Sequences {
    private Sequences() {}

    /** As many as NumPy and PyTorch have: ⌈(end − start)/step⌉. */
    static Tensor arange(double start, double end, double step, DType dtype) {
        Checks.present("arange", "dtype", dtype);
        double count = Math.ceil((end - start) / step);
        if (step == 0 || count < 0) {
            throw new IllegalArgumentException(
                    "arange: the step " + step + " does not lead from " + start + " to " + end);
        }
        if (!(count <= Integer.MAX_VALUE)) {
            throw new IllegalArgumentException("arange: from " + start + " to " + end + " by " + step + " are " + count
                    + " numbers, but a tensor holds at most " + Integer.MAX_VALUE);
        }
        double[] out = new double[(int) count];
        for (int i = 0; i < out.length; i++) {
            out[i] = start + i * step;
        }
        return new Tensor(Shape.of(out.length), out).to(dtype);
    }

    static Tensor eye(DType dtype, int n, int m) {
        Shape shape = Shape.of("eye", n, m);
        boolean[] diagonal = new boolean[shape.size()];
        for (int i = 0; i < Math.min(n, m); i++) {
            diagonal[i * m + i] = true;
        }
        return new Mask(shape, diagonal).toTensor(Checks.present("eye", "dtype", dtype));
    }

    static Tensor random(
            String operation,
            RandomGenerator random,
            ToDoubleFunction<RandomGenerator> next,
            DType dtype,
            int... dims) {
        Checks.present(operation, "random", random);
        Checks.present(operation, "dtype", dtype);
        Shape shape = Shape.of(operation, Checks.present(operation, "shape", dims));
        double[] out = new double[shape.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = next.applyAsDouble(random);
        }
        return new Tensor(shape, out).to(dtype);
    }

    /** Of float32 numbers, so many bits as they have are drawn. */
    static Tensor rand(String operation, RandomGenerator random, DType dtype, int... dims) {
        boolean isFloat = dtype == DType.FLOAT32;
        return random(
                operation, random, isFloat ? RandomGenerator::nextFloat : RandomGenerator::nextDouble, dtype, dims);
    }

    static Index randint(RandomGenerator random, int low, int high, int... dims) {
        Checks.present("randint", "random", random);
        if (low >= high) {
            throw new IllegalArgumentException("randint: there is no integer from " + low + " to below " + high);
        }
        Shape shape = Shape.of("randint", Checks.present("randint", "shape", dims));
        int[] out = new int[shape.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = random.nextInt(low, high);
        }
        return new Index(shape, out);
    }

    /** Fisher and Yates's shuffle. */
    static Index randperm(RandomGenerator random, int n) {
        Checks.present("randperm", "random", random);
        int[] out = new int[Shape.of("randperm", n).size()];
        for (int i = 0; i < n; i++) {
            int other = random.nextInt(i + 1);
            out[i] = out[other];
            out[other] = i;
        }
        return new Index(Shape.of(n), out);
    }
}
