package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
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
import java.util.Objects;
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
        return number(e, choice, null, frame);
    }

    /** @param index where the function is put in an array; null where a variable will hold it */
    Expr number(Expression e, Choice choice, @Nullable Expr index, Frame frame) {
        Span span = frame.scope.span(e);
        if (e instanceof EnclosedExpr enclosed) {
            return number(enclosed.getInner(), choice, index, frame);
        }
        if (e instanceof ConditionalExpr both) {
            Expr condition = expressions.readAs(both.getCondition(), Scalar.BOOLEAN, frame);
            Frame then = frame.branch();
            Expr whenTrue = number(both.getThenExpr(), choice, index, then);
            Frame otherwise = frame.branch();
            Expr whenFalse = number(both.getElseExpr(), choice, index, otherwise);
            return isUnchanged(then, frame) && isUnchanged(otherwise, frame)
                    ? new Expr.Choose(condition, whenTrue, whenFalse, span)
                    : new Branches(reading, names).value(condition, then, whenTrue, otherwise, whenFalse, frame, span);
        }
        if (e instanceof SwitchExpr cases && switches != null && index == null) {
            return switches.number(cases, choice, frame, span);
        }
        int expected = choice.expected(FunctionForms.inner(e));
        Expr.Literal known = new Expr.Literal(String.valueOf(expected), Scalar.INT, span);
        if (expected >= 0) {
            keep(choice, expected, index, frame, span);
            return known;
        }
        Handed function = inSight(e, frame);
        Expr same = index == null ? same(function, choice, frame, span) : null;
        if (same != null) {
            return same;
        }
        if (choice.isClosed()) {
            throw new Refusal(Problem.of(
                    Kind.UNSUPPORTED,
                    span,
                    "a function that is assigned behind a call of the variable",
                    "write the function as a lambda here, or choose between all where the variable is declared"));
        }
        if (function instanceof Handed.Chosen chosen && choice.isAt(frame)) {
            int first = choice.allKnown().size();
            chosen.options().forEach(choice::add);
            Expr.Literal start = new Expr.Literal(String.valueOf(first), Scalar.INT, span);
            return first == 0 ? chosen.number() : Operators.sum(chosen.number(), start, span);
        }
        if (!(function instanceof Closure closure)
                || !choice.isAt(frame) && !reading.members.captures().isAlone(closure)) {
            throw new Refusal(Problem.of(
                    Kind.UNSUPPORTED,
                    span,
                    "a function that is made elsewhere and chosen in a branch",
                    "keep it in a variable that is declared before the one that holds the choice"));
        }
        return new Expr.Literal(String.valueOf(choice.add(closure)), Scalar.INT, span);
    }

    /** The function that a switch expression gives. */
    Handed function(SwitchExpr e, Frame frame) {
        Span span = frame.scope.span(e);
        if (switches == null) {
            throw notInSight(span);
        }
        Choice choice =
                Choice.among(Choice.leaves(List.of(e)), names.fresh("function"), frame, expressions.functions());
        return switches.function(e, choice, frame, span);
    }

    private Handed inSight(Expression e, Frame frame) {
        Handed named = expressions.functions().of(e, frame);
        Handed function = named != null ? named : expressions.objects().made(e, frame);
        if (function == null || function instanceof FunctionTable) {
            throw FunctionForms.inner(e) instanceof ObjectCreationExpr
                    ? object(frame.scope.span(e))
                    : notInSight(frame.scope.span(e));
        }
        return function;
    }

    private static Refusal object(Span span) {
        return new Refusal(Problem.of(
                Kind.UNSUPPORTED,
                span,
                "an object in the place of a function",
                "write a lambda or method reference here, as in object::method"));
    }

    static Refusal notInSight(Span span) {
        return new Refusal(Problem.of(
                Kind.UNSUPPORTED,
                span,
                "a function whose body is not in sight",
                "write a lambda or method reference here"));
    }

    private @Nullable Expr same(Handed function, Choice choice, Frame frame, Span span) {
        return new SameFunctions(reading.members.captures(), choice).number(function, frame, span);
    }

    /** Makes a variable, or what a method gives, mean the function that an expression gives from here on. */
    void assign(String name, Expression e, Node at, Frame frame) {
        Expression inner = FunctionForms.inner(e);
        Choice choice = frame.choices.get(name);
        boolean numbered = choice != null && isNumbered(inner, choice);
        if (!numbered && inner instanceof ConditionalExpr both) {
            Expr condition = expressions.readAs(both.getCondition(), Scalar.BOOLEAN, frame);
            Frame then = frame.branch();
            assign(name, both.getThenExpr(), at, then);
            Frame otherwise = frame.branch();
            assign(name, both.getElseExpr(), at, otherwise);
            Branches.Side a = new Branches.Side(then, Branches.Exit.END);
            Branches.Side b = new Branches.Side(otherwise, Branches.Exit.END);
            new Branches(reading, names).join(condition, a, b, frame, frame.scope.span(e));
            return;
        }
        Expr number = null;
        Handed function = null;
        if (choice != null && numbered) {
            number = number(inner, choice, frame);
        } else {
            function = inSight(inner, frame);
            number = choice == null ? null : same(function, choice, frame, frame.scope.span(inner));
        }
        if (number != null) {
            boolean known = number instanceof Expr.Literal || number instanceof Expr.Ref;
            Expr held = known ? number : expressions.hoist(Branches.wish(name), number, frame);
            frame.locals.put(name, frame.local(name).with(held));
        } else if (isRepeated(name, at)) {
            throw new Refusal(
                    Problem.of(
                            Kind.UNSUPPORTED,
                            frame.scope.span(inner),
                            name.equals(Frame.RESULT)
                                    ? "a function that is made elsewhere and returned in a loop"
                                    : "a function that each round of a loop makes anew for a variable outside",
                            name.equals(Frame.RESULT)
                                    ? "keep it in a variable, and return it behind the loop"
                                    : "apply the functions to the value one after another, or declare the variable in the loop"));
        } else {
            Objects.requireNonNull(function).bind(name, frame);
        }
    }

    /** Whether all functions that an expression may give were known where the variable was declared. */
    private static boolean isNumbered(Expression e, Choice choice) {
        return FunctionForms.leaves(e).stream().allMatch(leaf -> choice.expected(leaf) >= 0);
    }

    /** Whether a loop that the variable outlives assigns it. */
    static boolean isRepeated(String name, Node at) {
        Node declaration = Locals.declaration(name, at);
        Node block = declaration != null ? Choice.block(declaration) : at instanceof SwitchExpr ? at : null;
        for (Node n = at;
                n != null && !Identity.same(n, block);
                n = n.getParentNode().orElse(null)) {
            if (Jumps.isLoop(n)) {
                return true;
            }
            if (n instanceof LambdaExpr || n instanceof BodyDeclaration<?>) {
                return false;
            }
        }
        return false;
    }

    /** Whether a side does nothing and keeps nothing in a slot. */
    private static boolean isUnchanged(Frame side, Frame before) {
        return side.out.isEmpty() && side.locals.equals(before.locals);
    }

    /** Puts what the function uses that the variable now holds into its slots. */
    private static void keep(Choice choice, int number, @Nullable Expr index, Frame frame, Span span) {
        choice.slots(number).forEach((name, slot) -> {
            Frame.Local used = frame.locals.get(name);
            if (used == null || used.value() == null) {
                throw ended(name, span);
            }
            Expr value = used.constant() ? Operators.constant(used.value()) : used.value();
            if (index != null && choice.isArray(slot)) {
                Expr array = Objects.requireNonNull(frame.local(slot).value());
                frame.out.add(new Stmt.Store(array, index, value, new Stmt.Note(Stmt.Role.PRIMAL, span)));
            } else {
                frame.locals.put(slot, frame.local(slot).with(value));
            }
        });
    }

    /** What a variable holds, which is one of several functions. */
    Handed held(String name, Choice choice, Frame frame, Span span) {
        Frame.Local held = frame.locals.get(name);
        if (held == null || held.value() == null) {
            throw new Refusal(Problem.of(held == null ? Kind.UNKNOWN_NAME : Kind.UNASSIGNED, span, name));
        }
        return choice.held(held.value(), frame);
    }

    /** The value of a call of one of several functions, whose arguments are read. */
    Expr called(
            Handed.Chosen function,
            MemberLookup.Method method,
            List<Expr> arguments,
            Type result,
            Frame frame,
            Span span) {
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
        Expr number = function.number();
        if (!(number instanceof Expr.Ref)) {
            number = expressions.hoist("function", number, frame);
        }
        return called(number, function.options(), 0, method, steady, result, frame, span);
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
        if (result == Scalar.VOID) {
            Branches.Side a = new Branches.Side(then, Branches.Exit.END);
            Branches.Side b = new Branches.Side(otherwise, Branches.Exit.END);
            new Branches(reading, names).join(condition, a, b, frame, span);
            return whenTrue;
        }
        return new Branches(reading, names).value(condition, then, whenTrue, otherwise, whenFalse, frame, span);
    }

    private static Refusal ended(String name, Span span) {
        return new Refusal(Problem.of(
                Kind.UNSUPPORTED,
                span,
                "a function that uses " + name + ", which is declared behind the variable that is to hold it,",
                "declare " + name + " before that variable"));
    }
}
