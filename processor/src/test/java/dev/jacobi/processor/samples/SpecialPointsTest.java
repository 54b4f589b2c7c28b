package dev.jacobi.processor.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.jacobi.processor.testing.Javac;
import dev.jacobi.processor.testing.SourceText;
import dev.jacobi.tensor.Tensor;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Where a length is 0, or an element of a vector whose length is taken, second derivatives are 0 or those of the other
 * elements, never NaN; where a matrix is singular, or a function bent, they are as they are said to be: functions of a
 * tensor, points, and the Hessian of the sum, found by hand.
 */
@TestInstance(Lifecycle.PER_CLASS)
class SpecialPointsTest {
    private record Entry(String expression, Tensor at, double... hessian) {
        @Override
        public String toString() {
            return expression + " at " + List.of(at.toString().split("\n")).get(0);
        }
    }

    private static final Tensor ORIGIN = Tensor.of(0.0, 0.0);
    /** (p − 1)/r·(|u|^(p−2) − u^(2p−2)) is 0 by the element that is 0, and by the one that is the length. */
    private static final Tensor ON_AXIS = Tensor.of(0.0, 4.0);

    private static final Tensor ROWS = Tensor.of(new double[][] {{0, 0}, {0, 0}});
    private static final Tensor EQUAL_ROWS = Tensor.of(new double[][] {{1, 2}, {1, 2}});

    private static final Tensor NOTHING = Tensor.of(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY);
    private static final Tensor BENT = Tensor.of(0.0, -1.0);

    private static final List<Entry> ENTRIES = List.of(
            new Entry("x.norm()", ORIGIN),
            new Entry("x.norm()", ON_AXIS, 0.25, 0, 0, 0),
            new Entry("x.norm(2)", ORIGIN),
            new Entry("x.norm(2)", ON_AXIS, 0.25, 0, 0, 0),
            new Entry("x.norm(1)", ORIGIN),
            new Entry("x.norm(1.5)", ORIGIN),
            new Entry("x.norm(1.5)", ON_AXIS),
            new Entry("x.norm(2.5)", ORIGIN),
            new Entry("x.norm(2.5)", ON_AXIS),
            new Entry("x.norm(3)", ORIGIN),
            new Entry("x.norm(3)", ON_AXIS),
            new Entry("x.norm(4)", ON_AXIS),
            new Entry("x.norm(3, 1)", ROWS),
            new Entry("x.norm(3, new int[] {0, 1}, true)", ROWS),
            new Entry("x.std()", ORIGIN),
            new Entry("x.std(1)", EQUAL_ROWS.mT()),
            new Entry("x.matrixNorm()", ROWS),
            new Entry("x.cdist(x)", EQUAL_ROWS),
            new Entry("x.pdist()", EQUAL_ROWS),
            new Entry("x.renorm(3, 0, 1)", ROWS),
            new Entry("x.renorm(2, 0, 1)", ROWS),
            new Entry("x.normalize(1)", ROWS),
            new Entry("x.normalize(3, 1, 0.125)", ROWS),
            new Entry("x.cosineSimilarity(Tensor.of(3.0, 4.0), 0)", ORIGIN),
            new Entry("x.select(0, 0).hypot(x.select(0, 1))", ORIGIN),
            new Entry("x.select(0, 0).hypot(x.select(0, 1))", ON_AXIS, 0.25, 0, 0, 0),
            new Entry("x.select(0, 0).atan2(x.select(0, 1))", ORIGIN),
            new Entry("x.copysign(1)", ON_AXIS),
            new Entry("x.det()", ROWS, 0, 0, 0, 1, 0, 0, -1, 0, 0, -1, 0, 0, 1, 0, 0, 0),
            new Entry("x.det()", EQUAL_ROWS, 0, 0, 0, 1, 0, 0, -1, 0, 0, -1, 0, 0, 1, 0, 0, 0),
            new Entry("x.reshape(1, 1).mul(x.reshape(1, 1)).det()", Tensor.of(0.0), 2),
            new Entry("x.logcumsumexp(0).exp()", Tensor.of(Double.NEGATIVE_INFINITY, 0), 0, 0, 0, 1),
            new Entry("x.logcumsumexp(0).exp()", NOTHING),
            new Entry("x.elu()", BENT, 0, 0, 0, Math.exp(-1)),
            new Entry("x.elu(3)", BENT, 0, 0, 0, 3 * Math.exp(-1)),
            new Entry("x.selu()", BENT, 0, 0, 0, 1.7580993408473766 * Math.exp(-1)),
            new Entry("x.celu()", BENT, 0, 0, 0, Math.exp(-1)),
            new Entry("x.celu(2)", BENT, 0, 0, 0, 0.5 * Math.exp(-0.5)));

    private ClassLoader compiled() {
        StringBuilder source = new StringBuilder(
                "package special; import dev.jacobi.*; import dev.jacobi.tensor.*;\npublic final class Functions {\n");
        for (int i = 0; i < ENTRIES.size(); i++) {
            source.append(
                    "@Differentiable(\"F%1$d\") public static double f%1$d(Tensor x) { return %2$s.sum().item(); }\n"
                            .formatted(i, ENTRIES.get(i).expression()));
        }
        return Javac.compile(List.of(SourceText.of(source.append("}\n").toString())), "-Ajacobi.order=2")
                .loader();
    }

    private final ClassLoader loader = compiled();

    static Stream<Entry> entries() {
        return ENTRIES.stream();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void secondDerivativesFollowTheConvention(Entry entry) throws ReflectiveOperationException {
        Class<?> derived = loader.loadClass("special.F" + ENTRIES.indexOf(entry));
        Tensor hessian = (Tensor) derived.getMethod("hessian", Tensor.class).invoke(null, entry.at());
        double[] expected = entry.hessian().length == 0 ? new double[hessian.size()] : entry.hessian();
        assertThat(hessian.toDoubleArray()).containsExactly(expected, within(1e-14));
    }
}
