package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import dev.jacobi.processor.diag.Kind;
import dev.jacobi.processor.diag.Problem;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.CopiedFunction;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Reads functions that are handed to code which isn't followed: nobody knows when they are called, so they stay what
 * they are in the source, and what they use is handed to them when they are made.
 */
final class WrittenFunctions {

    private final Reading reading;
    private final NameSupply names;
    private final ExpressionReader expressions;

    WrittenFunctions(Reading reading, NameSupply names, ExpressionReader expressions) {
        this.reading = reading;
        this.names = names;
        this.expressions = expressions;
    }

    Expr read(Handed function, Frame frame, Span span) {
        if (function instanceof Closure closure) {
            return written(closure, frame);
        }
        if (function instanceof Handed.Chosen chosen) {
            return chosen(chosen, 0, frame, span);
        }
        throw new Refusal(Problem.of(
                Kind.UNSUPPORTED, span, "an array or list of functions here", "hand on one function at a time"));
    }

    private Expr chosen(Handed.Chosen chosen, int option, Frame frame, Span span) {
        Closure closure = chosen.options().get(option);
        if (option == chosen.options().size() - 1) {
            return written(closure, frame);
        }
        Expr number = new Expr.Literal(String.valueOf(option), Type.Scalar.INT, span);
        Expr isThis = reading.operators.binary(BinaryExpr.Operator.EQUALS, chosen.number(), number, span);
        Frame then = frame.branch();
        Expr one = written(closure, then);
        Frame otherwise = frame.branch();
        Expr other = reading.operators.side(chosen(chosen, option + 1, otherwise, span), one.type());
        return new Branches(reading, names).value(isThis, then, one, otherwise, other, frame, span);
    }

    private Expr written(Closure closure, Frame frame) {
        if (closure.isObject()) {
            return expressions.objects().value(closure);
        }
        Frame inside = frame.within(
                closure.locals(),
                closure.closures(),
                closure.choices(),
                closure.scope().inner());
        Span span = closure.scope().span(closure.code());
        TypeMirror mirror = reading.typer.typeOf(closure.code(), inside.scope);
        requireReachable(mirror, span);
        if (Blanks.areIn(closure.code())) {
            throw unsupported("a class declared inside the method", "declare it outside the method", span);
        }
        FunctionNames.Text text = FunctionNames.of(closure.code(), reading, inside.scope);
        List<Type.Component> parameters = new ArrayList<>();
        List<Expr> operands = new ArrayList<>();
        if (text.self() != null) {
            Expr self = self(inside, span);
            operands.add(self);
            parameters.add(new Type.Component(text.self(), self.type()));
        }
        ExecutableType function = reading.typer.functions().of(mirror);
        OnlyLooks looks = new OnlyLooks(
                reading, inside.scope, closure.code(), function == null ? null : function.getReturnType());
        boolean given = isGivenNumbers(function);
        Set<OnlyLooks.Use> used = EnumSet.noneOf(OnlyLooks.Use.class);
        text.used().forEach((name, uses) -> {
            Expr value = variable(name, uses.get(0), inside);
            OnlyLooks.Use use = value.type().carriesDerivative() ? looks.of(uses) : OnlyLooks.Use.ANY;
            used.add(use);
            boolean held = use == OnlyLooks.Use.LOOKED_AT || use == OnlyLooks.Use.TOLD && !given;
            operands.add(held ? heldConstant(value, RoundedUse.of(uses), inside) : value);
            parameters.add(new Type.Component(name, value.type()));
        });
        boolean tells = used.contains(OnlyLooks.Use.TOLD);
        String reach = given ? Primitive.GIVEN_NUMBERS : tells ? Primitive.TELLS : "";
        Type type = reading.types.read(mirror);
        String signature = signature(closure, span, parameters);
        reading.members
                .functionCopies()
                .add(signature, new CopiedFunction(span.origin().file(), span.line(), type, parameters, text.parts()));
        Primitive primitive = Primitive.function(type, signature, Walk.types(operands), reach);
        return expressions.hoist("function", new Expr.Apply(primitive, operands, span), frame);
    }

    private static Expr heldConstant(Expr value, @Nullable Node rounded, Frame inside) {
        return rounded == null ? Operators.constant(value) : Operators.rounded(value, inside.scope.span(rounded));
    }

    /** What tells a function from all others: where it stands, and as what it sees its variables. */
    private static String signature(Closure closure, Span span, List<Type.Component> parameters) {
        Element around = closure.scope().names().enclosingClass();
        StringBuilder text = new StringBuilder("function " + around + ":" + span.line() + ":" + span.column() + "(");
        parameters.forEach(
                p -> text.append(p.type()).append(' ').append(p.name()).append(' '));
        return text.append(')').toString();
    }

    private boolean isGivenNumbers(@Nullable ExecutableType function) {
        return function == null
                || function.getParameterTypes().stream().anyMatch(p -> OnlyLooks.mayCarry(reading.types.read(p)));
    }

    private Expr self(Frame inside, Span span) {
        Frame.Local self = inside.locals.get(Frame.THIS);
        if (self == null || self.value() == null) {
            throw unsupported("the use of the object around this one", "hand the values in as parameters", span);
        }
        AskedFields asked = reading.members.asked();
        if (asked != null && asked.isOwner(self.value())) {
            throw unsupported(
                    "a function that uses the object whose fields are differentiated by",
                    "put what it needs of the object into local variables",
                    span);
        }
        return self.value();
    }

    /** The value of a variable around the function, as one of its declared type. */
    private Expr variable(String name, Node use, Frame inside) {
        Span span = inside.scope.span(use);
        if (inside.closures.containsKey(name)) {
            return written(inside.closures.get(name), inside);
        }
        Choice choice = inside.choices.get(name);
        if (choice != null) {
            if (choice.isTable()) {
                throw unsupported(
                        "an array or list of functions in a function that is handed on",
                        "take the functions out of it before",
                        span);
            }
            return read(expressions.choices().held(name, choice, inside, span), inside, span);
        }
        TypePatternExpr pattern = inside.locals.containsKey(name) ? null : Patterns.declaring(name, use);
        Expr value = pattern != null
                ? expressions.patterns().variable(pattern, inside, span)
                : NameReader.local(name, inside, span);
        TypeMirror declared = reading.typer.variables().local(name, use, inside.scope);
        Expr whole = declared == null ? value : reading.operators.argument(value, reading.types.read(declared));
        if (RowsReader.isApart(whole)) {
            throw unsupported(
                    "an array of records in a function that is handed on",
                    "copy what it needs into an array of numbers",
                    span);
        }
        return whole;
    }

    /** The generated class has to write the type. */
    private void requireReachable(TypeMirror mirror, Span span) {
        for (Element named : TypeReader.classesIn(mirror)) {
            reading.members.requireReachable(named, span);
        }
    }

    private static Refusal unsupported(String what, String instead, Span span) {
        return new Refusal(Problem.of(Kind.UNSUPPORTED, span, what, instead));
    }
}
