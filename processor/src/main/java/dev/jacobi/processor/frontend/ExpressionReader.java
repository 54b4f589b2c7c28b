package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ClassExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Effects;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Leaves;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Type.Scalar;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Reads an expression into a value without effects. What has an effect (an assignment, {@code i++}, a call of a method
 * whose inside isn't known) becomes a statement of its own before it, in Java's order of evaluation.
 */
final class ExpressionReader {

    private final Reading reading;
    private final NameSupply names;

    private final @Nullable SwitchReader switches;
    private final ArrayReader arrays;
    private final RecordReader records;
    private final CallReader calls;
    private final AssignmentReader assignments;
    private final NameReader variables;
    private final ElementReader elements;

    /** @param switches reads switch expressions; null where there are none */
    ExpressionReader(Reading reading, NameSupply names, @Nullable SwitchReader switches) {
        this.reading = reading;
        this.names = names;
        this.switches = switches;
        this.arrays = new ArrayReader(reading, this);
        this.records = new RecordReader(reading, names, this);
        this.calls = new CallReader(reading, names, this);
        this.assignments = new AssignmentReader(reading, this);
        this.variables = new NameReader(reading, names, this);
        this.elements = new ElementReader(reading, this, variables);
    }

    Expr read(Expression e, Frame frame) {
        Span span = frame.scope.span(e);
        if (e instanceof EnclosedExpr enclosed) {
            return read(enclosed.getInner(), frame);
        }
        if (e instanceof ClassExpr named) {
            return new Expr.Literal(reading.typer.named(named.getType(), frame.scope) + ".class", type(e, frame), span);
        }
        if (e instanceof LiteralExpr) {
            return new Expr.Literal(Literals.text(e), type(e, frame), span);
        }
        if (e instanceof ThisExpr self) {
            return variables.object(self, frame, span);
        }
        Expr element = elements.read(e, frame, span);
        if (element != null) {
            return element;
        }
        if (e instanceof NameExpr || e instanceof FieldAccessExpr) {
            return variables.read(e, frame, span);
        }
        if (e instanceof BinaryExpr binary) {
            return binary(binary, frame, span);
        }
        if (e instanceof UnaryExpr unary) {
            return unary(unary, frame, span);
        }
        if (e instanceof AssignExpr assign) {
            return assignments.assign(assign, frame, span);
        }
        if (e instanceof ConditionalExpr conditional) {
            return conditional(conditional, frame, span);
        }
        if (e instanceof CastExpr cast) {
            return reading.operators.cast(read(cast.getExpression(), frame), type(e, frame), span);
        }
        if (e instanceof InstanceOfExpr test) {
            return instanceOf(test, frame, span);
        }
        if (e instanceof ArrayAccessExpr access) {
            return arrays.element(access, frame, span);
        }
        if (e instanceof ArrayCreationExpr creation) {
            return arrays.newArray(creation, frame, span);
        }
        if (e instanceof SwitchExpr choice && switches != null) {
            return switches.value(choice, ofChoice(choice, frame), frame, span);
        }
        if (e instanceof MethodCallExpr call) {
            return calls.call(call, frame, span);
        }
        if (e instanceof ObjectCreationExpr creation
                && creation.getAnonymousClassBody().isEmpty()) {
            return calls.creation(creation, frame, span);
        }
        if (e instanceof LambdaExpr || e instanceof MethodReferenceExpr || e instanceof ObjectCreationExpr) {
            return written().read(Closure.here(e, frame), frame, span);
        }
        throw new Refusal(Subset.unsupported(e, frame.scope));
    }

    /** What reads records in the same method. */
    RecordReader records() {
        return records;
    }

    /** What reads calls in the same method. */
    CallReader calls() {
        return calls;
    }

    /** What reads arrays in the same method. */
    ArrayReader arrays() {
        return arrays;
    }

    /** Reads an expression where a value of {@code target} is wanted. */
    Expr readAs(Expression e, Type target, Frame frame) {
        return reading.operators.convert(read(e, frame), target);
    }

    Type type(Expression e, Frame frame) {
        return reading.types.read(reading.typer.typeOf(e, frame.scope));
    }

    /**
     * The type of what a conditional or switch expression gives: of arrays and records theirs, even where any object
     * may stand.
     */
    private Type ofChoice(Expression e, Frame frame) {
        Type wanted = type(e, frame);
        if (!(wanted instanceof Type.Opaque)) {
            return wanted;
        }
        Set<Type> given = new HashSet<>();
        for (Expression result : Results.chosen(e, ExpressionReader::unenclosed)) {
            if (!(result instanceof NullLiteralExpr)) {
                given.add(type(result, frame));
            }
        }
        Type only = given.size() == 1 ? given.iterator().next() : wanted;
        return only instanceof Scalar || !only.carriesDerivative() ? wanted : only;
    }

    private Expr binary(BinaryExpr e, Frame frame, Span span) {
        Expr nullness = nullness(e, frame, span);
        if (nullness != null) {
            return nullness;
        }
        boolean shortCircuit = e.getOperator() == BinaryExpr.Operator.AND || e.getOperator() == BinaryExpr.Operator.OR;
        if (shortCircuit) {
            return shortCircuit(e, frame, span);
        }
        List<Expr> operands = readAll(List.of(e.getLeft(), e.getRight()), frame);
        records.refuseIdentity(e, operands, span);
        return reading.operators.binary(e.getOperator(), operands.get(0), operands.get(1), span);
    }

    /** {@code vs[i] == null} in an array of records, or of a record in an interface's place; null for anything else. */
    private @Nullable Expr nullness(BinaryExpr e, Frame frame, Span span) {
        boolean identity =
                e.getOperator() == BinaryExpr.Operator.EQUALS || e.getOperator() == BinaryExpr.Operator.NOT_EQUALS;
        if (identity && e.getRight() instanceof NullLiteralExpr && objects().isRecord(e.getLeft(), frame)) {
            boolean unequal = e.getOperator() == BinaryExpr.Operator.NOT_EQUALS;
            return new Expr.Literal(String.valueOf(unequal), Scalar.BOOLEAN, span);
        }
        Row row = identity && e.getRight() instanceof NullLiteralExpr ? row(e.getLeft(), frame) : null;
        if (row == null) {
            return null;
        }
        Expr isNull = arrays.rows().isNull(row.rows(), row.index(), frame, span);
        return e.getOperator() == BinaryExpr.Operator.EQUALS ? isNull : reading.operators.prefix("!", isNull, span);
    }

    /** An element of an array of records that is taken apart. */
    record Row(Expr rows, Expr index) {}

    /** Where such an element stands; null for any other expression. */
    @Nullable
    Row row(Expression e, Frame frame) {
        if (!(unenclosed(e) instanceof ArrayAccessExpr access) || !(type(access, frame) instanceof Type.Struct)) {
            return null;
        }
        List<Expr> operands = readAll(List.of(access.getName(), access.getIndex()), frame);
        return RowsReader.isApart(operands.get(0)) ? new Row(operands.get(0), operands.get(1)) : null;
    }

    /**
     * Where the right side has effects, {@code a && b} is {@code a ? b : false} and {@code a || b} is {@code a ? true :
     * b}.
     */
    private Expr shortCircuit(BinaryExpr e, Frame frame, Span span) {
        Expr left = readAs(e.getLeft(), Scalar.BOOLEAN, frame);
        Frame right = frame.branch();
        Expr rightValue = readAs(e.getRight(), Scalar.BOOLEAN, right);
        if (right.out.isEmpty()) {
            Patterns.lift(right, null, frame);
            return reading.operators.binary(e.getOperator(), left, rightValue, span);
        }
        boolean and = e.getOperator() == BinaryExpr.Operator.AND;
        Frame other = frame.branch();
        Patterns.lift(right, other, frame);
        Branches.assume(right, other);
        Expr otherValue = new Expr.Literal(and ? "false" : "true", Scalar.BOOLEAN, span);
        return and
                ? new Branches(reading, names).value(left, right, rightValue, other, otherValue, frame, span)
                : new Branches(reading, names).value(left, other, otherValue, right, rightValue, frame, span);
    }

    private Expr unary(UnaryExpr e, Frame frame, Span span) {
        UnaryExpr.Operator operator = e.getOperator();
        if (operator.name().endsWith("INCREMENT") || operator.name().endsWith("DECREMENT")) {
            return assignments.step(e, frame, span);
        }
        if (operator == UnaryExpr.Operator.MINUS && Literals.isSmallest(e.getExpression())) {
            return new Expr.Literal("-" + Literals.text(e.getExpression()), type(e, frame), span);
        }
        return reading.operators.prefix(operator.asString(), read(e.getExpression(), frame), span);
    }

    static Expression unenclosed(Expression e) {
        return e instanceof EnclosedExpr enclosed ? unenclosed(enclosed.getInner()) : e;
    }

    /** Gives a value a variable of its own, or several where it is a record. */
    Expr bind(String wish, Expr value, Type type, Frame frame, Stmt.Note note) {
        if (Leaves.isRecord(type)) {
            records.requireRecord(value);
            return records.bind(wish, value, frame, note);
        }
        return new Expr.Ref(declare(wish, value, type, frame, note), note.span());
    }

    /** Declares a variable with a value; a call that has just become a statement takes the name itself. */
    Var declare(String wish, Expr value, Type type, Frame frame, Stmt.Note note) {
        int made = value instanceof Expr.Ref ref && reading.isTemporary(ref.variable())
                ? justMade(ref.variable(), frame.out)
                : -1;
        if (made >= 0 && frame.out.get(made) instanceof Stmt.Declare hoisted) {
            Var named = new Var(names.fresh(wish), type);
            frame.out.set(made, new Stmt.Declare(named, hoisted.value(), note));
            return named;
        }
        Var variable = new Var(names.fresh(wish), type);
        frame.out.add(new Stmt.Declare(variable, value, note));
        return variable;
    }

    /** Where a temporary is declared, if nothing but other new variables that don't read it has been since; or -1. */
    private static int justMade(Var temporary, List<Stmt> out) {
        for (int i = out.size() - 1; i >= 0 && out.get(i) instanceof Stmt.Declare s && s.value() != null; i--) {
            if (s.variable().equals(temporary)) {
                return i;
            }
            if (Walk.reads(s.value()).contains(temporary)) {
                return -1;
            }
        }
        return -1;
    }

    private Expr conditional(ConditionalExpr e, Frame frame, Span span) {
        Type type = ofChoice(e, frame);
        Expr condition = readAs(e.getCondition(), Scalar.BOOLEAN, frame);
        Frame then = frame.branch();
        Expr whenTrue = reading.operators.side(read(e.getThenExpr(), then), type);
        Frame otherwise = frame.branch();
        Expr whenFalse = reading.operators.side(read(e.getElseExpr(), otherwise), type);
        if (then.out.isEmpty() && otherwise.out.isEmpty() && !Leaves.isRecord(type)) {
            return new Expr.Choose(condition, whenTrue, whenFalse, span);
        }
        if (type == Scalar.BOOLEAN) {
            Branches.assume(then, otherwise);
            Branches.assume(otherwise, then);
        }
        whenTrue = records.apart(whenTrue, then);
        whenFalse = records.apart(whenFalse, otherwise);
        return new Branches(reading, names).value(condition, then, whenTrue, otherwise, whenFalse, frame, span);
    }

    static @Nullable Choice choice(@Nullable Expression variable, Frame frame) {
        return variable instanceof NameExpr name ? frame.choices.get(name.getNameAsString()) : null;
    }

    /** What reads functions in the same method. */
    FunctionReader functions() {
        return new FunctionReader(reading, names, this);
    }

    /** What reads functions that are handed to code which isn't followed. */
    WrittenFunctions written() {
        return new WrittenFunctions(reading, names, this);
    }

    /** What reads objects in the place of an interface. */
    KnownObjects objects() {
        return new KnownObjects(reading, names, this);
    }

    /** What reads arrays and lists of functions in the same method. */
    TableReader tables() {
        return new TableReader(reading, names, this);
    }

    /** What reads choices between functions in the same method. */
    ChoiceReader choices() {
        return new ChoiceReader(reading, names, this, switches);
    }

    /** What reads patterns in the same method. */
    Patterns patterns() {
        return new Patterns(reading, names, this);
    }

    private Expr instanceOf(InstanceOfExpr e, Frame frame, Span span) {
        if (e.getPattern().isPresent()) {
            return patterns().instanceOf(e.getExpression(), e.getPattern().get(), frame, span);
        }
        TypeMirror type = reading.typer.named(e.getType(), frame.scope);
        return patterns()
                .instanceOf(e.getExpression(), (value, inside) -> patterns().isA(value, type, span), frame, span);
    }

    /**
     * Reads operands from left to right. When a later one has an effect, what an earlier one computes with tensors
     * (which may throw) is computed before it.
     */
    List<Expr> readAll(List<? extends Expression> expressions, Frame frame) {
        List<Expr> values = new ArrayList<>();
        for (Expression expression : expressions) {
            int before = frame.out.size();
            Expr value = read(expression, frame);
            if (frame.out.size() > before) {
                settle(values, before, frame);
            }
            values.add(value);
        }
        return values;
    }

    void settle(List<Expr> values, int position, Frame frame) {
        int at = position;
        for (int i = 0; i < values.size(); i++) {
            Expr value = values.get(i);
            if (Effects.isFree(value)) {
                continue;
            }
            List<Expr> settled = new ArrayList<>();
            for (Expr leaf : Leaves.of(value)) {
                if (Effects.isFree(leaf)) {
                    settled.add(leaf);
                    continue;
                }
                Var variable = new Var(names.fresh("operand"), leaf.type());
                frame.out.add(at++, new Stmt.Declare(variable, leaf, new Stmt.Note(Stmt.Role.PRIMAL, leaf.span())));
                settled.add(new Expr.Ref(variable, leaf.span()));
            }
            values.set(i, Leaves.build(value.type(), settled.iterator(), value.span()));
        }
    }

    static boolean isPure(Expr e) {
        return !(e instanceof Expr.Call)
                && !(e instanceof Expr.Apply apply && !apply.primitive().pure());
    }

    /** A variable like one of a template. */
    Var fresh(Var template) {
        return new Var(names.fresh(template.name()), template.type());
    }

    /** Makes an expression that must be evaluated once, here, a statement of its own. */
    Expr hoist(String wish, Expr e, Frame frame) {
        Var variable = new Var(names.fresh(wish), e.type());
        reading.markTemporary(variable);
        frame.out.add(new Stmt.Declare(variable, e, new Stmt.Note(Stmt.Role.PRIMAL, e.span())));
        return new Expr.Ref(variable, e.span());
    }

    /** An expression that stands as a statement. */
    void statement(Expression e, Frame frame) {
        Expression inner = e;
        while (inner instanceof EnclosedExpr enclosed) {
            inner = enclosed.getInner();
        }
        if (inner instanceof MethodCallExpr call) {
            Span span = frame.scope.span(e);
            Expr value = calls.value(call, frame, span);
            if (value instanceof Expr.Literal) {
                return;
            }
            if (!isPure(value) || value.type() == Scalar.VOID) {
                frame.out.add(new Stmt.Effect(value, new Stmt.Note(Stmt.Role.PRIMAL, span)));
            }
            return;
        }
        if (inner instanceof AssignExpr assign && unenclosed(assign.getTarget()) instanceof ArrayAccessExpr access) {
            arrays.assign(assign, access, false, frame, frame.scope.span(e));
            return;
        }
        if (inner instanceof UnaryExpr step
                && Assigned.isStep(step)
                && unenclosed(step.getExpression()) instanceof ArrayAccessExpr access) {
            arrays.step(step, access, frame);
            return;
        }
        read(inner, frame);
    }

    /** Whether an expression needs statements of its own. */
    boolean hasEffects(Expression e, Frame frame) {
        Frame trial = frame.branch();
        try {
            read(e, trial);
        } catch (Refusal refusal) {
            return false;
        }
        return !trial.out.isEmpty();
    }

    /** What a failed assertion throws. */
    Expr assertionError(@Nullable Expression message, Frame frame, Span span) {
        Type type = reading.types.read(reading.typer.declared("java.lang.AssertionError"));
        List<Expr> arguments = message == null ? List.of() : List.of(read(message, frame));
        Primitive primitive =
                new Primitive(Primitive.Form.NEW, type, "new", Walk.types(arguments), type, false, "new " + type);
        return new Expr.Apply(primitive, arguments, span);
    }
}
