package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Finds out which function an expression gives, where its body is in sight. */
final class FunctionReader {

    private final Reading reading;
    private final NameSupply names;
    private final ExpressionReader expressions;

    FunctionReader(Reading reading, NameSupply names, ExpressionReader expressions) {
        this.reading = reading;
        this.names = names;
        this.expressions = expressions;
    }

    Reading reading() {
        return reading;
    }

    /** The function that an expression is or names, if nothing need be read to make it. */
    @Nullable
    Closure known(Expression e, Frame frame) {
        Expression inner = FunctionForms.inner(e);
        if (inner instanceof ObjectCreationExpr creation
                && FunctionForms.isFunction(creation)
                && !isFunction(reading.typer.typeOf(creation, frame.scope))) {
            return null;
        }
        Closure closure = Closure.of(inner, frame);
        return closure != null ? closure : field(inner, frame);
    }

    /** Whether an expression is a function, or names a variable that is known to hold one. */
    boolean isHere(Expression e, Frame frame) {
        String name = FunctionForms.name(FunctionForms.inner(e));
        Closure known = frame.closures.get(name);
        return FunctionForms.isFunctionOrChoice(e)
                || known != null && !known.isObject()
                || frame.choices.containsKey(name)
                || expressions.tables().isElement(FunctionForms.inner(e), frame);
    }

    /** Whether {@link #of} gives a function; nothing is read. */
    boolean isInSight(Expression e, Frame frame) {
        Expression inner = FunctionForms.inner(e);
        if (inner instanceof ConditionalExpr both) {
            return isInSight(both.getThenExpr(), frame) && isInSight(both.getElseExpr(), frame);
        }
        if (inner instanceof SwitchExpr cases) {
            return Results.of(cases).stream().allMatch(result -> isInSight(result, frame));
        }
        return isHere(inner, frame)
                || inner instanceof MethodCallExpr call && returned().isFunction(call, frame)
                || field(inner, frame) != null;
    }

    /** The function that an expression gives, what making it takes read before; null where it is not in sight. */
    @Nullable
    Handed of(Expression e, Frame frame) {
        Expression inner = FunctionForms.inner(e);
        if (inner instanceof SuperExpr) {
            return null;
        }
        if (FunctionForms.isChoice(inner)) {
            return chosen(inner, frame);
        }
        if ((inner instanceof ConditionalExpr || inner instanceof SwitchExpr) && isInSight(inner, frame)) {
            return made(inner, frame);
        }
        Closure known = known(inner, frame);
        if (known != null) {
            return known;
        }
        String name = FunctionForms.name(inner);
        Choice choice = frame.choices.get(name);
        if (choice != null && choice.isTable()) {
            return null;
        }
        if (choice != null) {
            return expressions.choices().held(name, choice, frame, frame.scope.span(inner));
        }
        if (expressions.tables().isElement(inner, frame)) {
            return expressions.tables().element(inner, frame);
        }
        if (inner instanceof MethodCallExpr call && returned().isFunction(call, frame)) {
            return returned().of(call, frame);
        }
        return null;
    }

    private ReturnedFunctions returned() {
        return new ReturnedFunctions(reading, names, expressions);
    }

    private Handed chosen(Expression e, Frame frame) {
        if (!FunctionForms.leaves(e).stream().allMatch(leaf -> known(leaf, frame) != null)) {
            return made(e, frame);
        }
        String owner = names.fresh("function");
        Choice choice = Choice.among(FunctionForms.leaves(e), owner, frame, this);
        Expr number = expressions.choices().number(e, choice, frame);
        frame.locals.put(owner, new Frame.Local(number, Type.Scalar.INT, true));
        return expressions.choices().held(owner, choice, frame, frame.scope.span(e));
    }

    /** One of several functions of which reading has to make some. */
    private Handed made(Expression choice, Frame frame) {
        if (choice instanceof SwitchExpr cases) {
            return expressions.choices().function(cases, frame);
        }
        ConditionalExpr e = (ConditionalExpr) choice;
        Expr condition = expressions.readAs(e.getCondition(), Type.Scalar.BOOLEAN, frame);
        Frame then = frame.branch();
        Handed a = of(e.getThenExpr(), then);
        Frame otherwise = frame.branch();
        Handed b = of(e.getElseExpr(), otherwise);
        if (a == null || b == null) {
            throw ChoiceReader.notInSight(frame.scope.span(a == null ? e.getThenExpr() : e.getElseExpr()));
        }
        return new Branches(reading, names).function(condition, then, a, otherwise, b, frame, frame.scope.span(e));
    }

    /** A final field that its declaration makes a function. */
    private @Nullable Closure field(Expression e, Frame frame) {
        VariableElement field = constant(e, frame);
        return field == null || !isFunction(field.asType())
                ? null
                : closure(field, reading.members.initializer(field), frame);
    }

    /** The functions in a final field that its declaration makes an array or list of functions, and nothing changes. */
    List<Closure> constants(Expression e, Frame frame) {
        VariableElement field = frame.locals.containsKey(FunctionForms.name(e)) ? null : constant(e, frame);
        if (field == null || !expressions.tables().holdsFunctions(field.asType())) {
            return List.of();
        }
        List<Closure> functions = new ArrayList<>();
        for (Declarations.Initializer initializer : reading.members.initializers(field)) {
            Closure function = closure(field, initializer, frame);
            if (function == null) {
                return List.of();
            }
            functions.add(function);
        }
        return functions;
    }

    private @Nullable VariableElement constant(Expression e, Frame frame) {
        boolean own = e instanceof NameExpr || e instanceof FieldAccessExpr access && isPlain(access.getScope());
        VariableElement field = own ? element(e, frame) : null;
        return field == null || !field.getModifiers().contains(Modifier.FINAL) ? null : field;
    }

    private @Nullable Closure closure(
            VariableElement field, Declarations.@Nullable Initializer initializer, Frame frame) {
        boolean isStatic = field.getModifiers().contains(Modifier.STATIC);
        Frame.Local self = frame.locals.get(Frame.THIS);
        boolean ofThis = self != null && reading.typer.isMemberOf(field, self.type());
        if (initializer == null || !isStatic && !ofThis) {
            return null;
        }
        Map<String, Frame.Local> locals = isStatic || self == null ? Map.of() : Map.of(Frame.THIS, self);
        return new Closure(initializer.code(), locals, Map.of(), Map.of(), initializer.scope());
    }

    /** Whether a field behind the dot is one of a class or of this object. */
    private static boolean isPlain(Expression before) {
        return before instanceof NameExpr || before instanceof FieldAccessExpr || before instanceof ThisExpr;
    }

    private @Nullable VariableElement element(Expression e, Frame frame) {
        try {
            if (reading.typer.members().isType(e, frame.scope)) {
                return null;
            }
            MemberLookup.Variable variable = reading.typer.members().field(e, frame.scope);
            VariableElement field = variable.field();
            boolean ofObject = variable.receiver() != null && !(variable.receiver() instanceof ThisExpr);
            return field == null || ofObject && !variable.isStatic() ? null : field;
        } catch (Refusal unknown) {
            return null; // refused where it is read
        }
    }

    private boolean isFunction(TypeMirror type) {
        return reading.typer.functions().method(type) != null;
    }

    /** The value of a call of a function, whose arguments are read. */
    Expr called(
            Handed function, MemberLookup.Method method, List<Expr> arguments, Type result, Frame frame, Span span) {
        if (function instanceof Closure closure) {
            return new Inlining(reading, names, expressions).called(closure, method, arguments, result, frame, span);
        }
        return expressions.choices().called((Handed.Chosen) function, method, arguments, result, frame, span);
    }

    static @Nullable Expression initial(VariableDeclarator declarator) {
        Expression value = declarator.getInitializer().map(FunctionForms::inner).orElse(null);
        return value != null && FunctionForms.isFunction(value) ? value : null;
    }
}
