package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Records and arrays chosen where any object may stand. */
final class ChosenRecords {
    record Grain(double size, float weight) {
        double mass() {
            return size * weight;
        }
    }

    record Sack(Grain first, Grain[] grains, double price) {}

    record Labelled<T>(T label, double value) {}

    static final Grain DUST = new Grain(2, 3f);
    static final Grain[] HEAP = {new Grain(2, 3f), new Grain(4, 5f)};
    static final List<Grain> KEPT = List.of(new Grain(3, 0.5f));
    static final Object ANY = new Grain(5, 6f);

    private static double mass(Grain... grains) {
        double sum = 0;
        for (Grain grain : grains) sum += grain.mass();
        return sum;
    }

    private static <T> T same(T value) {
        return value;
    }

    @Differentiable
    @Sample(at = {"3, true", "3, false"}, gives = {"6", "1"})
    static double fillsWithOneOfTwo(double x, boolean first) {
        Grain[] grains = new Grain[3];
        Arrays.fill(grains, first ? new Grain(x, 1f) : new Grain(1.0, 1f));
        return grains[1].size() * x;
    }

    @Differentiable
    @Sample(at = {"3, true", "3, false"}, gives = {"2", "1"})
    static double fillsWithOneOfTwoConstants(double x, boolean first) {
        Grain[] grains = new Grain[3];
        Arrays.fill(grains, first ? new Grain(2, 1f) : new Grain(1.0, 1f));
        return grains[1].size() * x;
    }

    @Differentiable
    @Sample(at = {"0.5, 0", "0.5, 1", "0.5, 2"})
    static double fillsByASwitch(double x, int k) {
        Grain[] grains = new Grain[4];
        Arrays.fill(grains, new Grain(x, x < 0 ? 1f : 2f));
        Arrays.fill(grains, 1, 3, switch (k) {
            case 0 -> new Grain(x * x, 1f);
            case 1 -> {
                double y = Math.sin(x);
                yield y < 0 ? DUST : new Grain(y, 2f);
            }
            default -> (DUST);
        });
        return mass(grains) * x;
    }

    @Differentiable
    @Sample(at = {"0.5, true", "0.5, false"})
    static double fillsRowsWithOneOfTwo(double x, boolean first) {
        Grain[] a = {new Grain(x, 1f)};
        Grain[] b = {new Grain(x * x, 2f)};
        Grain[][] rows = new Grain[3][];
        Arrays.fill(rows, first ? a : b);
        rows[0][0] = new Grain(x * x * x, 1f);
        return rows[1][0].size() * b[0].mass();
    }

    @Differentiable
    @Sample(at = {"0.5, true", "0.5, false"})
    static double copiesOneOfTwo(double x, boolean first) {
        Grain[] a = {new Grain(x, 1f)};
        Grain[] b = {new Grain(x * x, 2f)};
        Grain[] copy = new Grain[2];
        System.arraycopy(first ? a : b, 0, copy, 1, 1);
        Grain[] longer = Arrays.copyOf(first ? b : a, 3);
        longer[1] = copy[1];
        return copy[1].mass() * longer[0].mass() + longer[1].size();
    }

    @Differentiable
    @Sample(at = {"0.5, 1.5, true", "0.5, 1.5, false"})
    static double numbersOfOneOfTwo(double x, double y, boolean first) {
        double[] a = {x, y};
        double[] b = {x * y};
        double[][] rows = new double[2][];
        Arrays.fill(rows, first ? a : b);
        double[] copy = new double[2];
        System.arraycopy(switch (first ? 1 : 0) {
            case 1 -> b;
            default -> a;
        }, 0, copy, 1, 1);
        return rows[1][0] * copy[1];
    }

    /** What is null has no size; what isn't keeps its derivative. */
    @Differentiable
    @Sample(at = "0.5")
    static double fillsWithNull(double x) {
        Grain[] grains = {new Grain(x, 1f), new Grain(x * x, 2f), new Grain(x, 3f)};
        Arrays.fill(grains, 0, 1, null);
        double sum = 0;
        for (int i = 0; i < grains.length; i++) {
            if (grains[i] != null) sum += grains[i].mass();
        }
        return sum * sum;
    }

    @Differentiable
    @Sample(at = {"0.5, 0", "0.5, 1", "0.5, 2", "0.5, 3"})
    static double fillsFromElsewhere(double x, int from) {
        Grain[] grains = {new Grain(x, 1f), new Grain(x * x, 2f), new Grain(x, 3f)};
        switch (from) {
            case 0 -> Arrays.fill(grains, 0, 1, HEAP[1]);
            case 1 -> Arrays.fill(grains, 1, 3, KEPT.get(0));
            case 2 -> Arrays.fill(grains, 0, 2, ANY);
            default -> System.arraycopy(HEAP, 1, grains, 2, 1);
        }
        return mass(grains) * mass(grains);
    }

    @Differentiable
    @Sample(at = {"0.5, true", "0.5, false"})
    static double chosenArguments(double x, boolean first) {
        double sum = mass(first ? new Grain(x, 1f) : DUST, new Grain(x * x, 2f), !first ? new Grain(x, 3f) : DUST);
        Sack sack = new Sack(
                first ? new Grain(x, 1f) : same(new Grain(1, 2f)),
                first ? new Grain[] {new Grain(x * x, 1f)} : new Grain[] {new Grain(x, 1f), DUST},
                x);
        return sum * sack.first().mass() * mass(sack.grains()) * sack.price();
    }

    @Differentiable
    @Sample(at = {"0.5, true", "0.5, false"})
    static double asksWhatItChose(double x, boolean first) {
        Labelled<String> label = first ? new Labelled<>("one", x) : new Labelled<>("several", x * x);
        Object any = first ? new Grain(x, 1f) : new Grain(x * x, 1f);
        Grain given = Objects.requireNonNull(first ? new Grain(x, 2f) : DUST);
        double size = (first ? new Grain(x, 1f) : new Grain(2 * x, 1f)).size();
        return any instanceof Grain ? label.value() * label.label().length() * given.mass() * size : -x;
    }
}
