package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.stmt.BreakStmt;
import com.github.javaparser.ast.stmt.ContinueStmt;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import com.github.javaparser.ast.stmt.LocalRecordDeclarationStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SynchronizedStmt;
import com.github.javaparser.ast.stmt.TryStmt;
import dev.jacobi.processor.diag.Kind;
import dev.jacobi.processor.diag.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fence: the one place where Java is refused for its form. All that a method's body has of it is reported at once,
 * before anything is read.
 */
final class Subset {

    private static final String OUTSIDE = "move it into a method whose arguments carry no derivative, and call that";

    private static final String LOCAL = " declared inside the method";

    private Subset() {}

    /** Every construct in {@code body} that is refused. Nothing inside a refused construct is reported again. */
    static List<Problem> check(Node body, Scope scope) {
        List<Problem> problems = new ArrayList<>();
        collect(body, scope, problems);
        return problems;
    }

    /** What a refused construct is called, and what to write instead. */
    private record Refused(String what, String instead) {}

    /** Whether a construct is refused for its form. */
    static boolean refuses(Node node) {
        return refusal(node) != null;
    }

    private static void collect(Node node, Scope scope, List<Problem> problems) {
        if (isOtherBody(node)) {
            return;
        }
        Refused refusal = refusal(node);
        if (refusal != null) {
            problems.add(Problem.of(Kind.UNSUPPORTED, scope.span(node), refusal.what(), refusal.instead()));
            return;
        }
        if (node instanceof Statement jump) {
            nowhere(jump, scope).ifPresent(problems::add);
        }
        for (Node child : node.getChildNodes()) {
            collect(child, scope, problems);
        }
    }

    /** What is wrong with a jump to where there is nothing. */
    private static Optional<Problem> nowhere(Statement jump, Scope scope) {
        Target target = Jumps.target(jump);
        if (target == null || target.equals(Target.METHOD) || target.statement() != null) {
            return Optional.empty();
        }
        String label = jump instanceof BreakStmt s
                ? s.getLabel().map(name -> "label " + name).orElse("loop or switch")
                : jump instanceof ContinueStmt s
                        ? s.getLabel().map(name -> "loop labelled " + name).orElse("loop")
                        : "switch that takes a value";
        String word = jump instanceof BreakStmt ? "break" : jump instanceof ContinueStmt ? "continue" : "yield";
        return Optional.of(Problem.of(Kind.UNKNOWN_LABEL, scope.span(jump), label, word));
    }

    /** Functions are read where they are called; those that nobody calls here are handed on as they stand. */
    private static boolean isOtherBody(Node node) {
        return FunctionForms.isFunction(node)
                || node instanceof ObjectCreationExpr creation
                        && creation.getAnonymousClassBody().isPresent();
    }

    /** The problem of a construct that can't be read. */
    static Problem unsupported(Node node, Scope scope) {
        Refused refusal = refusal(node);
        return refusal == null
                ? Problem.of(Kind.UNSUPPORTED, scope.span(node), "this expression", OUTSIDE)
                : Problem.of(Kind.UNSUPPORTED, scope.span(node), refusal.what(), refusal.instead());
    }

    /** What a node is called and what to write instead; null for what is understood. */
    private static @Nullable Refused refusal(Node node) {
        Refused statement = statement(node);
        return statement != null ? statement : expression(node);
    }

    private static @Nullable Refused statement(Node node) {
        if (node instanceof TryStmt) {
            return of(
                    "try",
                    "put it around the call of the derivative, or ask with if before what would be thrown; what carries no"
                            + " derivative can have it in a method of its own");
        }
        if (node instanceof SynchronizedStmt) {
            return of("synchronized", OUTSIDE);
        }
        if (node instanceof LocalRecordDeclarationStmt s) {
            return of(
                    "the record " + s.getRecordDeclaration().getName() + LOCAL,
                    "declare it in the class around the method, where it may be private");
        }
        if (node instanceof LocalClassDeclarationStmt s) {
            String what = Blanks.areIn(s) ? "enum" : s.getClassDeclaration().isInterface() ? "interface" : "class";
            return of(
                    "the " + what + " " + s.getClassDeclaration().getName() + LOCAL,
                    "declare it in the class around the method, and not private");
        }
        return null;
    }

    /** Whether a problem is that of a class which is refused where it is declared already. */
    static boolean isOfLocalClass(Problem problem) {
        return problem.kind() == Kind.UNSUPPORTED
                && String.valueOf(problem.arguments().get(0)).endsWith(LOCAL);
    }

    private static @Nullable Refused expression(Node node) {
        if (node instanceof LambdaExpr || node instanceof MethodReferenceExpr) {
            return of(
                    "a lambda or method reference here",
                    "keep it in a variable of its own, or hand it to a method in this compilation");
        }
        if (node instanceof SuperExpr && !isCalled(node)) {
            return of("the use of super", "hand the values in as parameters");
        }
        if (node instanceof ObjectCreationExpr creation
                && creation.getAnonymousClassBody().isPresent()) {
            return of("an anonymous class", "declare it outside the method");
        }
        return null;
    }

    /** Whether a method of the superclass is called, which is read where its source is there. */
    private static boolean isCalled(Node node) {
        return node.getParentNode().orElse(null) instanceof MethodCallExpr call
                && Identity.same(call.getScope().orElse(null), node);
    }

    private static Refused of(String what, String instead) {
        return new Refused(what, instead);
    }
}
