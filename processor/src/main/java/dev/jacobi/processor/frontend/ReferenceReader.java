package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import dev.jacobi.processor.diag.Kind;
import dev.jacobi.processor.diag.Problem;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Name;
import javax.lang.model.type.TypeMirror;

/** Calls of {@code Math::sin}, {@code model::drag}, {@code Tensor::exp} or {@code Point::new}. */
final class ReferenceReader {

    private final Reading reading;
    private final ExpressionReader expressions;
    private final Inlining inlining;

    ReferenceReader(Reading reading, ExpressionReader expressions, Inlining inlining) {
        this.reading = reading;
        this.expressions = expressions;
        this.inlining = inlining;
    }

    /** The value of a call of an object's method. */
    Expr called(NameExpr object, Name method, List<TypeMirror> types, List<Expr> arguments, Type result, Frame inside) {
        List<Expression> given = bound(object, types, arguments, inside);
        return value(call(object, copied(object), method.toString(), given), result, inside);
    }

    /** The value of a call, as that of the call that the reference stands for. */
    Expr called(MethodReferenceExpr e, List<TypeMirror> types, List<Expr> arguments, Type result, Frame inside) {
        Span span = inside.scope.span(e);
        List<Expression> given = bound(e, types, arguments, inside);
        if (e.getScope() instanceof NameExpr name && Patterns.declaring(name.getNameAsString(), name) != null) {
            throw unsupported("a reference to a method of a pattern's variable", "write a lambda", span);
        }
        if (!isSteady(e.getScope())) {
            throw unsupported(
                    "a reference to a method of an object that is computed here",
                    "keep the object in a variable",
                    span);
        }
        Expression call = e.getIdentifier().equals("new") ? creation(e, given, span) : call(e, given, inside);
        return value(call, result, inside);
    }

    /** What a function is given, under names. */
    private List<Expression> bound(Node at, List<TypeMirror> types, List<Expr> arguments, Frame inside) {
        List<Expression> given = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String name = "argument" + (i + 1);
            inlining.bind(name, types.get(i), arguments.get(i), inside);
            NameExpr argument = new NameExpr(name);
            at.getRange().ifPresent(argument::setRange);
            given.add(argument);
        }
        return given;
    }

    private Expr value(Expression call, Type result, Frame inside) {
        if (result == Type.Scalar.VOID) {
            expressions.statement(call, inside);
            return new Expr.Literal("", result, inside.scope.span(call));
        }
        return reading.operators.convert(expressions.read(call, inside), result);
    }

    /** Whether an object may be asked for at each call rather than once, where the reference stands. */
    private static boolean isSteady(Expression before) {
        return before instanceof NameExpr
                || before instanceof TypeExpr
                || before instanceof ThisExpr
                || before instanceof SuperExpr
                || before instanceof LiteralExpr
                || before instanceof FieldAccessExpr access && isSteady(access.getScope());
    }

    private MethodCallExpr call(MethodReferenceExpr e, List<Expression> given, Frame inside) {
        MethodCallExpr call = call(e, receiver(e), given);
        try {
            reading.typer.members().method(call, inside.scope);
        } catch (Refusal noSuchStaticMethod) {
            call = call(e, given.get(0), given.subList(1, given.size()));
        }
        return call;
    }

    private static Expression receiver(MethodReferenceExpr e) {
        return e.getScope() instanceof TypeExpr type
                ? new NameExpr(type.getTypeAsString())
                : e.getScope().clone();
    }

    private static MethodCallExpr call(MethodReferenceExpr e, Expression receiver, List<Expression> arguments) {
        return call(e, receiver, e.getIdentifier(), arguments);
    }

    private static MethodCallExpr call(Node at, Expression receiver, String method, List<Expression> arguments) {
        MethodCallExpr call = new MethodCallExpr(receiver, null, new SimpleName(method), clones(arguments));
        at.getRange().ifPresent(range -> {
            call.setRange(range);
            call.getName().setRange(range);
        });
        return call;
    }

    private static ObjectCreationExpr creation(MethodReferenceExpr e, List<Expression> arguments, Span span) {
        if (!(e.getScope() instanceof TypeExpr type)
                || !(type.getType() instanceof ClassOrInterfaceType named)
                || named.getTypeArguments().isPresent()) {
            throw unsupported("a reference to this constructor", "write a lambda", span);
        }
        ObjectCreationExpr creation = new ObjectCreationExpr(null, named.clone(), clones(arguments));
        e.getRange().ifPresent(creation::setRange);
        return creation;
    }

    /** A copy in the same place, which JavaParser gives only to what was parsed. */
    private static Expression copied(Expression e) {
        Expression copy = e.clone();
        e.getRange().ifPresent(copy::setRange);
        return copy;
    }

    private static NodeList<Expression> clones(List<Expression> arguments) {
        NodeList<Expression> list = new NodeList<>();
        arguments.forEach(a -> list.add(copied(a)));
        return list;
    }

    private static Refusal unsupported(String what, String instead, Span span) {
        return new Refusal(Problem.of(Kind.UNSUPPORTED, span, what, instead));
    }
}
