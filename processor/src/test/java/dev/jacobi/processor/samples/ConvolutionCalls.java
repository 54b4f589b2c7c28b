package dev.jacobi.processor.samples;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How the rules of convolutions and pooling are called; see {@link TensorCalls}. */
final class ConvolutionCalls {
    private static final String STRIDED = "new Convolution(2, 1, 1, 2)";
    private static final String DILATED = "Convolution.PLAIN.withPadding(1).withDilation(2)";

    private ConvolutionCalls() {}

    static final Map<String, List<String>> CALLS = calls();

    private static Map<String, List<String>> calls() {
        Map<String, List<String>> calls = new TreeMap<>();
        calls.put(
                "convolved(Tensor weight, Convolution how)",
                List.of("x.convolved(w, " + STRIDED + "); x 1 2 3 4; w 2 1 2 2"));
        calls.put(
                "convInputBar(Tensor like, Tensor weight, Convolution how)",
                List.of("x.convInputBar(l, w, " + STRIDED + "); x 2 2 3; l 2 2 4; w 2 1 2"));
        calls.put(
                "convWeightBar(Tensor input, Tensor like, Convolution how)",
                List.of("x.convWeightBar(i, l, " + DILATED + "); x 1 2 1 2; i 1 1 3 2; l 2 1 3 2"));
        calls.put("conv1d(Tensor weight)", List.of("x.conv1d(w); x 2 1 4; w 2 1 3", "x.conv1d(w); x 2 3; w 1 2 2"));
        calls.put("conv2d(Tensor weight)", List.of("x.conv2d(w); x 1 2 3 3; w 1 2 2 2"));
        calls.put("conv1d(Tensor weight, Convolution how)", List.of("x.conv1d(w, " + STRIDED + "); x 1 2 4; w 2 1 3"));
        calls.put(
                "conv2d(Tensor weight, Convolution how)", List.of("x.conv2d(w, " + DILATED + "); x 1 3 3; w 2 1 2 2"));
        calls.put(
                "conv1d(Tensor weight, Tensor bias, Convolution how)",
                List.of("x.conv1d(w, b, " + STRIDED + "); x 2 2 4; w 2 1 3; b 2"));
        calls.put(
                "conv2d(Tensor weight, Tensor bias, Convolution how)",
                List.of("x.conv2d(w, b, " + STRIDED + "); x 2 3 2; w 2 1 2 2; b 2"));
        calls.put("convTranspose1d(Tensor weight)", List.of("x.convTranspose1d(w); x 2 1 3; w 1 2 2"));
        calls.put("convTranspose2d(Tensor weight)", List.of("x.convTranspose2d(w); x 2 2 2; w 2 1 2 2"));
        calls.put(
                "convTranspose1d(Tensor weight, Convolution how, int outputPadding)",
                List.of("x.convTranspose1d(w, " + STRIDED + ", 1); x 2 3; w 2 1 2"));
        calls.put(
                "convTranspose2d(Tensor weight, Convolution how, int outputPadding)",
                List.of("x.convTranspose2d(w, " + DILATED + ", 0); x 1 1 2 2; w 1 2 2 2"));
        for (String kind : List.of("max", "avg")) {
            calls.put(kind + "Pool1d(int kernel)", List.of("x.%sPool1d(2); x 1 2 5".formatted(kind)));
            calls.put(kind + "Pool2d(int kernel)", List.of("x.%sPool2d(2); x 2 4 2".formatted(kind)));
            calls.put(
                    kind + "Pool1d(int kernel, int stride, int padding)",
                    List.of("x.%sPool1d(3, 1, 1); x 1 4".formatted(kind)));
            calls.put(
                    kind + "Pool2d(int kernel, int stride, int padding)",
                    List.of("x.%sPool2d(2, 1, 1); x 1 1 3 2".formatted(kind)));
        }
        calls.put(
                "avgPoolBar(Tensor like, int kernel, int stride, int padding, int dims)",
                List.of(
                        "x.avgPoolBar(l, 2, 1, 0, 1); x 1 2 3; l 1 2 4",
                        "x.avgPoolBar(l, 2, 2, 1, 2); x 1 2 2; l 1 3 2"));
        return calls;
    }
}
