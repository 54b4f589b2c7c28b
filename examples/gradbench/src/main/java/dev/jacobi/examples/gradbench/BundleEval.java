package dev.jacobi.examples.gradbench;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.jacobi.examples.gradbench.Camera.Pixel;
import java.util.Arrays;
import java.util.Map;

/** The inputs and outputs of {@link BundleAdjustment}. */
final class BundleEval {
    static final Module MODULE = Module.named("ba")
            .with("objective", Input.class, in -> {
                Bundle bundle = in.bundle();
                return () -> errors(bundle);
            })
            .with("jacobian", Input.class, in -> {
                Bundle bundle = in.bundle();
                SparseJacobian jacobian = new SparseJacobian(in.n, in.m, in.p);
                return () -> fill(jacobian, bundle);
            });

    /**
     * A camera, a point, a weight and a feature, and how many of each there are: n cameras, m points, p observations.
     */
    record Input(int n, int m, int p, double[] cam, double[] x, double w, double[] feat) {
        Bundle bundle() {
            Camera[] cameras = new Camera[n];
            Vector[] points = new Vector[m];
            Pixel[] features = new Pixel[p];
            double[] weights = new double[p];
            Arrays.setAll(cameras, i -> camera());
            Arrays.setAll(points, i -> new Vector(x[0], x[1], x[2]));
            Arrays.setAll(features, i -> new Pixel(feat[0], feat[1]));
            Arrays.fill(weights, w);
            return new Bundle(cameras, points, weights, features);
        }

        private Camera camera() {
            return new Camera(
                    new Vector(cam[0], cam[1], cam[2]),
                    new Vector(cam[3], cam[4], cam[5]),
                    cam[6],
                    new Pixel(cam[7], cam[8]),
                    cam[9],
                    cam[10]);
        }
    }

    /** What was observed: feature i is point i mod m, seen by camera i mod n. */
    record Bundle(Camera[] cameras, Vector[] points, double[] weights, Pixel[] features) {
        Camera camera(int observation) {
            return cameras[observation % cameras.length];
        }

        Vector point(int observation) {
            return points[observation % points.length];
        }
    }

    /** The errors, of which the message has the first: they are all the same. */
    record Errors(double[] reprojection, double[] weight) {
        /** As the eval wants it. */
        @JsonValue
        Map<String, Object> message() {
            return Map.of(
                    "reproj_error",
                    Map.of("elements", Arrays.copyOf(reprojection, 2), "repeated", reprojection.length / 2),
                    "w_err",
                    Map.of("element", weight[0], "repeated", weight.length));
        }
    }

    private BundleEval() {}

    private static Errors errors(Bundle bundle) {
        int p = bundle.features.length;
        double[] reprojection = new double[2 * p];
        double[] weight = new double[p];
        for (int i = 0; i < p; i++) {
            Pixel error = BundleAdjustment.reprojectionError(
                    bundle.camera(i), bundle.point(i), bundle.weights[i], bundle.features[i]);
            reprojection[2 * i] = error.x();
            reprojection[2 * i + 1] = error.y();
            weight[i] = BundleAdjustment.weightError(bundle.weights[i]);
        }
        return new Errors(reprojection, weight);
    }

    private static SparseJacobian fill(SparseJacobian jacobian, Bundle bundle) {
        jacobian.clear();
        for (int i = 0; i < bundle.features.length; i++) {
            var errors = ReprojectionErrorGrad.jacobian(
                    bundle.camera(i), bundle.point(i), bundle.weights[i], bundle.features[i]);
            int camera = i % bundle.cameras.length;
            int point = i % bundle.points.length;
            add(jacobian, errors.x(), camera, point, i);
            add(jacobian, errors.y(), camera, point, i);
        }
        for (int i = 0; i < bundle.weights.length; i++) {
            jacobian.addWeight(i, WeightErrorGrad.gradient(bundle.weights[i]));
        }
        return jacobian;
    }

    private static void add(
            SparseJacobian jacobian, ReprojectionErrorGrad.Gradient row, int camera, int point, int observation) {
        jacobian.addRow(row.camera(), row.point(), row.weight(), camera, point, observation);
    }
}
