package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.Expression;
import dev.jacobi.processor.diag.Kind;
import dev.jacobi.processor.diag.Problem;
import dev.jacobi.processor.ir.Expr;
import java.util.regex.Pattern;

/**
 * What stands where Java wants another type. The compiler would find it too, but in each derivative once more, where
 * the programmer hasn't written it.
 */
final class Mismatch {

    /** Which messages leave out. */
    private static final Pattern PACKAGE = Pattern.compile("^([a-z]\\w*\\.)+");

    private Mismatch() {}

    static Refusal of(Expr e, String wanted, Object given, String instead) {
        return new Refusal(Problem.of(Kind.WRONG_TYPE, e.span(), wanted, a(given), instead));
    }

    /** A number where a condition is wanted, or the other way round. */
    static Refusal ofCondition(Expr e, Object wanted, Object given) {
        return wanted.toString().equals("boolean")
                ? of(e, "a condition", given, "compare it with something, as in x != 0")
                : of(e, a(wanted), given, "write ?: to make a number of it");
    }

    /** A number with a fraction, or a condition, where only whole numbers are understood. */
    static Refusal ofWhole(Expr e, String sign, Object given) {
        return of(
                e,
                "a whole number",
                given,
                sign.equals("^")
                        ? "^ is no power in Java but exclusive or: write x * x, or Math.pow(x, y)"
                        : sign + " is for whole numbers: multiply or divide instead, or cast with (int)");
    }

    /** An index or a length that isn't an int. */
    static Refusal ofIndex(Expr e, Object given) {
        return of(e, "an int", given, "cast it: (int)");
    }

    /** What {@code var} takes a variable's type from. */
    static Expression valueOfVar(VariableDeclarator declarator, Scope scope) {
        Expression value = declarator.getInitializer().orElse(null);
        if (value == null || value instanceof ArrayInitializerExpr) {
            Node at = value == null ? declarator : value;
            String given = value == null ? "nothing" : "an array without a type";
            throw new Refusal(Problem.of(
                    Kind.WRONG_TYPE,
                    scope.span(at),
                    "a value",
                    given,
                    "write the variable's type in the place of var"));
        }
        return value;
    }

    /** A type's name with its article. */
    static String a(Object type) {
        String name = type.toString();
        if (name.equals("<nulltype>") || name.equals("<null>")) {
            return "null";
        }
        String spoken = PACKAGE.matcher(name).replaceFirst("");
        return ("aeioAEIO".indexOf(spoken.charAt(0)) >= 0 ? "an " : "a ") + name;
    }
}
