package dev.jacobi.processor.frontend;

import com.github.javaparser.ParseException;
import com.github.javaparser.QuickParser;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * {@code f.andThen(g)}, {@code f.compose(g)} and {@code identity()} of the Java library, as the lambdas that they are.
 */
final class Composition {

    private static final Set<String> NAMES = Set.of("andThen", "compose", "identity");

    private final Reading reading;
    private final ExpressionReader expressions;

    Composition(Reading reading, ExpressionReader expressions) {
        this.reading = reading;
        this.expressions = expressions;
    }

    static boolean isOne(ExecutableElement method) {
        return NAMES.contains(method.getSimpleName().toString())
                && Enclosing.packageName(method).equals("java.util.function");
    }

    Handed of(MethodCallExpr e, ExecutableElement method, @Nullable Handed self, Frame frame) {
        Frame inside = frame.within(Map.of(), Map.of(), Map.of(), frame.scope.inner());
        if (self == null) {
            return Closure.here(reading.typer.functions().written(e, () -> lambda("x -> x", e)), inside);
        }
        Expression before = e.getScope().orElseThrow();
        String own = declared("self", self, before, inside, frame);
        Handed other = expressions.functions().of(e.getArgument(0), frame);
        if (other == null) {
            throw new Refusal(Subset.unsupported(e.getArgument(0), frame.scope));
        }
        String given = declared("other", other, e.getArgument(0), inside, frame);
        boolean isVoid = own.startsWith("accept");
        boolean first = method.getSimpleName().contentEquals("compose");
        String parameters = parameters(first ? e.getArgument(0) : before, frame);
        String text = isVoid
                ? "(%s) -> { self.%s(%s); other.%s(%s); }".formatted(parameters, own, parameters, given, parameters)
                : first
                        ? "(%s) -> self.%s(other.%s(%s))".formatted(parameters, own, given, parameters)
                        : "(%s) -> other.%s(self.%s(%s))".formatted(parameters, given, own, parameters);
        return Closure.here(reading.typer.functions().written(e, () -> lambda(text, e)), inside);
    }

    /** Makes a name mean a function; gives the name of its method. */
    private String declared(String name, Handed function, Expression e, Frame inside, Frame frame) {
        TypeMirror type = reading.typer.typeOf(e, frame.scope);
        function.bind(name, inside);
        inside.scope.declare(name, type);
        return method(type).getSimpleName().toString();
    }

    private ExecutableElement method(TypeMirror type) {
        return Objects.requireNonNull(reading.typer.functions().method(type));
    }

    private String parameters(Expression function, Frame frame) {
        int count = method(reading.typer.typeOf(function, frame.scope))
                .getParameters()
                .size();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            names.add("x" + (i + 1));
        }
        return String.join(", ", names);
    }

    /** A lambda that stands, for whoever asks, where the call stands. */
    static Expression lambda(String text, Node at) {
        try {
            Expression lambda = QuickParser.expression(text);
            lambda.walk(node -> at.getRange().ifPresent(node::setRange));
            return lambda;
        } catch (ParseException e) {
            throw new IllegalStateException(text, e);
        }
    }
}
