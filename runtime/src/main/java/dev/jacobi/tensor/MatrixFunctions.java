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

    /** (Higham: The scaling and squaring method for the matrix exponential revisited, 2005, algorithm 2.3.) */
    static Tensor exp(Tensor x) {
        Stacks.square("matrixExp", "x", x);
        int n = x.dim(-1);
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
        double norm = a.abs().sum(0).max().item();
        if (!Double.isFinite(norm)) {
            return Tensor.fullLike(a, Double.NaN);
        }
        for (int i = 0; i < BOUNDS.length; i++) {
            if (norm <= BOUNDS[i]) {
                return pade(a, COEFFICIENTS[i]);
            }
        }
        int halvings = Math.max(0, Math.getExponent(norm / BOUNDS[4]) + 1);
        Tensor r = pade(a.mul(Math.scalb(1.0, -halvings)), COEFFICIENTS[4]);
        for (int i = 0; i < halvings; i++) {
            r = r.mm(r);
        }
        return r;
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
