package dev.jacobi.tensor;

import java.util.Arrays;

/** Powers and exponentials of square matrices. */
final class MatrixFunctions {
    private MatrixFunctions() {}

    /** xⁿ by repeated squaring; of negative n the power of the inverse. */
    static Tensor power(Tensor x, int n) {
        Stacks.square("matrixPower", "x", x);
        Tensor square = n < 0 ? Systems.inverse(x) : x;
        Tensor power = Tensor.eye(x.dtype(), x.dim(-1)).expandAs(x);
        boolean first = true;
        for (long rest = Math.abs((long) n); rest > 0; rest >>= 1) {
            if ((rest & 1) == 1) {
                power = first ? square : power.matmul(square);
                first = false;
            }
            square = rest > 1 ? square.matmul(square) : square;
        }
        return power;
    }

    /** The largest 1-norms for which these degrees suffice, and for 13 what a matrix is scaled down to. */
    private static final double[] BOUNDS = {
        1.495585217958292e-2, 2.539398330063230e-1, 9.504178996162932e-1, 2.097847961257068, 5.371920351148152
    };

    private static final double[][] COEFFICIENTS = {
        {120, 60, 12, 1},
        {30240, 15120, 3360, 420, 30, 1},
        {17297280, 8648640, 1995840, 277200, 25200, 1512, 56, 1},
        {17643225600.0, 8821612800.0, 2075673600, 302702400, 30270240, 2162160, 110880, 3960, 90, 1},
        {
            64764752532480000.0,
            32382376266240000.0,
            7771770303897600.0,
            1187353796428800.0,
            129060195264000.0,
            10559470521600.0,
            670442572800.0,
            33522128640.0,
            1323241920,
            40840800,
            960960,
            16380,
            182,
            1
        }
    };

    /** 2⁵³ / (26! / 13!² · 27!): the first term of the series that a Padé approximant of degree 13 gets wrong. */
    private static final double REMAINDER = 0x1p53 / (10400600 * 1.0888869450418352e28);

    private static final int TOO_FAR_FROM_NORMAL = -1;

    /** (Higham: The scaling and squaring method for the matrix exponential revisited, 2005, algorithm 2.3.) */
    static Tensor exp(Tensor x) {
        Stacks.square("matrixExp", "x", x);
        int n = x.dim(-1);
        if (n == 1) {
            return x.exp();
        }
        int count = Stacks.stack(x).size();
        double[] a = x.to(DType.FLOAT64).doubles();
        double[] r = new double[x.size()];
        for (int i = 0; i < count && n > 0; i++) {
            double[] matrix = Arrays.copyOfRange(a, i * n * n, (i + 1) * n * n);
            double[] exponential = single(new Tensor(Shape.of(n, n), matrix)).doubles();
            System.arraycopy(exponential, 0, r, i * n * n, n * n);
        }
        return new Tensor(x.shape(), r).to(x.dtype());
    }

    private static Tensor single(Tensor a) {
        double norm = norm(a);
        if (!Double.isFinite(norm)) {
            return Tensor.fullLike(a, Double.NaN);
        }
        for (int i = 0; i < BOUNDS.length; i++) {
            if (norm <= BOUNDS[i]) {
                return pade(a, COEFFICIENTS[i]);
            }
        }
        int halvings = halvings(a, norm);
        if (halvings == TOO_FAR_FROM_NORMAL) {
            return Tensor.fullLike(a, Double.NaN);
        }
        Tensor r = pade(scaled(a, -halvings), COEFFICIENTS[4]);
        for (int i = 0; i < halvings; i++) {
            r = r.mm(r);
        }
        return r;
    }

    /**
     * How often to halve so that the degree 13 suffices: by roots of norms of powers, which may be much smaller than
     * the norm; more halvings than need be lose digits. (Al-Mohy, Higham: A new scaling and squaring algorithm for the
     * matrix exponential, 2009, algorithm 5.1.)
     */
    private static int halvings(Tensor a, double norm) {
        int exponent = Math.getExponent(norm) + 1;
        Tensor unit = scaled(a, -exponent);
        Tensor square = unit.mm(unit);
        Tensor fourth = square.mm(square);
        Tensor sixth = fourth.mm(square);
        double sixthRoot = Math.pow(norm(sixth), 1 / 6.0);
        double eighthRoot = Math.pow(norm(fourth.mm(fourth)), 1 / 8.0);
        double tenthRoot = Math.pow(norm(sixth.mm(fourth)), 1 / 10.0);
        double size = Math.min(Math.max(sixthRoot, eighthRoot), Math.max(eighthRoot, tenthRoot));
        int halvings = Math.max(0, ceilingOfLog(size / BOUNDS[4]) + exponent);
        double rest = remainder(scaled(a, -halvings).abs());
        return Double.isFinite(rest)
                ? halvings + Math.max(0, -Math.floorDiv(-ceilingOfLog(rest), 26))
                : TOO_FAR_FROM_NORMAL;
    }

    /** The smallest whole number that isn't less than the logarithm to the base 2; of 0 a very small one. */
    private static int ceilingOfLog(double x) {
        return x == 0 ? -(1 << 20) : (int) Math.ceil(Math.log(x) / Math.log(2));
    }

    /** What degree 13 leaves of a matrix of these absolute elements, relative to its norm and in units of rounding. */
    private static double remainder(Tensor a) {
        Tensor sums = Tensor.ones(DType.FLOAT64, a.dim(0));
        for (int i = 0; i < 27; i++) {
            sums = a.mT().mv(sums);
        }
        return sums.max().item() / norm(a) * REMAINDER;
    }

    private static double norm(Tensor a) {
        return a.abs().sum(0).max().item();
    }

    private static Tensor scaled(Tensor a, int exponent) {
        int half = exponent / 2; // as the power of two itself may be none
        return a.mul(Math.scalb(1.0, half)).mul(Math.scalb(1.0, exponent - half));
    }

    /** (-U + V)⁻¹·(U + V), where U has the odd powers of the numerator and V the even ones. */
    private static Tensor pade(Tensor a, double[] b) {
        Tensor square = a.mm(a);
        Tensor power = Tensor.eye(DType.FLOAT64, a.dim(0));
        Tensor odd = power.mul(b[1]);
        Tensor even = power.mul(b[0]);
        for (int i = 2; i < b.length; i += 2) {
            power = power.mm(square);
            even = even.add(power.mul(b[i]));
            odd = odd.add(power.mul(b[i + 1]));
        }
        Tensor u = a.mm(odd);
        return even.sub(u).solve(even.add(u));
    }
}
