package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Leaves;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Type;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Objects in the place of an interface, such as a record that is handed to a quadrature. Where it is known of which
 * class they are, they are handed on as functions are, so that their own code is read where their methods are called,
 * and the numbers in them are followed.
 */
final class KnownObjects {

    /** The name that such an object has where it is handed on. */
    private static final String NAME = "object";

    private final Reading reading;
    private final NameSupply names;
    private final ExpressionReader expressions;

    KnownObjects(Reading reading, NameSupply names, ExpressionReader expressions) {
        this.reading = reading;
        this.names = names;
        this.expressions = expressions;
    }

    /** Whether an expression gives an object of a known class where an interface is wanted; nothing is read. */
    boolean isOne(Expression e, TypeMirror wanted, Frame frame) {
        Expression inner = ExpressionReader.unenclosed(e);
        if (inner instanceof ConditionalExpr both) {
            return isOneOrFunction(both.getThenExpr(), wanted, frame)
                    && isOneOrFunction(both.getElseExpr(), wanted, frame);
        }
        Closure named = frame.closures.get(FunctionForms.name(inner));
        if (named != null) {
            return named.isObject() && reading.members.known().know(type(named), wanted, true);
        }
        Choice several = frame.choices.get(FunctionForms.name(inner));
        if (several != null) {
            return several.allKnown().stream()
                    .filter(Closure::isObject)
                    .anyMatch(option -> reading.members.known().know(type(option), wanted, true));
        }
        return !FunctionForms.isFunctionOrChoice(inner)
                && (reading.members.known().know(typeOf(inner, frame.scope), wanted, isNew(inner))
                        || inner instanceof MethodCallExpr call && isGiven(call, wanted, frame));
    }

    private boolean isOneOrFunction(Expression e, TypeMirror wanted, Frame frame) {
        return isOne(e, wanted, frame)
                || reading.typer.functions().method(wanted) != null
                        && expressions.functions().isInSight(e, frame);
    }

    /** Whether a method's code makes such objects, and gives nothing else. */
    private boolean isGiven(MethodCallExpr call, TypeMirror wanted, Frame frame) {
        Declarations.Body body = returned().body(call, frame);
        return body != null
                && ReturnedFunctions.leaves(body).stream()
                        .allMatch(leaf ->
                                isNew(leaf) && reading.members.known().know(typeOf(leaf, body.scope()), wanted, true));
    }

    private static TypeMirror type(Closure object) {
        return Objects.requireNonNull(object.scope().local(NAME));
    }

    private static boolean isNew(Expression e) {
        return e instanceof ObjectCreationExpr creation
                && creation.getAnonymousClassBody().isEmpty();
    }

    private TypeMirror typeOf(Expression e, Scope scope) {
        try {
            return reading.typer.typeOf(e, scope);
        } catch (Refusal unknown) {
            return reading.typer.nothing(); // refused where it is read
        }
    }

    /** Such an object, which is read here. */
    Handed of(Expression e, Frame frame) {
        Expression inner = ExpressionReader.unenclosed(e);
        if (inner instanceof ConditionalExpr both) {
            Expr condition = expressions.readAs(both.getCondition(), Type.Scalar.BOOLEAN, frame);
            Frame then = frame.branch();
            Handed a = side(both.getThenExpr(), then);
            Frame otherwise = frame.branch();
            Handed b = side(both.getElseExpr(), otherwise);
            return new Branches(reading, names).function(condition, then, a, otherwise, b, frame, frame.scope.span(e));
        }
        Closure named = frame.closures.get(FunctionForms.name(inner));
        if (named != null) {
            return named;
        }
        Handed several = frame.choices.containsKey(FunctionForms.name(inner))
                ? expressions.functions().of(inner, frame)
                : null;
        if (several != null) {
            return several;
        }
        TypeMirror type = typeOf(inner, frame.scope);
        if (inner instanceof MethodCallExpr call && !reading.members.known().isClosed(type)) {
            return returned().of(call, frame);
        }
        Expr object = new Dispatch(reading, names, expressions).steady("object", expressions.read(inner, frame), frame);
        Scope scope = frame.scope.inner();
        scope.declare(NAME, type);
        Frame.Local local = new Frame.Local(object, object.type(), false);
        return new Closure(
                reading.typer.functions().object(NAME, inner), Map.of(NAME, local), Map.of(), Map.of(), scope);
    }

    private Handed side(Expression e, Frame frame) {
        Handed function = expressions.functions().of(e, frame);
        return function != null ? function : of(e, frame);
    }

    private ReturnedFunctions returned() {
        return new ReturnedFunctions(reading, names, expressions);
    }

    /** The object that is made where a function is expected; null where none of a known class is. */
    @Nullable
    Handed made(Expression e, Frame frame) {
        Expression inner = ExpressionReader.unenclosed(e);
        KnownClasses classes = reading.members.known();
        TypeMirror type = typeOf(inner, frame.scope);
        boolean known = (isNew(inner) || classes.isClosed(type)) && classes.knowSome(type);
        return known ? of(inner, frame) : null;
    }

    /** Whether an expression names such an object that is a record, which is never null. */
    boolean isRecord(Expression e, Frame frame) {
        Closure named = frame.closures.get(FunctionForms.name(ExpressionReader.unenclosed(e)));
        return named != null
                && named.isObject()
                && named.locals().values().stream().allMatch(local -> Leaves.isRecord(local.type()));
    }

    /** The object itself, for code that doesn't call its methods, as one of the type that was wanted. */
    Expr value(Closure object, Type wanted) {
        return reading.operators.argument(value(object), wanted);
    }

    Expr value(Closure object) {
        Frame inside = Frame.of(object.scope());
        inside.locals.putAll(object.locals());
        NameExpr name = (NameExpr) object.code();
        return NameReader.local(name.getNameAsString(), inside, object.scope().span(name));
    }
}
