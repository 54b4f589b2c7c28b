package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.ForEachStmt;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;

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
        if (around instanceof EnclosedExpr enclosed) {
            return isRead(enclosed, rank);
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
        return around instanceof MethodCallExpr call && handed.isOnlyRead(call, use, rank);
    }

    /** Of a local variable that holds a row, or the array itself. */
    private boolean row(VariableDeclarator local, int rank) {
        Node around = local;
        while (!(around instanceof BodyDeclaration<?>) && around.getParentNode().isPresent()) {
            around = around.getParentNode().get();
        }
        return !(around instanceof FieldDeclaration)
                && (!met.add(local) || new OnlyRead(handed, use -> false, met).inside(around, local.getName(), rank));
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
