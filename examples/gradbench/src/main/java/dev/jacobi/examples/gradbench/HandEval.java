package dev.jacobi.examples.gradbench;

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
                : () -> byPlaceAndPose(in, hand);
    }

    /**
     * In each row the derivatives by the point's own place, since it depends on no other, then by the pose. Along the
     * first coordinates of all places, and along the second ones, the derivatives by all places fit into two columns.
     */
    private static double[][] byPlaceAndPose(Input in, Hand hand) {
        int[] of = in.data.correspondences;
        double[][] byPose = SurfaceDistancesGrad.jacobian(in.theta, in.us, hand, of, in.data.points);
        double[] first = PlacesGrad.jvp(in.us, in.theta, hand, of, in.data.points, along(0, in.us.length));
        double[] second = PlacesGrad.jvp(in.us, in.theta, hand, of, in.data.points, along(1, in.us.length));
        double[][] rows = new double[byPose.length][2 + in.theta.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i][0] = first[i];
            rows[i][1] = second[i];
            System.arraycopy(byPose[i], 0, rows[i], 2, in.theta.length);
        }
        return rows;
    }

    private static double[][] along(int coordinate, int places) {
        double[][] direction = new double[places][2];
        for (double[] place : direction) {
            place[coordinate] = 1;
        }
        return direction;
    }
}
