package dev.jacobi.processor.report;

import dev.jacobi.processor.analysis.Activity;
import dev.jacobi.processor.diag.Origin;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which names in the source stand for what a derivative flows through, place by place. */
final class ActiveNames {

    /** A name, or a path that begins with one: {@code p.mass()}. Other expressions get names from Jacobi alone. */
    private static final Pattern PATH = Pattern.compile("[\\p{Ll}_$][\\w$]*(?:\\.\\w+(?:\\(\\))?)*");

    /** A name, or the declaration of a parameter: what parts of a record stand for. */
    private static final Pattern DECLARED =
            Pattern.compile("(?:[\\w.<>\\[\\],?@ ]+ )?(\\w+)", Pattern.UNICODE_CHARACTER_CLASS);

    private record Place(Origin origin, int line, int column) {}

    private record Use(int endColumn, boolean active) {}

    private final SourcePieces pieces;
    private final Map<Place, Use> places = new HashMap<>();
    private final Map<Origin, Map<String, Boolean>> names = new HashMap<>();

    ActiveNames(SourcePieces pieces) {
        this.pieces = pieces;
    }

    /** Takes in what is known of one function. */
    void add(Function function, Activity activity) {
        for (Stmt statement : Walk.all(function.body())) {
            for (Expr own : Walk.own(statement)) {
                expression(own, activity);
            }
            if (statement instanceof Stmt.Declare s) {
                named(s.note().span().origin(), s.variable(), activity);
            } else if (statement instanceof Stmt.Assign s) {
                named(s.note().span().origin(), s.variable(), activity);
            }
        }
        if (function.result() != null) {
            expression(function.result(), activity);
        }
    }

    /** The parameters of the function that a piece of source declares. */
    void parameters(Origin origin, Function function, Activity activity) {
        function.parameters().forEach(parameter -> named(origin, parameter, activity));
    }

    private void expression(Expr e, Activity activity) {
        if (e instanceof Expr.Ref ref) {
            Span span = ref.span();
            Use use = new Use(span.line() == span.endLine() ? span.endColumn() : 0, isActive(ref, activity));
            places.merge(new Place(span.origin(), span.line(), span.column()), use, (a, b) -> a.active() ? a : b);
            named(span.origin(), ref.variable(), activity);
            Matcher declared = DECLARED.matcher(pieces.text(span));
            if (declared.matches()) {
                named(span.origin(), declared.group(1), use.active());
            }
        }
        Walk.operands(e).forEach(operand -> expression(operand, activity));
    }

    private static boolean isActive(Expr.Ref ref, Activity activity) {
        return ref.type() instanceof Type.Array ? activity.isActiveArray(ref) : isActive(ref.variable(), activity);
    }

    private static boolean isActive(Var variable, Activity activity) {
        return variable.type().carriesDerivative() && activity.isActive(variable);
    }

    private void named(Origin origin, Var variable, Activity activity) {
        boolean active = variable.type() instanceof Type.Array
                ? activity.isActiveArray(new Expr.Ref(variable, Span.NOWHERE))
                : isActive(variable, activity);
        named(origin, variable.name(), active);
    }

    private void named(Origin origin, String name, boolean active) {
        names.computeIfAbsent(origin, o -> new LinkedHashMap<>()).merge(name, active, Boolean::logicalOr);
    }

    /**
     * Whether a name in the source is that of an active variable.
     *
     * @param text the whole line
     */
    boolean isActive(Origin origin, int line, int column, String name, String text) {
        Use use = places.get(new Place(origin, line, column));
        if (use != null && use.endColumn() >= column && use.endColumn() <= text.length()) {
            String whole = text.substring(column - 1, use.endColumn());
            if (whole.equals(name) || PATH.matcher(whole).matches()) {
                return use.active();
            }
        }
        return names.getOrDefault(origin, Map.of()).getOrDefault(name, false);
    }
}
