package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.ThrowStmt;
import com.github.javaparser.ast.type.UnknownType;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Lambda expressions and method references against the functional interfaces that are wanted (JLS 15.27, 15.13). */
final class FunctionBodies {

    private final Typer typer;
    private final MethodReferences references;

    FunctionBodies(Language language, Typer typer) {
        this.typer = typer;
        this.references = new MethodReferences(language, typer);
    }

    /** Whether an expression's form fits a functional interface (JLS 15.12.2.1). */
    boolean couldBe(Expression e, TypeMirror target, Inference inference, Scope scope) {
        if (inference.isVariable(target)) {
            return true;
        }
        ExecutableType function = typer.functions().of(ground(e, target, scope));
        if (function == null) {
            return false;
        }
        if (e instanceof MethodReferenceExpr reference) {
            return references.couldBe(reference, function, scope);
        }
        LambdaExpr lambda = (LambdaExpr) e;
        if (lambda.getParameters().size() != function.getParameterTypes().size()) {
            return false;
        }
        boolean isVoid = function.getReturnType().getKind() == TypeKind.VOID;
        return (isVoid ? canGiveNothing(lambda) : canGiveValue(lambda))
                && (isImplicit(lambda)
                        || declares(lambda, target, inference, scope)
                                && (isVoid || resultsFit(lambda, function.getReturnType(), inference, scope)));
    }

    private boolean resultsFit(LambdaExpr lambda, TypeMirror wanted, Inference inference, Scope scope) {
        for (Expression result : Results.of(lambda)) {
            if (!typer.checks().admits(result, wanted, inference, false, scope)) {
                return false;
            }
        }
        return true;
    }

    /** Says at once what a lambda expression's written parameters mean for its target. */
    boolean declares(LambdaExpr lambda, TypeMirror target, Inference inference, Scope scope) {
        if (isImplicit(lambda) || inference.isVariable(inference.apply(target))) {
            return true;
        }
        TypeMirror type = ground(lambda, inference.apply(target), scope);
        ExecutableType function = typer.functions().of(type);
        return function != null
                && explicitFits(lambda, function, inference, scope)
                && inference.reduction.subtype(type, target);
    }

    private boolean explicitFits(LambdaExpr lambda, ExecutableType function, Inference inference, Scope scope) {
        boolean fits =
                lambda.getParameters().size() == function.getParameterTypes().size();
        for (int i = 0; fits && i < lambda.getParameters().size(); i++) {
            TypeMirror written = typer.variables().written(lambda.getParameter(i), scope);
            fits = inference.reduction.same(
                    written, function.getParameterTypes().get(i));
        }
        return fits;
    }

    /** A target with what a lambda expression's written parameters say of its wildcards. */
    private TypeMirror ground(Expression e, TypeMirror target, Scope scope) {
        if (!(e instanceof LambdaExpr lambda)
                || isImplicit(lambda)
                || lambda.getParameters().isEmpty()) {
            return target;
        }
        List<TypeMirror> written = new ArrayList<>();
        lambda.getParameters()
                .forEach(parameter -> written.add(typer.variables().written(parameter, scope)));
        return typer.functions().withParameters(target, written);
    }

    static boolean isImplicit(LambdaExpr lambda) {
        for (Parameter parameter : lambda.getParameters()) {
            if (parameter.getType() instanceof UnknownType || TypeNames.isVar(parameter.getType())) {
                return true;
            }
        }
        return false;
    }

    private static boolean canGiveNothing(LambdaExpr lambda) {
        if (lambda.getExpressionBody().isEmpty()) {
            return Results.of(lambda).isEmpty();
        }
        Expression body = lambda.getExpressionBody().get();
        return body instanceof MethodCallExpr
                || body instanceof ObjectCreationExpr
                || body instanceof AssignExpr
                || body instanceof UnaryExpr unary
                        && (unary.getOperator().name().endsWith("INCREMENT")
                                || unary.getOperator().name().endsWith("DECREMENT"));
    }

    private static boolean canGiveValue(LambdaExpr lambda) {
        return lambda.getExpressionBody().isPresent()
                || !Results.of(lambda).isEmpty()
                || lambda.getBody() instanceof BlockStmt block && cannotEnd(block);
    }

    /** A block without results that can't complete normally: it throws, or goes on for ever. */
    private static boolean cannotEnd(BlockStmt block) {
        Statement last = block.getStatements().getLast().orElse(null);
        return last instanceof ThrowStmt
                || last instanceof com.github.javaparser.ast.stmt.WhileStmt loop
                        && loop.getCondition().isBooleanLiteralExpr()
                || last instanceof com.github.javaparser.ast.stmt.TryStmt attempt && cannotEnd(attempt.getTryBlock())
                || last instanceof BlockStmt inner && cannotEnd(inner);
    }

    /**
     * Whether a function's body gives a primitive value, when it is called as one functional interface says (JLS
     * 15.12.2.5); null if that differs from result to result or can't be said.
     */
    @Nullable
    Boolean givesPrimitive(Expression e, ExecutableType function, Scope scope) {
        if (e instanceof MethodReferenceExpr reference) {
            TypeMirror result = references.exactResult(reference, scope);
            return result == null ? null : result.getKind().isPrimitive();
        }
        LambdaExpr lambda = (LambdaExpr) e;
        if (isImplicit(lambda)) {
            return null;
        }
        Boolean primitive = null;
        for (Expression result : Results.of(lambda)) {
            boolean gives = !typer.isPoly(result, scope)
                    && typer.typeOf(result, scope).getKind().isPrimitive();
            if (primitive != null && primitive != gives) {
                return null;
            }
            primitive = gives;
        }
        return primitive;
    }

    Inference.Pending pending(Expression e, TypeMirror target, Inference inference, Scope scope) {
        return e instanceof LambdaExpr lambda
                ? new Body(lambda, target, inference, scope)
                : references.pending((MethodReferenceExpr) e, target, inference, scope);
    }

    /** A lambda expression that is read once the types of its parameters are known. */
    private final class Body implements Inference.Pending {
        private final LambdaExpr lambda;
        private final TypeMirror target;
        private final Inference inference;
        private final Scope scope;

        Body(LambdaExpr lambda, TypeMirror target, Inference inference, Scope scope) {
            this.lambda = lambda;
            this.target = target;
            this.inference = inference;
            this.scope = scope;
        }

        @Override
        public List<TypeMirror> inputs() {
            TypeMirror wanted = inference.apply(target);
            ExecutableType function =
                    inference.isVariable(wanted) ? null : typer.functions().of(wanted);
            if (function == null) {
                return List.of(wanted);
            }
            return isImplicit(lambda) ? new ArrayList<>(function.getParameterTypes()) : List.of();
        }

        @Override
        public TypeMirror output() {
            TypeMirror wanted = inference.apply(target);
            ExecutableType function =
                    inference.isVariable(wanted) ? null : typer.functions().of(wanted);
            return function == null ? wanted : function.getReturnType();
        }

        @Override
        public boolean read() {
            TypeMirror type = typer.functions().withoutWildcards(ground(lambda, inference.apply(target), scope));
            ExecutableType function = typer.functions().of(type);
            if (function == null
                    || function.getParameterTypes().size()
                            != lambda.getParameters().size()) {
                return false;
            }
            for (int i = 0; i < lambda.getParameters().size(); i++) {
                if (isImplicit(lambda)) {
                    TypeMirror given =
                            inference.apply(function.getParameterTypes().get(i));
                    typer.variables().learn(lambda.getParameter(i), given);
                }
            }
            function.getThrownTypes().forEach(inference::markThrown);
            boolean fits = isImplicit(lambda) || explicitFits(lambda, function, inference, scope);
            inference.whenSolved(() -> typer.learn(lambda, inference.apply(type)));
            TypeMirror result = function.getReturnType();
            for (Expression e : Results.of(lambda)) {
                fits = fits
                        && (result.getKind() == TypeKind.VOID || typer.checks().fit(e, result, inference, scope));
            }
            return fits;
        }
    }
}
