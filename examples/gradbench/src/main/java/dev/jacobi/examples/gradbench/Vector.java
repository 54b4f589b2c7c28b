package dev.jacobi.examples.gradbench;

/** A point or an axis in space. */
record Vector(double x, double y, double z) {
    Vector plus(Vector v) {
        return new Vector(x + v.x, y + v.y, z + v.z);
    }

    Vector minus(Vector v) {
        return new Vector(x - v.x, y - v.y, z - v.z);
    }

    Vector times(double factor) {
        return new Vector(factor * x, factor * y, factor * z);
    }

    double dot(Vector v) {
        return x * v.x + y * v.y + z * v.z;
    }

    Vector cross(Vector v) {
        return new Vector(y * v.z - z * v.y, z * v.x - x * v.z, x * v.y - y * v.x);
    }

    /** This, turned around an axis by as many radians as the axis is long (Rodrigues' formula). */
    Vector rotated(Vector axis) {
        double square = axis.dot(axis);
        if (square == 0) {
            return plus(axis.cross(this));
        }
        double angle = Math.sqrt(square);
        double cos = Math.cos(angle);
        Vector unit = axis.times(1 / angle);
        return times(cos).plus(unit.cross(this).times(Math.sin(angle))).plus(unit.times(unit.dot(this) * (1 - cos)));
    }
}
