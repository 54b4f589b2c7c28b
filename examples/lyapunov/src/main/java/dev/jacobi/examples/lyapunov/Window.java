package dev.jacobi.examples.lyapunov;

/** The part of the plane that is looked at; the origin is inside. */
record Window(double left, double right, double bottom, double top) {
    Window {
        if (!(left < 0 && 0 < right && bottom < 0 && 0 < top)) {
            throw new IllegalArgumentException("the origin must be inside the window");
        }
    }

    boolean contains(double x, double y) {
        return left <= x && x <= right && bottom <= y && y <= top;
    }

    /** How far it is from the origin to the edge in the direction of an angle. */
    double reach(double angle) {
        double dx = Math.cos(angle);
        double dy = Math.sin(angle);
        return Math.min((dx < 0 ? left : right) / dx, (dy < 0 ? bottom : top) / dy);
    }
}
