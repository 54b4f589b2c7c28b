package dev.jacobi.examples.learning;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.jacobi.tensor.Index;
import dev.jacobi.tensor.Tensor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/**
 * Handwritten digits, 8×8 pixels each. The file {@code digits.csv.gz} is the test set of "Optical Recognition of
 * Handwritten Digits" by E. Alpaydin and C. Kaynak (UCI Machine Learning Repository, 1998, doi 10.24432/C50P49, licence
 * CC BY 4.0): a line for each of 1,797 images, 64 pixels from 0 to 16 and the digit.
 *
 * @param images one after another, from 0 to 1
 * @param labels the digits that they show
 */
record Digits(List<float[]> images, List<Integer> labels) {
    static final int PIXELS = 64;
    static final int CLASSES = 10;
    private static final String FILE = "digits.csv.gz";
    private static final float WHITE = 16;

    Digits {
        images = List.copyOf(images);
        labels = List.copyOf(labels);
    }

    static Digits load() throws IOException {
        List<float[]> images = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        InputStream packed = Objects.requireNonNull(Digits.class.getResourceAsStream(FILE), FILE);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(new GZIPInputStream(packed), US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] numbers = line.split(",", -1);
                float[] image = new float[PIXELS];
                for (int i = 0; i < PIXELS; i++) {
                    image[i] = Float.parseFloat(numbers[i]) / WHITE;
                }
                images.add(image);
                labels.add((int) Double.parseDouble(numbers[PIXELS]));
            }
        }
        return new Digits(images, labels);
    }

    int size() {
        return images.size();
    }

    /** The same in an order at random. */
    Digits shuffled(Random random) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, size()).boxed().toList());
        Collections.shuffle(order, random);
        return new Digits(
                order.stream().map(images::get).toList(),
                order.stream().map(labels::get).toList());
    }

    Digits part(int from, int to) {
        return new Digits(images.subList(from, to), labels.subList(from, to));
    }

    /** A row for each image. */
    Tensor pixels() {
        return Tensor.of(images.toArray(new float[0][]));
    }

    /** The digit that each image shows. */
    Index classes() {
        return Index.of(labels.stream().mapToInt(label -> label).toArray());
    }
}
