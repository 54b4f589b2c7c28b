package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.NormalAnnotationExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithStatements;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.LabeledStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.jacobi.processor.diag.Kind;
import dev.jacobi.processor.diag.Problem;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The variables that {@code @FixedPoint} marks, and their loops: a mark belongs to the first loop behind the
 * declaration.
 */
final class FixedPointMarks {

    private final Reading reading;

    FixedPointMarks(Reading reading) {
        this.reading = reading;
    }

    /** The variables that are marked for a loop, by name. */
    Map<String, AnnotationExpr> of(Statement loop, Scope scope) {
        Map<String, AnnotationExpr> marks = new LinkedHashMap<>();
        Node node = loop;
        for (Node parent = loop.getParentNode().orElse(null);
                parent != null;
                parent = parent.getParentNode().orElse(null)) {
            if (parent instanceof NodeWithStatements<?> block && !addBefore(node, block, scope, marks)) {
                return marks;
            }
            boolean outside = !(parent instanceof Statement || parent instanceof NodeWithStatements<?>);
            if (outside || Jumps.isLoop(parent)) {
                return marks;
            }
            node = parent;
        }
        return marks;
    }

    /** Adds what is declared in a block before a statement, back to the loop before that; false if there is one. */
    @SuppressWarnings("ReferenceEquality")
    private boolean addBefore(Node node, NodeWithStatements<?> block, Scope scope, Map<String, AnnotationExpr> marks) {
        List<Statement> all = block.getStatements();
        int at = 0;
        while (at < all.size() && all.get(at) != node) {
            at++;
        }
        for (int i = at - 1; i >= 0; i--) {
            if (holdsLoop(all.get(i))) {
                return false;
            }
            if (all.get(i) instanceof ExpressionStmt s) {
                add(s.getExpression(), scope, marks);
            }
        }
        return true;
    }

    private void add(Expression e, Scope scope, Map<String, AnnotationExpr> marks) {
        if (e instanceof VariableDeclarationExpr declaration) {
            AnnotationExpr mark = mark(declaration, scope);
            for (VariableDeclarator variable : declaration.getVariables()) {
                if (mark != null) {
                    marks.put(variable.getNameAsString(), mark);
                }
            }
        }
    }

    private static @Nullable AnnotationExpr mark(VariableDeclarationExpr declaration, Scope scope) {
        for (AnnotationExpr annotation : declaration.getAnnotations()) {
            if (Annotations.is(annotation, Annotations.FIXED_POINT, scope)) {
                return annotation;
            }
        }
        return null;
    }

    private static boolean holdsLoop(Node node) {
        return Jumps.isLoop(node) || node.getChildNodes().stream().anyMatch(FixedPointMarks::holdsLoop);
    }

    /**
     * What to write where the first loop can't be the one that is meant: to mark another behind it that works on the
     * variable, too.
     *
     * @param type the variable's, where the first loop changes it; otherwise null
     * @param otherwise what to write where there is no other
     */
    static String instead(Statement loop, String name, @Nullable Type type, String otherwise) {
        Statement other = later(loop, name);
        if (other == null) {
            return otherwise;
        }
        String meant = "a mark belongs to the first loop behind it: if the loop in line " + line(other) + " is meant, ";
        if (type == null) {
            return meant + "declare " + name + " behind the one in line " + line(loop);
        }
        return meant + "let this one work on a variable of another name, say start, and declare " + name
                + " between them, as in @FixedPoint " + type + " " + name + " = start"
                + (type instanceof Type.Array ? ".clone()" : "");
    }

    private static int line(Statement statement) {
        return statement.getBegin().map(position -> position.line).orElse(0);
    }

    /** A loop behind another one, in the same block, that names a variable; null where there is none. */
    @SuppressWarnings("ReferenceEquality")
    private static @Nullable Statement later(Statement loop, String name) {
        Node outermost = loop;
        while (outermost.getParentNode().orElse(null) instanceof LabeledStmt labelled) {
            outermost = labelled;
        }
        boolean behind = false;
        for (Statement statement : outermost.getParentNode().orElse(null) instanceof NodeWithStatements<?> block
                ? block.getStatements()
                : List.<Statement>of()) {
            boolean names = behind
                    && holdsLoop(statement)
                    && statement.findAll(NameExpr.class).stream()
                            .anyMatch(e -> e.getNameAsString().equals(name));
            if (names) {
                return statement;
            }
            behind |= statement == outermost;
        }
        return null;
    }

    /** Reports a mark that belongs to no loop. */
    @SuppressWarnings("ReferenceEquality")
    void check(VariableDeclarationExpr declaration, Scope scope) {
        AnnotationExpr mark = mark(declaration, scope);
        Node parent = declaration.getParentNode().orElse(null);
        if (mark == null) {
            return;
        }
        boolean behind = false;
        if (parent != null && parent.getParentNode().orElse(null) instanceof NodeWithStatements<?> block) {
            boolean seen = false;
            for (Statement statement : block.getStatements()) {
                behind |= seen && holdsLoop(statement);
                seen |= statement == parent;
            }
        }
        if (!behind) {
            reading.report(Problem.of(Kind.NO_FIXED_POINT, scope.span(mark)));
        }
    }

    /** What the user says of a loop, by the first of its marks that says anything. */
    FunctionName.Attraction attraction(Map<String, AnnotationExpr> marks, Span loop, Scope scope) {
        Numbers numbers = new Numbers(scope);
        for (AnnotationExpr mark : marks.values()) {
            if (mark instanceof NormalAnnotationExpr normal) {
                normal.getPairs().forEach(pair -> numbers.read(pair.getNameAsString(), pair.getValue()));
            }
        }
        return new FunctionName.Attraction(loop, numbers.tolerance, numbers.iterations, numbers.residual);
    }

    /** The attributes of the marks of one loop. */
    private final class Numbers {
        private final Scope scope;
        private double tolerance;
        private int iterations = 10_000;
        private double residual = 1e-4;

        Numbers(Scope scope) {
            this.scope = scope;
        }

        void read(String name, Expression e) {
            Number number = new NumberConstants(reading.typer, scope).value(e);
            double value = number == null ? 0 : number.doubleValue();
            if (!(value > 0)) {
                reading.report(Problem.of(Kind.FIXED_POINT_NUMBER, scope.span(e), name, e));
            } else if (name.equals("tolerance")) {
                tolerance = value;
            } else if (name.equals("iterations")) {
                iterations = (int) value;
            } else {
                residual = value;
            }
        }
    }
}
