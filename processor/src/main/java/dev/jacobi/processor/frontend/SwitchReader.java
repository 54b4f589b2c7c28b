package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.nodeTypes.SwitchNode;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.SwitchStmt;
import dev.jacobi.processor.diag.Kind;
import dev.jacobi.processor.diag.Problem;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.frontend.Branches.Exit;
import dev.jacobi.processor.frontend.Branches.Side;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Switches of every form as chains of branches. What falls through from one case into the next is read once for each
 * case that it can be entered from.
 */
final class SwitchReader {

    private final Reading reading;
    private final StatementReader statements;
    private final Branches branches;
    private final PatternCases cases;

    SwitchReader(Reading reading, NameSupply names, StatementReader statements) {
        this.reading = reading;
        this.statements = statements;
        this.branches = new Branches(reading, names);
        this.cases = new PatternCases(reading, statements);
    }

    Exit statement(SwitchStmt choice, Frame frame) {
        read(choice, choice, null, frame);
        if (Jumps.canComplete(choice)) {
            return Exit.END;
        }
        boolean onlyReturns = Jumps.leaving(choice).equals(java.util.Set.of(Target.METHOD));
        return Jumps.leaving(choice).isEmpty() ? Exit.THROW : onlyReturns ? Exit.RETURN : Exit.LEAVE;
    }

    /** The value of a switch expression. */
    Expr value(SwitchExpr choice, Type type, Frame frame, Span span) {
        String slot = slot(choice);
        frame.locals.put(slot, new Frame.Local(null, type, false));
        read(choice, choice, slot, frame);
        Frame.Local local = frame.locals.remove(slot);
        if ((local == null || local.value() == null) && !reading.problems.isEmpty()) {
            throw new Refusal(reading.problems.get(0)); // which kept a case from being read
        }
        if (local == null || local.value() == null) {
            throw new Refusal(Problem.of(Kind.NO_YIELD, span));
        }
        return local.value();
    }

    /** The number of the function that a switch expression gives. */
    Expr number(SwitchExpr cases, Choice choice, Frame frame, Span span) {
        frame.choices.put(slot(cases), choice);
        Expr number = value(cases, Type.Scalar.INT, frame, span);
        frame.choices.remove(slot(cases));
        return number;
    }

    /** The function that a switch expression gives, some of which reading has to make. */
    Handed function(SwitchExpr cases, Choice choice, Frame frame, Span span) {
        String slot = slot(cases);
        frame.choices.put(slot, choice);
        frame.locals.put(slot, new Frame.Local(null, Type.Scalar.INT, true));
        read(cases, cases, slot, frame);
        Handed held = JoinedFunctions.held(slot, frame);
        frame.closures.remove(slot);
        frame.choices.remove(slot);
        frame.locals.remove(slot);
        return Objects.requireNonNull(held, () -> "no function at " + span);
    }

    /** The name under which a frame holds the value of a switch expression. */
    static String slot(Node choice) {
        return "value at " + choice.getBegin().map(Object::toString).orElse("");
    }

    /** {@code yield e}. */
    void give(Expression e, Node choice, Frame frame) {
        String slot = slot(choice);
        if (frame.choices.containsKey(slot) || frame.closures.containsKey(slot)) {
            statements.expressions().choices().assign(slot, e, choice, frame);
            return;
        }
        Frame.Local local = frame.local(slot);
        Expr value = statements.expressions().readAs(e, local.type(), frame);
        if (!(value instanceof Expr.Literal)) {
            Stmt.Note note = new Stmt.Note(Stmt.Role.PRIMAL, value.span());
            value = statements.expressions().bind("chosen", value, local.type(), frame, note);
        }
        frame.locals.put(slot, local.with(value));
    }

    private void read(SwitchNode choice, Node node, @Nullable String slot, Frame frame) {
        Span span = frame.scope.span(node);
        Expr selector = selector(choice, frame);
        List<SwitchEntry> entries = choice.getEntries();
        if (cases.refuseNull(choice, selector)) {
            frame.out.add(PatternCases.requireNonNull(selector, span));
        }
        int otherwise = entries.size();
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).isDefault() || entries.get(i).getLabels().isEmpty()) {
                otherwise = i;
            } else {
                order.add(i);
            }
        }
        new Chain(choice, node, selector, order, otherwise, slot, span).read(0, frame);
    }

    private Expr selector(SwitchNode choice, Frame frame) {
        Expr selector = statements.expressions().read(choice.getSelector(), frame);
        if (selector instanceof Expr.Ref || selector instanceof Expr.Literal) {
            return selector;
        }
        Stmt.Note note = new Stmt.Note(Stmt.Role.PRIMAL, selector.span());
        return statements.expressions().bind("selector", selector, selector.type(), frame, note);
    }

    /** The cases of one switch as a chain of branches, the default last. */
    private final class Chain {
        private final SwitchNode choice;
        private final Node node;
        private final Expr selector;
        private final List<Integer> order;
        private final int otherwise;
        private final @Nullable String slot;
        private final Span span;

        Chain(
                SwitchNode choice,
                Node node,
                Expr selector,
                List<Integer> order,
                int otherwise,
                @Nullable String slot,
                Span span) {
            this.choice = choice;
            this.node = node;
            this.selector = selector;
            this.order = order;
            this.otherwise = otherwise;
            this.slot = slot;
            this.span = span;
        }

        Exit read(int next, Frame frame) {
            boolean last = next == order.size();
            if (last && otherwise == choice.getEntries().size() && PatternCases.areIn(choice)) {
                frame.out.add(cases.noMatch(span));
                return Exit.THROW;
            }
            boolean covered = !PatternCases.areIn(choice)
                    && slot != null
                    && otherwise == choice.getEntries().size()
                    && next == order.size() - 1;
            if (last || covered) {
                int entry = last ? otherwise : order.get(next);
                return entry == choice.getEntries().size() ? Exit.END : body(entry, frame);
            }
            SwitchEntry entry = choice.getEntries().get(order.get(next));
            Expr condition = null;
            for (Expression label : entry.getLabels()) {
                Expr matches = PatternCases.areFor(label)
                        ? cases.matches(selector, choice.getSelector(), label, frame)
                        : matches(label, frame);
                condition = condition == null
                        ? matches
                        : reading.operators.binary(BinaryExpr.Operator.OR, condition, matches, matches.span());
            }
            condition = cases.guarded(Objects.requireNonNull(condition), entry, frame);
            if (Patterns.isYes(condition)) {
                return body(order.get(next), frame);
            }
            Frame then = frame.branch();
            Side a = new Side(then, body(order.get(next), then));
            Frame other = frame.branch();
            Side b = new Side(other, read(next + 1, other));
            branches.join(condition, a, b, frame, span);
            return StatementReader.combined(a, b);
        }

        private Expr matches(Expression label, Frame frame) {
            Span place = frame.scope.span(label);
            if (selector.type() instanceof Type.Opaque opaque && reading.typer.isEnum(opaque.mirror())) {
                Expr constant =
                        reading.members.enumConstant(opaque.mirror(), simpleName(label), selector.type(), place);
                return reading.operators.binary(BinaryExpr.Operator.EQUALS, selector, constant, place);
            }
            Expr value = statements.expressions().read(label, frame);
            if (reading.operators.isString(selector)) {
                Primitive equals = new Primitive(
                        Primitive.Form.METHOD,
                        selector.type(),
                        "equals",
                        List.of(selector.type(), value.type()),
                        Type.Scalar.BOOLEAN,
                        true,
                        "java.lang.String.equals(java.lang.Object)");
                boolean nullToo = PatternCases.allowNull(choice);
                return new Expr.Apply(equals, nullToo ? List.of(value, selector) : List.of(selector, value), place);
            }
            return reading.operators.binary(BinaryExpr.Operator.EQUALS, selector, value, place);
        }

        private String simpleName(Expression label) {
            return label instanceof NameExpr name
                    ? name.getNameAsString()
                    : label.toString().replaceFirst(".*\\.", "");
        }

        private Exit body(int entry, Frame frame) {
            SwitchEntry first = choice.getEntries().get(entry);
            if (first.getType() == SwitchEntry.Type.EXPRESSION) {
                Statement only = first.getStatement(0);
                if (slot != null && only instanceof ExpressionStmt s) {
                    give(s.getExpression(), node, frame);
                    return Exit.END;
                }
                return statements.readAll(List.of(only), frame);
            }
            declareEarlier(entry, frame);
            Exit exit = statements.run(Rest.of(fallingThrough(entry), frame, null), frame);
            return exit == Exit.THROW ? exit : leavesOnlyHere(entry) ? Exit.END : exit;
        }

        /** The statements from a case on, until one jumps; a break at the end is no statement here. */
        private List<Statement> fallingThrough(int entry) {
            List<Statement> all = new ArrayList<>();
            for (int i = entry; i < choice.getEntries().size(); i++) {
                for (Statement statement : choice.getEntries().get(i).getStatements()) {
                    if (statement instanceof BreakStmt s && s.getLabel().isEmpty()) {
                        return all;
                    }
                    all.add(statement);
                    if (!Jumps.canComplete(statement)) {
                        return all;
                    }
                }
                if (choice.getEntries().get(i).getType() != SwitchEntry.Type.STATEMENT_GROUP) {
                    return all;
                }
            }
            return all;
        }

        /** Whether every jump out of a case leads behind the switch. */
        private boolean leavesOnlyHere(int entry) {
            Target here = new Target(Target.Way.BREAK, node);
            for (Statement statement : fallingThrough(entry)) {
                for (Target target : Jumps.leaving(statement)) {
                    if (!target.equals(here)) {
                        return false;
                    }
                }
            }
            return true;
        }

        /** The variables that earlier cases declare are in sight, without their values (JLS 14.11.2). */
        private void declareEarlier(int entry, Frame frame) {
            for (int i = 0; i < entry; i++) {
                for (Statement statement : choice.getEntries().get(i).getStatements()) {
                    if (statement instanceof ExpressionStmt s
                            && s.getExpression() instanceof VariableDeclarationExpr declaration) {
                        for (VariableDeclarator variable : declaration.getVariables()) {
                            statements.declareUnassigned(variable, frame);
                        }
                    }
                }
            }
        }
    }
}
