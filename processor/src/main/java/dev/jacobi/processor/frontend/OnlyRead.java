package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.stmt.ForEachStmt;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.stmt.YieldStmt;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Whether an array stays as it is made: whatever may be its name in a piece of code only reads elements that are no
 * arrays, asks for lengths, or hands it to a method that does no more.
 */
final class OnlyRead {

    /** Whether a method that is handed an array only reads it. */
    interface Handed {
        /** @param rank the number of indices that lead to an element that is no array */
        boolean isOnlyRead(MethodCallExpr call, Expression array, int rank);
    }

    private final Handed handed;
    private final Predicate<Expression> isAnother;

    /** The local variables whose uses are being looked at: as names are all that is known, these may lead back. */
    private final Set<VariableDeclarator> met;

    /** @param isAnother whether an expression that ends in the array's name is sure to mean something else */
    OnlyRead(Handed handed, Predicate<Expression> isAnother) {
        this(handed, isAnother, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private OnlyRead(Handed handed, Predicate<Expression> isAnother, Set<VariableDeclarator> met) {
        this.handed = handed;
        this.isAnother = isAnother;
        this.met = met;
    }

    /** The number of indices that lead to an element that is no array. */
    static int rank(TypeMirror type) {
        return type instanceof ArrayType array ? 1 + rank(array.getComponentType()) : 0;
    }

    /** In the file that declares a variable, which only that file can name. */
    boolean inFile(VariableDeclarator variable, int rank) {
        return variable.findCompilationUnit()
                .map(file ->
                        !Blanks.mayMention(file, variable.getNameAsString()) && inside(file, variable.getName(), rank))
                .orElse(false);
    }

    /** In the code in which a variable or parameter can be named. */
    boolean inside(Node code, SimpleName declared, int rank) {
        return code.findAll(SimpleName.class).stream()
                .filter(name -> name.getIdentifier().equals(declared.getIdentifier()))
                .filter(name -> !Identity.same(name, declared))
                .allMatch(name -> isRead(name, rank));
    }

    private boolean isRead(SimpleName name, int rank) {
        Node use = name.getParentNode().orElse(null);
        if (use instanceof NameExpr || use instanceof FieldAccessExpr) {
            Expression value = (Expression) use;
            return isAnother.test(value) || isRead(value, rank);
        }
        return true; // a declaration, a method's name, a label
    }

    private boolean isRead(Expression use, int rank) {
        if (rank == 0) {
            return !isWritten(use);
        }
        Node around = use.getParentNode().orElse(null);
        Expression chosen = around == null ? null : chosen(around);
        if (chosen != null) {
            return isRead(chosen, rank);
        }
        if (around instanceof ArrayAccessExpr access && Identity.same(access.getName(), use)) {
            return isRead(access, rank - 1);
        }
        if (around instanceof ForEachStmt loop && Identity.same(loop.getIterable(), use)) {
            return rank == 1 || row(loop.getVariableDeclarator(), rank - 1);
        }
        if (around instanceof VariableDeclarator local) {
            return row(local, rank);
        }
        if (around instanceof FieldAccessExpr field && Identity.same(field.getScope(), use)) {
            return field.getNameAsString().equals("length");
        }
        if (around instanceof AssignExpr assign) {
            return Identity.same(assign.getValue(), use) ? assigned(assign, rank) : use instanceof NameExpr;
        }
        if (around instanceof BinaryExpr) {
            return true; // compared with null or another array
        }
        return around instanceof MethodCallExpr call && handed.isOnlyRead(call, use, rank);
    }

    /** The expression that has the array as its value where it is in brackets, or one of several; null elsewhere. */
    private static @Nullable Expression chosen(Node around) {
        if (around instanceof EnclosedExpr || around instanceof ConditionalExpr) {
            return (Expression) around;
        }
        Node statement = around.getParentNode().orElse(null);
        if (around instanceof ExpressionStmt && statement instanceof SwitchEntry entry) {
            return entry.getParentNode().orElse(null) instanceof SwitchExpr choice ? choice : null;
        }
        return around instanceof YieldStmt ? around(around, SwitchExpr.class) : null;
    }

    /** {@code row = table;}: a local variable that holds the array from there on. */
    private boolean assigned(AssignExpr assign, int rank) {
        boolean plain =
                assign.getTarget() instanceof NameExpr && assign.getParentNode().orElse(null) instanceof ExpressionStmt;
        BodyDeclaration<?> around = around(assign, BodyDeclaration.class);
        if (!plain || around == null) {
            return false;
        }
        String name = assign.getTarget().asNameExpr().getNameAsString();
        List<VariableDeclarator> locals = around.findAll(VariableDeclarator.class).stream()
                .filter(local -> local.getNameAsString().equals(name))
                .toList();
        return !locals.isEmpty() && locals.stream().allMatch(local -> row(local, rank));
    }

    /** Of a local variable that holds a row, or the array itself. */
    private boolean row(VariableDeclarator local, int rank) {
        BodyDeclaration<?> around = around(local, BodyDeclaration.class);
        return around != null
                && !(around instanceof FieldDeclaration)
                && (!met.add(local) || new OnlyRead(handed, use -> false, met).inside(around, local.getName(), rank));
    }

    /** The innermost node of a kind that a node stands in; null if there is none. */
    private static <N extends Node> @Nullable N around(Node inside, Class<N> kind) {
        Node node = inside.getParentNode().orElse(null);
        while (node != null && !kind.isInstance(node)) {
            node = node.getParentNode().orElse(null);
        }
        return kind.cast(node);
    }

    private static boolean isWritten(Node element) {
        Node around = element.getParentNode().orElse(null);
        if (around instanceof EnclosedExpr) {
            return isWritten(around);
        }
        return around instanceof AssignExpr assign
                ? Identity.same(assign.getTarget(), element)
                : around instanceof UnaryExpr unary
                        && unary.getOperator().name().endsWith("CREMENT");
    }
}
