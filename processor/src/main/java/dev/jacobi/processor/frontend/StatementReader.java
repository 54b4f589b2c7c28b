package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.EmptyStmt;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.ThrowStmt;
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
import dev.jacobi.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Reads statements into structured control: after it there is no {@code return} but the one at the end. Code behind a
 * branch that may return moves into the side that doesn't; where both sides may go on, a flag is asked.
 */
final class StatementReader {

    private final Reading reading;
    private final ExpressionReader expressions;
    private final Branches branches;
    private final Type result;

    StatementReader(Reading reading, NameSupply names, Type result) {
        this.reading = reading;
        this.expressions = new ExpressionReader(reading, names);
        this.branches = new Branches(names);
        this.result = result;
    }

    /** Reads a list to its end, or to where control leaves it. */
    Exit readAll(List<Statement> statements, Frame frame) {
        for (int i = 0; i < statements.size(); i++) {
            Statement statement = statements.get(i);
            List<Statement> rest = statements.subList(i + 1, statements.size());
            if (statement instanceof IfStmt branch && Jumps.mayReturn(branch)) {
                return attempt(statement, frame.scope, () -> returningBranch(branch, rest, frame));
            }
            if (statement instanceof BlockStmt block && Jumps.mayReturn(block)) {
                return readAll(concat(block.getStatements(), rest), frame);
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

    private static List<Statement> concat(List<Statement> first, List<Statement> second) {
        List<Statement> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private Exit read(Statement statement, Frame frame) {
        if (statement instanceof ExpressionStmt s) {
            expression(s.getExpression(), frame);
            return Exit.END;
        }
        if (statement instanceof BlockStmt block) {
            return block(block, frame);
        }
        if (statement instanceof IfStmt branch) {
            return branch(branch, frame);
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

    private void expression(Expression e, Frame frame) {
        if (e instanceof VariableDeclarationExpr declaration) {
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

    private void declare(VariableDeclarator declarator, boolean constant, Frame frame) {
        String name = declarator.getNameAsString();
        reading.poison(name);
        TypeMirror mirror = isVar(declarator.getType())
                ? reading.typer.typeOf(declarator.getInitializer().orElseThrow(), frame.scope)
                : reading.typer.named(declarator.getType(), frame.scope);
        Type type = reading.types.read(mirror);
        frame.scope.declare(name, mirror);
        frame.locals.put(name, new Frame.Local(null, type, constant));
        if (declarator.getInitializer().isPresent()) {
            Expression initializer = declarator.getInitializer().get();
            Expr value = expressions.readAs(initializer, type, frame);
            Span span = frame.scope.span(declarator);
            Var variable = expressions.declare(name, value, type, frame, new Stmt.Note(Stmt.Role.PRIMAL, span));
            frame.locals.put(name, new Frame.Local(new Expr.Ref(variable, span), type, constant));
        }
        reading.cure(name);
    }

    /** The grammar reads {@code var} as the name of a class. */
    private static boolean isVar(com.github.javaparser.ast.type.Type type) {
        return type instanceof ClassOrInterfaceType named
                && named.getScope().isEmpty()
                && named.getNameAsString().equals("var");
    }

    /** A block's own variables end with it. */
    private Exit block(BlockStmt block, Frame frame) {
        List<String> outer = List.copyOf(frame.locals.keySet());
        Exit exit = readAll(block.getStatements(), frame);
        frame.locals.keySet().retainAll(outer);
        return exit;
    }

    private Exit branch(IfStmt statement, Frame frame) {
        Expr condition = expressions.readAs(statement.getCondition(), Type.Scalar.BOOLEAN, frame);
        Side then = side(List.of(statement.getThenStmt()), frame);
        Side otherwise = side(statement.getElseStmt().map(List::of).orElse(List.of()), frame);
        branches.join(condition, then, otherwise, frame, frame.scope.span(statement));
        return combined(then, otherwise);
    }

    private Side side(List<Statement> statements, Frame frame) {
        Frame inside = frame.branch();
        return new Side(inside, readAll(statements, inside));
    }

    private static Exit combined(Side a, Side b) {
        if (a.exit() == Exit.END || b.exit() == Exit.END) {
            return Exit.END;
        }
        return a.exit() == Exit.THROW ? b.exit() : Exit.RETURN;
    }

    private Exit returningBranch(IfStmt statement, List<Statement> rest, Frame frame) {
        List<Statement> then = List.of(statement.getThenStmt());
        List<Statement> otherwise = statement.getElseStmt().map(List::of).orElse(List.of());
        boolean thenGoesOn = Jumps.canComplete(then);
        boolean otherwiseGoesOn = Jumps.canComplete(otherwise);
        if (thenGoesOn && otherwiseGoesOn) {
            return flaggedBranch(statement, rest, frame);
        }
        Expr condition = expressions.readAs(statement.getCondition(), Type.Scalar.BOOLEAN, frame);
        Side a = side(thenGoesOn ? concat(then, rest) : then, frame);
        Side b = side(otherwiseGoesOn ? concat(otherwise, rest) : otherwise, frame);
        branches.join(condition, a, b, frame, frame.scope.span(statement));
        return combined(a, b);
    }

    /** Both sides may go on and one may return: the rest runs only if neither has returned. */
    private Exit flaggedBranch(IfStmt statement, List<Statement> rest, Frame frame) {
        Span span = frame.scope.span(statement);
        boolean outerFlagged = frame.flagged;
        frame.locals.put(Frame.RETURNED, flag("false", span));
        frame.flagged = true;
        branch(statement, frame);
        frame.flagged = outerFlagged;
        if (rest.isEmpty()) {
            return Exit.END;
        }
        Expr returned = frame.local(Frame.RETURNED).value();
        if (returned == null) {
            throw new IllegalStateException("no flag");
        }
        Expr goesOn = reading.operators.prefix("!", returned, span);
        Side a = side(rest, frame);
        Side b = new Side(frame.branch(), Exit.RETURN);
        branches.join(goesOn, a, b, frame, span);
        return combined(a, b);
    }

    private static Frame.Local flag(String value, Span span) {
        return new Frame.Local(new Expr.Literal(value, Type.Scalar.BOOLEAN, span), Type.Scalar.BOOLEAN, false);
    }

    private Exit giveBack(ReturnStmt statement, Frame frame) {
        Span span = frame.scope.span(statement);
        @Nullable Expression e = statement.getExpression().orElse(null);
        if (e == null && result == Type.Scalar.VOID) {
            noteReturn(frame, span);
            return Exit.RETURN;
        }
        if (e == null) {
            throw new Refusal(Problem.of(Kind.WRONG_TYPE, span, "a value", "nothing", "return the result"));
        }
        Expr value = expressions.readAs(e, result, frame);
        frame.locals.put(Frame.RESULT, new Frame.Local(value, result, false));
        noteReturn(frame, span);
        return Exit.RETURN;
    }

    private static void noteReturn(Frame frame, Span span) {
        if (frame.flagged) {
            frame.locals.put(Frame.RETURNED, flag("true", span));
        }
    }

    private Exit raise(ThrowStmt statement, Frame frame) {
        Expr value = expressions.read(statement.getExpression(), frame);
        frame.out.add(new Stmt.Throw(value, new Stmt.Note(Stmt.Role.PRIMAL, frame.scope.span(statement))));
        return Exit.THROW;
    }
}
