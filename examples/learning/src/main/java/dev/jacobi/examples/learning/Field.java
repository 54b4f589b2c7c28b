package dev.jacobi.examples.learning;

import dev.jacobi.tensor.Tensor;

/**
 * V and V̇ on a grid over the square of angles and speeds. The origin, where both are 0, isn't a point of it.
 *
 * @param v by row (speed, from the lowest) and column (angle)
 * @param vDot likewise
 */
record Field(double[][] v, double[][] vDot) {
    /** Points along each edge, an even number of them. */
    static final int POINTS = 300;

    static Field of(Tensor[] parameters) {
        double[][] v = new double[POINTS][];
        double[][] vDot = new double[POINTS][];
        for (int row = 0; row < POINTS; row++) {
            float[][] states = new float[POINTS][2];
            for (int column = 0; column < POINTS; column++) {
                states[column][0] = (float) coordinate(column);
                states[column][1] = (float) coordinate(row);
            }
            v[row] = NeuralLyapunov.values(parameters, Tensor.of(states)).toDoubleArray();
            vDot[row] = NeuralLyapunov.rates(parameters, Tensor.of(states)).toDoubleArray();
        }
        return new Field(v, vDot);
    }

    /** The angle of a column, and the speed of a row. */
    static double coordinate(double index) {
        return LyapunovTraining.EDGE * (2 * index / (POINTS - 1) - 1);
    }

    /** At how many of the points V doesn't fall. */
    int rising() {
        int rising = 0;
        for (double[] row : vDot) {
            for (double rate : row) {
                if (!(rate < 0)) {
                    rising++;
                }
            }
        }
        return rising;
    }

    /**
     * The lowest V on the square's edge or where V doesn't fall: what starts below it stays below it, and comes to
     * rest.
     */
    double level() {
        double level = Double.POSITIVE_INFINITY;
        for (int row = 0; row < POINTS; row++) {
            for (int column = 0; column < POINTS; column++) {
                boolean edge = row == 0 || column == 0 || row == POINTS - 1 || column == POINTS - 1;
                if (edge || !(vDot[row][column] < 0)) {
                    level = Math.min(level, v[row][column]);
                }
            }
        }
        return level;
    }
}
