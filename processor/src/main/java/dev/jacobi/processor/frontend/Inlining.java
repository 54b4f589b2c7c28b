package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.jacobi.processor.diag.Kind;
import dev.jacobi.processor.diag.Problem;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Leaves;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Reads calls of functions as their bodies: a lambda's where its variable is called, and a method's that is handed a
 * lambda, since only there its body and the lambda's meet. A method that calls itself is read for the functions that it
 * is handed instead ({@link Specialisation}).
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
        reading.running.enter(closure, span);
        try {
            return body(closure, method, arguments, result, frame);
        } finally {
            reading.running.leave();
        }
    }

    private Expr body(Closure closure, MemberLookup.Method method, List<Expr> arguments, Type result, Frame frame) {
        Frame inside = frame.within(
                closure.locals(),
                closure.closures(),
                closure.choices(),
                closure.scope().inner());
        List<TypeMirror> types = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            types.add(method.choice().parameter(i));
        }
        Subset.check(FunctionForms.body(closure.code()), inside.scope).forEach(reading::report);
        if (closure.code() instanceof MethodReferenceExpr reference) {
            return new ReferenceReader(reading, expressions, this).called(reference, types, arguments, result, inside);
        }
        if (closure.code() instanceof ObjectCreationExpr creation) {
            return ofClass(creation, types, arguments, result, inside);
        }
        if (closure.code() instanceof NameExpr object) {
            ExecutableElement called = method.choice().method();
            return new ReferenceReader(reading, expressions, this)
                    .called(object, called.getSimpleName(), types, arguments, result, inside);
        }
        LambdaExpr lambda = (LambdaExpr) closure.code();
        bind(lambda.getParameters(), types, arguments, inside);
        return body(lambda, result, inside);
    }

    private void bind(List<Parameter> parameters, List<TypeMirror> types, List<Expr> arguments, Frame inside) {
        for (int i = 0; i < arguments.size(); i++) {
            bind(parameters.get(i), types.get(i), arguments.get(i), inside);
        }
    }

    private void bind(Parameter parameter, TypeMirror type, Expr value, Frame inside) {
        boolean constant = Annotations.holdsConstant(parameter.getAnnotations(), inside.scope);
        bind(parameter.getNameAsString(), type, value, constant, inside);
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

    /** The method of an anonymous class, which is a function unless it asks for the object itself. */
    private Expr ofClass(
            ObjectCreationExpr creation, List<TypeMirror> types, List<Expr> arguments, Type result, Frame inside) {
        MethodDeclaration method = Objects.requireNonNull(FunctionForms.method(creation));
        Span span = inside.scope.span(creation);
        TypeMirror type = reading.typer.typeOf(creation, inside.scope);
        if (reading.typer.functions().method(type) == null
                || new SelfUse(reading.typer, type).isIn(method, inside.scope)) {
            throw new Refusal(Subset.unsupported(creation, inside.scope));
        }
        for (VariableDeclarator field : FunctionForms.fields(creation)) {
            TypeMirror held = reading.typer.named(field.getType(), inside.scope);
            Expression value = field.getInitializer().orElseThrow();
            requireSteady(value, creation, inside);
            bind(field.getNameAsString(), held, expressions.readAs(value, reading.types.read(held), inside), inside);
        }
        bind(method.getParameters(), types, arguments, inside);
        return run(method.getBody().orElseThrow().getStatements(), result, inside, span);
    }

    /** A field of an anonymous class is computed where the function is called: it must be what it was when made. */
    private void requireSteady(Expression value, ObjectCreationExpr creation, Frame inside) {
        for (NameExpr name : value.findAll(NameExpr.class)) {
            boolean math = name.getParentNode().orElse(null) instanceof MethodCallExpr call
                    && Identity.same(call.getScope().orElse(null), name);
            if (math || inside.locals.containsKey(name.getNameAsString())) {
                continue;
            }
            VariableElement field =
                    reading.typer.members().field(name, inside.scope).field();
            if (field == null || !field.getModifiers().contains(Modifier.FINAL)) {
                throw new Refusal(Subset.unsupported(creation, inside.scope));
            }
        }
    }

    private Expr run(List<Statement> statements, Type result, Frame inside, Span span) {
        inside.locals.remove(Frame.RESULT);
        inside.choices.remove(Frame.RESULT);
        if (result == Type.Scalar.VOID) {
            new StatementReader(reading, names, result).readAll(statements, inside);
            return nothing(span);
        }
        inside.locals.put(Frame.RESULT, new Frame.Local(null, result, false));
        new StatementReader(reading, names, result).readAll(statements, inside);
        Expr value = inside.local(Frame.RESULT).value();
        if (value == null) {
            throw withoutResult(span);
        }
        return value;
    }

    private Refusal withoutResult(Span span) {
        return reading.problems.isEmpty()
                ? unsupported("a function that never returns", "write it without a function", span)
                : new Refusal(reading.problems.get(0)); // which kept the body from being read
    }

    /** What a call without result gives. */
    private static Expr nothing(Span span) {
        return new Expr.Literal("", Type.Scalar.VOID, span);
    }

    /** Makes a name inside a function mean a value. */
    void bind(String name, TypeMirror mirror, Expr value, Frame inside) {
        bind(name, mirror, value, false, inside);
    }

    private void bind(String name, TypeMirror mirror, Expr value, boolean constant, Frame inside) {
        Type type = reading.types.read(mirror);
        Stmt.Note note = new Stmt.Note(Stmt.Role.PRIMAL, value.span());
        Expr held = isIndex(value, type)
                ? value
                : expressions.bind(name, reading.operators.convert(value, type), type, inside, note);
        inside.scope.declare(name, mirror);
        inside.closures.remove(name);
        inside.choices.remove(name);
        inside.locals.put(name, new Frame.Local(held, type, constant));
    }

    /** An index keeps its name, so that a loop's counter is seen in what is indexed by it. */
    private static boolean isIndex(Expr value, Type type) {
        return value instanceof Expr.Ref && value.type() == Type.Scalar.INT && type == Type.Scalar.INT;
    }

    /**
     * The value of a call whose arguments are functions in part, or that is one of a function's default methods: the
     * method's body with them in their places.
     *
     * @param self the function that the method is called on, if it is one
     */
    Expr handed(MethodCallExpr e, MemberLookup.Method method, @Nullable Handed self, Frame frame, Span span) {
        ExecutableElement called = method.choice().method();
        Declarations.Body body = body(method, self, span);
        if (self == null && reading.members.callsItself(called)) {
            return specialised(e, method, frame, span);
        }
        reading.inlined.add(called);
        try {
            Frame inside = entered(e, method, body, self, frame, span);
            Type result = reading.types.read(called.getReturnType());
            return run(body.declaration().getBody().orElseThrow().getStatements(), result, inside, span);
        } finally {
            reading.inlined.remove(reading.inlined.size() - 1);
        }
    }

    /**
     * The value of a call on an object that is known to have this very code, whose arguments are read.
     *
     * @param functions those among the arguments that are functions, at their places; none where all are values
     */
    Expr onObject(
            ExecutableElement called,
            Declarations.Body body,
            Expr object,
            List<Expr> arguments,
            List<@Nullable Handed> functions,
            Frame frame,
            Span span) {
        if (Collections.frequency(reading.inlined, called) > DEPTH) {
            throw functions.isEmpty()
                    ? unsupported(
                            "a method of an enum's constant that calls itself", "make it a method of a class", span)
                    : unsupported(
                            "handing a function to " + called.getSimpleName()
                                    + ", which several classes implement and which calls itself,",
                            "hand it to a static method",
                            span);
        }
        reading.inlined.add(called);
        try {
            Frame inside =
                    frame.within(Map.of(), Map.of(), Map.of(), body.scope().inner());
            inside.locals.put(Frame.THIS, new Frame.Local(object, object.type(), false));
            for (int i = 0; i < arguments.size(); i++) {
                TypeMirror type = called.getParameters().get(i).asType();
                Handed function = functions.isEmpty() ? null : functions.get(i);
                if (function == null) {
                    bind(body.declaration().getParameter(i), type, arguments.get(i), inside);
                } else {
                    String name = body.declaration().getParameter(i).getNameAsString();
                    inside.scope.declare(name, type);
                    function.bind(name, inside);
                }
            }
            Subset.check(body.declaration().getBody().orElseThrow(), inside.scope)
                    .forEach(reading::report);
            Type result = reading.types.read(called.getReturnType());
            return run(body.declaration().getBody().orElseThrow().getStatements(), result, inside, span);
        } finally {
            reading.inlined.remove(reading.inlined.size() - 1);
        }
    }

    /**
     * The value of a call of a method that takes arrays as objects, and only looks at the references.
     *
     * @param arguments what the method's own code sees
     * @param values the same before it was converted; what arguments of variable number are given may be more
     */
    Expr lookedAt(
            ExecutableElement called,
            Declarations.Body body,
            List<Expr> arguments,
            List<Expr> values,
            Type result,
            Frame frame) {
        Frame inside = frame.within(Map.of(), Map.of(), Map.of(), body.scope().inner());
        MethodDeclaration declaration = body.declaration();
        for (int i = 0; i < arguments.size(); i++) {
            TypeMirror type = called.getParameters().get(i).asType();
            boolean kept = i < values.size() && LookedAt.isWidened(values.get(i), reading.types.read(type));
            if (kept) {
                look(declaration.getParameter(i).getNameAsString(), type, values.get(i), inside);
            } else {
                bind(declaration.getParameter(i), type, arguments.get(i), inside);
            }
        }
        Subset.check(declaration.getBody().orElseThrow(), inside.scope).forEach(reading::report);
        return run(
                declaration.getBody().orElseThrow().getStatements(),
                result,
                inside,
                inside.scope.span(declaration.getName()));
    }

    /** An array under the name of a parameter that the source calls an object: overloads are chosen by that. */
    private void look(String name, TypeMirror mirror, Expr array, Frame inside) {
        Stmt.Note note = new Stmt.Note(Stmt.Role.PRIMAL, array.span());
        Expr held = array instanceof Expr.Ref ? array : expressions.bind(name, array, array.type(), inside, note);
        inside.scope.declare(name, mirror);
        inside.locals.put(name, new Frame.Local(held, array.type(), false));
    }

    /** The function that a method gives, whose body is read in the place of the call. */
    Handed returned(MethodCallExpr e, MemberLookup.Method method, @Nullable Handed self, Frame frame, Span span) {
        Declarations.Body body = body(method, self, span);
        reading.inlined.add(method.choice().method());
        try {
            Frame inside = entered(e, method, body, self, frame, span);
            return given(body.declaration().getBody().orElseThrow(), inside, span);
        } finally {
            reading.inlined.remove(reading.inlined.size() - 1);
        }
    }

    /** The function that statements give, which are read here. */
    private Handed given(BlockStmt block, Frame inside, Span span) {
        Choice choice = Choice.among(Choice.leaves(Results.of(block)), Frame.RESULT, inside, expressions.functions());
        inside.choices.put(Frame.RESULT, choice);
        inside.locals.put(Frame.RESULT, new Frame.Local(null, Type.Scalar.INT, true));
        new StatementReader(reading, names, Type.Scalar.INT).readAll(block.getStatements(), inside);
        Handed given = JoinedFunctions.held(Frame.RESULT, inside);
        if (given == null) {
            throw withoutResult(span);
        }
        return given;
    }

    /** The function that a lambda gives when it is called: {@code curry.apply(a)}. */
    Handed given(Closure self, MethodCallExpr e, MemberLookup.Method method, Frame frame, Span span) {
        LambdaExpr lambda = (LambdaExpr) self.code();
        Frame inside = frame.within(
                self.locals(), self.closures(), self.choices(), self.scope().inner());
        Subset.check(FunctionForms.body(lambda), inside.scope).forEach(reading::report);
        for (int i = 0; i < e.getArguments().size(); i++) {
            TypeMirror type = method.choice().parameter(i);
            Handed function = function(e.getArgument(i), type, frame);
            if (function == null) {
                bind(lambda.getParameter(i), type, expressions.read(e.getArgument(i), frame), inside);
            } else {
                inside.scope.declare(lambda.getParameter(i).getNameAsString(), type);
                function.bind(lambda.getParameter(i).getNameAsString(), inside);
            }
        }
        if (lambda.getBody() instanceof BlockStmt block) {
            return given(block, inside, span);
        }
        Expression result = ((ExpressionStmt) lambda.getBody()).getExpression();
        Handed function = expressions.functions().of(result, inside);
        if (function == null) {
            throw new Refusal(Subset.unsupported(result, inside.scope));
        }
        return function;
    }

    /** The code of a method that can be read in the place of its call. */
    private Declarations.Body body(MemberLookup.Method method, @Nullable Handed self, Span span) {
        ExecutableElement called = method.choice().method();
        Declarations.Body body = reading.members.body(called);
        boolean plain = isPlain(called, self, reading.members.callsItself(called));
        if (body == null) {
            throw unsupported(
                    "handing a function to " + called.getSimpleName(),
                    "write out the loop that this stands for, hand it to a method whose source is in this compilation,"
                            + " or move the call into a method that takes no differentiated number",
                    span);
        }
        if (!plain) {
            throw unsupported(
                    "handing a function to " + called.getSimpleName(),
                    "hand it to a method of a class, without type parameters",
                    span);
        }
        if (Collections.frequency(reading.inlined, called) > DEPTH) {
            throw endless(called, span);
        }
        return body;
    }

    /** Whether a method's code can be read where it is called. */
    static boolean isPlain(ExecutableElement called, @Nullable Handed self, boolean callsItself) {
        boolean ofInterface = Enclosing.type(called).getKind().isInterface();
        return Thrown.areGivenTo(called)
                && (!called.isVarArgs() || !callsItself)
                && (Functions.isStatic(called) || self != null || !ofInterface);
    }

    /** The frame in which a method's code is read, its parameters bound. */
    private Frame entered(
            MethodCallExpr e,
            MemberLookup.Method method,
            Declarations.Body body,
            @Nullable Handed self,
            Frame frame,
            Span span) {
        ExecutableElement called = method.choice().method();
        Frame inside = frame.within(Map.of(), Map.of(), Map.of(), body.scope().inner());
        if (self != null) {
            self.bind(Frame.THIS, inside);
        } else if (!Functions.isStatic(called)) {
            Expr object = object(e, method, frame, span);
            if (mayBeAnother(called, object)) {
                inside.out.add(reading.members.receivers().check(called, object, span));
            }
            inside.locals.put(Frame.THIS, new Frame.Local(object, object.type(), false));
        }
        for (int i = 0; i < called.getParameters().size(); i++) {
            TypeMirror declared = called.getParameters().get(i).asType();
            boolean isVariable = declared.getKind() == TypeKind.TYPEVAR;
            TypeMirror type = isVariable ? reading.typer.typeOf(e.getArgument(i), frame.scope) : declared;
            String name = body.declaration().getParameter(i).getNameAsString();
            boolean more = method.choice().variableArity()
                    && i == called.getParameters().size() - 1;
            List<Expression> rest =
                    more ? e.getArguments().subList(i, e.getArguments().size()) : List.of();
            boolean functions = more && expressions.tables().holdsFunctions(type);
            Handed function = functions
                    ? expressions.tables().arguments(rest, frame, span).settled(frame)
                    : more ? null : function(e.getArgument(i), type, frame);
            boolean constant = Annotations.holdsConstant(called.getParameters().get(i));
            if (function != null) {
                inside.scope.declare(name, type);
                held(function, constant).bind(name, inside);
            } else {
                Expr value = more
                        ? expressions.calls().rest(rest, (Type.Array) reading.types.read(type), frame, span)
                        : expressions.read(e.getArgument(i), frame);
                bind(name, type, value, constant, inside);
            }
        }
        Subset.check(body.declaration().getBody().orElseThrow(), inside.scope).forEach(reading::report);
        return inside;
    }

    /** Whether the object may be one of a class that overrides the method whose code is read. */
    private boolean mayBeAnother(ExecutableElement called, Expr object) {
        TypeElement type = reading.typer.members().classOf(object.type());
        List<Implementations.Case> cases = type == null ? null : reading.members.implementations(type, called);
        boolean known = cases != null
                && cases.size() == 1
                && cases.get(0).method().equals(called)
                && cases.get(0).constant().isEmpty();
        return ReceiverCheck.isOverridable(called) && !Leaves.isRecord(object.type()) && !known;
    }

    /** An object that {@code @NoDerivative} holds constant has constant numbers. */
    static Handed held(Handed function, boolean constant) {
        return constant && function instanceof Closure object && object.isObject() ? object.constant() : function;
    }

    /** The function that is handed over, where it is one. */
    @Nullable
    Handed function(Expression argument, TypeMirror wanted, Frame frame) {
        FunctionTable table = expressions.tables().holdsFunctions(wanted)
                ? expressions.tables().given(argument, frame)
                : null;
        if (table != null && !table.isMovable()) {
            throw unsupported(
                    "handing on functions that use variables which are declared behind their array",
                    "take the functions out of the array here",
                    frame.scope.span(argument));
        }
        if (table != null) {
            return table.settled(frame);
        }
        boolean function = reading.typer.functions().method(wanted) != null;
        Handed given = function ? expressions.functions().of(argument, frame) : null;
        return given == null && expressions.objects().isOne(argument, wanted, frame)
                ? expressions.objects().of(argument, frame)
                : given;
    }

    /** The object that a method is called on, in a variable. */
    private Expr object(MethodCallExpr e, MemberLookup.Method method, Frame frame, Span span) {
        ExecutableElement called = method.choice().method();
        Expr read = e.getScope().isPresent()
                ? expressions.read(e.getScope().get(), frame)
                : expressions.calls().own(called, frame);
        Expr object = new Handover(reading).receiver(read, called);
        if (object == null) {
            throw unsupported(
                    "a call of the instance method " + called.getSimpleName(),
                    "make " + called.getSimpleName() + " static",
                    span);
        }
        return object instanceof Expr.Ref
                ? object
                : expressions.bind("self", object, object.type(), frame, new Stmt.Note(Stmt.Role.PRIMAL, span));
    }

    /** A call of the method that is read for these functions: it takes what they use in their places. */
    private Expr specialised(MethodCallExpr e, MemberLookup.Method method, Frame frame, Span span) {
        ExecutableElement called = method.choice().method();
        List<Expr> values = new ArrayList<>();
        List<@Nullable Handed> functions = new ArrayList<>();
        if (!Functions.isStatic(called)) {
            Expr object = object(e, method, frame, span);
            values.add(object);
            if (mayBeAnother(called, object)) {
                frame.out.add(reading.members.receivers().check(called, object, span));
            }
        }
        for (int i = 0; i < e.getArguments().size(); i++) {
            TypeMirror type = called.getParameters().get(i).asType();
            int before = frame.out.size();
            List<Expr> given = new ArrayList<>();
            Handed function = function(e.getArgument(i), type, frame);
            if (function != null) {
                Handed used = function.moved("function", reading.members.captures(), (name, local) -> {
                    given.add(Objects.requireNonNull(local.value()));
                    return local;
                });
                if (used instanceof Closure closure && closure.depth() > DEPTH) {
                    throw endless(called, span);
                }
            } else {
                Expr value = expressions.readAs(e.getArgument(i), reading.types.read(type), frame);
                given.add(expressions.records().apart(value, frame));
            }
            if (frame.out.size() > before) {
                expressions.settle(values, before, frame);
            }
            values.addAll(given);
            functions.add(function);
        }
        List<Expr> leaves = new ArrayList<>();
        values.forEach(value -> leaves.addAll(Leaves.of(expressions.records().apart(value, frame))));
        return reading.members.specialised(called, functions, null, true, leaves, span);
    }

    private static Refusal endless(ExecutableElement called, Span span) {
        return unsupported(
                "a function that is made of the one that " + called.getSimpleName()
                        + " was handed, in a call by itself,",
                "hand on the same function",
                span);
    }

    private static Refusal unsupported(String what, String instead, Span span) {
        return new Refusal(Problem.of(Kind.UNSUPPORTED, span, what, instead));
    }
}
