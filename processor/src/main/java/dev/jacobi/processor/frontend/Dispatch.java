package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.expr.BinaryExpr;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Leaves;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Type.Scalar;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Calls of methods that several classes implement, as chains of branches: one for each class or constant. */
final class Dispatch {

    private final Reading reading;
    private final NameSupply names;
    private final ExpressionReader expressions;

    /** The functions among the arguments, at their places; none where all are values. */
    private final List<@Nullable Handed> functions;

    Dispatch(Reading reading, NameSupply names, ExpressionReader expressions) {
        this(reading, names, expressions, List.of());
    }

    Dispatch(Reading reading, NameSupply names, ExpressionReader expressions, List<@Nullable Handed> functions) {
        this.reading = reading;
        this.names = names;
        this.expressions = expressions;
        this.functions = functions;
    }

    /** What may run where a method is called on an object; null where that isn't known. */
    @Nullable
    List<Implementations.Case> cases(ExecutableElement method, @Nullable Expr object) {
        TypeElement type = object == null ? null : reading.typer.members().classOf(object.type());
        return type == null ? null : reading.members.implementations(type, method);
    }

    /** The value of a call on an object, arguments read. */
    Expr called(
            List<Implementations.Case> cases, Expr object, List<Expr> arguments, Type result, Frame frame, Span span) {
        Expr self = steady("self", object, frame);
        List<Expr> given = new ArrayList<>();
        arguments.forEach(argument -> given.add(steady("argument", argument, frame)));
        if (!Leaves.isRecord(self.type()) && !isThis(self, frame)) {
            frame.out.add(PatternCases.requireNonNull(self, span));
        }
        return chain(cases, 0, self, given, result, frame, span);
    }

    private static boolean isThis(Expr self, Frame frame) {
        Frame.Local own = frame.locals.get(Frame.THIS);
        return own != null
                && own.value() instanceof Expr.Ref a
                && self instanceof Expr.Ref b
                && a.variable().equals(b.variable());
    }

    /** A value in a variable, unless it is one. */
    Expr steady(String wish, Expr value, Frame frame) {
        Expr apart = expressions.records().apart(value, frame);
        boolean ready = apart instanceof Expr.Ref || apart instanceof Expr.Literal;
        Stmt.Note note = new Stmt.Note(Stmt.Role.PRIMAL, value.span());
        return ready ? apart : expressions.bind(wish, apart, apart.type(), frame, note);
    }

    private Expr chain(
            List<Implementations.Case> cases,
            int first,
            Expr self,
            List<Expr> arguments,
            Type result,
            Frame frame,
            Span span) {
        Implementations.Case here = cases.get(first);
        if (first == cases.size() - 1) {
            return value(here, self, arguments, result, frame, span);
        }
        Expr condition = isCase(here, self, span);
        Frame then = frame.branch();
        Expr whenTrue = value(here, self, arguments, result, then, span);
        Frame otherwise = frame.branch();
        Expr whenFalse = chain(cases, first + 1, self, arguments, result, otherwise, span);
        if (result == Scalar.VOID) {
            Branches.Side a = new Branches.Side(then, Branches.Exit.END);
            Branches.Side b = new Branches.Side(otherwise, Branches.Exit.END);
            new Branches(reading, names).join(condition, a, b, frame, span);
            return whenTrue;
        }
        return new Branches(reading, names).value(condition, then, whenTrue, otherwise, whenFalse, frame, span);
    }

    private Expr isCase(Implementations.Case here, Expr self, Span span) {
        reading.members.requireReachable(here.type(), span);
        Type type = reading.types.read(here.type().asType());
        if (!here.constant().isEmpty()) {
            Expr constant = reading.members.enumConstant(here.type().asType(), here.constant(), type, span);
            return reading.operators.binary(BinaryExpr.Operator.EQUALS, self, constant, span);
        }
        Primitive test = new Primitive(
                Primitive.Form.INSTANCE_OF,
                type,
                "instanceof",
                List.of(self.type()),
                Scalar.BOOLEAN,
                true,
                "instanceof");
        return new Expr.Apply(test, List.of(self), span);
    }

    private Expr value(
            Implementations.Case here, Expr self, List<Expr> arguments, Type result, Frame frame, Span span) {
        Type type = reading.types.read(here.type().asType());
        Expr object = self;
        if (!self.type().equals(type)) {
            reading.members.requireReachable(here.type(), span);
            object = steady("self", reading.operators.cast(self, type, span), frame);
        }
        Expr value = exact(here, object, arguments, frame, span);
        if (result == Scalar.VOID) {
            if (value instanceof Expr.Call) {
                frame.out.add(new Stmt.Effect(value, new Stmt.Note(Stmt.Role.PRIMAL, span)));
            }
            return new Expr.Literal("", Scalar.VOID, span);
        }
        boolean constant = Annotations.holdsConstant(
                here.body().declaration().getAnnotations(), here.body().scope());
        Expr held = value instanceof Expr.Call ? held(here, value, frame, span) : value;
        return constant ? Operators.constant(held) : held;
    }

    private Expr held(Implementations.Case here, Expr call, Frame frame, Span span) {
        Expr held = expressions.hoist(here.method().getSimpleName().toString(), call, frame);
        Type whole = reading.types.read(here.method().getReturnType());
        return Leaves.isRecord(whole) ? Leaves.build(whole, Leaves.of(held).iterator(), span) : held;
    }

    /** A call on an object whose class is known to have this very code. */
    Expr exact(Implementations.Case here, Expr object, List<Expr> arguments, Frame frame, Span span) {
        ExecutableElement method = here.method();
        if (!here.constant().isEmpty() || !functions.isEmpty()) {
            return new Inlining(reading, names, expressions)
                    .onObject(method, here.body(), object, arguments, functions, frame, span);
        }
        List<@Nullable Handed> none = new ArrayList<>();
        List<Expr> leaves = new ArrayList<>(Leaves.of(object));
        for (int i = 0; i < arguments.size(); i++) {
            none.add(null);
            Type parameter = reading.types.read(method.getParameters().get(i).asType());
            Expr argument = bridged(arguments.get(i), parameter, frame, span);
            leaves.addAll(Leaves.of(expressions.records().apart(argument, frame)));
        }
        TypeElement self = reading.typer.members().classOf(object.type());
        return reading.members.specialised(method, none, self, true, leaves, span);
    }

    /** An interface's code has objects in the place of its type parameters: Java's bridges cast them for a class. */
    private Expr bridged(Expr argument, Type parameter, Frame frame, Span span) {
        boolean object = argument.type() instanceof Type.Opaque && Leaves.isRecord(parameter);
        return object ? steady("argument", reading.operators.cast(argument, parameter, span), frame) : argument;
    }
}
