package dev.jacobi.processor.samples;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How the rules of convolutions and pooling are called; see {@link TensorCalls}. */
final class ConvolutionCalls {
    private static final String STRIDED = "new Convolution(2, 1, 1, 2)";
    private static final String DILATED = "Convolution.PLAIN.withPadding(1).withDilation(2)";

    /** With a dilation of more than the stride, which an output padding may reach. */
    private static final String SPREAD = "new Convolution(1, 1, 3, 1)";

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
                List.of(
                        "x.convTranspose1d(w, " + STRIDED + ", 1); x 2 3; w 2 1 2",
                        "x.convTranspose1d(w, new Convolution(2, 1, 4, 2), 3); x 2 2; w 2 1 2"));
        calls.put(
                "convTranspose2d(Tensor weight, Convolution how, int outputPadding)",
                List.of(
                        "x.convTranspose2d(w, " + DILATED + ", 0); x 1 1 2 2; w 1 2 2 2",
                        "x.convTranspose2d(w, " + SPREAD + ", 2); x 1 1 2 1; w 1 2 2 1"));
        calls.put("conv3d(Tensor weight)", List.of("x.conv3d(w); x 1 1 2 3 2; w 1 1 2 2 1"));
        calls.put(
                "conv3d(Tensor weight, Convolution how)",
                List.of(
                        "x.conv3d(w, " + STRIDED + "); x 2 2 1 3; w 2 1 2 1 2",
                        "x.conv3d(w, " + DILATED + "); x 1 1 2 2 3; w 1 1 1 2 2"));
        calls.put(
                "conv3d(Tensor weight, Tensor bias, Convolution how)",
                List.of("x.conv3d(w, b, " + STRIDED + "); x 1 2 2 2 1; w 2 1 2 1 1; b 2"));
        calls.put("convTranspose3d(Tensor weight)", List.of("x.convTranspose3d(w); x 1 1 2 1 2; w 1 1 2 1 2"));
        calls.put(
                "convTranspose3d(Tensor weight, Convolution how, int outputPadding)",
                List.of(
                        "x.convTranspose3d(w, " + STRIDED + ", 1); x 2 1 2 1; w 2 1 2 2 3",
                        "x.convTranspose3d(w, " + SPREAD + ", 1); x 1 2 1 1; w 1 1 1 2 2"));
        calls.put(
                "convEnds(int dims, Convolution how, int outputPadding)",
                List.of("x.convEnds(2, " + SPREAD + ", 2); x 2 1 3"));
        calls.put(
                "convEndsBack(int dims, Convolution how, int outputPadding)",
                List.of("x.convEndsBack(1, " + SPREAD + ", 2); x 2 3"));
        calls.put(
                "unfold(int kernelHeight, int kernelWidth, Convolution how)",
                List.of(
                        "x.unfold(2, 1, new Convolution(2, 1, 1, 1)); x 1 2 3 2",
                        "x.unfold(2, 2, " + DILATED + "); x 1 3 2"));
        calls.put(
                "fold(int height, int width, int kernelHeight, int kernelWidth, Convolution how)",
                List.of(
                        "x.fold(3, 2, 2, 1, new Convolution(2, 1, 1, 1)); x 1 4 8",
                        "x.fold(2, 3, 2, 2, Convolution.PLAIN); x 4 2"));
        calls.put("pixelShuffle(int factor)", List.of("x.pixelShuffle(2); x 1 4 2 1"));
        calls.put("pixelUnshuffle(int factor)", List.of("x.pixelUnshuffle(2); x 1 2 4"));
        calls.put("channelShuffle(int groups)", List.of("x.channelShuffle(2); x 1 6 2"));
        for (String kind : List.of("max", "avg")) {
            calls.put(kind + "Pool3d(int kernel)", List.of("x.%sPool3d(2); x 1 2 3 2".formatted(kind)));
            calls.put(
                    kind + "Pool3d(int kernel, int stride, int padding)",
                    List.of("x.%sPool3d(2, 1, 1); x 1 1 1 2 2".formatted(kind)));
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
                        "x.avgPoolBar(l, 2, 2, 1, 2); x 1 2 2; l 1 3 2",
                        "x.avgPoolBar(l, 2, 1, 0, 3); x 1 1 1 2; l 1 2 2 3"));
        return calls;
    }
}
