package dev.jacobi.tensor;

import java.util.Arrays;

/**
 * Elementwise operations that generated code has put into one loop, so that no tensor is made of what lies between
 * them. Used by generated code, which has a subclass for each such loop.
 *
 * <p>The loop runs where all <em>leading</em> operands have one shape and type and the others stretch to it, which is
 * what the generated code supposes; else the operations run one by one. Both ways give the same bits.
 *
 * <p>What needs passes of its own, such as exp, is computed block by block, in arrays that stay in the first-level
 * cache.
 */
public abstract class FusedLoop {
    /** Some ten arrays of as many elements fit a first-level cache. */
    private static final int BLOCK = 512;

    /** From this length on, operands with one element are repeated block by block, not as a whole. */
    private static final int LONG = 1 << 15;

    private final int leading;
    private final int results;
    private final int scratch;

    /**
     * @param leading how many operands, the first ones, have the loop's shape; at least one
     * @param results how many tensors it gives
     * @param scratch how many arrays it keeps values in between its passes
     */
    protected FusedLoop(int leading, int results, int scratch) {
        this.leading = leading;
        this.results = results;
        this.scratch = scratch;
    }

    /** The operations one by one. */
    protected abstract Tensor[] apart(Tensor[] operands, double[] numbers);

    /**
     * All passes over arrays of {@code n} elements.
     *
     * @param a the operands' elements, then the results', then scratch
     */
    protected abstract void run(float[][] a, double[] numbers, int n);

    /** As for float. */
    protected abstract void run(double[][] a, double[] numbers, int n);

    /** The loop's only result. */
    protected final Tensor one(double[] numbers, Tensor... operands) {
        return all(numbers, operands)[0];
    }

    /** The loop's results. */
    protected final Tensor[] all(double[] numbers, Tensor... operands) {
        return fits(operands) ? together(numbers, operands) : apart(operands, numbers);
    }

    private boolean fits(Tensor... operands) {
        Tensor first = operands[0];
        if (first == null) {
            return false;
        }
        for (int i = 1; i < operands.length; i++) {
            Tensor x = operands[i];
            boolean fits = x != null
                    && x.dtype() == first.dtype()
                    && (x.shape().equals(first.shape()) || i >= leading && Broadcasting.fits(x.shape(), first.shape()));
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private Tensor[] together(double[] numbers, Tensor... operands) {
        Shape shape = operands[0].shape();
        DType dtype = operands[0].dtype();
        int n = shape.size();
        int given = operands.length;
        Object[] whole = arrays(dtype, given + results + scratch);
        boolean repeats = false;
        for (int i = 0; i < given; i++) {
            boolean constant = n >= LONG && operands[i].size() == 1;
            repeats |= constant;
            whole[i] = constant ? operands[i].data() : elements(operands[i], shape);
        }
        Tensor[] out = new Tensor[results];
        for (int i = 0; i < results; i++) {
            whole[given + i] = dtype.newArray(n);
            out[i] = Tensor.owning(shape, dtype, whole[given + i]);
        }
        if (n > BLOCK && scratch > 0 || repeats) {
            blocks(whole, numbers, n, operands);
        } else {
            for (int i = given + results; i < whole.length; i++) {
                whole[i] = dtype.newArray(n);
            }
            run(whole, numbers, n);
        }
        return out;
    }

    private void run(Object[] arrays, double[] numbers, int n) {
        if (arrays instanceof float[][] floats) {
            run(floats, numbers, n);
        } else {
            run((double[][]) arrays, numbers, n);
        }
    }

    private static Object[] arrays(DType dtype, int count) {
        return dtype == DType.FLOAT32 ? new float[count][] : new double[count][];
    }

    /** The elements of an operand, as many as the loop has. */
    private static Object elements(Tensor x, Shape shape) {
        return x.size() == 1 && shape.size() != 1 ? repeated(x, shape.size()) : Broadcasting.expandedData(x, shape);
    }

    /** An operand's one element, again and again. */
    private static Object repeated(Tensor x, int length) {
        Object out = x.dtype().newArray(length);
        if (out instanceof float[] floats) {
            Arrays.fill(floats, x.floats()[0]);
        } else {
            Arrays.fill((double[]) out, x.doubles()[0]);
        }
        return out;
    }

    private void blocks(Object[] whole, double[] numbers, int n, Tensor... operands) {
        int given = operands.length;
        Object[] block = blocks(BLOCK, whole.length, operands);
        for (int from = 0; from < n; from += BLOCK) {
            int length = Math.min(BLOCK, n - from);
            if (length < BLOCK) {
                block = blocks(length, whole.length, operands);
            }
            for (int i = 0; i < given; i++) {
                if (operands[i].size() != 1) {
                    System.arraycopy(whole[i], from, block[i], 0, length);
                }
            }
            run(block, numbers, length);
            for (int i = given; i < given + results; i++) {
                System.arraycopy(block[i], 0, whole[i], from, length);
            }
        }
    }

    /** A block of each array; of an operand with one element, which all blocks read, full of it. */
    private static Object[] blocks(int length, int count, Tensor... operands) {
        DType dtype = operands[0].dtype();
        Object[] block = arrays(dtype, count);
        for (int i = 0; i < count; i++) {
            boolean constant = i < operands.length && operands[i].size() == 1;
            block[i] = constant ? repeated(operands[i], length) : dtype.newArray(length);
        }
        return block;
    }

    // ---- passes of their own, from one array into another of the same length, in the loops of the tensors' methods

    /** {@link Tensor#exp}. */
    protected static void exp(float[] x, float[] out) {
        UnaryOperation.EXP.kernel().apply(x, out);
    }

    /** {@link Tensor#exp}. */
    protected static void exp(double[] x, double[] out) {
        UnaryOperation.EXP.kernel().apply(x, out);
    }

    /** {@link Tensor#expm1}. */
    protected static void expm1(float[] x, float[] out) {
        UnaryOperation.EXPM1.kernel().apply(x, out);
    }

    /** {@link Tensor#expm1}. */
    protected static void expm1(double[] x, double[] out) {
        UnaryOperation.EXPM1.kernel().apply(x, out);
    }

    /** {@link Tensor#log}. */
    protected static void log(float[] x, float[] out) {
        UnaryOperation.LOG.kernel().apply(x, out);
    }

    /** {@link Tensor#log}. */
    protected static void log(double[] x, double[] out) {
        UnaryOperation.LOG.kernel().apply(x, out);
    }

    /** {@link Tensor#log1p}. */
    protected static void log1p(float[] x, float[] out) {
        UnaryOperation.LOG1P.kernel().apply(x, out);
    }

    /** {@link Tensor#log1p}. */
    protected static void log1p(double[] x, double[] out) {
        UnaryOperation.LOG1P.kernel().apply(x, out);
    }

    /** {@link Tensor#log10}. */
    protected static void log10(float[] x, float[] out) {
        UnaryOperation.LOG10.kernel().apply(x, out);
    }

    /** {@link Tensor#log10}. */
    protected static void log10(double[] x, double[] out) {
        UnaryOperation.LOG10.kernel().apply(x, out);
    }

    /** {@link Tensor#log2}. */
    protected static void log2(float[] x, float[] out) {
        UnaryOperation.LOG2.kernel().apply(x, out);
    }

    /** {@link Tensor#log2}. */
    protected static void log2(double[] x, double[] out) {
        UnaryOperation.LOG2.kernel().apply(x, out);
    }

    /** {@link Tensor#sigmoid}. */
    protected static void sigmoid(float[] x, float[] out) {
        UnaryOperation.SIGMOID.kernel().apply(x, out);
    }

    /** {@link Tensor#sigmoid}. */
    protected static void sigmoid(double[] x, double[] out) {
        UnaryOperation.SIGMOID.kernel().apply(x, out);
    }

    /** {@link Tensor#softplus}. */
    protected static void softplus(float[] x, float[] out) {
        UnaryOperation.SOFTPLUS.kernel().apply(x, out);
    }

    /** {@link Tensor#softplus}. */
    protected static void softplus(double[] x, double[] out) {
        UnaryOperation.SOFTPLUS.kernel().apply(x, out);
    }

    /** {@link Tensor#sin}. */
    protected static void sin(float[] x, float[] out) {
        UnaryOperation.SIN.kernel().apply(x, out);
    }

    /** {@link Tensor#sin}. */
    protected static void sin(double[] x, double[] out) {
        UnaryOperation.SIN.kernel().apply(x, out);
    }

    /** {@link Tensor#cos}. */
    protected static void cos(float[] x, float[] out) {
        UnaryOperation.COS.kernel().apply(x, out);
    }

    /** {@link Tensor#cos}. */
    protected static void cos(double[] x, double[] out) {
        UnaryOperation.COS.kernel().apply(x, out);
    }

    /** {@link Tensor#tan}. */
    protected static void tan(float[] x, float[] out) {
        UnaryOperation.TAN.kernel().apply(x, out);
    }

    /** {@link Tensor#tan}. */
    protected static void tan(double[] x, double[] out) {
        UnaryOperation.TAN.kernel().apply(x, out);
    }

    /** {@link Tensor#asin}. */
    protected static void asin(float[] x, float[] out) {
        UnaryOperation.ASIN.kernel().apply(x, out);
    }

    /** {@link Tensor#asin}. */
    protected static void asin(double[] x, double[] out) {
        UnaryOperation.ASIN.kernel().apply(x, out);
    }

    /** {@link Tensor#acos}. */
    protected static void acos(float[] x, float[] out) {
        UnaryOperation.ACOS.kernel().apply(x, out);
    }

    /** {@link Tensor#acos}. */
    protected static void acos(double[] x, double[] out) {
        UnaryOperation.ACOS.kernel().apply(x, out);
    }

    /** {@link Tensor#atan}. */
    protected static void atan(float[] x, float[] out) {
        UnaryOperation.ATAN.kernel().apply(x, out);
    }

    /** {@link Tensor#atan}. */
    protected static void atan(double[] x, double[] out) {
        UnaryOperation.ATAN.kernel().apply(x, out);
    }

    /** {@link Tensor#sinh}. */
    protected static void sinh(float[] x, float[] out) {
        UnaryOperation.SINH.kernel().apply(x, out);
    }

    /** {@link Tensor#sinh}. */
    protected static void sinh(double[] x, double[] out) {
        UnaryOperation.SINH.kernel().apply(x, out);
    }

    /** {@link Tensor#cosh}. */
    protected static void cosh(float[] x, float[] out) {
        UnaryOperation.COSH.kernel().apply(x, out);
    }

    /** {@link Tensor#cosh}. */
    protected static void cosh(double[] x, double[] out) {
        UnaryOperation.COSH.kernel().apply(x, out);
    }

    /** {@link Tensor#tanh}. */
    protected static void tanh(float[] x, float[] out) {
        UnaryOperation.TANH.kernel().apply(x, out);
    }

    /** {@link Tensor#tanh}. */
    protected static void tanh(double[] x, double[] out) {
        UnaryOperation.TANH.kernel().apply(x, out);
    }

    /** {@link Tensor#sign}. */
    protected static void sign(float[] x, float[] out) {
        UnaryOperation.SIGN.kernel().apply(x, out);
    }

    /** {@link Tensor#sign}. */
    protected static void sign(double[] x, double[] out) {
        UnaryOperation.SIGN.kernel().apply(x, out);
    }

    /** {@link Tensor#floor}. */
    protected static void floor(float[] x, float[] out) {
        UnaryOperation.FLOOR.kernel().apply(x, out);
    }

    /** {@link Tensor#floor}. */
    protected static void floor(double[] x, double[] out) {
        UnaryOperation.FLOOR.kernel().apply(x, out);
    }

    /** {@link Tensor#ceil}. */
    protected static void ceil(float[] x, float[] out) {
        UnaryOperation.CEIL.kernel().apply(x, out);
    }

    /** {@link Tensor#ceil}. */
    protected static void ceil(double[] x, double[] out) {
        UnaryOperation.CEIL.kernel().apply(x, out);
    }

    /** {@link Tensor#round}. */
    protected static void round(float[] x, float[] out) {
        UnaryOperation.ROUND.kernel().apply(x, out);
    }

    /** {@link Tensor#round}. */
    protected static void round(double[] x, double[] out) {
        UnaryOperation.ROUND.kernel().apply(x, out);
    }

    /** {@link Tensor#trunc}. */
    protected static void trunc(float[] x, float[] out) {
        UnaryOperation.TRUNC.kernel().apply(x, out);
    }

    /** {@link Tensor#trunc}. */
    protected static void trunc(double[] x, double[] out) {
        UnaryOperation.TRUNC.kernel().apply(x, out);
    }
}
