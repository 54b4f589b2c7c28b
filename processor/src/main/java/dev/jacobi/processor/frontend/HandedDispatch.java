package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Calls that hand functions to a method which several classes implement, such as {@code rule.integrate(t -> k * t, 0,
 * 1)}: the code of each is read in the place of the call, with the functions in their places.
 */
final class HandedDispatch {

    private final Reading reading;
    private final NameSupply names;
    private final ExpressionReader expressions;

    HandedDispatch(Reading reading, NameSupply names, ExpressionReader expressions) {
        this.reading = reading;
        this.names = names;
        this.expressions = expressions;
    }

    /** The value of such a call; null where it isn't known what may run, or that can't be read where it is called. */
    @Nullable
    Expr read(MethodCallExpr e, MemberLookup.Method method, Frame frame, Span span) {
        ExecutableElement called = method.choice().method();
        Expression scope = e.getScope().orElse(null);
        boolean ofParent = scope instanceof SuperExpr;
        Expr own = scope == null || ofParent ? expressions.calls().own(called, frame) : null;
        if (Functions.isStatic(called)
                || method.choice().variableArity()
                || own == null && (scope == null || ofParent)) {
            return null;
        }
        Type declared = own == null ? expressions.type(Objects.requireNonNull(scope), frame) : own.type();
        List<Implementations.Case> cases = ofParent ? here(called) : cases(declared, called);
        if (cases == null
                || cases.stream().anyMatch(c -> !c.method().getTypeParameters().isEmpty())) {
            return null;
        }
        Dispatch steady = new Dispatch(reading, names, expressions);
        Expr read = own == null ? expressions.read(Objects.requireNonNull(scope), frame) : own;
        Expr object = steady.steady("self", read, frame);
        List<Expr> values = new ArrayList<>();
        List<@Nullable Handed> functions = new ArrayList<>();
        for (int i = 0; i < e.getArguments().size(); i++) {
            TypeMirror wanted = called.getParameters().get(i).asType();
            Handed function = new Inlining(reading, names, expressions).function(e.getArgument(i), wanted, frame);
            functions.add(function);
            values.add(
                    function == null
                            ? steady.steady(
                                    "argument",
                                    expressions.readAs(e.getArgument(i), reading.types.read(wanted), frame),
                                    frame)
                            : object); // stands for the function, and isn't read
        }
        Type result = reading.types.read(called.getReturnType());
        Dispatch dispatch = new Dispatch(reading, names, expressions, functions);
        return ofParent
                ? dispatch.exact(cases.get(0), object, values, frame, span)
                : dispatch.called(cases, object, values, result, frame, span);
    }

    /** Whether several of the classes of which the object may be have code of their own for the method. */
    boolean isOfSeveral(MethodCallExpr e, ExecutableElement called, Frame frame) {
        Expression scope = e.getScope().orElse(null);
        if (scope == null || scope instanceof SuperExpr || Functions.isStatic(called)) {
            return false;
        }
        List<Implementations.Case> cases = cases(expressions.type(scope, frame), called);
        return cases != null && cases.size() > 1;
    }

    /**
     * Whether it is known what may run, and none of it calls a method of that name again, which can't be read in place.
     */
    boolean isReadOnce(MethodCallExpr e, ExecutableElement called, Frame frame) {
        Expression scope = e.getScope().orElse(null);
        Expr own = scope == null ? expressions.calls().own(called, frame) : null;
        if (Functions.isStatic(called)
                || called.isVarArgs()
                || scope instanceof SuperExpr
                || scope == null && own == null) {
            return false;
        }
        Type declared = own == null ? expressions.type(Objects.requireNonNull(scope), frame) : own.type();
        List<Implementations.Case> cases = cases(declared, called);
        return cases != null
                && cases.stream().allMatch(c -> c.method().getTypeParameters().isEmpty())
                && cases.stream().noneMatch(HandedDispatch::callsNamesake);
    }

    private static boolean callsNamesake(Implementations.Case here) {
        return here.body().declaration().findAll(MethodCallExpr.class).stream()
                .anyMatch(call -> here.method().getSimpleName().contentEquals(call.getNameAsString()));
    }

    private @Nullable List<Implementations.Case> cases(Type declared, ExecutableElement called) {
        TypeElement type = reading.typer.members().classOf(declared);
        return type == null ? null : reading.members.implementations(type, called);
    }

    /** {@code super.method(…)} is this very method. */
    private @Nullable List<Implementations.Case> here(ExecutableElement called) {
        Declarations.Body body = reading.members.body(called);
        return body == null ? null : List.of(new Implementations.Case(Enclosing.type(called), "", called, body));
    }
}
