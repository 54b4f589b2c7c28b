package samples;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.samples.Sample;

/** Letters written as escapes, which compilers read before anything else. */
final class Escapes {
    @Differentiable
    @Sample(at = "2", gives = "12")
    static double unicod\u0065Escapes(double x) {
        double y\u0031 = x * x;
        return y1 * x /* the comment ends here: \u002a/ + 0 /* */;
    }

    @Differentiable
    @Sample(at = "2", gives = "4")
    static double escapedOperators(double x) {
        return x \u002a x\u003b
    \u007d

    \u0040Differentiable
    @Sample(at = "2", gives = "407")
    stati\uuu0063 doubl\u0065 escapedLiter\u0061ls(double x) {
        String text = \u0022\u005c\u0022 \\u0041 \u00e9\u0022;
        char quote = '\u005c'', letter = '\u00e9', backslash = "\u005c\u005c".charAt(0);
        \u0069f (x > \u0030\u002e5) { // goes on \u000a return x * (text.length() + quote + letter + backslash + 33);
        }
        return x;
    }
}
