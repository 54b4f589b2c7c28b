package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.jacobi.processor.diag.Kind;
import dev.jacobi.processor.diag.Problem;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Leaves;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Type.Scalar;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads arrays and lists of functions: making them, what puts functions into them, and their elements. */
final class TableReader {

    private final Reading reading;
    private final NameSupply names;
    private final ExpressionReader expressions;

    TableReader(Reading reading, NameSupply names, ExpressionReader expressions) {
        this.reading = reading;
        this.names = names;
        this.expressions = expressions;
    }

    /** The table that an expression names; null where it names none. Nothing is read but constants. */
    @Nullable
    FunctionTable named(Expression e, Frame frame) {
        Expression inner = ExpressionReader.unenclosed(e);
        Choice choice = frame.choices.get(FunctionForms.name(inner));
        if (choice != null) {
            Expr numbers = frame.local(FunctionForms.name(inner)).value();
            return choice.isTable() && numbers != null ? new FunctionTable(choice, numbers) : null;
        }
        List<Closure> constants = expressions.functions().constants(inner, frame);
        if (constants.isEmpty()) {
            return null;
        }
        List<Expr> numbers = new ArrayList<>();
        Span span = frame.scope.span(e);
        for (int i = 0; i < constants.size(); i++) {
            numbers.add(new Expr.Literal(String.valueOf(i), Scalar.INT, span));
        }
        return new FunctionTable(Choice.of(constants, Choice.Holds.MANY), array(numbers, "functions", frame, span));
    }

    /** Whether an expression names a table; nothing is read. */
    boolean isNamed(Expression e, Frame frame) {
        Expression inner = ExpressionReader.unenclosed(e);
        Choice choice = frame.choices.get(FunctionForms.name(inner));
        return choice != null
                ? choice.isTable()
                : !expressions.functions().constants(inner, frame).isEmpty();
    }

    /** Whether an expression names a table or writes one out; nothing is read. */
    boolean isGiven(Expression e, Frame frame) {
        if (isNamed(e, frame)) {
            return true;
        }
        List<Expression> elements = elements(e, frame);
        return elements != null && elements.stream().anyMatch(FunctionForms::isFunctionOrChoice);
    }

    /** The table that an expression gives; null where it gives none. */
    @Nullable
    FunctionTable given(Expression e, Frame frame) {
        FunctionTable table = named(e, frame);
        List<Expression> elements = table == null && isGiven(e, frame) ? elements(e, frame) : null;
        return elements == null ? table : arguments(elements, frame, frame.scope.span(e));
    }

    private Expr array(List<Expr> numbers, String wish, Frame frame, Span span) {
        Primitive literal = Primitive.arrayLiteral(FunctionTable.NUMBERS, Walk.types(numbers));
        return expressions.hoist(wish, new Expr.Apply(literal, numbers, span), frame);
    }

    /** Makes the table that a variable is declared with; false where it is declared with something else. */
    boolean declare(VariableDeclarator declarator, TypeMirror type, Frame frame) {
        Expression value = declarator.getInitializer().orElse(null);
        if (value == null || !holdsFunctions(type)) {
            return false;
        }
        FunctionTable table = table(value, declarator, frame);
        if (table == null) {
            return false;
        }
        table.bind(declarator.getNameAsString(), frame);
        return true;
    }

    private @Nullable FunctionTable table(Expression value, VariableDeclarator declarator, Frame frame) {
        FunctionTable other = named(value, frame);
        if (other != null) {
            return other;
        }
        String name = declarator.getNameAsString();
        List<Expression> put = new ArrayList<>();
        collect(Choice.block(declarator), name, put);
        List<Expression> elements = elements(value, frame);
        if (elements != null) {
            return made(elements, put, name, frame, frame.scope.span(value));
        }
        Expression length = length(value);
        return length == null ? null : empty(length, put, name, frame, frame.scope.span(value));
    }

    /** A table of functions that are written out. */
    FunctionTable made(List<Expression> elements, List<Expression> put, String name, Frame frame, Span span) {
        Choice choice = Choice.table(Choice.Holds.MANY, leaves(elements), name, frame, expressions.functions());
        Expr length = new Expr.Literal(String.valueOf(elements.size()), Scalar.INT, span);
        choice.expectElements(
                leaves(put),
                name,
                frame,
                expressions.functions(),
                (slot, type) -> slot(slot, type, length, frame, span));
        List<Expr> numbers = new ArrayList<>();
        for (Expression element : elements) {
            int before = frame.out.size();
            Expr number = expressions.choices().number(element, choice, frame);
            if (frame.out.size() > before) {
                expressions.settle(numbers, before, frame);
            }
            numbers.add(number);
        }
        return new FunctionTable(choice, array(numbers, name, frame, span));
    }

    private FunctionTable empty(Expression length, List<Expression> put, String name, Frame frame, Span span) {
        Expr given = reading.operators.index(expressions.read(length, frame));
        Expr size = ArrayReader.isPlain(given) ? given : expressions.hoist("length", given, frame);
        Choice choice = Choice.table(Choice.Holds.MANY_OR_NONE, List.of(), name, frame, expressions.functions());
        Primitive made = Primitive.newArray(FunctionTable.NUMBERS, List.of(size.type()));
        Expr numbers = expressions.hoist(name, new Expr.Apply(made, List.of(size), span), frame);
        choice.expectElements(
                leaves(put), name, frame, expressions.functions(), (slot, type) -> slot(slot, type, size, frame, span));
        return new FunctionTable(choice, numbers);
    }

    /** An array that holds, for each element of a table, what its function uses of one variable. */
    private Frame.Local slot(String name, Type type, Expr length, Frame frame, Span span) {
        boolean simple = type instanceof Scalar || type instanceof Type.Tensor || type instanceof Type.Array;
        if (!simple || Leaves.isRecord(type)) {
            throw unsupported(
                    "a function in an array that uses " + Branches.wish(name) + ", which is declared behind the array,",
                    "declare " + Branches.wish(name) + " before the array",
                    span);
        }
        Type.Array array = new Type.Array(type);
        Primitive made = Primitive.newArray(array, List.of(length.type()));
        return new Frame.Local(
                expressions.hoist(Branches.wish(name), new Expr.Apply(made, List.of(length), span), frame),
                array,
                false);
    }

    private static List<Expression> leaves(List<Expression> functions) {
        List<Expression> leaves = new ArrayList<>();
        functions.forEach(function -> leaves.addAll(FunctionForms.leaves(function)));
        return leaves;
    }

    /** What is put into elements of a variable. */
    private static void collect(Node node, String name, List<Expression> values) {
        if (node instanceof AssignExpr assign
                && ExpressionReader.unenclosed(assign.getTarget()) instanceof ArrayAccessExpr access
                && FunctionForms.name(access.getName()).equals(name)) {
            values.add(assign.getValue());
        }
        node.getChildNodes().forEach(child -> collect(child, name, values));
    }

    /** Whether a type is an array or a list of functions. */
    boolean holdsFunctions(TypeMirror type) {
        TypeMirror element = element(type);
        return element != null && reading.typer.functions().method(element) != null;
    }

    /** The type of the elements of an array or list; null for any other type. */
    @Nullable
    TypeMirror element(TypeMirror type) {
        if (type.getKind() == TypeKind.ARRAY && type instanceof ArrayType array) {
            return array.getComponentType();
        }
        return type instanceof DeclaredType declared
                        && declared.getTypeArguments().size() == 1
                        && reading.typer.isIterable(type)
                ? declared.getTypeArguments().get(0)
                : null;
    }

    /** The elements that an expression writes out; null where it doesn't. */
    private @Nullable List<Expression> elements(Expression e, Frame frame) {
        Expression inner = withoutCasts(e);
        List<Expression> written = written(inner);
        if (written != null) {
            return written;
        }
        if (!(inner instanceof MethodCallExpr call) || !isListOf(call, frame)) {
            return null;
        }
        return List.copyOf(call.getArguments());
    }

    /** The elements of an array that is written out. */
    static @Nullable List<Expression> written(Expression e) {
        ArrayInitializerExpr elements = e instanceof ArrayInitializerExpr initializer
                ? initializer
                : e instanceof ArrayCreationExpr creation
                        ? creation.getInitializer().orElse(null)
                        : null;
        return elements == null ? null : List.copyOf(elements.getValues());
    }

    private static Expression withoutCasts(Expression e) {
        Expression inner = ExpressionReader.unenclosed(e);
        return inner instanceof CastExpr cast ? withoutCasts(cast.getExpression()) : inner;
    }

    private boolean isListOf(MethodCallExpr call, Frame frame) {
        String name = call.getNameAsString();
        boolean could = name.equals("of") || name.equals("asList");
        if (!could || call.getArguments().isEmpty()) {
            return false;
        }
        Overloads.Choice choice =
                reading.typer.members().method(call, frame.scope).choice();
        boolean array = choice.method().isVarArgs() && !choice.variableArity();
        return !array && isList(choice.method());
    }

    static boolean isList(ExecutableElement method) {
        String name = Enclosing.type(method).getQualifiedName() + "." + method.getSimpleName();
        return name.equals("java.util.List.of") || name.equals("java.util.Arrays.asList");
    }

    private static @Nullable Expression length(Expression e) {
        return withoutCasts(e) instanceof ArrayCreationExpr creation
                        && creation.getInitializer().isEmpty()
                        && creation.getLevels().size() == 1
                ? creation.getLevels().get(0).getDimension().orElse(null)
                : null;
    }

    /** Whether an expression is an element of a table; nothing is read. */
    boolean isElement(Expression e, Frame frame) {
        Expression table = ofElement(e);
        return table != null && isNamed(table, frame);
    }

    private static @Nullable Expression ofElement(Expression e) {
        if (e instanceof ArrayAccessExpr access) {
            return access.getName();
        }
        boolean get = e instanceof MethodCallExpr call
                && call.getNameAsString().equals("get")
                && call.getArguments().size() == 1;
        return get ? ((MethodCallExpr) e).getScope().orElse(null) : null;
    }

    /** {@code fs[i]}, {@code fs.get(i)}. */
    Handed element(Expression e, Frame frame) {
        FunctionTable table = Objects.requireNonNull(named(Objects.requireNonNull(ofElement(e)), frame));
        Expression index =
                e instanceof ArrayAccessExpr access ? access.getIndex() : ((MethodCallExpr) e).getArgument(0);
        Expr at = reading.operators.index(expressions.read(index, frame));
        return element(table, at, ElementName.of(e), frame, frame.scope.span(e));
    }

    /**
     * The function at an index.
     *
     * @param called what the source calls it
     */
    Handed element(FunctionTable table, Expr index, String called, Frame frame, Span span) {
        Choice choice = table.choice();
        Expr at = ArrayReader.isPlain(index) ? index : expressions.hoist("index", index, frame);
        Expr number = expressions.hoist("function", indexed(table.numbers(), at, span), frame);
        if (choice.holds() == Choice.Holds.MANY_OR_NONE) {
            Expr zero = new Expr.Literal("0", Scalar.INT, span);
            Expr isThere = reading.operators.binary(BinaryExpr.Operator.NOT_EQUALS, number, zero, span);
            expressions.arrays().rows().requireGiven(isThere, called, frame, span);
            Expr one = new Expr.Literal("1", Scalar.INT, span);
            number = expressions.hoist(
                    "function", reading.operators.binary(BinaryExpr.Operator.MINUS, number, one, span), frame);
        }
        List<Closure> options = new ArrayList<>();
        for (int i = 0; i < choice.allOptions().size(); i++) {
            Map<String, Frame.Local> kept = new LinkedHashMap<>();
            choice.slots(i).forEach((name, slot) -> {
                Frame.Local held = frame.local(slot);
                kept.put(name, choice.isArray(slot) ? of(held, at, frame, span) : held);
            });
            options.add(choice.allOptions().get(i).with(kept));
        }
        if (options.isEmpty()) {
            throw unsupported("an array into which no function is put", "put functions into it", span);
        }
        return new Handed.Chosen(options, number);
    }

    private Frame.Local of(Frame.Local slots, Expr at, Frame frame, Span span) {
        Expr slot = indexed(Objects.requireNonNull(slots.value()), at, span);
        return new Frame.Local(expressions.hoist("used", slot, frame), slot.type(), false);
    }

    private static Expr indexed(Expr array, Expr at, Span span) {
        return new Expr.Apply(Primitive.index(array.type(), at.type()), List.of(array, at), span);
    }

    /** {@code fs[i] = f}. */
    void store(AssignExpr e, ArrayAccessExpr access, FunctionTable table, Frame frame, Span span) {
        Choice choice = table.choice();
        Expr index = reading.operators.index(expressions.read(access.getIndex(), frame));
        Expr at = ArrayReader.isPlain(index) ? index : expressions.hoist("index", index, frame);
        Expr number = expressions.choices().number(e.getValue(), choice, at, frame);
        if (choice.holds() == Choice.Holds.MANY_OR_NONE) {
            Expr one = new Expr.Literal("1", Scalar.INT, span);
            number = number instanceof Expr.Literal known
                    ? new Expr.Literal(String.valueOf(Integer.parseInt(known.text()) + 1), Scalar.INT, span)
                    : reading.operators.binary(BinaryExpr.Operator.PLUS, number, one, span);
        }
        frame.out.add(new Stmt.Store(table.numbers(), at, number, new Stmt.Note(Stmt.Role.PRIMAL, span)));
    }

    /** {@code fs.length}, {@code fs.size()}; null for anything else. */
    @Nullable
    Expr length(Expression e, Frame frame, Span span) {
        Expression table =
                e instanceof FieldAccessExpr field && field.getNameAsString().equals("length")
                        ? field.getScope()
                        : e instanceof MethodCallExpr call
                                        && call.getNameAsString().equals("size")
                                        && call.getArguments().isEmpty()
                                ? call.getScope().orElse(null)
                                : null;
        if (table == null || !isNamed(table, frame)) {
            return null;
        }
        Expr numbers = Objects.requireNonNull(named(table, frame)).numbers();
        return new Expr.Apply(Primitive.length(numbers.type()), List.of(numbers), span);
    }

    /** The functions that a call hands on as those of variable arity. */
    FunctionTable arguments(List<Expression> functions, Frame frame, Span span) {
        return made(functions, List.of(), names.fresh("functions"), frame, span);
    }

    static Refusal unsupported(String what, String instead, Span span) {
        return new Refusal(Problem.of(Kind.UNSUPPORTED, span, what, instead));
    }
}
