package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.jacobi.processor.diag.Kind;
import dev.jacobi.processor.diag.Problem;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Reads calls of functions as their bodies: a lambda's where its variable is called, and a method's that is handed a
 * lambda, since only there its body and the lambda's meet.
 */
final class Inlining {

    /** How often a method may stand inside itself: one that calls itself without end would never be read. */
    private static final int DEPTH = 8;

    private final Reading reading;
    private final NameSupply names;
    private final ExpressionReader expressions;

    Inlining(Reading reading, NameSupply names, ExpressionReader expressions) {
        this.reading = reading;
        this.names = names;
        this.expressions = expressions;
    }

    /** The value of {@code f.applyAsDouble(x)} where f's body is in sight. */
    Expr called(
            Closure closure, MemberLookup.Method method, List<Expr> arguments, Type result, Frame frame, Span span) {
        if (!method.choice().method().getModifiers().contains(Modifier.ABSTRACT)) {
            throw unsupported("a call of a function's default method", "call the function itself", span);
        }
        Frame inside = frame.within(
                closure.locals(),
                closure.closures(),
                closure.choices(),
                closure.scope().inner());
        if (closure.code() instanceof LambdaExpr lambda) {
            for (int i = 0; i < arguments.size(); i++) {
                TypeMirror type = method.choice().parameter(i);
                bind(lambda.getParameter(i).getNameAsString(), type, arguments.get(i), inside);
            }
            return body(lambda, result, inside);
        }
        return reference((MethodReferenceExpr) closure.code(), method, arguments, result, inside);
    }

    private Expr body(LambdaExpr lambda, Type result, Frame inside) {
        Statement body = lambda.getBody();
        if (body instanceof ExpressionStmt s) {
            if (result == Type.Scalar.VOID) {
                expressions.statement(s.getExpression(), inside);
                return nothing(inside.scope.span(lambda));
            }
            return expressions.readAs(s.getExpression(), result, inside);
        }
        return run(body.asBlockStmt().getStatements(), result, inside, inside.scope.span(lambda));
    }

    private Expr run(List<Statement> statements, Type result, Frame inside, Span span) {
        inside.locals.put(Frame.RESULT, new Frame.Local(null, result, false));
        new StatementReader(reading, names, result).readAll(statements, inside);
        if (result == Type.Scalar.VOID) {
            return nothing(span);
        }
        Expr value = inside.local(Frame.RESULT).value();
        if (value == null && !reading.problems.isEmpty()) {
            throw new Refusal(reading.problems.get(0)); // which kept the body from being read
        }
        if (value == null) {
            throw unsupported("a function that never returns", "write it without a function", span);
        }
        return value;
    }

    /** What a call without result gives. */
    private static Expr nothing(Span span) {
        return new Expr.Literal("", Type.Scalar.VOID, span);
    }

    private void bind(String name, TypeMirror mirror, Expr value, Frame inside) {
        Type type = reading.types.read(mirror);
        Stmt.Note note = new Stmt.Note(Stmt.Role.PRIMAL, value.span());
        Expr held = expressions.bind(name, reading.operators.convert(value, type), type, inside, note);
        inside.scope.declare(name, mirror);
        inside.locals.put(name, new Frame.Local(held, type, false));
    }

    /** {@code Math::sin}, {@code model::drag} or {@code Tensor::exp}, as the call that it stands for. */
    private Expr reference(
            MethodReferenceExpr e, MemberLookup.Method method, List<Expr> arguments, Type result, Frame inside) {
        Span span = inside.scope.span(e);
        List<Expression> given = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String name = "argument" + (i + 1);
            bind(name, method.choice().parameter(i), arguments.get(i), inside);
            given.add(new NameExpr(name));
        }
        if (e.getScope() instanceof NameExpr name && Patterns.declaring(name.getNameAsString(), name) != null) {
            throw unsupported("a reference to a method of a pattern's variable", "write a lambda", span);
        }
        if (e.getIdentifier().equals("new")) {
            throw unsupported("a reference to a constructor", "write a lambda", span);
        }
        MethodCallExpr call = call(e, receiver(e), given);
        try {
            reading.typer.members().method(call, inside.scope);
        } catch (Refusal noSuchStaticMethod) {
            call = call(e, given.get(0), given.subList(1, given.size()));
        }
        return reading.operators.convert(expressions.read(call, inside), result);
    }

    private static Expression receiver(MethodReferenceExpr e) {
        return e.getScope() instanceof TypeExpr type
                ? new NameExpr(type.getTypeAsString())
                : e.getScope().clone();
    }

    private static MethodCallExpr call(MethodReferenceExpr e, Expression receiver, List<Expression> arguments) {
        NodeList<Expression> list = new NodeList<>();
        arguments.forEach(a -> list.add(a.clone()));
        MethodCallExpr call = new MethodCallExpr(receiver, null, new SimpleName(e.getIdentifier()), list);
        e.getRange().ifPresent(range -> {
            call.setRange(range);
            call.getName().setRange(range);
        });
        return call;
    }

    /** Whether a call hands on a function whose body is in sight. */
    static boolean handsFunction(MethodCallExpr e, Frame frame) {
        for (Expression argument : e.getArguments()) {
            if (Closure.of(argument, frame) != null || choice(argument, frame) != null) {
                return true;
            }
        }
        return false;
    }

    /** What a variable that is handed on may hold, if that is one of several functions; or null. */
    private static @Nullable Choice choice(Expression argument, Frame frame) {
        return argument instanceof NameExpr name ? frame.choices.get(name.getNameAsString()) : null;
    }

    /** The value of a call whose arguments are functions in part: the method's body with them in their places. */
    Expr handed(MethodCallExpr e, MemberLookup.Method method, Frame frame, Span span) {
        ExecutableElement called = method.choice().method();
        Functions.Body body = reading.members.body(called);
        boolean plain = Functions.isStatic(called) && called.getTypeParameters().isEmpty() && !called.isVarArgs();
        if (body == null || !plain || Collections.frequency(reading.inlined, called) > DEPTH) {
            throw unsupported(
                    "handing a function to " + called.getSimpleName(),
                    "hand it to a static method in this compilation that doesn't call itself",
                    span);
        }
        reading.inlined.add(called);
        try {
            Frame inside =
                    frame.within(Map.of(), Map.of(), Map.of(), body.scope().inner());
            MethodDeclaration declaration = body.declaration();
            for (int i = 0; i < e.getArguments().size(); i++) {
                Closure closure = Closure.of(e.getArgument(i), frame);
                TypeMirror type = called.getParameters().get(i).asType();
                String name = declaration.getParameter(i).getNameAsString();
                Choice choice = choice(e.getArgument(i), frame);
                if (choice != null) {
                    ChoiceReader.requireInSight(choice, frame, span);
                    inside.scope.declare(name, type);
                    inside.choices.put(name, choice.handedOn());
                    inside.locals.put(name, frame.local(((NameExpr) e.getArgument(i)).getNameAsString()));
                } else if (closure != null) {
                    inside.scope.declare(name, type);
                    inside.closures.put(name, closure);
                } else {
                    bind(name, type, expressions.read(e.getArgument(i), frame), inside);
                }
            }
            Type result = reading.types.read(called.getReturnType());
            Subset.check(declaration.getBody().orElseThrow(), inside.scope).forEach(reading::report);
            return run(declaration.getBody().orElseThrow().getStatements(), result, inside, span);
        } finally {
            reading.inlined.remove(reading.inlined.size() - 1);
        }
    }

    private static Refusal unsupported(String what, String instead, Span span) {
        return new Refusal(Problem.of(Kind.UNSUPPORTED, span, what, instead));
    }
}
