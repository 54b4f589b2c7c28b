package dev.jacobi.processor.samples;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How the rules of elementwise operations are called that aren't plain; see {@link TensorCalls}. */
final class ElementwiseCalls {
    private ElementwiseCalls() {}

    static final Map<String, List<String>> CALLS = calls();

    private static Map<String, List<String>> calls() {
        Map<String, List<String>> calls = new TreeMap<>();
        calls.put(
                "prelu(Tensor weight)",
                List.of(
                        "x.prelu(w); x 2 3; w 1",
                        "x.prelu(w); x 2 3 2; w 3",
                        "x.prelu(w); x; w 1",
                        "x.prelu(w); x 2; w "));
        calls.put("preluSlopes(Tensor like)", List.of("x.preluSlopes(l); x 3; l 2 3 2", "x.preluSlopes(l); x 1; l 2"));
        calls.put("polygamma(int n)", List.of("x.polygamma(2); x 2 3", "x.polygamma(0); x"));
        calls.put("besselI(int n)", List.of("x.besselI(2); x 2 3", "x.besselI(0); x", "x.besselI(-3); x 2"));
        calls.put("besselIe(int n)", List.of("x.besselIe(3); x 2 3", "x.besselIe(-1); x", "x.besselIe(0); x 2"));
        calls.put("erfcxSlope(int n)", List.of("x.erfcxSlope(3); x 2 3", "x.erfcxSlope(0); x"));
        calls.put("sincSlope(int n)", List.of("x.sincSlope(3); x 2 3", "x.sincSlope(0); x"));
        calls.put(
                "clamp(Tensor min, Tensor max)",
                List.of(
                        "x.clamp(min, max); x 2 3; min 2 3; max 2 3",
                        "x.clamp(min, max); x 3; min 2 1; max",
                        "x.clamp(min, max); x; min; max 2"));
        for (String number : List.of("double y", "float y")) {
            calls.merge(
                    "static where(Mask condition, Tensor x, double y)",
                    List.of("Tensor.where(x.gt(0), x.square(), y); x 2 3; " + number),
                    ElementwiseCalls::both);
            calls.merge(
                    "static where(Mask condition, double x, Tensor y)",
                    List.of("Tensor.where(x.gt(0), y, x.square()); x 2 3; " + number),
                    ElementwiseCalls::both);
        }
        calls.put(
                "lerp(Tensor end, double weight)",
                List.of("x.lerp(y, w); x 2 3; y 3; double w", "x.lerp(y, w); x; y 2; double w"));
        for (String method : List.of("addcmul", "addcdiv", "lerp")) {
            String header = method + (method.equals("lerp") ? "(Tensor end, Tensor weight)" : "(Tensor y, Tensor z)");
            String call = "x." + method + "(y, z)";
            calls.put(header, List.of(call + "; x 2 3; y 2 3; z 2 3", call + "; x 3; y 2 1; z", call + "; x; y; z 2"));
        }
        for (String method : List.of("addcmul", "addcdiv")) {
            String call = "x." + method + "(y, z, a)";
            calls.put(
                    method + "(Tensor y, Tensor z, double value)",
                    List.of(call + "; x 2 3; y 3; z 2 1; double a", call + "; x; y; z 2; double a"));
        }
        return calls;
    }

    private static List<String> both(List<String> some, List<String> more) {
        return List.of(some.get(0), more.get(0));
    }
}
