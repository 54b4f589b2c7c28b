package dev.jacobi.examples.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * A program at several sizes.
 *
 * @param sizes ascending
 */
record Family(String name, int[] sizes, IntFunction<Member> at) {

    /**
     * A program at one size.
     *
     * @param gradient is measured
     * @param known what is known of it already
     */
    record Member(Supplier<?> gradient, Map<Quantity, Double> known) {

        /** @param arguments of the pullback, whose memory isn't its own */
        static Member of(Supplier<?> gradient, Supplier<?> pullback, Object... arguments) {
            return new Member(gradient, Map.of(Quantity.TAPE, (double) Retained.bytes(pullback.get(), arguments)));
        }

        Member with(Quantity quantity, double value) {
            Map<Quantity, Double> more = new EnumMap<>(known);
            more.put(quantity, value);
            return new Member(gradient, Map.copyOf(more));
        }
    }

    /** Measures all sizes by turns, prints a table, and gives a curve for each quantity. */
    Map<Quantity, Curve> measure(Meter meter) {
        List<Member> members = Arrays.stream(sizes).mapToObj(at).toList();
        List<Meter.Cost> costs =
                meter.measure(members.stream().map(Member::gradient).toList());
        List<Member> measured = new ArrayList<>();
        for (int i = 0; i < sizes.length; i++) {
            measured.add(members.get(i).with(Quantity.TIME, costs.get(i).nanos() / 1e3));
        }
        Map<Quantity, Curve> curves = new EnumMap<>(Quantity.class);
        for (Quantity quantity : measured.get(0).known().keySet()) {
            double[] values = measured.stream()
                    .mapToDouble(member -> member.known().getOrDefault(quantity, 0.0))
                    .toArray();
            curves.put(
                    quantity,
                    new Curve(name, Arrays.stream(sizes).asDoubleStream().toArray(), values));
        }
        print(curves, costs);
        return curves;
    }

    private void print(Map<Quantity, Curve> curves, List<Meter.Cost> costs) {
        StringBuilder text = new StringBuilder("  " + name + "\n" + cell("size"));
        curves.keySet()
                .forEach(quantity ->
                        text.append(cell(quantity.name().toLowerCase(Locale.ROOT) + ", " + quantity.unit())));
        text.append(cell("allocated bytes")).append('\n');
        for (int i = 0; i < sizes.length; i++) {
            text.append(cell(String.valueOf(sizes[i])));
            for (Curve curve : curves.values()) {
                text.append(cell(String.format(Locale.ROOT, "%.4g", curve.costs()[i])));
            }
            text.append(cell(String.format(Locale.ROOT, "%.4g", costs.get(i).bytes())))
                    .append('\n');
        }
        text.append(cell("exponent"));
        curves.values().forEach(curve -> text.append(cell(String.format(Locale.ROOT, "%.2f", curve.exponent()))));
        System.out.println(text);
    }

    private static String cell(String text) {
        return String.format("%26s", text);
    }
}
