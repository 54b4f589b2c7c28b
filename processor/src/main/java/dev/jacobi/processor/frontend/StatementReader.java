package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.AssertStmt;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.EmptyStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchStmt;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.stmt.YieldStmt;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import dev.jacobi.processor.diag.Kind;
import dev.jacobi.processor.diag.Problem;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.frontend.Branches.Exit;
import dev.jacobi.processor.frontend.Branches.Side;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Reads statements into structured control: after it there is no jump but the return at the end. Code behind a branch
 * that may jump moves into the side that doesn't; where both sides may go on, flags are asked.
 */
final class StatementReader {

    private final Reading reading;
    private final ExpressionReader expressions;
    private final Branches branches;
    private final LoopReader loops;
    private final LoopWishes wishes;
    private final SwitchReader switches;
    private final FixedPointMarks fixedPoints;
    private final Type result;

    StatementReader(Reading reading, NameSupply names, Type result) {
        this.reading = reading;
        this.switches = new SwitchReader(reading, names, this);
        this.expressions = new ExpressionReader(reading, names, switches);
        this.branches = new Branches(reading, names);
        this.fixedPoints = new FixedPointMarks(reading);
        this.loops = new LoopReader(reading, names, expressions, this);
        this.wishes = new LoopWishes(reading);
        this.result = result;
    }

    /** What reads the expressions of the same method. */
    ExpressionReader expressions() {
        return expressions;
    }

    /** Reads a list to its end, or to where control leaves it. */
    Exit readAll(List<? extends Statement> statements, Frame frame) {
        return run(new Rest(statements, 0, null, frame.scope, null), frame);
    }

    /** Reads what still runs, to its end or to where control leaves it. */
    Exit run(Rest start, Frame frame) {
        Rest rest = start;
        while (rest != null) {
            if (rest.hasEnded()) {
                rest.leave(frame);
                rest = rest.outer();
                continue;
            }
            Statement statement = rest.first();
            rest = rest.behindFirst();
            if (statement instanceof BlockStmt block && !Jumps.isBroken(block)) {
                rest = Rest.of(block.getStatements(), frame, rest);
                frame.scope = frame.scope.inner();
                continue;
            }
            Rest behind = rest;
            boolean jumps = Jumps.leaves(statement) && Jumps.target(statement) == null;
            if (statement instanceof IfStmt branch && jumps && !Jumps.isBroken(branch)) {
                return attempt(statement, frame.scope, () -> jumpingBranch(branch, behind, frame));
            }
            if (jumps && Jumps.canComplete(statement)) {
                return attempt(statement, frame.scope, () -> flagged(statement, behind, frame));
            }
            Exit exit = attempt(statement, frame.scope, () -> read(statement, frame));
            if (exit != Exit.END) {
                return exit;
            }
        }
        return Exit.END;
    }

    private interface Attempt {
        Exit run();
    }

    /** A statement that can't be read is reported, and reading goes on behind it. */
    private Exit attempt(Statement statement, Scope scope, Attempt attempt) {
        try {
            return attempt.run();
        } catch (Refusal refusal) {
            reading.report(refusal.problem);
            reportOthers(statement, scope);
            return Jumps.canComplete(statement) ? Exit.END : Exit.RETURN;
        }
    }

    /** What else is wrong in a statement that has been given up: every name and call that it holds itself. */
    private void reportOthers(Node node, Scope scope) {
        if (Subset.refuses(node)) {
            return;
        }
        for (Node child : node.getChildNodes()) {
            if (!(child instanceof Statement)) {
                reportOthers(child, scope);
            }
        }
        if (node instanceof MethodCallExpr || node instanceof NameExpr name && isValue(name)) {
            try {
                reading.typer.typeOf((Expression) node, scope);
            } catch (Refusal refusal) {
                reading.report(refusal.problem);
            }
        }
    }

    /** A name before a dot may be a class or package: what stands behind the dot tells. */
    private static boolean isValue(NameExpr name) {
        Node parent = name.getParentNode().orElse(null);
        return !(parent instanceof FieldAccessExpr)
                && !(parent instanceof MethodCallExpr call && call.getScope().equals(Optional.of(name)));
    }

    private Exit read(Statement statement, Frame frame) {
        if (statement instanceof ExpressionStmt s) {
            expression(s.getExpression(), frame);
            return Exit.END;
        }
        if (Jumps.isBroken(statement) && !Jumps.isLoop(statement)) {
            return breakable(statement, frame);
        }
        return unbroken(statement, frame);
    }

    /** A block or branch that a {@code break} with its label leaves: only such a jump reaches its end early. */
    private Exit breakable(Statement statement, Frame frame) {
        unbroken(statement, frame);
        frame.locals.remove(new Target(Target.Way.BREAK, statement).flag());
        return Jumps.canComplete(statement) ? Exit.END : Exit.LEAVE;
    }

    private Exit unbroken(Statement statement, Frame frame) {
        if (statement instanceof BlockStmt block) {
            return block(block, frame);
        }
        if (statement instanceof IfStmt branch) {
            return branch(branch, frame);
        }
        if (statement instanceof LabeledStmt labelled) {
            return read(Jumps.unlabelled(labelled), frame);
        }
        if (Jumps.isLoop(statement)) {
            return loops.read(statement, frame);
        }
        if (statement instanceof SwitchStmt choice) {
            return switches.statement(choice, frame);
        }
        if (statement instanceof YieldStmt s) {
            switches.give(
                    s.getExpression(),
                    Objects.requireNonNull(
                            Objects.requireNonNull(Jumps.target(s)).statement()),
                    frame);
            return jump(s, frame);
        }
        if (statement instanceof BreakStmt || statement instanceof ContinueStmt) {
            return jump(statement, frame);
        }
        if (statement instanceof AssertStmt s) {
            return check(s, frame);
        }
        if (statement instanceof ReturnStmt s) {
            return giveBack(s, frame);
        }
        if (statement instanceof ThrowStmt s) {
            return raise(s, frame);
        }
        if (statement instanceof EmptyStmt) {
            return Exit.END;
        }
        throw new Refusal(Subset.unsupported(statement, frame.scope));
    }

    void expression(Expression e, Frame frame) {
        if (e instanceof VariableDeclarationExpr declaration) {
            wishes.check(declaration, frame.scope);
            fixedPoints.check(declaration, frame.scope);
            boolean constant = Annotations.holdsConstant(declaration.getAnnotations(), frame.scope);
            for (VariableDeclarator variable : declaration.getVariables()) {
                try {
                    declare(variable, constant, frame);
                } catch (Refusal refusal) {
                    reading.report(refusal.problem);
                    reportOthers(variable, frame.scope);
                }
            }
        } else {
            expressions.statement(e, frame);
        }
    }

    /** Makes a variable known that has no value yet. */
    void declareUnassigned(VariableDeclarator declarator, Frame frame) {
        declareUnassigned(declarator, false, frame);
    }

    private Type declareUnassigned(VariableDeclarator declarator, boolean constant, Frame frame) {
        String name = declarator.getNameAsString();
        TypeMirror mirror = isVar(declarator.getType())
                ? reading.typer.typeOf(Mismatch.valueOfVar(declarator, frame.scope), frame.scope)
                : reading.typer.named(declarator.getType(), frame.scope);
        Type type = reading.types.read(mirror);
        frame.scope.declare(name, mirror);
        frame.locals.put(name, new Frame.Local(null, type, constant));
        return type;
    }

    private void declare(VariableDeclarator declarator, boolean constant, Frame frame) {
        String name = declarator.getNameAsString();
        reading.poison(name);
        Type type = declareUnassigned(declarator, constant, frame);
        boolean several = isOneOfSeveral(declarator, frame);
        Handed function = several ? null : function(declarator, constant, frame);
        frame.closures.remove(name);
        frame.choices.remove(name);
        TypeMirror mirror = Objects.requireNonNull(frame.scope.local(name));
        if (!several && function == null && expressions.tables().declare(declarator, mirror, frame)) {
            reading.cure(name);
            return;
        }
        if (several) {
            Choice choice = Choice.among(Choice.leaves(declarator), name, frame, expressions.functions());
            frame.choices.put(name, choice);
            Expr number = declarator
                    .getInitializer()
                    .map(e -> expressions.choices().number(e, choice, frame))
                    .orElse(null);
            frame.locals.put(name, new Frame.Local(settled(number, name, frame), Type.Scalar.INT, true));
        } else if (function != null) {
            function.bind(name, frame);
        } else if (declarator.getInitializer().isPresent()) {
            Expression initializer = declarator.getInitializer().get();
            Expr value = initializer instanceof ArrayInitializerExpr elements
                    ? expressions.arrays().arrayOf(elements, (Type.Array) type, frame)
                    : expressions.readAs(initializer, type, frame);
            Span span = frame.scope.span(declarator);
            Expr held = expressions.bind(name, value, type, frame, new Stmt.Note(Stmt.Role.PRIMAL, span));
            frame.locals.put(name, new Frame.Local(held, type, constant));
        }
        reading.cure(name);
    }

    /** The function, or the object of a known class, that a variable holds from its declaration on. */
    private @Nullable Handed function(VariableDeclarator declarator, boolean constant, Frame frame) {
        Expression value = declarator.getInitializer().orElse(null);
        if (value == null) {
            return null;
        }
        TypeMirror wanted = Objects.requireNonNull(frame.scope.local(declarator.getNameAsString()));
        Handed function = expressions.functions().of(value, frame);
        boolean object = function == null
                && Choice.assigned(declarator).isEmpty()
                && expressions.objects().isOne(value, wanted, frame);
        return object ? Inlining.held(expressions.objects().of(value, frame), constant) : function;
    }

    /** Whether a variable is to hold one of several functions. */
    private boolean isOneOfSeveral(VariableDeclarator declarator, Frame frame) {
        List<Expression> assigned = Choice.assigned(declarator);
        Expression initializer = declarator.getInitializer().orElse(null);
        if (assigned.isEmpty() && initializer != null && FunctionForms.isChoice(initializer)) {
            return FunctionForms.leaves(initializer).stream()
                    .allMatch(leaf -> expressions.functions().known(leaf, frame) != null);
        }
        TypeMirror mirror = Objects.requireNonNull(frame.scope.local(declarator.getNameAsString()));
        boolean isFunction = !assigned.isEmpty() && reading.typer.functions().method(mirror) != null;
        return Choice.isMadeBy(declarator)
                || !assigned.isEmpty() && holdsObjects(declarator, assigned, mirror, frame)
                || isFunction
                        && (initializer == null ? assigned : List.of(initializer))
                                .stream().anyMatch(e -> expressions.functions().isInSight(e, frame));
    }

    /** Whether all that a variable is given are objects of known classes, none of them anew in each round of a loop. */
    private boolean holdsObjects(
            VariableDeclarator declarator, List<Expression> assigned, TypeMirror wanted, Frame frame) {
        List<Expression> given = new ArrayList<>(assigned);
        declarator.getInitializer().ifPresent(given::add);
        return given.stream().allMatch(e -> expressions.objects().isOne(e, wanted, frame))
                && assigned.stream().noneMatch(e -> ChoiceReader.isRepeated(declarator.getNameAsString(), e));
    }

    private @Nullable Expr settled(@Nullable Expr number, String name, Frame frame) {
        if (number == null || number instanceof Expr.Literal) {
            return number;
        }
        Stmt.Note note = new Stmt.Note(Stmt.Role.PRIMAL, number.span());
        return new Expr.Ref(expressions.declare(name, number, Type.Scalar.INT, frame, note), number.span());
    }

    /** The grammar reads {@code var} as the name of a class. */
    static boolean isVar(com.github.javaparser.ast.type.Type type) {
        return type instanceof ClassOrInterfaceType named
                && named.getScope().isEmpty()
                && named.getNameAsString().equals("var");
    }

    private Exit block(BlockStmt block, Frame frame) {
        Rest rest = Rest.of(block.getStatements(), frame, null);
        frame.scope = frame.scope.inner();
        Exit exit = run(rest, frame);
        rest.leave(frame);
        return exit;
    }

    private Exit branch(IfStmt statement, Frame frame) {
        Expr condition = expressions.readAs(statement.getCondition(), Type.Scalar.BOOLEAN, frame);
        Side then = side(List.of(statement.getThenStmt()), frame);
        Side otherwise = side(statement.getElseStmt().map(List::of).orElse(List.of()), frame);
        branches.join(condition, then, otherwise, frame, frame.scope.span(statement));
        return combined(then, otherwise);
    }

    /** One side of a branch, read in a frame of its own. */
    Side side(List<? extends Statement> statements, @Nullable Rest behind, Frame frame) {
        Frame inside = frame.branch();
        return new Side(inside, run(Rest.of(statements, inside, behind), inside));
    }

    private Side side(List<? extends Statement> statements, Frame frame) {
        return side(statements, null, frame);
    }

    static Exit combined(Side a, Side b) {
        return a.exit().compareTo(b.exit()) < 0 ? a.exit() : b.exit();
    }

    private Exit jumpingBranch(IfStmt statement, Rest behind, Frame frame) {
        List<Statement> then = List.of(statement.getThenStmt());
        List<Statement> otherwise = statement.getElseStmt().map(List::of).orElse(List.of());
        boolean thenGoesOn = Jumps.canComplete(then);
        boolean otherwiseGoesOn = Jumps.canComplete(otherwise);
        if (thenGoesOn && otherwiseGoesOn) {
            return flagged(statement, behind, frame);
        }
        Expr condition = expressions.readAs(statement.getCondition(), Type.Scalar.BOOLEAN, frame);
        Side a = side(then, thenGoesOn ? behind : null, frame);
        Side b = side(otherwise, otherwiseGoesOn ? behind : null, frame);
        branches.join(condition, a, b, frame, frame.scope.span(statement));
        return combined(a, b);
    }

    /** A statement that may jump and may go on: what follows it runs only if it has not jumped. */
    private Exit flagged(Statement statement, Rest behind, Frame frame) {
        Set<Target> targets = Jumps.leaving(statement);
        Set<String> added = raiseFlags(targets, frame, frame.scope.span(statement));
        Exit exit = read(statement, frame);
        frame.flagged.removeAll(added);
        if (exit != Exit.END || behind.isEmpty()) {
            return exit;
        }
        return guarded(targets, frame, frame.scope.span(statement), inside -> run(behind, inside));
    }

    /** From here on the jumps are told by flags; gives those that weren't before. */
    static Set<String> raiseFlags(Set<Target> targets, Frame frame, Span span) {
        Set<String> added = new LinkedHashSet<>();
        for (Target target : targets) {
            frame.locals.put(target.flag(), flag("false", span));
            if (frame.flagged.add(target.flag())) {
                added.add(target.flag());
            }
        }
        return added;
    }

    /** Code that runs in a frame of its own. */
    interface Inside {
        Exit read(Frame inside);
    }

    /** Reads code that runs only if none of the jumps was made. */
    Exit guarded(Set<Target> targets, Frame frame, Span span, Inside code) {
        Expr goesOn = noneOf(targets, frame, span);
        Frame inside = frame.branch();
        Side a = new Side(inside, code.read(inside));
        boolean onlyReturns = targets.equals(Set.of(Target.METHOD));
        Side b = new Side(frame.branch(), onlyReturns ? Exit.RETURN : Exit.LEAVE);
        branches.join(goesOn, a, b, frame, span);
        return combined(a, b);
    }

    /** {@code !left && !returned}. */
    Expr noneOf(Set<Target> targets, Frame frame, Span span) {
        Expr none = null;
        for (Target target : targets) {
            Expr jumped = Objects.requireNonNull(frame.local(target.flag()).value());
            Expr not = reading.operators.prefix("!", jumped, span);
            none = none == null ? not : reading.operators.binary(BinaryExpr.Operator.AND, none, not, span);
        }
        return Objects.requireNonNull(none);
    }

    static Frame.Local flag(String value, Span span) {
        return new Frame.Local(new Expr.Literal(value, Type.Scalar.BOOLEAN, span), Type.Scalar.BOOLEAN, false);
    }

    private Exit giveBack(ReturnStmt statement, Frame frame) {
        Span span = frame.scope.span(statement);
        @Nullable Expression e = statement.getExpression().orElse(null);
        if (e == null && result == Type.Scalar.VOID) {
            return jump(statement, frame);
        }
        if (e == null) {
            throw new Refusal(Problem.of(Kind.WRONG_TYPE, span, "a value", "nothing", "return the result"));
        }
        if (frame.choices.containsKey(Frame.RESULT) || frame.closures.containsKey(Frame.RESULT)) {
            expressions.choices().assign(Frame.RESULT, e, statement, frame);
            return jump(statement, frame);
        }
        Expr value = expressions.records().apart(expressions.readAs(e, result, frame), frame);
        boolean steady = value instanceof Expr.Ref || value instanceof Expr.Literal || frame.flagged.isEmpty();
        if (!steady) {
            Stmt.Note note = new Stmt.Note(Stmt.Role.PRIMAL, span);
            value = expressions.bind("result", value, result, frame, note);
        }
        frame.locals.put(Frame.RESULT, new Frame.Local(value, result, false));
        return jump(statement, frame);
    }

    /** Tells the flag that waits for the jump, if one does. */
    private static Exit jump(Statement statement, Frame frame) {
        Target target = Objects.requireNonNull(Jumps.target(statement));
        if (frame.flagged.contains(target.flag())) {
            frame.locals.put(target.flag(), flag("true", frame.scope.span(statement)));
        }
        return target.way() == Target.Way.RETURN ? Exit.RETURN : Exit.LEAVE;
    }

    /** {@code assert c : m}, on where assertions are on for the user's own class. */
    private Exit check(AssertStmt statement, Frame frame) {
        Span span = frame.scope.span(statement);
        Expr enabled = new Expr.Literal(
                reading.outermost(frame.scope) + ".class.desiredAssertionStatus()", Type.Scalar.BOOLEAN, span);
        Frame on = frame.branch();
        Expr holds = expressions.readAs(statement.getCheck(), Type.Scalar.BOOLEAN, on);
        Frame failed = on.branch();
        Expr thrown = expressions.assertionError(statement.getMessage().orElse(null), failed, span);
        failed.out.add(new Stmt.Throw(thrown, new Stmt.Note(Stmt.Role.PRIMAL, span)));
        Expr fails = reading.operators.prefix("!", holds, span);
        branches.join(fails, new Side(failed, Exit.THROW), new Side(on.branch(), Exit.END), on, span);
        branches.join(enabled, new Side(on, Exit.END), new Side(frame.branch(), Exit.END), frame, span);
        return Exit.END;
    }

    private Exit raise(ThrowStmt statement, Frame frame) {
        Expr value = expressions.read(statement.getExpression(), frame);
        TypeMirror type = reading.typer.typeOf(statement.getExpression(), frame.scope);
        if (!reading.types.isThrowable(type)) {
            throw Mismatch.of(
                    value, "an exception", type, "write throw new IllegalArgumentException(\"…\"), or its like");
        }
        frame.out.add(new Stmt.Throw(value, new Stmt.Note(Stmt.Role.PRIMAL, frame.scope.span(statement))));
        return Exit.THROW;
    }
}
