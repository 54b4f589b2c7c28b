package dev.jacobi.processor.analysis;

import dev.jacobi.processor.diag.Kind;
import dev.jacobi.processor.diag.Problem;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Walk;
import dev.jacobi.processor.rules.Partials;
import java.util.ArrayList;
import java.util.List;

/**
 * Never silently wrong: every primitive through which a derivative would flow has a rule, or the program is refused
 * here. A primitive without a rule whose value the result does not depend on is a constant or a side effect, and is
 * left alone.
 */
public final class Coverage {

    private final Activity activity;
    private final Partials partials;
    private final List<Problem> problems = new ArrayList<>();

    private Coverage(Activity activity, Partials partials) {
        this.activity = activity;
        this.partials = partials;
    }

    public static List<Problem> check(Function function, Activity activity, Partials partials) {
        Coverage coverage = new Coverage(activity, partials);
        for (Stmt statement : Walk.all(function.body())) {
            coverage.statement(statement);
        }
        if (function.result() != null) {
            coverage.expression(function.result());
        }
        return coverage.problems;
    }

    private void statement(Stmt statement) {
        if (statement instanceof Stmt.Declare s && s.value() != null && activity.isUseful(s.variable())) {
            expression(s.value());
        } else if (statement instanceof Stmt.Assign s && activity.isUseful(s.variable())) {
            expression(s.value());
        }
    }

    private void expression(Expr e) {
        if (e instanceof Expr.Ref || !activity.isVaried(e)) {
            return;
        }
        if (e.type() instanceof Type.Array) {
            problems.add(Problem.of(
                    Kind.UNSUPPORTED,
                    e.span(),
                    "code that keeps differentiated numbers in an array",
                    "for now use double, float or Tensor"));
            return;
        }
        if (e instanceof Expr.Apply apply && partials.of(apply.primitive()) == null) {
            refuse(apply);
        }
        activity.through(e).forEach(this::expression);
    }

    /** Refuses the step that takes a number out of sight, not those that follow from it. */
    private void refuse(Expr.Apply apply) {
        Primitive primitive = apply.primitive();
        boolean takesNumbers =
                apply.operands().stream().anyMatch(o -> o.type().carriesDerivative() && activity.isVaried(o));
        if (!takesNumbers) {
            return;
        }
        if (!primitive.obstacle().isEmpty()) {
            String what = "a call of the " + primitive.obstacle() + " method " + primitive.name();
            problems.add(Problem.of(Kind.UNSUPPORTED, apply.span(), what, instead(primitive)));
            return;
        }
        boolean call = primitive.form() == Primitive.Form.METHOD || primitive.form() == Primitive.Form.STATIC_METHOD;
        problems.add(
                call
                        ? Problem.of(Kind.NO_DERIVATIVE, apply.span(), display(primitive), suggestion(primitive))
                        : Problem.of(Kind.LEAVES_NUMBERS, apply.span(), what(primitive), primitive.result()));
    }

    private static String instead(Primitive primitive) {
        return switch (primitive.obstacle()) {
            case "instance" -> "make " + primitive.name() + " static";
            case "varargs" -> "give " + primitive.name() + " plain parameters";
            default -> "write the types of " + primitive.name() + " out";
        };
    }

    private static String what(Primitive primitive) {
        return switch (primitive.form()) {
            case NEW -> "a constructor";
            case INFIX -> "joining strings";
            default -> primitive.name().equals("box") ? "boxing" : "this conversion";
        };
    }

    /** {@code FastMath.sin(double)}. */
    private static String display(Primitive primitive) {
        String signature = primitive.signature();
        int open = signature.indexOf('(');
        int method = signature.lastIndexOf('.', open);
        int owner = signature.lastIndexOf('.', method - 1);
        return signature.substring(owner + 1, open) + simple(signature.substring(open));
    }

    private static String simple(String parameters) {
        return parameters.replaceAll("[\\w.]*\\.(\\w+)", "$1").replace(",", ", ");
    }

    /** Where Math has a method of the same name and operands, that is what to write. */
    private String suggestion(Primitive primitive) {
        StringBuilder parameters = new StringBuilder();
        for (Type parameter : primitive.parameters()) {
            parameters.append(parameters.length() == 0 ? "" : ",").append(parameter);
        }
        Primitive inMath = new Primitive(
                Primitive.Form.STATIC_METHOD,
                null,
                primitive.name(),
                primitive.parameters(),
                primitive.result(),
                true,
                "java.lang.Math." + primitive.name() + "(" + parameters + ")");
        return partials.of(inMath) == null ? "" : "call Math." + primitive.name() + ", ";
    }
}
