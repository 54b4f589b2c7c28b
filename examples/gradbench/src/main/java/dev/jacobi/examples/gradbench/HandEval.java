package dev.jacobi.examples.gradbench;

import com.fasterxml.jackson.annotation.JsonValue;

/** The inputs and outputs of {@link HandTracking}. */
final class HandEval {
    static final Module MODULE = Module.named("ht")
            .with("objective", Input.class, HandEval::objective)
            .with("jacobian", Input.class, HandEval::jacobian);

    /** A pose, what it should be fitted to, and for each point a place in its triangle, or none. */
    record Input(double[] theta, Data data, double[][] us) {
        boolean isOnVertices() {
            return us.length == 0;
        }
    }

    /** A hand and the points, each with the vertex or triangle that corresponds to it. */
    record Data(Hand.Model model, int[] correspondences, double[][] points) {}

    /** A matrix by its columns, given by its rows. */
    record Columns(double[][] columns) {
        @JsonValue
        double[][] rows() {
            double[][] rows = new double[columns[0].length][columns.length];
            for (int i = 0; i < rows.length; i++) {
                for (int j = 0; j < columns.length; j++) {
                    rows[i][j] = columns[j][i];
                }
            }
            return rows;
        }
    }

    private HandEval() {}

    private static Module.Prepared objective(Input in) {
        Hand hand = new Hand(in.data.model);
        int[] of = in.data.correspondences;
        return in.isOnVertices()
                ? () -> HandTracking.distances(in.theta, hand, of, in.data.points)
                : () -> HandTracking.surfaceDistances(in.theta, in.us, hand, of, in.data.points);
    }

    private static Module.Prepared jacobian(Input in) {
        Hand hand = new Hand(in.data.model);
        int[] of = in.data.correspondences;
        return in.isOnVertices()
                ? () -> DistancesGrad.jacobian(in.theta, hand, of, in.data.points)
                : () -> byPoseAndPlace(in, hand);
    }

    /**
     * Along the first coordinates of all places, the second ones, then each number of the pose: a point depends on its
     * own place only, so the derivatives by all places fit into two columns.
     */
    private static Columns byPoseAndPlace(Input in, Hand hand) {
        int[] of = in.data.correspondences;
        double[] still = new double[in.theta.length];
        double[][] columns = new double[2 + in.theta.length][];
        for (int j = 0; j < 2; j++) {
            columns[j] =
                    SurfaceDistancesGrad.jvp(in.theta, in.us, hand, of, in.data.points, still, along(j, in.us.length));
        }
        double[][] fixed = new double[in.us.length][2];
        for (int j = 0; j < in.theta.length; j++) {
            columns[2 + j] = SurfaceDistancesGrad.jvp(
                    in.theta, in.us, hand, of, in.data.points, unit(j, in.theta.length), fixed);
        }
        return new Columns(columns);
    }

    private static double[] unit(int j, int length) {
        double[] unit = new double[length];
        unit[j] = 1;
        return unit;
    }

    private static double[][] along(int coordinate, int places) {
        double[][] direction = new double[places][2];
        for (double[] place : direction) {
            place[coordinate] = 1;
        }
        return direction;
    }
}
