package dev.jacobi.examples.gradbench;

/** A place in the plane, or a velocity. */
record Point(double x, double y) {
    Point plus(Point p) {
        return new Point(x + p.x, y + p.y);
    }

    Point times(double factor) {
        return new Point(factor * x, factor * y);
    }

    double distance(Point p) {
        double dx = x - p.x;
        double dy = y - p.y;
        return Math.sqrt(dx * dx + dy * dy);
    }
}
