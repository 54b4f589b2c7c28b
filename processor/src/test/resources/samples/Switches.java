package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;
import dev.jacobi.processor.samples.Trace;

/** switch in all its forms. */
final class Switches {
    enum Shape {
        SQUARE,
        CIRCLE,
        LINE
    }

    private static final int TWO = 2;

    @Differentiable
    @Sample(at = {"3, 1", "3, 2", "3, 3", "3, 9"}, gives = {"1", "6", "27", "-1"})
    static double oldSwitch(double x, int n) {
        double y;
        switch (n) {
            case 1:
                y = x;
                break;
            case TWO:
                y = x * x;
                break;
            case 3: {
                double t = x * x;
                y = t * x;
                break;
            }
            default:
                y = -x;
        }
        return y;
    }

    @Differentiable
    @Sample(at = {"3, 0", "3, 1", "3, 2", "3, 3"}, gives = {"18", "12", "3", "2"})
    static double fallsThrough(double x, int n) {
        double y = x;
        switch (n) {
            case 0:
                y = y * 1.5;
            case 1:
                y = y * x;
            case 2:
                if (n < 2) {
                    y *= 2;
                    break;
                }
                y += x;
            default:
                y += x;
        }
        return y;
    }

    @Differentiable
    @Sample(at = {"3, 1", "3, 2", "3, 3"}, gives = {"3", "12", "2"})
    static double defaultInTheMiddle(double x, int n) {
        double y = 0;
        switch (n) {
            case 1:
                y += x;
            default:
                y += 2 * x;
                break;
            case 2:
                y += 2 * x * x;
        }
        return y;
    }

    @Differentiable
    @Sample(at = {"3, 1", "3, 2"}, gives = {"6", "1"})
    static double noDefault(double x, int n) {
        switch (n) {
            case 1:
                x = x * x;
        }
        switch (n) {
        }
        return x;
    }

    @Differentiable
    @Sample(at = {"3, \"square\"", "3, \"cube\"", "3, \"other, still\""}, gives = {"6", "27", "0"})
    static double onNames(double x, String name) {
        switch (name) {
            case "square":
                return x * x;
            case "cube":
                return x * x * x;
            default:
                return 1;
        }
    }

    @Differentiable
    @Sample(at = {"3, SQUARE", "3, CIRCLE", "3, LINE", "3, null"}, gives = {"6", "18.84955592153876", "1"})
    static double onEnums(double x, Shape shape) {
        return switch (shape) {
            case SQUARE -> x * x;
            case CIRCLE -> {
                double r = x;
                yield Math.PI * r * r;
            }
            case LINE -> x;
        };
    }

    @Differentiable
    @Sample(at = {"3, 1", "3, 3", "3, 5"}, gives = {"2", "2", "27"})
    static double arrows(double x, int n) {
        double y = x;
        switch (n) {
            case 1, 2, 3 -> y = 2 * x;
            case 4 -> {
                y = y + 1;
                y = y * y;
            }
            default -> y *= x * x;
        }
        return y;
    }

    @Differentiable
    @Sample(at = {"3, 'a'", "3, 'b'", "3, 'z'"}, gives = {"1", "1.5", "1.5"})
    static double onCharacters(double x, char c) {
        return x
                * switch (c) {
                    case 'a' -> 1;
                    case 'b', 'c' -> 1.5;
                    default -> c == 'z' ? 1.5f : 2L;
                };
    }

    @Differentiable
    @Sample(at = {"3, 1", "3, 2", "3, 3"}, gives = {"3", "4", "5"})
    static double yields(double x, int n) {
        double y = switch (n) {
            case 1:
                yield x * 2;
            case 2:
                double t = x;
                t += x;
                yield t + x;
            default:
                if (n > 2) {
                    yield x * 4;
                }
                yield x;
        };
        return y + x;
    }

    @Differentiable
    @Sample(at = {"1.5, 8", "0.5, 3"})
    static double switchInLoop(double x, int n) {
        double y = x;
        loop:
        for (int i = 0; i < n; i++) {
            switch (i % 4) {
                case 0:
                    y = y * x;
                    break;
                case 1:
                    y += i;
                    continue;
                case 2:
                    if (y > 8) {
                        break loop;
                    }
                    y -= x / 3;
                default:
                    y *= 1.25;
            }
            y = Math.sqrt(y * y + i);
        }
        return y;
    }

    @Differentiable
    @Sample(at = {"1.5, 1, 1", "1.5, 1, 2", "1.5, 2, 1", "1.5, 2, 7"})
    static double nestedSwitches(double x, int n, int m) {
        double y = x;
        switch (n) {
            case 1:
                switch (m) {
                    case 1:
                        y = y * y;
                        break;
                    default:
                        y = Math.exp(y);
                }
                y += x;
                break;
            case 2:
                y = switch (m) {
                    case 1 -> switch (n + m) {
                        case 3 -> y * x * x;
                        default -> 0;
                    };
                    default -> {
                        double sum = 0;
                        for (int i = 0; i < m; i++) {
                            sum += y * i;
                            if (sum > 20) break;
                        }
                        yield sum * x;
                    }
                };
        }
        return y;
    }

    @Differentiable
    @Sample(at = {"2, 1", "2, 5"})
    static double switchThatThrows(double x, int n) {
        return switch (n) {
            case 1 -> x * x;
            default -> throw new IllegalArgumentException("no case " + n);
        };
    }

    @Differentiable
    @Sample(at = {"2, 3, 1", "2, 3, 0"})
    static double asArgument(double x, double y, int n) {
        return Math.pow(
                switch (n) {
                    case 0 -> x;
                    default -> x * y;
                },
                switch (n) {
                    case 0 -> y;
                    default -> 2;
                });
    }

    @Differentiable
    @Sample(at = {"2", "3.5"})
    static double selectorWithEffects(double x) {
        double y = x;
        int i = 0;
        while (i < 4) {
            switch (i++ + Trace.next() % 2) {
                case 0 -> y = y * Trace.number("zero", 2);
                case 1, 2 -> y = y * x + i;
                case 3 -> {
                    Trace.note("three", y);
                    y = Math.sin(y);
                }
                default -> y -= i;
            }
        }
        return y;
    }

    @Differentiable
    @Sample(at = {"0.5", "1.5", "2.5"}, gives = {"2", "3", "5"})
    static double onComputedInt(double x) {
        @dev.jacobi.NoDerivative double held = x;
        int n = (int) held;
        switch (n) {
            case 0: return 2 * x;
            case 1: x = x * x;
        }
        return n == 1 ? x : 2 * x * x / 2;
    }

    @Differentiable
    @Sample(at = "[1.5, 2, 3, 0.5], \"+*-s\"")
    static double interpreter(double[] x, String program) {
        double[] stack = new double[8];
        int top = 0;
        for (double e : x) stack[top++] = e;
        for (int i = 0; i < program.length(); i++) {
            switch (program.charAt(i)) {
                case '+' -> stack[top - 2] += stack[--top];
                case '-' -> {
                    double right = stack[--top];
                    stack[top - 1] -= right;
                }
                case '*' -> stack[--top - 1] *= stack[top];
                default -> stack[top - 1] = Math.sin(stack[top - 1]);
            }
        }
        return stack[0];
    }
}
