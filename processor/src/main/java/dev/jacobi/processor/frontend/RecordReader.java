package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.jacobi.processor.diag.Kind;
import dev.jacobi.processor.diag.Problem;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Effects;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Leaves;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;

/**
 * Reads records: a value of one is a {@link Expr.Build} of its components, a variable of one is a variable for each
 * leaf, and making one is running its constructor's own code here.
 */
final class RecordReader {

    /** How the names start under which a constructor's fields are bound. */
    static final String FIELD = "this.";

    private final Reading reading;
    private final NameSupply names;
    private final ExpressionReader expressions;

    RecordReader(Reading reading, NameSupply names, ExpressionReader expressions) {
        this.reading = reading;
        this.names = names;
        this.expressions = expressions;
    }

    /** Whether a method only gives a component of the record that it is called on. */
    boolean isAccessor(Expr receiver, ExecutableElement method) {
        return receiver.type() instanceof Type.Struct struct
                && struct.isRecord()
                && method.getParameters().isEmpty()
                && struct.components().stream()
                        .anyMatch(c -> method.getSimpleName().contentEquals(c.name()));
    }

    /** A record that is taken apart is no longer an object that could be another's or none. */
    void refuseIdentity(BinaryExpr e, List<Expr> operands, Span span) {
        boolean identity =
                e.getOperator() == BinaryExpr.Operator.EQUALS || e.getOperator() == BinaryExpr.Operator.NOT_EQUALS;
        boolean records = operands.stream().anyMatch(o -> o instanceof Expr.Build);
        if (identity && records && operands.stream().anyMatch(o -> o instanceof Expr.Literal)) {
            throw askedForNull(span);
        }
        if (identity && records) {
            boolean written = operands.stream()
                    .anyMatch(o -> o.type() instanceof Type.Struct struct && reading.members.isRecord(struct));
            throw new Refusal(Problem.of(
                    Kind.UNSUPPORTED,
                    span,
                    "comparing " + (written ? "records" : "objects of a private class") + " with "
                            + e.getOperator().asString(),
                    written ? "compare them with equals, or compare their components" : "compare their fields"));
        }
    }

    static Refusal askedForNull(Span span) {
        return new Refusal(Problem.of(
                Kind.UNSUPPORTED,
                span,
                "asking whether a record is null",
                "leave the question out, or ask an element where it stands in its array, as in array[i] == null"));
    }

    /** A variable of a record holds one. */
    void requireRecord(Expr value) {
        if (!Leaves.isRecord(value.type()) || value instanceof Expr.Literal) {
            throw noRecord(value);
        }
    }

    static Refusal noRecord(Expr value) {
        return new Refusal(Problem.of(
                Kind.UNSUPPORTED,
                value.span(),
                "null in the place of a record",
                "start with a record, and keep a boolean that says whether it counts"));
    }

    /** A component of a record; what the others are made of is evaluated all the same. */
    Expr component(Expr record, String name, Frame frame) {
        Type.Struct type = (Type.Struct) record.type();
        List<Expr> components = new ArrayList<>();
        int index = 0;
        for (int i = 0; i < type.components().size(); i++) {
            components.add(Leaves.component(record, i));
            index = type.components().get(i).name().equals(name) ? i : index;
        }
        if (!(record instanceof Expr.Build)) {
            return components.get(index);
        }
        boolean alone = true;
        for (int i = 0; i < components.size(); i++) {
            alone &= i == index || Leaves.of(components.get(i)).stream().allMatch(Effects::isFree);
        }
        if (!alone) {
            expressions.settle(components, frame.out.size(), frame);
        }
        return written(components.get(index));
    }

    /** A conversion that was made for the constructor must be written where the component is used on its own. */
    private static Expr written(Expr component) {
        boolean converted = component instanceof Expr.Apply apply
                && apply.primitive().form() == Primitive.Form.CONVERSION
                && apply.type() instanceof Type.Scalar
                && !apply.primitive().name().equals(Primitive.CONSTANT);
        if (!converted) {
            return component;
        }
        Expr operand = ((Expr.Apply) component).operands().get(0);
        Primitive cast = Primitive.convert(operand.type(), component.type(), true);
        return operand.type() instanceof Type.Scalar
                ? new Expr.Apply(cast, List.of(operand), component.span())
                : component;
    }

    /** An array of records from other code, taken apart; any other value as it is. */
    Expr apart(Expr value, Frame frame) {
        if (!Leaves.isRows(value.type()) || value instanceof Expr.Build) {
            return value;
        }
        requireRecord(value);
        Expr held = value instanceof Expr.Ref ? value : expressions.hoist("rows", value, frame);
        return RowsText.apart(held, value.span());
    }

    /** Gives a record's leaves variables of their own. */
    Expr bind(String wish, Expr value, Frame frame, Stmt.Note note) {
        boolean element = value instanceof Expr.Apply apply && apply.primitive().form() == Primitive.Form.INDEX;
        value = apart(value, frame);
        if (value instanceof Expr.Ref) {
            return value;
        }
        if (!(value instanceof Expr.Build) && !element) {
            return new Expr.Ref(expressions.declare(wish, value, value.type(), frame, note), value.span());
        }
        List<Type.Component> leaves = Leaves.of("", value.type());
        List<Expr> values = Leaves.of(value);
        List<Expr> bound = new ArrayList<>();
        for (int i = 0; i < leaves.size(); i++) {
            String name = Leaves.joined(wish, leaves.get(i).name());
            Type type = leaves.get(i).type();
            bound.add(new Expr.Ref(expressions.declare(name, values.get(i), type, frame, note), value.span()));
        }
        return Leaves.build(value.type(), bound.iterator(), value.span());
    }

    /** {@code new Body(at, mass)}, its arguments read. */
    Expr created(Type.Struct type, ExecutableElement constructor, List<Expr> arguments, Frame frame, Span span) {
        RecordTypes.Constructor source = reading.members.constructor(constructor);
        if (source == null) {
            return made(type, arguments, span);
        }
        if (reading.inlined.contains(constructor)) {
            throw new Refusal(
                    Problem.of(Kind.UNSUPPORTED, span, "a constructor that calls itself", "write the components out"));
        }
        reading.inlined.add(constructor);
        try {
            Frame inside =
                    frame.within(Map.of(), Map.of(), Map.of(), source.scope().inner());
            return source.code() instanceof CompactConstructorDeclaration compact
                    ? compact(type, compact, constructor, arguments, inside, span)
                    : written(type, source, constructor, arguments, inside, span);
        } finally {
            reading.inlined.remove(reading.inlined.size() - 1);
        }
    }

    /** A record of its components: one of another record that is declared as any object is one from here on. */
    private Expr made(Type.Struct type, List<Expr> values, Span span) {
        List<Expr> components = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            components.add(reading.operators.convert(
                    values.get(i), type.components().get(i).type()));
        }
        return new Expr.Build(type, components, span);
    }

    /** The components are what the parameters hold at the end. */
    private Expr compact(
            Type.Struct type,
            CompactConstructorDeclaration code,
            ExecutableElement constructor,
            List<Expr> arguments,
            Frame inside,
            Span span) {
        List<String> parameters = new ArrayList<>();
        for (Type.Component component : type.components()) {
            parameters.add(component.name());
        }
        parameters(parameters, constructor, arguments, inside);
        run(code.getBody(), code.getBody().getStatements(), inside);
        List<Expr> components = new ArrayList<>();
        for (String name : parameters) {
            components.add(held(name, inside, span));
        }
        return made(type, components, span);
    }

    private void parameters(List<String> names, ExecutableElement constructor, List<Expr> arguments, Frame inside) {
        for (int i = 0; i < arguments.size(); i++) {
            TypeMirror mirror = constructor.getParameters().get(i).asType();
            Expr value = arguments.get(i);
            Stmt.Note note = new Stmt.Note(Stmt.Role.PRIMAL, value.span());
            Expr bound = isPlain(value) ? value : expressions.bind(names.get(i), value, value.type(), inside, note);
            inside.scope.declare(names.get(i), mirror);
            boolean constant =
                    Annotations.holdsConstant(constructor.getParameters().get(i));
            inside.locals.put(names.get(i), new Frame.Local(bound, value.type(), constant));
        }
    }

    /** Whether a value may stand wherever a name does; a temporary is one's alone that gives it a name. */
    private boolean isPlain(Expr value) {
        return value instanceof Expr.Literal || value instanceof Expr.Ref ref && !reading.isTemporary(ref.variable());
    }

    private void run(BlockStmt body, List<Statement> statements, Frame inside) {
        Subset.check(body, inside.scope).forEach(reading::report);
        new StatementReader(reading, names, Type.Scalar.VOID).readAll(statements, inside);
    }

    private Expr held(String name, Frame inside, Span span) {
        Frame.Local local = inside.local(name);
        if (local.value() == null && !reading.problems.isEmpty()) {
            throw new Refusal(reading.problems.get(0)); // which may have kept it from being read
        }
        if (local.value() == null) {
            throw new Refusal(Problem.of(
                    Kind.UNSUPPORTED,
                    span,
                    "a constructor that doesn't give every component a value on every path",
                    "give each one where it is declared"));
        }
        return local.value();
    }

    /** {@code this(…)} and what follows it, or assignments to the fields. */
    private Expr written(
            Type.Struct type,
            RecordTypes.Constructor source,
            ExecutableElement constructor,
            List<Expr> arguments,
            Frame inside,
            Span span) {
        ConstructorDeclaration code = (ConstructorDeclaration) source.code();
        List<String> parameters = new ArrayList<>();
        for (Parameter parameter : code.getParameters()) {
            parameters.add(parameter.getNameAsString());
        }
        parameters(parameters, constructor, arguments, inside);
        List<Statement> statements = code.getBody().getStatements();
        List<Statement> own = statements;
        if (!statements.isEmpty() && statements.get(0) instanceof ExplicitConstructorInvocationStmt other) {
            own = statements.subList(1, statements.size());
            if (other.isThis()) {
                Expr made = another(type, other, inside, span);
                return own.isEmpty() ? made : behind(made, type, code, own, inside, span);
            }
        }
        for (Type.Component component : type.components()) {
            inside.locals.put(FIELD + component.name(), new Frame.Local(null, component.type(), false));
        }
        initialize(source, inside);
        return assigned(type, code, own, inside, span);
    }

    /** What the fields hold when a constructor's own statements have run. */
    private Expr assigned(Type.Struct type, ConstructorDeclaration code, List<Statement> own, Frame inside, Span span) {
        run(code.getBody(), own, inside);
        List<Expr> components = new ArrayList<>();
        for (Type.Component component : type.components()) {
            components.add(held(FIELD + component.name(), inside, span));
        }
        return made(type, components, span);
    }

    /** What stands behind {@code this(…)} sees fields that have their values, which it can't change any more. */
    private Expr behind(
            Expr made, Type.Struct type, ConstructorDeclaration code, List<Statement> own, Frame inside, Span span) {
        Stmt.Note note = new Stmt.Note(Stmt.Role.PRIMAL, span);
        for (int i = 0; i < type.components().size(); i++) {
            Type.Component component = type.components().get(i);
            Expr value = Leaves.component(made, i);
            Expr bound =
                    isPlain(value) ? value : expressions.bind(component.name(), value, component.type(), inside, note);
            inside.locals.put(FIELD + component.name(), new Frame.Local(bound, component.type(), false));
        }
        return assigned(type, code, own, inside, span);
    }

    /** Gives the fields of a class their first values, which see no parameters. */
    private void initialize(RecordTypes.Constructor source, Frame inside) {
        Frame before =
                inside.within(Map.of(), Map.of(), Map.of(), source.scope().inner());
        for (VariableDeclarator field : source.initialized()) {
            String name = FIELD + field.getNameAsString();
            Type type = inside.local(name).type();
            Expression initializer = field.getInitializer().orElseThrow();
            Expr value = initializer instanceof ArrayInitializerExpr elements
                    ? expressions.arrays().arrayOf(elements, (Type.Array) type, before)
                    : expressions.readAs(initializer, type, before);
            Stmt.Note note = new Stmt.Note(Stmt.Role.PRIMAL, before.scope.span(field));
            Frame.Local local =
                    new Frame.Local(expressions.bind(field.getNameAsString(), value, type, before, note), type, false);
            before.locals.put(name, local);
            inside.locals.put(name, local);
        }
    }

    private Expr another(Type.Struct type, ExplicitConstructorInvocationStmt call, Frame inside, Span span) {
        List<Expression> arguments = List.copyOf(call.getArguments());
        Overloads.Choice choice =
                reading.typer.members().constructor(call, type(type), "this", arguments, inside.scope);
        List<Expr> values = expressions.calls().converted(choice, expressions.readAll(arguments, inside), inside);
        return created(type, choice.method(), expressions.calls().packed(choice, values, inside, span), inside, span);
    }

    private TypeMirror type(Type.Struct type) {
        return reading.types.mirror(type);
    }
}
