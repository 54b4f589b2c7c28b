package dev.jacobi.processor.report;

/**
 * How often something happens.
 *
 * @param exact whether that often; else at most that often, since it depends on branches
 */
record Count(Polynomial most, boolean exact) {

    static final Count NONE = new Count(Polynomial.ZERO, true);

    static Count of(Polynomial times) {
        return new Count(times, true);
    }

    Count plus(Count other) {
        return new Count(most.plus(other.most), exact && other.exact);
    }

    /** One or the other. */
    Count or(Count other) {
        return new Count(most.max(other.most), exact && other.exact && most.equals(other.most));
    }

    Count atMost() {
        return new Count(most, most.isZero());
    }

    boolean isNone() {
        return most.isZero();
    }

    @Override
    public String toString() {
        return exact ? most.toString() : "≤ " + most;
    }
}
