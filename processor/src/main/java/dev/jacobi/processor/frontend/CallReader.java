package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import dev.jacobi.processor.diag.Kind;
import dev.jacobi.processor.diag.Problem;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.Leaves;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Shadows;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Type.Scalar;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads calls of methods and constructors: receiver and arguments first, in Java's order of evaluation. */
final class CallReader {

    private final Reading reading;
    private final NameSupply names;
    private final ExpressionReader expressions;

    CallReader(Reading reading, NameSupply names, ExpressionReader expressions) {
        this.reading = reading;
        this.names = names;
        this.expressions = expressions;
    }

    Expr call(MethodCallExpr e, Frame frame, Span span) {
        Expr value = value(e, frame, span);
        if (value.type() == Scalar.VOID) {
            throw new Refusal(Problem.of(Kind.WRONG_TYPE, span, "a value", "void", "call it on a line of its own"));
        }
        Expr held = ExpressionReader.isPure(value) ? value : expressions.hoist(e.getNameAsString(), value, frame);
        if (value instanceof Expr.Call made && made.function() instanceof FunctionName.Ruled ruled) {
            Stmt.Note note = new Stmt.Note(Stmt.Role.PRIMAL, span);
            frame.out.addAll(Shadows.checkNew(held, made.arguments(), ruled.of().display(), note));
        }
        Type type = expressions.type(e, frame);
        boolean same =
                value.type() instanceof Type.Array && type instanceof Type.Opaque && !(value instanceof Expr.Call);
        Expr result = same && isGivenBack(e, frame) ? held : reading.operators.convert(held, type);
        if (isArrayClone(e, frame)) {
            return result;
        }
        if (value instanceof Expr.Call && result.type() instanceof Type.Struct) {
            result = Leaves.build(type, Leaves.of(result).iterator(), span);
        }
        boolean constant = Annotations.holdsConstant(
                reading.typer.members().method(e, frame.scope).choice().method());
        return constant ? Operators.constant(result) : result;
    }

    /** Whether a call is of a method that gives one of its own type variables, which an array may be. */
    private boolean isGivenBack(MethodCallExpr e, Frame frame) {
        ExecutableElement called =
                reading.typer.members().method(e, frame.scope).choice().method();
        return called.getReturnType().getKind() == TypeKind.TYPEVAR && Functions.isStatic(called);
    }

    /** The call itself, arguments read. */
    Expr value(MethodCallExpr e, Frame frame, Span span) {
        if (isArrayClone(e, frame)) {
            Expr array =
                    expressions.records().apart(expressions.read(e.getScope().orElseThrow(), frame), frame);
            return RowsReader.isApart(array)
                    ? expressions.arrays().rows().cloned(array, frame, span)
                    : ArrayReader.clone(array, span);
        }
        Expr length = expressions.tables().length(e, frame, span);
        if (length != null) {
            return length;
        }
        MemberLookup.Method method = reading.typer.members().method(e, frame.scope);
        FunctionReader functions = expressions.functions();
        boolean isAbstract = method.choice().method().getModifiers().contains(Modifier.ABSTRACT);
        Handed known = functionOf(e, method, frame);
        Handed on = known == null && isAbstract ? madeObject(e, frame) : known;
        if (on instanceof Handed.Chosen && on.isObject() && !isAbstract) {
            throw new Refusal(Problem.of(
                    Kind.UNSUPPORTED,
                    span,
                    "a call of " + e.getNameAsString()
                            + ", which has a body in the interface, on one of several objects",
                    "call it where only one object is meant"));
        }
        if (on != null && (isAbstract || on.isObject())) {
            List<Expr> given =
                    converted(method.choice(), expressions.readAll(List.copyOf(e.getArguments()), frame), frame);
            return functions.called(on, method, given, expressions.type(e, frame), frame, span);
        }
        Expr filled = new FilledArray(reading, names, expressions)
                .read(e, method.choice().method(), frame, span);
        if (filled != null) {
            return filled;
        }
        boolean aside = isAside(method, on);
        boolean followed = reading.members.body(method.choice().method()) != null && !aside;
        boolean handsFunction = on == null && handsFunction(e, method, frame);
        HandedDispatch handed = new HandedDispatch(reading, names, expressions);
        if (handsFunction && !aside && (!followed || mayBeAnother(e, method, handed, frame))) {
            Expr value = handed.read(e, method, frame, span);
            if (value != null) {
                return value;
            }
        }
        if (followed && (on != null || handsFunction || throwsGiven(method))) {
            return new Inlining(reading, names, expressions).handed(e, method, on, frame, span);
        }
        if (e.getScope().orElse(null) instanceof SuperExpr parent) {
            return ofParent(e, parent, method, frame, span);
        }
        boolean onValue = e.getScope().isPresent() && !method.onType();
        List<Expression> operands = new ArrayList<>();
        if (onValue) {
            operands.add(e.getScope().get());
        }
        operands.addAll(e.getArguments());
        List<Expr> values = expressions.readAll(operands, frame);
        if (RowsReader.copies(method) && values.stream().anyMatch(RowsReader::isApart)) {
            return expressions.arrays().rows().copied(method, values, expressions.type(e, frame), frame, span);
        }
        ExecutableElement called = method.choice().method();
        GeneratedMembers.Member member = reading.members.generated(called);
        if (member != null) {
            List<Expr> given = converted(method.choice(), values.subList(onValue ? 1 : 0, values.size()), frame);
            given.replaceAll(argument -> expressions.records().apart(argument, frame));
            return reading.members.call(member, given, new Hoisting(expressions, e, frame, span), span);
        }
        if (NullChecks.isOne(called) && NullChecks.givesNumbers(values)) {
            return NullChecks.read(values, frame, span);
        }
        Expr object = onValue ? values.get(0) : own(called, frame);
        if (object != null && expressions.records().isAccessor(object, called)) {
            return expressions.records().component(object, e.getNameAsString(), frame);
        }
        Handover handover = new Handover(reading);
        Expr receiver = handover.receiver(object, called);
        List<Expr> arguments = converted(method.choice(), values.subList(onValue ? 1 : 0, values.size()), frame);
        Dispatch dispatch = new Dispatch(reading, names, expressions);
        List<Implementations.Case> cases = dispatch.cases(called, object);
        if (cases != null && object != null) {
            List<Expr> given = handover.arguments(packed(method.choice(), arguments, frame, span), called);
            Type type = reading.types.read(called.getReturnType());
            return dispatch.called(cases, object, given, type, frame, span);
        }
        boolean function = reading.members.isFunction(called);
        Declarations.Body body = function || !Functions.isStatic(called) ? null : reading.members.body(called);
        if (body != null
                && LookedAt.isIn(body.declaration(), called, values, reading.types)
                && !reading.members.callsItself(called)) {
            List<Expr> given = packed(method.choice(), arguments, frame, span);
            boolean nothing = called.getReturnType().getKind() == TypeKind.VOID;
            Type type = nothing ? Scalar.VOID : LookedAt.givenBack(called, values, expressions.type(e, frame));
            return new Inlining(reading, names, expressions).lookedAt(called, body, given, values, type, frame);
        }
        if (function) {
            arguments = handover.arguments(packed(method.choice(), arguments, frame, span), called);
            arguments.replaceAll(argument -> expressions.records().apart(argument, frame));
        }
        Type result = function ? reading.types.read(called.getReturnType()) : expressions.type(e, frame);
        Expr call = reading.members.call(method, receiver, arguments, result, span);
        Definition definition = call instanceof Expr.Apply apply ? reading.rules.definition(apply.primitive()) : null;
        return definition == null ? call : definition.at((Expr.Apply) call, expressions, frame);
    }

    /** Gives names to values where a call stands. */
    record Hoisting(ExpressionReader expressions, MethodCallExpr at, Frame frame, Span span) {
        Expr hoist(String wish, Expr value) {
            return expressions.hoist(wish, value, frame);
        }

        void add(Stmt statement) {
            frame.out.add(statement);
        }

        boolean givesRecords() {
            return Leaves.isRecord(expressions.type(at, frame));
        }

        /** The record that the call gives, from the numbers in it. */
        Expr build(List<Expr> leaves) {
            return new DerivedRecords(this, span).build(expressions.type(at, frame), leaves);
        }
    }

    /** Whether the body that is found first may not be the one that is called, or not on this object. */
    private static boolean mayBeAnother(
            MethodCallExpr e, MemberLookup.Method method, HandedDispatch handed, Frame frame) {
        ExecutableElement called = method.choice().method();
        return Enclosing.type(called).getKind().isInterface()
                || e.getScope().orElse(null) instanceof SuperExpr
                || handed.isOfSeveral(e, called, frame);
    }

    /** Whether what a method throws is known only where it is called, and it works with what has a derivative. */
    private boolean throwsGiven(MemberLookup.Method method) {
        ExecutableElement called = method.choice().method();
        return !called.getTypeParameters().isEmpty()
                && Inlining.isPlain(called, null, reading.members.callsItself(called))
                && Functions.isStatic(called)
                && carriesDerivative(method);
    }

    /** Whether a method that can't be read for functions neither takes nor gives what has a derivative. */
    private boolean isAside(MemberLookup.Method method, @Nullable Handed on) {
        ExecutableElement called = method.choice().method();
        return !Inlining.isPlain(called, on, reading.members.callsItself(called)) && !carriesDerivative(method);
    }

    /** Whether a method, or a function that it is handed, takes or gives what has a derivative. */
    private boolean carriesDerivative(MemberLookup.Method method) {
        ExecutableElement called = method.choice().method();
        List<TypeMirror> types = new ArrayList<>(method.choice().type().getParameterTypes());
        types.add(called.getReturnType());
        for (TypeMirror type : List.copyOf(types)) {
            ExecutableType function = reading.typer.functions().of(type);
            if (function != null) {
                types.addAll(function.getParameterTypes());
                types.add(function.getReturnType());
            }
        }
        return types.stream().anyMatch(type -> reading.types.read(type).carriesDerivative());
    }

    /** {@code super.method(…)}: this very method, whatever the object's class. */
    private Expr ofParent(MethodCallExpr e, SuperExpr parent, MemberLookup.Method method, Frame frame, Span span) {
        ExecutableElement called = method.choice().method();
        Declarations.Body body = reading.members.body(called);
        Frame.Local self = frame.locals.get(Frame.THIS);
        if (body == null || self == null || self.value() == null || !TypeVariables.areReplaceableIn(called)) {
            throw new Refusal(Problem.of(
                    Kind.UNSUPPORTED,
                    frame.scope.span(parent),
                    "the use of super",
                    "hand the values in as parameters"));
        }
        List<Expr> given = converted(method.choice(), expressions.readAll(List.copyOf(e.getArguments()), frame), frame);
        List<Expr> arguments = new Handover(reading).arguments(packed(method.choice(), given, frame, span), called);
        Implementations.Case here = new Implementations.Case(Enclosing.type(called), "", called, body);
        return new Dispatch(reading, names, expressions).exact(here, self.value(), arguments, frame, span);
    }

    /** The object of a known class that a call gives, on which another method is called at once; null for any other. */
    private @Nullable Handed madeObject(MethodCallExpr e, Frame frame) {
        Expression scope = e.getScope().map(ExpressionReader::unenclosed).orElse(null);
        return scope instanceof MethodCallExpr
                        && expressions.objects().isOne(scope, reading.typer.typeOf(scope, frame.scope), frame)
                ? expressions.objects().of(scope, frame)
                : null;
    }

    /** The function that a method is called on, where its body is in sight. */
    @Nullable
    Handed functionOf(MethodCallExpr e, MemberLookup.Method method, Frame frame) {
        if (Functions.isStatic(method.choice().method())) {
            return null;
        }
        if (e.getScope().isPresent()) {
            return expressions.functions().of(e.getScope().get(), frame);
        }
        TypeElement owner = Enclosing.type(method.choice().method());
        return owner.getKind().isInterface() ? expressions.functions().of(new ThisExpr(), frame) : null;
    }

    /** Whether a call hands on a function whose body is in sight to a method that can be read. */
    private boolean handsFunction(MethodCallExpr e, MemberLookup.Method method, Frame frame) {
        FunctionReader functions = expressions.functions();
        boolean read = reading.members.body(method.choice().method()) != null;
        List<? extends VariableElement> parameters = method.choice().method().getParameters();
        int fixed = parameters.size() - 1;
        if (read && method.choice().variableArity() && e.getArguments().size() == fixed) {
            return expressions.tables().holdsFunctions(parameters.get(fixed).asType());
        }
        for (int i = 0; i < e.getArguments().size(); i++) {
            Expression argument = e.getArgument(i);
            boolean table = read && expressions.tables().isGiven(argument, frame);
            boolean object = i < parameters.size() && handsObject(e, method, parameters.get(i), argument, frame);
            if (table || object || (read ? functions.isInSight(argument, frame) : functions.isHere(argument, frame))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether an argument is an object of a known class in the place of an interface, and the method's code is known.
     */
    private boolean handsObject(
            MethodCallExpr e, MemberLookup.Method method, VariableElement parameter, Expression argument, Frame frame) {
        ExecutableElement called = method.choice().method();
        HandedDispatch handed = new HandedDispatch(reading, names, expressions);
        boolean plain = reading.members.body(called) != null
                && Inlining.isPlain(called, null, reading.members.callsItself(called))
                && !mayBeAnother(e, method, handed, frame);
        return (plain || handed.isReadOnce(e, called, frame))
                && expressions.objects().isOne(argument, parameter.asType(), frame);
    }

    /** Arrays override {@code clone} with a public method that gives their own type (JLS 10.7). */
    private boolean isArrayClone(MethodCallExpr e, Frame frame) {
        return e.getNameAsString().equals("clone")
                && e.getArguments().isEmpty()
                && e.getScope().isPresent()
                && !reading.typer.members().isType(e.getScope().get(), frame.scope)
                && reading.typer.typeOf(e.getScope().get(), frame.scope).getKind() == TypeKind.ARRAY;
    }

    /**
     * Arguments as a method takes them. What its type variables stand for, the compiler finds out again, unless the
     * values have types that the source says with type variables, which generated code doesn't have.
     */
    List<Expr> converted(Overloads.Choice choice, List<Expr> values, Frame frame) {
        List<Expr> arguments = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            Expr value = values.get(i);
            TypeMirror wanted = choice.parameter(i);
            boolean inferred = value.type() instanceof Type.Opaque
                    && TypeVariables.areIn(wanted)
                    && !frame.scope.names().seesTypeVariables();
            arguments.add(inferred ? value : reading.operators.argument(value, reading.types.read(wanted)));
        }
        return arguments;
    }

    /** The arguments as the method's own code sees them: those of variable arity are elements of an array. */
    List<Expr> packed(Overloads.Choice choice, List<Expr> arguments, Frame frame, Span span) {
        if (!choice.variableArity()) {
            return arguments;
        }
        int fixed = choice.method().getParameters().size() - 1;
        Type.Array type = (Type.Array)
                reading.types.read(choice.method().getParameters().get(fixed).asType());
        List<Expr> elements = arguments.subList(fixed, arguments.size());
        List<Expr> packed = new ArrayList<>(arguments.subList(0, fixed));
        packed.add(array(type, elements, frame, span));
        return packed;
    }

    private Expr array(Type.Array type, List<Expr> elements, Frame frame, Span span) {
        if (Leaves.isRows(type)) {
            return expressions.arrays().rows().literal(type, elements, frame, span);
        }
        Primitive primitive = Primitive.arrayLiteral(type, Walk.types(elements));
        return expressions.hoist("array", new Expr.Apply(primitive, elements, span), frame);
    }

    /** The array of what a call gives a parameter of variable arity. */
    Expr rest(List<Expression> arguments, Type.Array type, Frame frame, Span span) {
        List<Expr> elements = expressions.readAll(arguments, frame);
        elements.replaceAll(element -> reading.operators.argument(element, type.element()));
        return array(type, elements, frame, span);
    }

    Expr creation(ObjectCreationExpr e, Frame frame, Span span) {
        Overloads.Choice choice = reading.typer.members().constructor(e, frame.scope);
        if (isInner(choice.method())) {
            return inner(e, choice, frame, span);
        }
        List<Expr> arguments = converted(choice, expressions.readAll(List.copyOf(e.getArguments()), frame), frame);
        Type type = expressions.type(e, frame);
        if (Leaves.isRecord(type)) {
            List<Expr> packed = packed(choice, arguments, frame, span);
            return expressions.records().created((Type.Struct) type, choice.method(), packed, frame, span);
        }
        List<Type> parameters = Walk.types(arguments);
        reading.members.requireReachable(choice.method(), span);
        Primitive primitive = new Primitive(Primitive.Form.NEW, type, "new", parameters, type, false, "new " + type);
        return expressions.hoist("created", new Expr.Apply(primitive, arguments, span), frame);
    }

    static boolean isInner(ExecutableElement constructor) {
        TypeElement type = Enclosing.type(constructor);
        return type.getNestingKind() == NestingKind.MEMBER
                && !type.getModifiers().contains(Modifier.STATIC);
    }

    /** {@code outer.new Inner(…)}, or what is short for {@code this.new Inner(…)}. */
    private Expr inner(ObjectCreationExpr e, Overloads.Choice choice, Frame frame, Span span) {
        List<Expression> operands = new ArrayList<>(e.getArguments());
        e.getScope().ifPresent(outer -> operands.add(0, outer));
        List<Expr> values = new ArrayList<>(expressions.readAll(operands, frame));
        if (e.getScope().isEmpty()) {
            values.add(0, outer(Enclosing.type(choice.method()), frame, span));
        }
        Expr outer = values.get(0);
        List<Expr> arguments = new ArrayList<>(converted(choice, values.subList(1, values.size()), frame));
        arguments.add(0, outer);
        reading.members.requireReachable(choice.method(), span);
        Type type = expressions.type(e, frame);
        Primitive primitive = new Primitive(
                Primitive.Form.NEW, type, Primitive.INNER, Walk.types(arguments), type, false, "new " + type);
        return expressions.hoist("created", new Expr.Apply(primitive, arguments, span), frame);
    }

    private Expr outer(TypeElement inner, Frame frame, Span span) {
        Expr self = own(inner, frame);
        if (self == null) {
            throw new Refusal(Problem.of(
                    Kind.UNSUPPORTED,
                    span,
                    "making an object of the inner class " + inner.getSimpleName() + " inside another object",
                    "make the class static, or name the outer object, as in outer.new " + inner.getSimpleName()
                            + "(…)"));
        }
        return self;
    }

    /** The object itself, for a member of it that is named without a dot; null where there is none. */
    @Nullable
    Expr own(javax.lang.model.element.@Nullable Element member, Frame frame) {
        Frame.Local self = frame.locals.get(Frame.THIS);
        boolean isStatic = member == null || member.getModifiers().contains(Modifier.STATIC);
        return !isStatic && self != null && reading.typer.isMemberOf(member, self.type()) ? self.value() : null;
    }
}
