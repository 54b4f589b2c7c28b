package dev.jacobi.processor.shapes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Linear algebra of matrices and stacks of them. */
final class MatrixShapes {

    private static final String STACKS = "the dimensions before the last two must be equal or 1, counted from the last";

    private MatrixShapes() {}

    static void add(Map<String, Shaping> table) {
        ShapeTable.put(
                table,
                op -> square(op, 0),
                "inverse",
                "luFactor",
                "regularFactor",
                "cholesky",
                "choleskyInverse",
                "matrixPower",
                "matrixExp");
        ShapeTable.put(table, op -> stack(square(op, 0)), "det", "logdet");
        ShapeTable.put(table, op -> stack(matrices(op, 0)), "matrixNorm", "nuclearNorm", "matrixRank");
        ShapeTable.put(table, op -> op.isRank(0, 2) ? Extents.SCALAR : Extents.UNKNOWN, "trace");
        ShapeTable.put(table, op -> turned(matrices(op, 0)), "mT", "pinv");
        ShapeTable.put(table, MatrixShapes::values, "eigvalsh");
        ShapeTable.put(table, MatrixShapes::singular, "svdvals", "singularValues");
        ShapeTable.put(table, MatrixShapes::covariance, "covariances");
        ShapeTable.put(table, op -> op.shape(0).and(op.number(1)), "vander");
        ShapeTable.put(table, op -> solved(op, square(op, 0)), "solve", "solveTransposed");
        ShapeTable.put(table, MatrixShapes::triangular, "solveTriangular");
        ShapeTable.put(table, MatrixShapes::cholesky, "choleskySolve", "luRows");
        ShapeTable.put(table, MatrixShapes::leastSquares, "lstsq");
        table.put("Tensor.slogdet", op -> both(op, stack(square(op, 0)), stack(square(op, 0))));
        table.put("Tensor.eigh", op -> both(op, values(op), square(op, 0)));
        table.put("Tensor.lu", MatrixShapes::lu);
        table.put("Tensor.qr", MatrixShapes::qr);
        table.put("Tensor.svd", MatrixShapes::svd);
    }

    private static Value both(Operation op, Extents... shapes) {
        List<Value> parts = new ArrayList<>();
        for (Extents shape : shapes) {
            parts.add(Shaping.made(op, shape));
        }
        return Value.Array.of(parts);
    }

    private static Extents matrices(Operation op, int operand) {
        Extents x = op.shape(operand);
        return op.hasRank(operand, 2) && x.count() >= 2 ? x : Extents.UNKNOWN;
    }

    private static Extents square(Operation op, int operand) {
        Extents x = matrices(op, operand);
        return x.count() >= 2 && op.differ(x.back(1), x.back(2))
                ? op.refuse("the matrix must be square, " + Operation.not(x.back(2), x.back(1)), operand)
                : x;
    }

    private static Extents stack(Extents matrices) {
        return matrices.count() < 2 ? Extents.UNKNOWN : matrices.before(2);
    }

    private static Extents turned(Extents x) {
        return x.count() < 2 ? Extents.UNKNOWN : x.before(2).and(x.back(1), x.back(2));
    }

    private static Extents values(Operation op) {
        Extents x = square(op, 0);
        return x.count() < 2 ? Extents.UNKNOWN : x.before(1);
    }

    /** min(m, n) of two lengths. */
    private static Dim less(Dim m, Dim n) {
        return m.equals(n)
                ? m
                : m instanceof Dim.Known a && n instanceof Dim.Known b
                        ? Dim.of(Math.min(a.value(), b.value()))
                        : Dim.unknown();
    }

    private static Extents singular(Operation op) {
        Extents x = matrices(op, 0);
        return x.count() < 2 ? Extents.UNKNOWN : x.before(2).and(less(x.back(2), x.back(1)));
    }

    private static Value qr(Operation op) {
        return factors(op, 2, (stack, m, n, k) -> List.of(stack.and(m, k), stack.and(k, n)));
    }

    private static Value lu(Operation op) {
        return factors(op, 3, (stack, m, n, k) -> List.of(stack.and(m, m), stack.and(m, k), stack.and(k, n)));
    }

    private static Value svd(Operation op) {
        return factors(op, 3, (stack, m, n, k) -> List.of(stack.and(m, k), stack.and(k), stack.and(k, n)));
    }

    /** The shapes of what stacks of matrices of m rows and n columns are taken apart into, of k = min(m, n). */
    private interface Factors {
        List<Extents> of(Extents stack, Dim m, Dim n, Dim k);
    }

    private static Value factors(Operation op, int count, Factors factors) {
        Extents x = matrices(op, 0);
        List<Extents> all = x.count() < 2
                ? Collections.nCopies(count, Extents.UNKNOWN)
                : factors.of(x.before(2), x.back(2), x.back(1), less(x.back(2), x.back(1)));
        return both(op, all.toArray(new Extents[0]));
    }

    private static Extents covariance(Operation op) {
        return op.isRank(0, 2) ? Extents.of(op.shape(0).back(2), op.shape(0).back(2)) : Extents.UNKNOWN;
    }

    /** A vector of right-hand sides, or matrices whose columns they are. */
    private static Extents solved(Operation op, Extents x) {
        Extents y = op.shape(1);
        if (y.isClosed(0)) {
            return op.refuse("the right-hand side must be a vector or matrix", 0, 1);
        }
        if (x.open() || y.open()) {
            return Extents.UNKNOWN;
        }
        Extents rows = x.before(1);
        boolean vectors = y.count() == 1 || y.equals(rows);
        if (!vectors && y.count() == rows.count() && !Extents.differ(y, rows)) {
            return Extents.UNKNOWN;
        }
        return sides(op, x, vectors ? y.and(Dim.one()) : y, x.back(1), vectors);
    }

    /** @param y a matrix, whose columns the right-hand sides are */
    private static Extents sides(Operation op, Extents x, Extents y, Dim rows, boolean vectors) {
        if (op.differ(rows, y.back(2))) {
            return op.refuse("the right-hand side must have as many rows, " + Operation.unequal(rows, y.back(2)), 0, 1);
        }
        if (Extents.cannotBroadcast(x.before(2), y.before(2))) {
            return op.refuse(STACKS, 0, 1);
        }
        Extents solution = Extents.broadcast(x.before(2), y.before(2)).and(x.back(1));
        return vectors ? solution : solution.and(y.back(1));
    }

    private static Extents triangular(Operation op) {
        Extents x = square(op, 0);
        Extents y = matrices(op, 1);
        Boolean left = op.count() == 5 ? op.flag(3) : Boolean.TRUE;
        if (left == null || x.count() < 2 || y.count() < 2) {
            return Extents.UNKNOWN;
        }
        Dim side = y.back(left ? 2 : 1);
        if (op.differ(x.back(1), side)) {
            return op.refuse(
                    "the right-hand side must have as many " + (left ? "rows, " : "columns, ")
                            + Operation.unequal(x.back(1), side),
                    0,
                    1);
        }
        return stretched(op, x, y);
    }

    private static Extents stretched(Operation op, Extents x, Extents y) {
        if (Extents.cannotBroadcast(x.before(2), y.before(2))) {
            return op.refuse(STACKS, 0, 1);
        }
        return Extents.broadcast(x.before(2), y.before(2)).and(y.back(2), y.back(1));
    }

    /** Here the factor is the argument. */
    private static Extents cholesky(Operation op) {
        Extents factor = square(op, 1);
        Extents x = matrices(op, 0);
        if (factor.count() < 2 || x.count() < 2) {
            return Extents.UNKNOWN;
        }
        return op.differ(x.back(2), factor.back(1))
                ? op.refuse("the factor must have as many rows, " + Operation.unequal(x.back(2), factor.back(1)), 0, 1)
                : stretched(op, factor, x);
    }

    private static Extents leastSquares(Operation op) {
        Extents x = matrices(op, 0);
        Extents y = op.shape(1);
        if (x.open() || y.open()) {
            return Extents.UNKNOWN;
        }
        boolean vector = x.count() == 2 && y.count() == 1;
        if (!vector && y.count() < 2) {
            return op.refuse("the right-hand side must be a matrix, or a vector beside one matrix", 0, 1);
        }
        return sides(op, x, vector ? y.and(Dim.one()) : y, x.back(2), vector);
    }
}
