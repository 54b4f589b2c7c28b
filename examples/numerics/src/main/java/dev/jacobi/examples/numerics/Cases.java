package dev.jacobi.examples.numerics;

import static dev.jacobi.examples.numerics.Numbers.joined;
import static dev.jacobi.examples.numerics.Numbers.matrix;
import static dev.jacobi.examples.numerics.Numbers.ones;
import static dev.jacobi.examples.numerics.Numbers.part;
import static dev.jacobi.examples.numerics.Numbers.sum;

import java.util.List;

/** Every method of this example, with its derivative, at a point. */
final class Cases {
    static final List<Case> ALL = List.of(
            linearSystem(),
            cholesky(),
            tridiagonal(),
            compliance(),
            friction(),
            eccentricAnomaly(),
            pendulumPeriod(),
            spline(),
            powerSpectrum(),
            populations(),
            call(),
            americanPut(),
            kalmanFilter());

    private Cases() {}

    private static Case linearSystem() {
        double[] at = {1, 2, 0, 4, 1, -1, 2, 0.5, 3, 1, -2, 0.5};
        return new Case("LinearSystem.solve", at, p -> sum(LinearSystem.solve(matrix(p, 0, 3), part(p, 9, 3))), p -> {
            var gradient = SolveGrad.vjp(matrix(p, 0, 3), part(p, 9, 3), ones(3));
            return joined(joined(gradient.matrix()), gradient.right());
        });
    }

    /** The upper half isn't read: its derivatives are 0. */
    private static Case cholesky() {
        double[] at = {4, 1, -1, 1, 3, 0.5, -1, 0.5, 2};
        double[][] seed = {ones(3), ones(3), ones(3)};
        return new Case(
                "Cholesky.factor",
                at,
                p -> sum(Cholesky.factor(matrix(p, 0, 3))),
                p -> joined(FactorGrad.vjp(matrix(p, 0, 3), seed)));
    }

    private static Case tridiagonal() {
        double[] at = {0, 1, -1, 0.5, 4, 5, 3, 4, 1, 0.5, 2, 0, 1, 2, 3, 4};
        return new Case(
                "Tridiagonal.solve",
                at,
                p -> sum(Tridiagonal.solve(part(p, 0, 4), part(p, 4, 4), part(p, 8, 4), part(p, 12, 4))),
                p -> {
                    var gradient =
                            TridiagonalGrad.vjp(part(p, 0, 4), part(p, 4, 4), part(p, 8, 4), part(p, 12, 4), ones(4));
                    return joined(gradient.lower(), gradient.diagonal(), gradient.upper(), gradient.right());
                });
    }

    private static Case compliance() {
        double[] at = {3, 2, 4, 1, -0.5, 2};
        return new Case(
                "ConjugateGradients.compliance",
                at,
                p -> ConjugateGradients.compliance(part(p, 0, 3), part(p, 3, 3)),
                p -> {
                    var gradient = ComplianceGrad.gradient(part(p, 0, 3), part(p, 3, 3));
                    return joined(gradient.stiffness(), gradient.loads());
                });
    }

    private static Case friction() {
        double[] at = {0.02, 4000};
        return new Case("PipeFlow.friction", at, p -> PipeFlow.friction(p[0], p[1]), p -> {
            var gradient = FrictionGrad.gradient(p[0], p[1]);
            return new double[] {gradient.roughness(), gradient.reynolds()};
        });
    }

    private static Case eccentricAnomaly() {
        return new Case(
                "RootFinder.eccentricAnomaly",
                new double[] {0.8, 0.6},
                p -> RootFinder.eccentricAnomaly(p[0], p[1]),
                p -> {
                    var gradient = EccentricAnomalyGrad.gradient(p[0], p[1]);
                    return new double[] {gradient.anomaly(), gradient.eccentricity()};
                });
    }

    private static Case pendulumPeriod() {
        return new Case("Quadrature.pendulumPeriod", new double[] {2.5}, p -> Quadrature.pendulumPeriod(p[0]), p ->
                new double[] {PendulumPeriodGrad.gradient(p[0])});
    }

    private static Case spline() {
        double[] at = {1, 3, 2, -1, 0.5, 0, 0, 0, 0, 1.5, 3, 3, 3, 3, 1.2};
        return new Case("Spline.value", at, p -> Spline.value(part(p, 0, 5), part(p, 5, 9), p[14]), p -> {
            var gradient = ValueGrad.gradient(part(p, 0, 5), part(p, 5, 9), p[14]);
            return joined(gradient.controls(), gradient.knots(), new double[] {gradient.t()});
        });
    }

    private static Case powerSpectrum() {
        return new Case(
                "Fourier.powerSpectrum",
                new double[] {1, 0.5, -1, 2, 0, 0.25, 3, -2},
                p -> sum(Fourier.powerSpectrum(p)),
                p -> PowerSpectrumGrad.vjp(p, ones(p.length)));
    }

    private static Case populations() {
        double[] at = {10, 5, 1.1, 0.4, 0.1, 0.4, 4};
        return new Case(
                "RungeKutta.populations",
                at,
                p -> sum(RungeKutta.populations(part(p, 0, 2), part(p, 2, 4), p[6])),
                p -> {
                    var gradient = PopulationsGrad.vjp(part(p, 0, 2), part(p, 2, 4), p[6], ones(2));
                    return joined(gradient.start(), gradient.rates(), new double[] {gradient.end()});
                });
    }

    private static Case call() {
        return new Case(
                "BlackScholes.call",
                new double[] {100, 95, 0.05, 0.2, 0.5},
                p -> BlackScholes.call(p[0], p[1], p[2], p[3], p[4]),
                p -> {
                    var g = CallGrad.gradient(p[0], p[1], p[2], p[3], p[4]);
                    return new double[] {g.spot(), g.strike(), g.rate(), g.volatility(), g.time()};
                });
    }

    private static Case americanPut() {
        return new Case(
                "BinomialTree.americanPut",
                new double[] {100, 105, 0.05, 0.2, 0.5},
                p -> BinomialTree.americanPut(p[0], p[1], p[2], p[3], p[4], 100),
                p -> {
                    var g = AmericanPutGrad.gradient(p[0], p[1], p[2], p[3], p[4], 100);
                    return new double[] {g.spot(), g.strike(), g.rate(), g.volatility(), g.time()};
                });
    }

    private static Case kalmanFilter() {
        double[] at = {0.9, 2.1, 2.8, 4.3, 4.9, 6.2, 0.1, 0.25};
        return new Case(
                "KalmanFilter.logLikelihood", at, p -> KalmanFilter.logLikelihood(part(p, 0, 6), p[6], p[7]), p -> {
                    var gradient = LogLikelihoodGrad.gradient(part(p, 0, 6), p[6], p[7]);
                    return joined(gradient.seen(), new double[] {gradient.jerkiness(), gradient.blur()});
                });
    }
}
