package dev.jacobi.examples.gradbench;

/**
 * A camera.
 *
 * @param rotation of space around the camera, by an axis as long as the angle
 * @param principal the principal point
 * @param k1 radial distortion, with {@code k2}
 */
record Camera(Vector rotation, Vector centre, double focalLength, Pixel principal, double k1, double k2) {
    /** How many numbers these are. */
    static final int SIZE = 11;

    /** A place in a picture. */
    record Pixel(double x, double y) {
        Pixel minus(Pixel p) {
            return new Pixel(x - p.x, y - p.y);
        }

        Pixel plus(Pixel p) {
            return new Pixel(x + p.x, y + p.y);
        }

        Pixel times(double factor) {
            return new Pixel(factor * x, factor * y);
        }
    }

    /** Where a point in space is in the camera's picture. */
    Pixel project(Vector point) {
        Vector seen = point.minus(centre).rotated(rotation);
        Pixel straight = new Pixel(seen.x() / seen.z(), seen.y() / seen.z());
        double square = straight.x * straight.x + straight.y * straight.y;
        double distortion = 1 + k1 * square + k2 * square * square;
        return straight.times(distortion).times(focalLength).plus(principal);
    }
}
