package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import dev.jacobi.processor.diag.Kind;
import dev.jacobi.processor.diag.Problem;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Leaves;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Type.Scalar;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads which function a variable holds, and calls of such variables as chains of branches. */
final class ChoiceReader {

    private final Reading reading;
    private final NameSupply names;
    private final ExpressionReader expressions;
    private final @Nullable SwitchReader switches;

    ChoiceReader(Reading reading, NameSupply names, ExpressionReader expressions, @Nullable SwitchReader switches) {
        this.reading = reading;
        this.names = names;
        this.expressions = expressions;
        this.switches = switches;
    }

    /** The number of the function that an expression gives. */
    Expr number(Expression e, Choice choice, Frame frame) {
        Span span = frame.scope.span(e);
        if (e instanceof EnclosedExpr enclosed) {
            return number(enclosed.getInner(), choice, frame);
        }
        if (e instanceof ConditionalExpr both) {
            Expr condition = expressions.readAs(both.getCondition(), Scalar.BOOLEAN, frame);
            Frame then = frame.branch();
            Expr whenTrue = number(both.getThenExpr(), choice, then);
            Frame otherwise = frame.branch();
            Expr whenFalse = number(both.getElseExpr(), choice, otherwise);
            return then.out.isEmpty() && otherwise.out.isEmpty()
                    ? new Expr.Choose(condition, whenTrue, whenFalse, span)
                    : new Branches(names).value(condition, then, whenTrue, otherwise, whenFalse, frame, span);
        }
        if (e instanceof SwitchExpr cases && switches != null) {
            return switches.number(cases, choice, frame, span);
        }
        Closure closure = Closure.of(e, frame);
        if (closure == null) {
            throw new Refusal(Problem.of(
                    Kind.UNSUPPORTED,
                    span,
                    "a function whose body is not in sight",
                    "write a lambda or method reference here"));
        }
        if (choice.isClosed()) {
            throw new Refusal(Problem.of(
                    Kind.UNSUPPORTED,
                    span,
                    "a function that is assigned behind a call of the variable",
                    "choose between all functions where the variable is declared"));
        }
        return new Expr.Literal(String.valueOf(choice.add(closure)), Scalar.INT, span);
    }

    /** The value of a call of one of several functions, whose arguments are read. */
    Expr called(
            String name,
            Choice choice,
            MemberLookup.Method method,
            List<Expr> arguments,
            Type result,
            Frame frame,
            Span span) {
        Frame.Local held = frame.locals.get(name);
        if (held == null || held.value() == null) {
            throw new Refusal(Problem.of(Kind.UNKNOWN_NAME, span, name));
        }
        if (result == Scalar.VOID) {
            throw new Refusal(Problem.of(
                    Kind.UNSUPPORTED,
                    span,
                    "a call of a function that is chosen at run time and gives nothing",
                    "call each function in a branch of its own"));
        }
        List<Expr> steady = new ArrayList<>();
        for (Expr argument : arguments) {
            boolean ready = argument instanceof Expr.Ref || argument instanceof Expr.Literal;
            if (!ready && Leaves.isRecord(argument.type())) {
                Stmt.Note note = new Stmt.Note(Stmt.Role.PRIMAL, argument.span());
                steady.add(expressions.bind("argument", argument, argument.type(), frame, note));
            } else {
                steady.add(ready ? argument : expressions.hoist("argument", argument, frame));
            }
        }
        if (held.value() instanceof Expr.Literal known) {
            Closure only = choice.option(Integer.parseInt(known.text()));
            if (!choice.isInSight()) {
                requireInSight(only, frame, span);
            }
            return new Inlining(reading, names, expressions).called(only, method, steady, result, frame, span);
        }
        requireInSight(choice, frame, span);
        return called(held.value(), choice.allOptions(), 0, method, steady, result, frame, span);
    }

    private Expr called(
            Expr number,
            List<Closure> options,
            int first,
            MemberLookup.Method method,
            List<Expr> arguments,
            Type result,
            Frame frame,
            Span span) {
        Inlining inlining = new Inlining(reading, names, expressions);
        Closure option = options.get(first);
        if (first == options.size() - 1) {
            return inlining.called(option, method, arguments, result, frame, span);
        }
        Expr here = new Expr.Literal(String.valueOf(first), Scalar.INT, span);
        Expr condition = reading.operators.binary(BinaryExpr.Operator.EQUALS, number, here, span);
        Frame then = frame.branch();
        Expr whenTrue = inlining.called(option, method, arguments, result, then, span);
        Frame otherwise = frame.branch();
        Expr whenFalse = called(number, options, first + 1, method, arguments, result, otherwise, span);
        return new Branches(names).value(condition, then, whenTrue, otherwise, whenFalse, frame, span);
    }

    /** Refuses functions that use what has ended. */
    static void requireInSight(Choice choice, Frame frame, Span span) {
        if (!choice.isInSight()) {
            choice.allOptions().forEach(option -> requireInSight(option, frame, span));
        }
    }

    /** A function made in a branch may use variables of that branch, which end with it. */
    private static void requireInSight(Closure closure, Frame frame, Span span) {
        for (String name : used(closure.code(), new ArrayList<>())) {
            Frame.Local then = closure.locals().get(name);
            Frame.Local now = frame.locals.get(name);
            boolean gone = then != null && (now == null || !same(then.value(), now.value()));
            if (gone || closure.closures().containsKey(name) && !frame.closures.containsKey(name)) {
                throw new Refusal(Problem.of(
                        Kind.UNSUPPORTED,
                        span,
                        "a function that uses the variable " + name + " of the branch that it was chosen in",
                        "declare " + name + " before the branch"));
            }
        }
    }

    private static boolean same(@Nullable Expr a, @Nullable Expr b) {
        return a instanceof Expr.Ref x && b instanceof Expr.Ref y ? x.variable().equals(y.variable()) : a == b;
    }

    private static List<String> used(Node node, List<String> names) {
        if (node instanceof NameExpr name) {
            names.add(name.getNameAsString());
        }
        node.getChildNodes().forEach(child -> used(child, names));
        return names;
    }
}
