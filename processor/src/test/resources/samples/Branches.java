package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;
import dev.jacobi.processor.samples.Trace;

/** if, ?:, early returns, throw. */
final class Branches {
    @Differentiable
    @Sample(at = {"2", "-2"}, gives = {"4", "-1"})
    static double ifElse(double x) {
        double y;
        if (x > 0) {
            y = x * x;
        } else {
            y = -x;
        }
        return y;
    }

    @Differentiable
    @Sample(at = {"2", "-2"}, gives = {"6", "1"})
    static double ifAlone(double x) {
        double y = x;
        if (x > 0) y *= 3 * y / x / 3 * 2 / 2 * 3 - 2;
        else ;
        if (x > 100) {
        }
        if (x > 0) y += 5 * x;
        return y;
    }

    @Differentiable
    @Sample(at = {"3, 1", "3, -1", "-3, 1", "-3, -1"})
    static double nested(double x, double y) {
        double r = 0;
        if (x > 0) {
            r = x;
            if (y > 0) {
                r *= y;
                double t = r * r;
                r += t;
            } else if (x > 2) {
                r -= y * y;
            }
            r *= 2;
        } else {
            if (y > 0) r = Math.sin(y);
            else {
                r = Math.exp(x);
                x = x * y;
            }
        }
        return r * x + y;
    }

    @Differentiable
    @Sample(at = {"0.5", "1.5", "2.5", "3.5"}, gives = {"1", "3", "0", "-1"})
    static double elseIfChain(double x) {
        if (x < 1) {
            return x;
        } else if (x < 2) {
            return x * x;
        } else if (x < 3) {
            return 7;
        }
        return -x;
    }

    @Differentiable
    @Sample(at = {"2", "-2"}, gives = {"2", "1"})
    static double thenReturns(double x) {
        if (x > 0) {
            return 2 * x;
        }
        return x;
    }

    @Differentiable
    @Sample(at = {"2", "-2"})
    static double elseReturns(double x) {
        double y = x;
        if (x > 0) {
            y = y * x;
        } else {
            return Math.exp(x);
        }
        y = y * 3;
        return y;
    }

    @Differentiable
    @Sample(at = {"2", "-2"})
    static double bothReturn(double x) {
        double y = x * x;
        if (x > 0) {
            return y;
        } else {
            return y * x;
        }
    }

    @Differentiable
    @Sample(at = {"3, 1", "3, -1", "-3, 1", "-3, -1"})
    static double controlGoesOn(double x, double y) {
        double r = x * y;
        if (x > 0) {
            r *= x;
            if (y > 0) {
                return r;
            }
            r += y;
        }
        r *= 3;
        return r + x;
    }

    @Differentiable
    @Sample(at = {"3, 1", "3, -1", "-3, 1", "-3, -1", "0.5, 1", "0.5, -1"})
    static double mixedReturns(double x, double y) {
        double r = x;
        if (x > 0) {
            if (y > 0) {
                return x * y;
            }
            r = r * y;
            if (x < 1) {
                return r * r;
            }
        } else {
            if (y < 0) {
                r = Math.sin(r);
            } else {
                return Math.cos(r * y);
            }
            r -= y;
        }
        return r * r + y;
    }

    @Differentiable
    @Sample(at = {"1, 1, 1", "1, 1, -1", "1, -1, 1", "1, -1, -1", "-1, 1, 1", "-1, 1, -1", "-1, -1, 1"})
    static double severalLevels(double x, double y, double z) {
        double r = 1;
        if (x > 0) {
            r += x;
            if (y > 0) {
                r *= y;
                if (z > 0) {
                    return r * z;
                } else {
                    r -= z;
                }
                r = r * r;
            } else {
                if (z > 0) {
                    r = z * x;
                } else {
                    return r * y * z;
                }
            }
            r = Math.sqrt(r * r + 1);
        }
        if (y > 0) {
            if (z < 0) return x * r;
            r = r * z;
        }
        return r + x * y * z;
    }

    @Differentiable
    @Sample(at = {"2", "-2", "20"})
    static double variableAssignedInBothAfterReturn(double x) {
        double y;
        double unused;
        if (x > 10) {
            return 1 / x;
        }
        if (x > 0) {
            y = x;
            unused = y;
        } else {
            y = x * x;
        }
        double z = y * y;
        return z;
    }

    @Differentiable
    @Sample(at = {"2", "-2"}, gives = {"2", "3"})
    static double conditional(double x) {
        return x > 0 ? 2 * x : 3 * x;
    }

    @Differentiable
    @Sample(at = {"3, 1", "3, -1", "-3, 1", "-3, -1"})
    static double conditionalsNested(double x, double y) {
        return (x > 0 ? y > 0 ? x * y : x / y : y > 0 ? Math.sin(x) : (y < -10 ? 1 : y)) * (x > y ? x : 2) + x;
    }

    @Differentiable
    @Sample(at = {"2, true", "2, false"})
    static double dearBranches(double x, boolean first) {
        double y = first ? Math.exp(Math.sin(x) * Math.sqrt(x)) : Math.log(Math.cosh(x) + Math.atan(x)) / x;
        return y * (first ? y : Math.tan(x));
    }

    @Differentiable
    @Sample(at = {"2", "-2"})
    static double conditionalOfIntAndDouble(double x) {
        int n = x > 0 ? 3 : 4;
        double y = x > 0 ? 1 : x;
        float f = x > 0 ? 1 : 2f;
        return (x < 0 ? n : x) * y + f * x;
    }

    @Differentiable
    @Sample(at = {"2", "-2"})
    static double assignmentInBranchOfConditional(double x) {
        double y = 1;
        double z = x > 0 ? (y = x * x) : (y += x);
        return y * z;
    }

    /** Squares would overflow, and roots give NaN, on the branch that isn't taken. */
    @Differentiable
    @Sample(at = {"4", "-4", "0"}, gives = {"0.25", "0", "0"}, smooth = false)
    static double branchNotRun(double x) {
        double y = 0;
        if (x > 0) {
            y = Math.sqrt(x);
        }
        return y + (x > 0 ? 0 : 0 * 1.0);
    }

    @Differentiable
    @Sample(at = {"0", "2"}, gives = {"1", "0"}, smooth = false)
    static double singularNotRun(double x) {
        return x == 0 ? x : Math.log(x) / x - Math.log(x) / x;
    }

    @Differentiable
    @Sample(at = {"2", "-2"})
    static double throwsInBranch(double x) {
        if (x < 0) {
            throw new IllegalArgumentException("x is negative: " + x);
        }
        return x * x;
    }

    @Differentiable
    @Sample(at = {"2, 1", "-2, 1", "-2, -1", "2, -1"})
    static double throwsInElse(double x, double y) {
        double r;
        if (x > 0) {
            r = x * y;
            if (y < 0) return r;
        } else if (y > 0) {
            r = x + y;
        } else {
            throw new IllegalStateException();
        }
        return r * r;
    }

    @Differentiable
    @Sample(at = {"2, 1", "2, 0"})
    static double divisionByZeroThrows(double x, int n) {
        return x * (3 / n);
    }

    @Differentiable
    @Sample(at = {"2, 1", "-2, 1", "2, -1"})
    static double shortCircuit(double x, double y) {
        if (Trace.is("a", x > 0) && Trace.is("b", y > 0) || Trace.is("c", x < -1)) {
            return x * y;
        }
        return Trace.is("d", x > 0) | Trace.is("e", y > 0) ? x : y;
    }

    @Differentiable
    @Sample(at = {"2, 1", "-2, 1", "2, -1"})
    static double conditionOnLocals(double x, double y) {
        boolean positive = x > 0;
        boolean same = positive == y > 0;
        x = -x;
        y *= x;
        if (!same) {
            x = x * x;
            positive = !positive;
        }
        return positive ? x * y : x - y;
    }

    @Differentiable
    @Sample(at = {"2, 3", "-2, 3", "0.1, 3"})
    static double conditionChangesInBranch(double x, double y) {
        if (x > 0) {
            x = -x * y;
            if (x > -1) {
                x = x * x;
            }
        } else {
            x = 1;
        }
        return x * y;
    }

    @Differentiable
    @Sample(at = {"2, 1", "2, 2", "2, 3"})
    static double onInts(double x, int n) {
        if (n == 1) return x;
        if (n == 2) return x * x;
        return x * x * x;
    }

    @Differentiable
    @Sample(at = {"2, \"square\"", "2, \"cube\""})
    static double onStrings(double x, String power) {
        return power.equals("square") ? x * x : power.length() > 3 ? x * x * x : 1;
    }

    @Differentiable
    @Sample(at = {"1, 2", "2, 1"}, gives = {"0, 1", "1, 0"})
    static double larger(double x, double y) {
        if (x > y) return x;
        else return y;
    }

    @Differentiable
    @Sample(at = {"-1", "1"})
    static double returnInBlock(double x) {
        {
            if (x > 0) {
                {
                    return x * x;
                }
            }
        }
        {
            return x * 3;
        }
    }

    @Differentiable
    @Sample(at = {"-0.75", "0.5", "2"})
    static float floatBranches(float x) {
        float y = x < 0 ? -x : x;
        if (y > 1) {
            return (float) Math.sqrt(y) * x;
        }
        return y * y * (x > 0 ? 2 : 1.5f);
    }

    /** Derivatives read what was chosen, since what it was made of is overwritten. */
    @Differentiable
    @Sample(at = {"[0.6, -0.7], 1.3", "[1.6, 0.7], 0.8"})
    static double chosenElements(double[] x, double r) {
        double[] q = x.clone();
        for (int i = 0; i < q.length; i++) {
            q[i] = q[i] > 0 ? q[i] / r : Math.expm1(q[i]);
        }
        q[0] += q[1] > 0 ? q[0] : r > 1 ? Math.tanh(q[0]) : q[0];
        return q[0] * q[1];
    }

    @Differentiable
    @Sample(at = {"[0.6, 0.7], 1.3", "[1.6, 1.7], 0.8"})
    static double chosenAndCarriedOn(double[] x, double r) {
        double[] q = x.clone();
        double t = 1;
        for (int i = 0; i < q.length; i++) {
            t = q[i] > t ? q[i] / r : Math.exp(q[i]);
            q[i] = t * r;
        }
        double last = q[1] > 1 ? Math.sqrt(q[1]) : q[1];
        q[1] = 3;
        return t * q[0] + last * q[1];
    }

    @Differentiable
    @Sample(at = {"[3, 4], 2", "[3, 4], -2"})
    static void chosenInPlace(double[] q, double r) {
        q[0] = r > 0 ? q[0] / r : q[0];
        q[1] = r > 0 ? q[1] : q[0] / r;
    }
}
