package dev.jacobi.processor.samples;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How the rules of images in another size are called; see {@link TensorCalls}. */
final class ImageCalls {
    private ImageCalls() {}

    static final Map<String, List<String>> CALLS = calls();

    private static Map<String, List<String>> calls() {
        Map<String, List<String>> calls = new TreeMap<>();
        calls.put("image(String operation, int directions)", List.of("x.image(\"pool\", 1); x 2 3"));
        calls.put(
                "averagedAlong(String operation, int dim, int size)",
                List.of("x.averagedAlong(\"pool\", -1, 2); x 2 3", "x.averagedAlong(\"pool\", 0, 5); x 3 2"));
        calls.put(
                "averagedAlongBack(Tensor like, int dim, int size)",
                List.of("x.averagedAlongBack(l, 1, 2); x 2 2; l 2 3"));
        for (String kind : List.of("Avg", "Max")) {
            String call = "x.adaptive" + kind + "Pool";
            calls.put("adaptive" + kind + "Pool1d(int size)", List.of(call + "1d(2); x 1 2 5", call + "1d(3); x 1 2"));
            calls.put("adaptive" + kind + "Pool2d(int size)", List.of(call + "2d(1); x 2 3 2"));
            calls.put("adaptive" + kind + "Pool2d(int height, int width)", List.of(call + "2d(2, 3); x 1 1 3 4"));
        }
        calls.put("interpolateNearest(int size)", List.of("x.interpolateNearest(5); x 2 3"));
        calls.put("interpolateNearest(int height, int width)", List.of("x.interpolateNearest(3, 1); x 1 2 2"));
        calls.put(
                "interpolateLinear(int size, boolean alignCorners)",
                List.of("x.interpolateLinear(5, false); x 2 3", "x.interpolateLinear(2, true); x 1 1 3"));
        calls.put(
                "interpolateBilinear(int height, int width, boolean alignCorners)",
                List.of("x.interpolateBilinear(3, 4, true); x 1 2 2", "x.interpolateBilinear(1, 3, false); x 1 1 2 2"));
        return calls;
    }
}
