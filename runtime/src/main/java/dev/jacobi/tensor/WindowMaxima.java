package dev.jacobi.tensor;

import java.util.Arrays;

/**
 * The maximum of each window of an image, and where the first one is, or the last NaN: planes are independent of each
 * other, and shared among the cores.
 */
final class WindowMaxima {
    /** Nanoseconds for one element of a window. */
    private static final double COST = 1.5;

    private final Direction into;
    private final Direction across;
    private final Direction along;
    /** The elements of an image, and of its result. */
    private final int plane;

    private final int places;

    private WindowMaxima(ConvolutionShape shape) {
        this.into = shape.into();
        this.across = shape.across();
        this.along = shape.along();
        this.plane = shape.plane();
        this.places = shape.places();
    }

    /** What is done with the windows of one row of the result, which begins at {@code to}. */
    private interface Row {
        void of(int plane, int d, int h, int to);
    }

    /** Where in x, counted row by row, of whose planes each is an image of the shape. */
    static int[] positions(Tensor x, ConvolutionShape shape) {
        int[] out = new int[shape.output().size()];
        WindowMaxima maxima = new WindowMaxima(shape);
        maxima.each(
                shape.images(),
                x.dtype() == DType.FLOAT32
                        ? (plane, d, h, to) -> maxima.search(x.floats(), plane, d, h, out, to)
                        : (plane, d, h, to) -> maxima.search(x.doubles(), plane, d, h, out, to));
        return out;
    }

    /** The maxima themselves. */
    static Object values(Tensor x, ConvolutionShape shape) {
        WindowMaxima maxima = new WindowMaxima(shape);
        if (x.dtype() == DType.FLOAT32) {
            float[] out = new float[shape.output().size()];
            maxima.each(shape.images(), (plane, d, h, to) -> maxima.largest(x.floats(), plane, d, h, out, to));
            return out;
        }
        double[] out = new double[shape.output().size()];
        maxima.each(shape.images(), (plane, d, h, to) -> maxima.largest(x.doubles(), plane, d, h, out, to));
        return out;
    }

    private void each(int images, Row row) {
        Cores.Work work = (from, to) -> {
            for (int image = from; image < to; image++) {
                image(image, row);
            }
        };
        long elements = (long) images * places * into.kernel() * across.kernel() * along.kernel();
        if (images > 1 && Cores.pays(elements, COST)) {
            Cores.share(images, work);
        } else {
            work.on(0, images);
        }
    }

    private void image(int image, Row row) {
        int to = image * places;
        for (int d = 0; d < into.places(); d++) {
            for (int h = 0; h < across.places(); h++, to += along.places()) {
                row.of(image * plane, d, h, to);
            }
        }
    }

    /** Row by row first, which goes quickly, and then along what is left. */
    private void largest(float[] x, int start, int d, int h, float[] out, int to) {
        float[] most = new float[along.length()];
        float[] line = new float[along.length()];
        Arrays.fill(most, Float.NEGATIVE_INFINITY);
        for (int z = into.first(d); z < into.end(d); z++) {
            for (int y = across.first(h); y < across.end(h); y++) {
                System.arraycopy(x, start + (z * across.length() + y) * line.length, line, 0, line.length);
                largest(line, most);
            }
        }
        for (int place = 0; place < along.places(); place++) {
            float largest = most[along.first(place)];
            for (int at = along.first(place) + 1; at < along.end(place); at++) {
                largest = Math.max(largest, most[at]);
            }
            out[to + place] = largest;
        }
    }

    private static void largest(float[] line, float[] most) {
        for (int i = 0; i < most.length; i++) {
            most[i] = Math.max(most[i], line[i]);
        }
    }

    private void largest(double[] x, int start, int d, int h, double[] out, int to) {
        double[] most = new double[along.length()];
        double[] line = new double[along.length()];
        Arrays.fill(most, Double.NEGATIVE_INFINITY);
        for (int z = into.first(d); z < into.end(d); z++) {
            for (int y = across.first(h); y < across.end(h); y++) {
                System.arraycopy(x, start + (z * across.length() + y) * line.length, line, 0, line.length);
                largest(line, most);
            }
        }
        for (int place = 0; place < along.places(); place++) {
            double largest = most[along.first(place)];
            for (int at = along.first(place) + 1; at < along.end(place); at++) {
                largest = Math.max(largest, most[at]);
            }
            out[to + place] = largest;
        }
    }

    private static void largest(double[] line, double[] most) {
        for (int i = 0; i < most.length; i++) {
            most[i] = Math.max(most[i], line[i]);
        }
    }

    private void search(float[] x, int start, int d, int h, int[] out, int to) {
        for (int place = 0; place < along.places(); place++) {
            int first = along.first(place);
            int end = along.end(place);
            int best = start + (into.first(d) * across.length() + across.first(h)) * along.length() + first;
            float most = x[best];
            for (int z = into.first(d); z < into.end(d); z++) {
                for (int y = across.first(h); y < across.end(h); y++) {
                    int line = start + (z * across.length() + y) * along.length();
                    for (int at = line + first; at < line + end; at++) {
                        if (x[at] > most || Float.isNaN(x[at])) {
                            most = x[at];
                            best = at;
                        }
                    }
                }
            }
            out[to + place] = best;
        }
    }

    private void search(double[] x, int start, int d, int h, int[] out, int to) {
        for (int place = 0; place < along.places(); place++) {
            int first = along.first(place);
            int end = along.end(place);
            int best = start + (into.first(d) * across.length() + across.first(h)) * along.length() + first;
            double most = x[best];
            for (int z = into.first(d); z < into.end(d); z++) {
                for (int y = across.first(h); y < across.end(h); y++) {
                    int line = start + (z * across.length() + y) * along.length();
                    for (int at = line + first; at < line + end; at++) {
                        if (x[at] > most || Double.isNaN(x[at])) {
                            most = x[at];
                            best = at;
                        }
                    }
                }
            }
            out[to + place] = best;
        }
    }
}
