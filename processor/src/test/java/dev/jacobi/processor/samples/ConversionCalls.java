package dev.jacobi.processor.samples;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How the rules of conversions and constants are called; see {@link TensorCalls}. */
final class ConversionCalls {
    private ConversionCalls() {}

    static final Map<String, List<String>> CALLS = calls();

    private static Map<String, List<String>> calls() {
        Map<String, List<String>> calls = new TreeMap<>();
        calls.put("static of(float... elements)", List.of("Tensor.of(a, b, a); float a; float b"));
        calls.put("static of(double... elements)", List.of("Tensor.of(a, b, a); double a; double b"));
        calls.put("static scalar(float value)", List.of("Tensor.scalar(a); float a"));
        calls.put("static scalar(double value)", List.of("Tensor.scalar(a); double a"));
        calls.put(
                "static full(double value, DType dtype, int... shape)",
                List.of("Tensor.full(a, DType.FLOAT64, 2, 3); double a", "Tensor.full(a, DType.FLOAT32, 2); float a"));
        calls.put("static full(double value, int... shape)", List.of("Tensor.full(a, 2, 3); float a"));
        calls.put("static arange(double start, double end)", List.of("Tensor.arange(a, a + 4.5); float a"));
        calls.put(
                "static arange(double start, double end, double step)",
                List.of("Tensor.arange(a, a + 4.5 * b * b, b * b); float a; float b"));
        calls.put(
                "static arange(double start, double end, double step, DType dtype)",
                List.of("Tensor.arange(a, a - 4.5 * b * b, -b * b, DType.FLOAT64); double a; double b"));
        calls.put(
                "static logspace(double start, double end, int steps)",
                List.of("Tensor.logspace(a, b, 4); float a; float b"));
        calls.put(
                "static logspace(double start, double end, int steps, DType dtype)",
                List.of("Tensor.logspace(a, b, 4, DType.FLOAT64); double a; double b"));
        calls.put("static fullLike(Tensor like, double value)", List.of("Tensor.fullLike(y, a); y 2 3; double a"));
        calls.put(
                "static linspace(double start, double end, int steps)",
                List.of("Tensor.linspace(a, b, 4); float a; float b"));
        calls.put(
                "static linspace(double start, double end, int steps, DType dtype)",
                List.of("Tensor.linspace(a, b, 4, DType.FLOAT64); double a; double b"));
        calls.put("item()", List.of("x.item(); x 1", "x.item(); x"));
        calls.put("item(int... index)", List.of("x.item(1, 2); x 2 3"));
        calls.put("to(DType dtype)", List.of("x.to(DType.FLOAT32); x 2 3", "x.to(DType.FLOAT64); x 2 3"));
        calls.put("static of(float[][] rows)", List.of("Tensor.of(x.toFloatMatrix()); x 2 3"));
        calls.put("static of(double[][] rows)", List.of("Tensor.of(x.toDoubleMatrix()); x 2 3"));
        calls.put("static from(float[] data, int... shape)", List.of("Tensor.from(x.toFloatArray(), 3, 2); x 2 3"));
        calls.put("static from(double[] data, int... shape)", List.of("Tensor.from(x.toDoubleArray(), 3, 2); x 2 3"));
        calls.put("toFloatArray()", List.of("Tensor.of(x.toFloatArray()); x 2 3"));
        calls.put("toDoubleArray()", List.of("Tensor.of(x.toDoubleArray()); x 2 3"));
        calls.put("toFloatMatrix()", List.of("Tensor.of(x.toFloatMatrix()).square(); x 2 3"));
        calls.put("toDoubleMatrix()", List.of("Tensor.of(x.toDoubleMatrix()).square(); x 2 3"));
        for (String like : List.of("zerosLike", "onesLike", "eyeLike")) {
            calls.put("static " + like + "(Tensor like)", List.of("Tensor." + like + "(x); x 2 3"));
        }
        return calls;
    }
}
