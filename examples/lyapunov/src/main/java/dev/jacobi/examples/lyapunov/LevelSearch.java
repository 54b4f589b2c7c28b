package dev.jacobi.examples.lyapunov;

import dev.jacobi.tensor.Tensor;

/**
 * Looks for the largest c for which V̇ &lt; 0 all over {V ≤ c}, but at the origin, and {V ≤ c} is inside the window.
 *
 * <p>V grows along every ray from the origin. So the level to stay below is the least that V has where a ray first
 * meets V̇ ≥ 0 or the window's edge. Rays are sampled, crossings found by bisection, and the search repeated between
 * the neighbours of the best ray: an estimate, since an excursion of V̇ between samples would be missed.
 */
record LevelSearch(QuadraticFunction v, Window window) {
    static final int RAYS = 720;
    private static final int SAMPLES = 400;
    private static final int ROUNDS = 5;
    private static final int RAYS_PER_ROUND = 20;

    /** The level, and the point on its edge because of which it is no larger. */
    record Level(double c, double x, double y, boolean atWindow) {}

    /** Runs the search; {@code step} runs once for each of the first {@link #RAYS} rays. */
    Level search(Runnable step) {
        double spacing = 2 * Math.PI / RAYS;
        Level best = level(0);
        for (int i = 0; i < RAYS; i++) {
            best = lower(best, level(i * spacing));
            step.run();
        }
        for (int round = 0; round < ROUNDS; round++) {
            double centre = Math.atan2(best.y, best.x);
            spacing /= RAYS_PER_ROUND;
            for (int i = -RAYS_PER_ROUND; i <= RAYS_PER_ROUND; i++) {
                best = lower(best, level(centre + i * spacing));
            }
        }
        return best;
    }

    private static Level lower(Level a, Level b) {
        return b.c < a.c ? b : a;
    }

    /** V where the ray in the direction of an angle first meets V̇ ≥ 0 or the window's edge. */
    private Level level(double angle) {
        double reach = window.reach(angle);
        Tensor ray = Tensor.of(Math.cos(angle), Math.sin(angle));
        double radius = crossing(ray, reach);
        Tensor x = ray.mul(radius);
        return new Level(v.value(x).item(), x.item(0), x.item(1), radius == reach);
    }

    /** The first radius at which V̇ ≥ 0, from below; the window's if there is none. */
    private double crossing(Tensor ray, double reach) {
        Tensor radii = Tensor.linspace(0, reach, SAMPLES + 1, ray.dtype());
        double[] rates = v.rate(ray.outer(radii)).toDoubleArray();
        for (int i = 1; i <= SAMPLES; i++) {
            if (!(rates[i] < 0)) {
                return bisect(ray, reach * (i - 1) / SAMPLES, reach * i / SAMPLES);
            }
        }
        return reach;
    }

    private double bisect(Tensor ray, double below, double above) {
        while (true) {
            double middle = (below + above) / 2;
            if (middle <= below || middle >= above) {
                return below;
            }
            if (v.rate(ray.mul(middle)).item() < 0) {
                below = middle;
            } else {
                above = middle;
            }
        }
    }
}
