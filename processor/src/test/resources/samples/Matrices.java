package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;

/** Arrays of arrays. */
final class Matrices {
    @Differentiable
    @Sample(at = "[[1, 2], [3, 4], [5, 6]], [0.5, -1]", gives = "[[0.5, -1], [0.5, -1], [0.5, -1]], [9, 12]")
    static double[] timesVector(double[][] m, double[] v) {
        double[] y = new double[m.length];
        for (int i = 0; i < m.length; i++) {
            for (int j = 0; j < v.length; j++) {
                y[i] += m[i][j] * v[j];
            }
        }
        return y;
    }

    @Differentiable
    @Sample(at = "[[1, 2], [3, 4]], [[0.5, -1, 2], [1, 0, 3]]")
    static double[][] timesMatrix(double[][] a, double[][] b) {
        int n = a.length, k = b.length, m = b[0].length;
        double[][] c = new double[n][m];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < m; j++) {
                double sum = 0;
                for (int l = 0; l < k; l++) {
                    sum += a[i][l] * b[l][j];
                }
                c[i][j] = sum;
            }
        }
        return c;
    }

    @Differentiable
    @Sample(at = "[[1, 2, 3], [4, 5, 6]]", gives = "[[1, 1, 1], [1, 1, 1]]")
    static double[][] transposed(double[][] m) {
        double[][] t = new double[m[0].length][m.length];
        for (int i = 0; i < m.length; i++) {
            for (int j = 0; j < m[i].length; j++) {
                t[j][i] = m[i][j];
            }
        }
        return t;
    }

    @Differentiable
    @Sample(at = "[[1, 2], [3, 4]]", gives = "[[1, 0], [0, 1]]")
    static double trace(double[][] m) {
        double sum = 0;
        for (int i = 0; i < m.length; i++) sum += m[i][i];
        return sum;
    }

    /** The derivative of a determinant is the matrix of cofactors; the second point swaps rows. */
    @Differentiable
    @Sample(
            at = {"[[4, 1], [2, 3]]", "[[0.5, 1], [2, 3]]", "[[1, 2, 0], [3, 1, 1], [2, -5, 4]]"},
            gives = {"[[3, -2], [-1, 4]]", "[[3, -2], [-1, 0.5]]", "[[9, -10, -17], [-8, 4, 9], [2, -1, -5]]"})
    static double determinant(double[][] m) {
        int n = m.length;
        double[][] a = new double[n][];
        for (int i = 0; i < n; i++) {
            a[i] = m[i].clone();
        }
        double det = 1;
        for (int k = 0; k < n; k++) {
            int pivot = k;
            for (int i = k + 1; i < n; i++) {
                if (Math.abs(a[i][k]) > Math.abs(a[pivot][k])) {
                    pivot = i;
                }
            }
            if (pivot != k) {
                double[] row = a[k];
                a[k] = a[pivot];
                a[pivot] = row;
                det = -det;
            }
            det *= a[k][k];
            for (int i = k + 1; i < n; i++) {
                double factor = a[i][k] / a[k][k];
                for (int j = k; j < n; j++) {
                    a[i][j] -= factor * a[k][j];
                }
            }
        }
        return det;
    }

    @Differentiable
    @Sample(at = "[[1, 2], [3, 4]]")
    static double rowsAsVariables(double[][] m) {
        double[] first = m[0];
        double[] second = m[1];
        first[0] += second[1] * 2;
        m[1][0] *= first[0];
        second[1] = m[0][1] * second[0];
        return first[0] * m[0][1] + m[1][1] * second[0];
    }

    @Differentiable
    @Sample(at = "[[1, 2], [3, 4], [5, 6]]", gives = "[[2, 4], [6, 8], [10, 12]]")
    static double eachRow(double[][] m) {
        double sum = 0;
        for (double[] row : m) {
            for (double e : row) {
                sum += e * e;
            }
        }
        return sum;
    }

    @Differentiable
    @Sample(at = {"[[1], [2, 3], [], [4, 5, 6]]", "[[2]]", "[]"})
    static double jaggedRows(double[][] m) {
        double y = 1;
        for (int i = 0; i < m.length; i++) {
            for (int j = 0; j < m[i].length; j++) {
                y = y * m[i][j] / (1 + i) + j;
            }
        }
        return y;
    }

    @Differentiable
    @Sample(at = "[1, 2, 3]")
    static double[][] triangular(double[] x) {
        double[][] t = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            t[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                t[i][j] = x[i] * x[j];
            }
        }
        return t;
    }

    @Differentiable
    @Sample(at = "2, 3")
    static double[][] initialisers(double x, double y) {
        double[][] m = {{x, y}, {x * y}, {}};
        m[1] = new double[] {m[0][0] * m[1][0], y};
        m[0][1] /= x;
        return m;
    }

    /** Writing into one writes into both. */
    @Differentiable
    @Sample(at = "[1, 2]", gives = "[12, 0]")
    static double sharedRow(double[] x) {
        double[] row = x.clone();
        double[][] m = {row, row, new double[2]};
        m[0][1] = m[1][0] * 3;
        m[2] = m[1];
        m[2][0] *= 2;
        return m[0][0] * m[1][1];
    }

    @Differentiable
    @Sample(at = "[[1, 2], [3, 4]]")
    static double rowsSwapped(double[][] m) {
        double[] t = m[0];
        m[0] = m[1];
        m[1] = t;
        m[0][0] *= m[1][1];
        t[0] += m[0][0];
        return m[0][0] * m[1][0] * t[1];
    }

    @Differentiable
    @Sample(at = "[[[1, 2], [3, 4]], [[0.5, -1], [2, 3]]]")
    static double cube(double[][][] c) {
        double y = 0;
        for (double[][] plane : c) {
            for (int i = 0; i < plane.length; i++) {
                double[] row = plane[i];
                row[0] = row[1] * row[0];
                y += plane[i][0] * c[0][0][1];
            }
        }
        return y;
    }

    @Differentiable
    @Sample(at = "[[2, 1], [1, 3]], 4")
    static double powerIteration(double[][] m, int steps) {
        double[] v = {1, 1};
        double norm = 0;
        for (int step = 0; step < steps; step++) {
            double[] w = new double[v.length];
            norm = 0;
            for (int i = 0; i < w.length; i++) {
                for (int j = 0; j < v.length; j++) w[i] += m[i][j] * v[j];
                norm += w[i] * w[i];
            }
            norm = Math.sqrt(norm);
            for (int i = 0; i < w.length; i++) w[i] /= norm;
            v = w;
        }
        return norm + v[0];
    }

    @Differentiable
    @Sample(at = "[[1, 2, 0.5], [0.5, -1, 2]]")
    static double[][] gramSchmidt(double[][] rows) {
        double[][] q = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            q[i] = rows[i].clone();
            for (int k = 0; k < i; k++) {
                double along = 0;
                for (int j = 0; j < q[i].length; j++) along += q[i][j] * q[k][j];
                for (int j = 0; j < q[i].length; j++) q[i][j] -= along * q[k][j];
            }
            double norm = 0;
            for (double e : q[i]) norm += e * e;
            norm = Math.sqrt(norm);
            for (int j = 0; j < q[i].length; j++) q[i][j] /= norm;
        }
        return q;
    }

    @Differentiable
    @Sample(at = "[[1.5, 2], [0.5, -1]], 0.5", gives = "[[0.75, 1], [0.25, -0.5]], 3.75")
    static float floatMatrix(float[][] m, float half) {
        float sum = 0;
        for (float[] row : m) for (float e : row) sum += e * e / 2 * half;
        return sum;
    }

    @Differentiable
    @Sample(at = "[[1, 2], [3, 4]]")
    static double[] column(double[][] m) {
        double[] c = new double[m.length];
        int j = 1;
        for (int i = 0; i < c.length; i++) {
            c[i] = m[i][j] * m[j][i];
            j = 1 - j;
        }
        return c;
    }

    /** Only the outer array is copied. */
    @Differentiable
    @Sample(at = "[[1, 2], [3, 4]]")
    static double shallowClone(double[][] m) {
        double[][] copy = m.clone();
        copy[0][0] *= m[0][1];
        copy[1] = new double[] {7, copy[0][0]};
        m[1][1] = copy[1][1] * m[1][1];
        return m[0][0] * m[1][1] * copy[1][0];
    }

    @Differentiable
    @Sample(at = {"3, 4", "0.5, 1"})
    static double pathsInGrid(double x, int n) {
        double[][] ways = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (i == 0 || j == 0) {
                    ways[i][j] = x / (1 + i + j);
                } else {
                    ways[i][j] = Math.min(ways[i - 1][j], ways[i][j - 1] * 0.9) + x * ways[i - 1][j - 1];
                }
            }
        }
        return ways[n - 1][n - 1];
    }
}
