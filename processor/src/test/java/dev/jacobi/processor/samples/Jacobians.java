package dev.jacobi.processor.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jacobi.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/**
 * Jacobians: of tensors, where the result's shape is followed by the parameter's, and of arrays of one dimension, an
 * array of rows; by a number, an array. Of records of numbers a gradient for each number.
 */
final class Jacobians {
    private final Point point;
    private final Derived derived;

    Jacobians(Point point) {
        this.point = point;
        this.derived = point.derived();
    }

    void areMadeOfVjps(Object value) {
        if (value instanceof Record) {
            areMadeOfVjps((Record) value);
            return;
        }
        if (value instanceof Number || isVector(value) || value instanceof Tensor) {
            assertThat(derived.hasJacobian())
                    .as("there is a jacobian")
                    .isEqualTo(!(value instanceof Number)
                            && !derived.isByRecords()
                            && !declaresExceptions()
                            && hasJacobian(value));
        }
        if (!derived.hasJacobian()) {
            return;
        }
        Object[] parameters = point.parameters();
        Agreement agreement = new Agreement(parameters);
        Trace.reset();
        Object[] jacobians = derived.jacobian(point.arguments());
        int rows = Numbers.of(value).length;
        for (int i = 0; i < jacobians.length && isVector(value); i++) {
            assertThat(parameters[i] == null ? shape(value, null) : shape(jacobians[i]))
                    .as("jacobian by parameter %d", i)
                    .isEqualTo(shape(value, parameters[i]));
        }
        for (int row = 0; row < rows; row++) {
            Trace.reset();
            Object[] bars = derived.vjp(point.arguments(), Numbers.unit(value, row));
            for (int i = 0; i < bars.length; i++) {
                double[] jacobian = Numbers.of(jacobians[i]);
                int columns = jacobian.length / rows;
                double[] mine = Arrays.copyOfRange(jacobian, row * columns, (row + 1) * columns);
                agreement.close("jacobian, row " + row, mine, Numbers.of(bars[i]), Numbers.largest(jacobian));
            }
        }
    }

    private void areMadeOfVjps(Record value) {
        assertThat(derived.hasJacobian())
                .as("there is a jacobian")
                .isEqualTo(!declaresExceptions() && isNumbers(value));
        if (!derived.hasJacobian()) {
            return;
        }
        Agreement agreement = new Agreement(point.parameters());
        Trace.reset();
        Derived.Rows both = derived.valueAndJacobian(point.arguments());
        assertThat(Numbers.sameBits(both.value(), value))
                .as("valueAndJacobian's value")
                .isTrue();
        assertThat(both.rows()).as("rows").hasSize(Numbers.of(value).length);
        for (int row = 0; row < both.rows().size(); row++) {
            Trace.reset();
            Object[] bars = derived.vjp(point.arguments(), Numbers.unit(value, row));
            agreement.close("jacobian, row " + row, both.rows().get(row), bars);
        }
    }

    /** Whether nothing that has a derivative is an array or a tensor. */
    private static boolean isNumbers(Object value) {
        return value instanceof Record whole
                ? Records.components(whole.getClass()).stream()
                        .filter(c -> Numbers.carryDerivatives(c.getType()))
                        .allMatch(c -> isNumbers(Records.get(whole, c)))
                : value instanceof Number;
    }

    /** Without records: of tensors, by tensors and numbers; of vectors, by vectors and numbers. */
    private boolean hasJacobian(Object value) {
        List<Class<?>> types =
                point.wrt().stream().<Class<?>>map(point.inputs()::type).toList();
        return value instanceof Tensor && types.stream().allMatch(t -> t == Tensor.class || t.isPrimitive())
                || isVector(value)
                        && types.stream().allMatch(t -> t == double[].class || t == float[].class || t.isPrimitive());
    }

    private boolean declaresExceptions() {
        return Arrays.stream(point.primal().getExceptionTypes())
                .anyMatch(type -> !RuntimeException.class.isAssignableFrom(type));
    }

    private static boolean isVector(Object value) {
        return value instanceof double[] || value instanceof float[];
    }

    /** The lengths of an array and of each of its rows. */
    private static String shape(Object array) {
        return array instanceof Object[] rows
                ? Arrays.stream(rows).map(Jacobians::shape).toList().toString()
                : isVector(array) ? String.valueOf(Numbers.of(array).length) : Numbers.kind(array);
    }

    private static String shape(Object value, Object parameter) {
        double[][] rows = new double[Numbers.of(value).length][Numbers.of(parameter).length];
        return parameter instanceof Number ? shape(value) : shape(rows);
    }
}
