package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;
import dev.jacobi.tensor.Tensor;

/** Arrays that the caller overwrites when a method has made a record of what they held. */
final class ResultsOverwritten {
    record Totals(double[] sums, double product) {}

    @Differentiable
    @Sample(at = "[2, 3], 4", gives = "[16, 0], 9")
    static double argumentOverwritten(double[] x, double k) {
        Totals totals = totals(x, k);
        x[0] = 5 * k;
        return totals.product() + x[0];
    }

    private static Totals totals(double[] x, double k) {
        double sum = 0;
        for (double v : x) {
            sum += v * v * k;
        }
        return new Totals(new double[] {sum, k}, k * x[0] * x[0]);
    }

    @Differentiable
    @Sample(at = "[2, 3], 4")
    static double resultOverwritten(double[] x, double k) {
        Totals totals = inTurn(x, k);
        totals.sums()[0] = 5 * k;
        totals.sums()[1] *= 2;
        x[0] = x[1] = k;
        return totals.sums()[0] * totals.product() + totals.sums()[1] * x[0];
    }

    private static Totals inTurn(double[] x, double k) {
        double sum = 0;
        for (double v : x) {
            sum += v * v * k;
        }
        double[] sums = {sum, k};
        return new Totals(sums, sums[0] * sums[1] + x[0] * x[1]);
    }

    @Differentiable
    @Sample(at = "[[2, 3], [4, 5]], 2")
    static double rowOverwritten(double[][] m, double k) {
        Totals first = ofRows(m, k);
        m[0] = m[1];
        m[0][1] = 2;
        Totals second = ofRows(m, k);
        return first.product() * second.product() + first.sums()[0] * second.sums()[0];
    }

    private static Totals ofRows(double[][] m, double k) {
        double sum = 0;
        for (double v : m[0]) {
            sum += v * k;
        }
        return new Totals(new double[] {m[1][0] * sum}, m[0][0] * m[1][1] * k);
    }

    @Differentiable
    @Sample(at = "[2, 3]")
    static double elementsOverwritten(double[] x) {
        Totals totals = ofElements(Tensor.of(x));
        totals.sums()[0] = 5;
        Totals more = ofElements(Tensor.of(totals.sums()));
        more.sums()[1] *= more.product();
        return totals.product() * totals.sums()[1] * more.sums()[1];
    }

    private static Totals ofElements(Tensor t) {
        double[] elements = t.toDoubleArray();
        return new Totals(elements, elements[0] * elements[1]);
    }
}
