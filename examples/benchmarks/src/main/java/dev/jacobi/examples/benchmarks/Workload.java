package dev.jacobi.examples.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;

/** Generated Java to be compiled: straight-line methods as people write them. */
final class Workload {

    private static final int METHODS_PER_CLASS = 10;

    /** The bodies, in turn; {@code #} becomes the method's number, {@code ~} a constant of its own. */
    private static final String[] METHODS = {
        """
            static double energy#(double q, double p) {
                double kinetic = p * p / (2 * ~);
                double potential = ~ * (1 - Math.cos(q));
                return kinetic + potential;
            }
        """, """
            static double logistic#(double x, double w, double b) {
                double z = w * x + b - ~;
                double y = 1 / (1 + Math.exp(-z));
                return -Math.log(y) + ~ * square(w);
            }
        """, """
            static Tensor lyapunov#(Tensor x, Tensor p) {
                Tensor px = p.mm(x);
                return x.t().mm(px).add(~);
            }
        """, """
            static double huber#(double x) {
                double size = Math.abs(x);
                double loss;
                if (size < ~) {
                    loss = 0.5 * square(x);
                } else {
                    loss = ~ * (size - 0.5 * ~);
                }
                return loss;
            }
        """, """
            static Tensor layer#(Tensor x, Tensor w, Tensor b) {
                Tensor z = x.mm(w).add(b);
                Tensor y = z.tanh().mul(~);
                return y.add(z.pow(2)).sum();
            }
        """, """
            static float spring#(float x, float v) {
                float force = -~f * x - 0.5f * v;
                force += x > 0 ? x * x : 0;
                return force * force;
            }
        """, """
            static double distance#(double x1, double y1, double x2, double y2) {
                double dx = x1 - x2, dy = y1 - y2;
                double r = Math.sqrt(square(dx) + square(dy) + ~);
                double inverse = 1 / r;
                return inverse * inverse * inverse - ~ * inverse;
            }
        """, """
            static double black#(double s, double k, double v) {
                double d = (Math.log(s / k) + ~ * v * v) / v;
                double n = 0.5 * (1 + Math.tanh(0.8 * d));
                return s * n - k * Math.exp(-~) * n;
            }
        """, """
            static Tensor quartic#(Tensor x) {
                return x.pow(2).add(x.pow(4).mul(~)).mean();
            }
        """, """
            static double orbit#(double a, double e, double t) {
                double radius = a * (1 - e * e) / (1 + e * Math.cos(t));
                double speed = Math.sqrt(~ * (2 / radius - 1 / a));
                speed *= 1 - e * Math.sin(t);
                return speed + energyOf(radius, speed);
            }
        """,
    };

    private static final String HEAD = """
        package model;

        import dev.jacobi.Differentiable;
        import dev.jacobi.tensor.Tensor;

        final class Model%d {

            private Model%d() {}

            private static double square(double x) {
                return x * x;
            }

            private static double energyOf(double radius, double speed) {
                return 0.5 * square(speed) - 1 / radius;
            }
        """;

    private Workload() {}

    /** Files by name: classes of ten annotated methods; for one method, the notebook's class. */
    static Map<String, String> sources(int methods) {
        Map<String, String> files = new LinkedHashMap<>();
        if (methods == 1) {
            files.put("model/Lyapunov.java", lyapunov());
            return files;
        }
        for (int first = 0; first < methods; first += METHODS_PER_CLASS) {
            int number = first / METHODS_PER_CLASS;
            StringBuilder text = new StringBuilder(HEAD.formatted(number, number));
            for (int i = first; i < Math.min(methods, first + METHODS_PER_CLASS); i++) {
                text.append("\n    @Differentiable\n").append(method(i));
            }
            files.put("model/Model" + number + ".java", text.append("}\n").toString());
        }
        return files;
    }

    private static String method(int number) {
        return METHODS[number % METHODS.length]
                .replace("#", String.valueOf(number))
                .replace("~", number + ".25");
    }

    private static String lyapunov() {
        return """
            package model;

            import dev.jacobi.Differentiable;
            import dev.jacobi.tensor.Tensor;

            final class Lyapunov {

                private Lyapunov() {}

                @Differentiable
                static Tensor V(Tensor x) {
                    return x.pow(2).add(x.pow(4));
                }
            }
            """;
    }
}
