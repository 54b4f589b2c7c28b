package dev.jacobi.processor.random;

import dev.jacobi.SparseMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * {@code jacobian}, {@code sparseJacobian} and {@code sparseHessian} at one point: each column against dual numbers,
 * and a sparse Hessian against the dense one. Where a second call of the method would do something else, they are left
 * out.
 */
final class Matrices {

    /** How far sums in another order may be off. */
    private static final double SLACK = 1e-9;

    private final Program program;
    private final Point point;
    private final Class<?> derivative;
    private final Optional<Object> receiver;
    private final Interpreter.Result along;
    private final Tally tally;

    Matrices(
            Program program,
            Point point,
            Class<?> derivative,
            Optional<Object> receiver,
            Interpreter.Result along,
            Tally tally) {
        this.program = program;
        this.point = point;
        this.derivative = derivative;
        this.receiver = receiver;
        this.along = along;
        this.tally = tally;
    }

    private boolean has(String member) {
        return Arrays.stream(derivative.getDeclaredMethods())
                .anyMatch(m -> m.getName().equals(member));
    }

    void check(Members.Outcome expected) {
        if (!expected.journal().isEmpty()) {
            return;
        }
        if (has("jacobian")) {
            called("jacobian", expected).ifPresent(j -> compare("jacobian", rows(Flat.numbers(j))));
        }
        if (has("sparseJacobian")) {
            called("sparseJacobian", expected).ifPresent(j -> compare("sparseJacobian", ((SparseMatrix) j).toDense()));
        }
        if (has("sparseHessian")) {
            called("sparseHessian", expected).ifPresent(h -> compareHessian((SparseMatrix) h, expected));
        }
    }

    /** What a member gives; empty where the method throws, and the member must throw the same. */
    private Optional<Object> called(String name, Members.Outcome expected) {
        Members.Outcome outcome = Members.call(derivative, name, receiver, point.boxed());
        Wrong.unlessSame(
                "exception of " + name,
                expected.thrown().map(Oracles::text),
                outcome.thrown().map(Oracles::text));
        return Optional.ofNullable(outcome.value());
    }

    /**
     * The numbers of a matrix for each parameter, which stand one behind the other, as one matrix. Of a record they are
     * the gradients of its numbers, one behind the other.
     */
    private double[][] rows(double[] numbers) {
        int rows = Flat.count(along.value());
        double[][] matrix = new double[rows][point.size()];
        if (along.value().type().isRecord()) {
            for (int k = 0; k < numbers.length; k++) {
                matrix[k / point.size()][k % point.size()] = numbers[k];
            }
            return matrix;
        }
        int from = 0;
        int column = 0;
        for (Value parameter : point.active()) {
            int columns = Flat.count(parameter);
            for (int k = 0; k < rows * columns; k++) {
                matrix[k / columns][column + k % columns] = numbers[from + k];
            }
            from += rows * columns;
            column += columns;
        }
        return matrix;
    }

    private void compare(String kind, double[][] matrix) {
        if (along.trace().singular) {
            return;
        }
        tally.matrices++;
        for (int i = 0; i < point.size(); i++) {
            Value exact = Interpreter.exact(program, point.method(), point.along(point.unit(i)))
                    .value();
            List<Value> column = Flat.values(exact);
            Wrong.unlessSame("rows of " + kind, column.size(), matrix.length);
            for (int k = 0; k < column.size(); k++) {
                Value entry = column.get(k);
                if (along.trace().off(matrix[k][i], entry.dot(), entry.bound())) {
                    throw new Wrong(
                            kind,
                            "[" + k + "][" + i + "] is " + matrix[k][i] + ", by dual numbers " + entry.dot()
                                    + ", bound " + entry.bound());
                }
            }
        }
    }

    private void compareHessian(SparseMatrix sparse, Members.Outcome expected) {
        double[] dense = Flat.numbers(called("hessian", expected).orElseThrow());
        double largest = Arrays.stream(dense)
                .map(Math::abs)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        if (along.trace().singular || along.trace().inFloat || along.trace().mayOverflow()) {
            return;
        }
        tally.matrices++;
        double[] seen =
                Arrays.stream(sparse.toDense()).flatMapToDouble(Arrays::stream).toArray();
        Wrong.unlessSame("size of sparseHessian", dense.length, seen.length);
        for (int i = 0; i < dense.length; i++) {
            if (Double.isFinite(dense[i])
                    && !(Math.abs(dense[i] - seen[i])
                            <= SLACK * Math.max(1, largest) * Math.max(1, along.trace().gain))) {
                throw new Wrong("sparseHessian", "[" + i + "] is " + seen[i] + ", dense " + dense[i]);
            }
        }
    }
}
