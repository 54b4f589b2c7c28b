package kept;

import dev.jacobi.Differentiable;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Optional;
import java.util.function.Supplier;

/** Numbers that functions put into texts. */
final class Functions {

    static final class FilledText {

        @Differentiable("FilledTextGrad")
        static double f(double x) {
            StringBuilder text = new StringBuilder();
            Optional.of(1).ifPresent(i -> text.append(x));
            return Double.parseDouble(text.toString());
        }
    }

    static final class GivenText {

        @Differentiable("GivenTextGrad")
        static double f(double x) {
            return Double.parseDouble(Optional.of(1).map(i -> "" + x).get());
        }
    }

    static final class LaterText {

        @Differentiable("LaterTextGrad")
        static double f(double x) {
            Supplier<String> text = () -> String.valueOf(x);
            return Double.parseDouble(Optional.<String>empty().orElseGet(text));
        }
    }

    static final class PrintedByAFunction {

        @Differentiable("PrintedByAFunctionGrad")
        static double f(double x) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            PrintStream out = new PrintStream(bytes);
            Optional.of(1).ifPresent(i -> out.print(x));
            return Double.parseDouble(bytes.toString());
        }
    }

    static final class Printed {

        @Differentiable("PrintedGrad")
        static double f(double x) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            PrintStream out = new PrintStream(bytes);
            out.print(x);
            return Double.parseDouble(bytes.toString());
        }
    }

    static final class Told {
        static String last = "";

        static void tell(String text) {
            last = text;
        }

        @Differentiable("ToldGrad")
        static double f(double x) {
            Optional.of("").ifPresent(text -> tell(text + x));
            return Double.parseDouble(last);
        }
    }
}
