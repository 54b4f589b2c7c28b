package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NormalAnnotationExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithStatements;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.ForStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.jacobi.processor.diag.Kind;
import dev.jacobi.processor.diag.Problem;
import dev.jacobi.processor.ir.Stmt;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a loop by an annotation: on the variable that it declares, or on one that is declared just before it,
 * since Java has no annotations on statements.
 */
final class LoopWishes {

    private final Reading reading;

    LoopWishes(Reading reading) {
        this.reading = reading;
    }

    /** What is said of a loop; null where that is nothing. */
    Stmt.@Nullable Wish of(Statement loop, Scope scope) {
        for (VariableDeclarationExpr declaration : declarations(loop)) {
            AnnotationExpr annotation = annotation(declaration, scope);
            if (annotation != null) {
                return checkpointed(annotation, scope);
            }
        }
        return null;
    }

    /** Reports an annotation on a variable that has nothing to do with a loop. */
    void check(VariableDeclarationExpr declaration, Scope scope) {
        AnnotationExpr annotation = annotation(declaration, scope);
        if (annotation != null && !isOfLoop(declaration)) {
            reading.report(Problem.of(Kind.NO_LOOP, scope.span(annotation), annotation.getNameAsString()));
        }
    }

    private static @Nullable AnnotationExpr annotation(VariableDeclarationExpr declaration, Scope scope) {
        for (AnnotationExpr annotation : declaration.getAnnotations()) {
            if (Annotations.is(annotation, Annotations.CHECKPOINT, scope)) {
                return annotation;
            }
        }
        return null;
    }

    private static List<VariableDeclarationExpr> declarations(Statement loop) {
        List<VariableDeclarationExpr> declarations = new ArrayList<>();
        if (loop instanceof ForStmt s) {
            for (Expression initial : s.getInitialization()) {
                if (initial instanceof VariableDeclarationExpr declaration) {
                    declarations.add(declaration);
                }
            }
        } else if (loop instanceof ForEachStmt s) {
            declarations.add(s.getVariable());
        }
        Node outermost = loop;
        while (outermost.getParentNode().orElse(null) instanceof LabeledStmt labelled) {
            outermost = labelled;
        }
        Node before = neighbour(outermost, -1);
        if (before instanceof ExpressionStmt s && s.getExpression() instanceof VariableDeclarationExpr declaration) {
            declarations.add(declaration);
        }
        return declarations;
    }

    private static boolean isOfLoop(VariableDeclarationExpr declaration) {
        Node parent = declaration.getParentNode().orElse(null);
        Node behind = parent instanceof ExpressionStmt ? neighbour(parent, 1) : parent;
        while (behind instanceof LabeledStmt labelled) {
            behind = labelled.getStatement();
        }
        return behind instanceof Statement statement && Jumps.isLoop(statement);
    }

    /** The statement just before or behind one, in the same block. */
    @SuppressWarnings("ReferenceEquality")
    private static @Nullable Node neighbour(Node statement, int distance) {
        if (!(statement.getParentNode().orElse(null) instanceof NodeWithStatements<?> block)) {
            return null;
        }
        List<Statement> all = block.getStatements();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i) == statement) {
                return i + distance >= 0 && i + distance < all.size() ? all.get(i + distance) : null;
            }
        }
        return null;
    }

    private Stmt.Wish checkpointed(AnnotationExpr annotation, Scope scope) {
        boolean tells = annotation instanceof NormalAnnotationExpr normal
                && !normal.getPairs().isEmpty();
        return new Stmt.Checkpointed(
                tells
                        ? snapshots(
                                ((NormalAnnotationExpr) annotation)
                                        .getPairs()
                                        .get(0)
                                        .getValue(),
                                scope)
                        : 0);
    }

    private int snapshots(Expression e, Scope scope) {
        Long value = new NumberConstants(reading.typer, scope).whole(e);
        if (value == null || value < 0) {
            reading.report(Problem.of(Kind.SNAPSHOTS, scope.span(e), e));
            return 1;
        }
        return value.intValue();
    }
}
