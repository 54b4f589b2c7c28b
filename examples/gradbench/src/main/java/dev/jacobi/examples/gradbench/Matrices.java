package dev.jacobi.examples.gradbench;

/** Rotations, and movements in homogeneous coordinates. */
final class Matrices {
    private Matrices() {}

    /** The product of a movement with another, which is a rotation if it has three rows. */
    static double[][] product(double[][] a, double[][] b) {
        double[][] product = new double[a.length][b[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b[0].length; j++) {
                double sum = 0;
                for (int k = 0; k < b.length; k++) {
                    sum += a[i][k] * b[k][j];
                }
                product[i][j] = sum;
            }
        }
        return product;
    }

    /** A turn by x radians around the first axis, then by z around the third, as a movement. */
    static double[][] turn(double x, double z) {
        double cosX = Math.cos(x);
        double sinX = Math.sin(x);
        double cosZ = Math.cos(z);
        double sinZ = Math.sin(z);
        return new double[][] {
            {cosZ, -sinZ * cosX, sinZ * sinX, 0},
            {sinZ, cosZ * cosX, -cosZ * sinX, 0},
            {0, sinX, cosX, 0},
            {0, 0, 0, 1}
        };
    }

    /** A rotation around an axis by as many radians as it is long. */
    static double[][] rotation(double[] axis) {
        double angle = Math.sqrt(axis[0] * axis[0] + axis[1] * axis[1] + axis[2] * axis[2]);
        if (angle < 0.0001) {
            return new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
        }
        double x = axis[0] / angle;
        double y = axis[1] / angle;
        double z = axis[2] / angle;
        double sin = Math.sin(angle);
        double cos = Math.cos(angle);
        double rest = 1 - cos;
        return new double[][] {
            {x * x + (1 - x * x) * cos, x * y * rest - z * sin, x * z * rest + y * sin},
            {x * y * rest + z * sin, y * y + (1 - y * y) * cos, y * z * rest - x * sin},
            {x * z * rest - y * sin, z * y * rest + x * sin, z * z + (1 - z * z) * cos}
        };
    }
}
