package dev.jacobi.processor.random;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What programs declare beside their methods, each where it is used. */
final class Declarations {

    private static final String WAVE = """
            static double wave(double x, double y) {
                return Math.sin(x) * y;
            }

            @DerivativeOf(type = Sample.class, method = "wave", by = "x")
            private static double waveByX(double x, double y) {
                return Math.cos(x) * y;
            }

            @DerivativeOf(type = Sample.class, method = "wave", by = "y")
            static double waveByY(double x, double y) {
                return Math.sin(x);
            }
            """;

    private static final String HILL = """
            static double hill(double x) {
                return x / (1 + x * x);
            }

            @DerivativeOf(type = Sample.class, method = "hill", form = DerivativeOf.Form.JVP)
            static double hillJvp(double x, double xDot) {
                double square = 1 + x * x;
                return (1 - x * x) / (square * square) * xDot;
            }
            """;

    private static final String BLEND = """
            static double blend(double x, double y) {
                return x * Math.cos(y);
            }

            @DerivativeOf(type = Sample.class, method = "blend", form = DerivativeOf.Form.VJP)
            static double[] blendVjp(double x, double y, double seed) {
                return new double[] {seed * Math.cos(y), -seed * x * Math.sin(y)};
            }
            """;

    private static final String CURVE = """
            enum Curve {
                LINE {
                    @Override
                    double at(double x) {
                        return 0.5 * x;
                    }
                },
                SINE {
                    @Override
                    double at(double x) {
                        return Math.sin(2 * x);
                    }
                },
                HALF {
                    @Override
                    double at(double x) {
                        return x < 0 ? 0 : x * x;
                    }
                };

                abstract double at(double x);
            }
            """;

    private static final String BODY = """
            sealed interface Body permits Ball, Box {
                double area(double r);

                default double twice(double r) {
                    return 2 * area(r);
                }

                static Body of(int k) {
                    return k > 1 ? new Ball(1.25) : new Box();
                }
            }

            record Ball(double size) implements Body {
                @Override
                public double area(double r) {
                    return size * Math.cos(r);
                }
            }

            static final class Box implements Body {
                private final double gap = 0.75;

                @Override
                public double area(double r) {
                    return r - gap;
                }
            }
            """;

    private static final Map<String, String> ALL =
            new TreeMap<>(Map.of("wave", WAVE, "hill", HILL, "blend", BLEND, "Curve", CURVE, "Body", BODY));

    private Declarations() {}

    /** Those that the methods use. */
    static String of(String methods) {
        return ALL.entrySet().stream()
                .filter(e -> methods.matches("(?s).*\\b" + e.getKey() + "\\b.*"))
                .map(e -> JavaPrinter.indent(e.getValue()))
                .collect(Collectors.joining("\n"));
    }
}
