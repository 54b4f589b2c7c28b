package dev.jacobi.processor.samples;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How the second names of operations, and random numbers, are called; see {@link TensorCalls}. */
final class NameCalls {
    private static final String RANDOM = "new java.util.Random(7)";

    private NameCalls() {}

    static final Map<String, List<String>> CALLS = calls();

    private static Map<String, List<String>> calls() {
        Map<String, List<String>> calls = new TreeMap<>();
        for (String name : List.of("subtract", "multiply", "divide")) {
            calls.put(name + "(Tensor y)", List.of("x.%s(y); x 2 3; y 3".formatted(name)));
        }
        calls.put("clip(double min, double max)", List.of("x.clip(-0.5, b); x 2 3; double b"));
        calls.put("moveaxis(int source, int destination)", List.of("x.moveaxis(0, -1); x 2 3 1"));
        calls.put("static concat(int dim, Tensor... xs)", List.of("Tensor.concat(1, x, y, x); x 2 1; y 2 2"));
        for (String name : List.of("uniform", "normal")) {
            String call = "Tensor.%s(" + RANDOM + ", a, b";
            calls.put(
                    "static %s(RandomGenerator random, double %s, int... shape)"
                            .formatted(name, name.equals("normal") ? "mean, double std" : "low, double high"),
                    List.of(call.formatted(name) + ", 2, 3); double a; double b"));
            calls.put(
                    "static %s(RandomGenerator random, double %s, DType dtype, int... shape)"
                            .formatted(name, name.equals("normal") ? "mean, double std" : "low, double high"),
                    List.of(call.formatted(name) + ", DType.FLOAT64, 3); double a; double b"));
        }
        calls.put(
                "static randLike(RandomGenerator random, Tensor like)",
                List.of("Tensor.randLike(" + RANDOM + ", x.to(DType.FLOAT32)).mul(x); x 2 2"));
        calls.put(
                "static randnLike(RandomGenerator random, Tensor like)",
                List.of("Tensor.randnLike(" + RANDOM + ", x).mul(x); x 2 2"));
        calls.put("bernoulli(RandomGenerator random)", List.of("x.bernoulli(" + RANDOM + ").mul(x); x 2 2"));
        return calls;
    }
}
