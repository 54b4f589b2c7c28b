package dev.jacobi.tensor;

/** Products that are others in a different shape, or with something added. */
final class MoreProducts {
    private MoreProducts() {}

    static Tensor bmm(String operation, String xName, Tensor x, String yName, Tensor y) {
        Checks.rank(operation, xName, x, 3);
        Checks.rank(operation, yName, y, 3);
        if (x.dim(0) != y.dim(0) || x.dim(2) != y.dim(1)) {
            throw new ShapeMismatchException(operation + ": " + xName + " has shape " + x.shape() + " and " + yName
                    + " has shape " + y.shape() + "; they must be [b, m, k] and [b, k, n]");
        }
        return Products.matmul(x, y);
    }

    /** Throws unless two operands y and z have these ranks and fit. */
    static void checkProduct(String operation, Tensor y, int rankOfY, Tensor z, int rankOfZ) {
        Checks.rank(operation, "y", y, rankOfY);
        Checks.rank(operation, "z", z, rankOfZ);
        if (y.dim(1) != z.dim(0)) {
            throw new ShapeMismatchException(operation + ": y has shape " + y.shape() + " and z has shape " + z.shape()
                    + "; the inner dimensions " + y.dim(1) + " and " + z.dim(0) + " must be equal");
        }
    }

    /** A product and what is added to it, which is stretched to its shape. */
    static Tensor added(String operation, Tensor x, Tensor product) {
        if (!Broadcasting.fits(x.shape(), product.shape())) {
            throw new ShapeMismatchException(operation + ": x has shape " + x.shape()
                    + ", which does not stretch to the shape " + product.shape() + " of the product");
        }
        return x.add(product);
    }

    /** The letters of two operands whose last, or first, {@code dims} dimensions are summed over together. */
    static String tensordotEquation(int rankOfX, int rankOfY, int dims) {
        if (dims < 0 || dims > rankOfX || dims > rankOfY) {
            throw new IllegalArgumentException(
                    "tensordot: dims is " + dims + ", but x has " + rankOfX + " dimensions and y has " + rankOfY);
        }
        String x = letters(0, rankOfX);
        String y = letters(rankOfX - dims, rankOfX - dims + rankOfY);
        return x + "," + y + "->" + x.substring(0, rankOfX - dims) + y.substring(dims);
    }

    /** The same of any dimensions, in pairs. */
    static String tensordotEquation(Shape x, Shape y, int[] dimsOfX, int[] dimsOfY) {
        boolean[] ofX = chosen("dimsOfX", x, dimsOfX);
        boolean[] ofY = chosen("dimsOfY", y, dimsOfY);
        if (dimsOfX.length != dimsOfY.length) {
            throw new IllegalArgumentException("tensordot: there are " + dimsOfX.length + " dimensions of x, but "
                    + dimsOfY.length + " of y to go with them");
        }
        String left = letters(0, x.rank());
        StringBuilder right = new StringBuilder(letters(x.rank(), x.rank() + y.rank()));
        for (int k = 0; k < dimsOfX.length; k++) {
            int i = x.ownAxis("tensordot", dimsOfX[k]);
            int j = y.ownAxis("tensordot", dimsOfY[k]);
            if (x.at(i) != y.at(j)) {
                throw new ShapeMismatchException("tensordot: x has shape " + x + " and y has shape " + y
                        + "; dimensions " + i + " and " + j + " must be equally long");
            }
            right.setCharAt(j, left.charAt(i));
        }
        return left + "," + right + "->" + others(left, ofX) + others(right, ofY);
    }

    private static boolean[] chosen(String name, Shape shape, int... dims) {
        boolean[] chosen = new boolean[shape.rank()];
        for (int dim : Checks.present("tensordot", name, dims)) {
            int axis = shape.ownAxis("tensordot", dim);
            if (chosen[axis]) {
                throw new IllegalArgumentException("tensordot: " + name + " names dimension " + axis + " twice");
            }
            chosen[axis] = true;
        }
        return chosen;
    }

    private static String others(CharSequence letters, boolean... chosen) {
        StringBuilder others = new StringBuilder();
        for (int i = 0; i < chosen.length; i++) {
            others.append(chosen[i] ? "" : letters.charAt(i));
        }
        return others.toString();
    }

    /** Whether (x·y)·z takes fewer multiplications than x·(y·z). */
    static boolean leftFirst(Tensor x, Tensor y, Tensor z) {
        Checks.rank("multiDot", "x", x, 2);
        Checks.rank("multiDot", "y", y, 2);
        Checks.rank("multiDot", "z", z, 2);
        if (x.dim(1) != y.dim(0) || y.dim(1) != z.dim(0)) {
            throw new ShapeMismatchException("multiDot: x has shape " + x.shape() + ", y has shape " + y.shape()
                    + " and z has shape " + z.shape() + "; neighbouring dimensions must be equal");
        }
        double left = (double) x.dim(0) * y.dim(1) * (x.dim(1) + z.dim(1));
        double right = (double) x.dim(1) * z.dim(1) * (y.dim(1) + x.dim(0));
        boolean first = left <= right;
        Shape.of("multiDot", x.dim(0), z.dim(1)); // names the operation if that is too large
        Shape.of("multiDot", first ? x.dim(0) : y.dim(0), first ? y.dim(1) : z.dim(1));
        return first;
    }

    /** The letters of two operands whose last dimensions are summed over together. */
    static String innerEquation(int rankOfX, int rankOfY) {
        if (rankOfX == 0 || rankOfY == 0) {
            return "...,...->...";
        }
        String x = letters(0, rankOfX - 1);
        String y = letters(rankOfX - 1, rankOfX + rankOfY - 2);
        return x + "z," + y + "z->" + x + y;
    }

    private static String letters(int from, int to) {
        StringBuilder letters = new StringBuilder();
        for (int i = from; i < to; i++) {
            letters.append((char) (i < 26 ? 'a' + i : 'A' + i - 26));
        }
        return letters.toString();
    }

    /** The letters of Kronecker's product, whose dimensions come in pairs. */
    static String kronEquation(int rankOfX, int rankOfY) {
        int rank = Math.max(rankOfX, rankOfY);
        String x = letters(0, rank);
        String y = letters(rank, 2 * rank);
        StringBuilder pairs = new StringBuilder();
        for (int i = 0; i < rank; i++) {
            pairs.append(x.charAt(i)).append(y.charAt(i));
        }
        return x.substring(rank - rankOfX) + "," + y.substring(rank - rankOfY) + "->"
                + missing(pairs, x.substring(0, rank - rankOfX) + y.substring(0, rank - rankOfY));
    }

    private static String missing(StringBuilder pairs, String none) {
        return pairs.chars()
                .filter(letter -> none.indexOf(letter) < 0)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    static Tensor kron(Tensor x, Tensor y) {
        Checks.present("kron", "y", y);
        Shape.of("kron", x.size(), y.size()); // names the operation if that is too large
        int rank = Math.max(x.rank(), y.rank());
        int[] dims = new int[rank];
        for (int i = 1; i <= rank; i++) {
            dims[rank - i] = (i > x.rank() ? 1 : x.dim(-i)) * (i > y.rank() ? 1 : y.dim(-i));
        }
        return Einsum.of("kron", kronEquation(x.rank(), y.rank()), x, y).reshaped(Shape.owning("kron", dims));
    }

    static Tensor cross(Tensor x, Tensor y, int dim) {
        Checks.present("cross", "y", y);
        Shape shape = Broadcasting.shape("cross", x.shape(), y.shape());
        int axis = shape.ownAxis("cross", dim);
        if (shape.at(axis) != 3) {
            throw new ShapeMismatchException("cross: x has shape " + x.shape() + " and y has shape " + y.shape()
                    + "; dimension " + axis + " must have length 3");
        }
        Tensor a = Broadcasting.expand("cross", x, shape);
        Tensor b = Broadcasting.expand("cross", y, shape);
        Tensor[] parts = new Tensor[3];
        for (int i = 0; i < 3; i++) {
            int j = (i + 1) % 3;
            int k = (i + 2) % 3;
            parts[i] =
                    part(a, axis, j).mul(part(b, axis, k)).sub(part(a, axis, k).mul(part(b, axis, j)));
        }
        return Joining.cat(axis, parts);
    }

    private static Tensor part(Tensor x, int axis, int i) {
        return Slices.narrow(x, axis, i, 1);
    }

    static Tensor covariances(String operation, Tensor x) {
        if (x.rank() != 2) {
            throw new ShapeMismatchException(
                    operation + ": x has shape " + x.shape() + " but must have at most 2 dimensions");
        }
        Shape.of(String.valueOf(operation), x.dim(0), x.dim(0)); // names the operation if that is too large
        Tensor centred = x.sub(x.mean(1, true));
        return centred.mm(centred.t()).div(Math.max(x.dim(1) - 1, 0));
    }

    static Tensor vander(Tensor x, int n) {
        if (n < 1) {
            throw new IllegalArgumentException("vander: n is " + n + " but must be at least 1");
        }
        double[] out = new double[Shape.of("vander", x.size(), n).size()];
        for (int i = 0; i < x.size(); i++) {
            double power = 1;
            for (int j = 0; j < n; j++) {
                out[i * n + j] = power;
                power *= x.at(i);
            }
        }
        return new Tensor(x.shape().concat(Shape.of(n)), out).to(x.dtype());
    }
}
