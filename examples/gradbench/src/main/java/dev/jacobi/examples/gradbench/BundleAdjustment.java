package dev.jacobi.examples.gradbench;

import dev.jacobi.Differentiable;

/** Points in space that several cameras see: how far the places in the pictures are from what was observed. */
final class BundleAdjustment {
    private BundleAdjustment() {}

    /** The weighted distance of a point's projection from where it was observed. */
    @Differentiable(wrt = {"camera", "point", "weight"})
    static Camera.Pixel reprojectionError(Camera camera, Vector point, double weight, Camera.Pixel observed) {
        return camera.project(point).minus(observed).times(weight);
    }

    /** Keeps weights near 1. */
    @Differentiable
    static double weightError(double weight) {
        return 1 - weight * weight;
    }
}
