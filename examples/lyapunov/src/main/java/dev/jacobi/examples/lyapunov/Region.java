package dev.jacobi.examples.lyapunov;

import dev.jacobi.tensor.Tensor;
import java.util.Locale;

/** What was found of a system: states in {V ≤ c} come to rest. */
record Region(PlanarSystem system, QuadraticFunction v, LevelSearch.Level level) {
    /** Analyses a system; {@code step} runs {@link LevelSearch#RAYS} times. */
    static Region of(PlanarSystem system, Runnable step) {
        QuadraticFunction v = QuadraticFunction.of(system);
        return new Region(system, v, new LevelSearch(v, system.window()).search(step));
    }

    Ellipse edge() {
        return Ellipse.of(v.p(), level.c());
    }

    /** The results as a table. */
    String table() {
        return String.join(
                System.lineSeparator(),
                system.name() + ": " + String.join(", ", system.equations()),
                matrix("  A, the Jacobian at the origin ", system.linearization()),
                matrix("  P, of V = xT P x              ", v.p()),
                number("  largest c with V' < 0 in V < c", level.c()) + "  (estimate)",
                number("  area of V < c                 ", edge().area()),
                String.format(
                        Locale.ROOT,
                        "  bounded at                       (%.4f, %.4f), by %s",
                        level.x(),
                        level.y(),
                        level.atWindow() ? "the window" : "V' = 0"));
    }

    private static String matrix(String title, Tensor m) {
        return row(title, m.get(0)) + System.lineSeparator() + row(" ".repeat(title.length()), m.get(1));
    }

    private static String row(String title, Tensor numbers) {
        return String.format(Locale.ROOT, "%s %9.4f %9.4f", title, numbers.item(0), numbers.item(1));
    }

    private static String number(String title, double value) {
        return String.format(Locale.ROOT, "%s %9.4f", title, value);
    }
}
