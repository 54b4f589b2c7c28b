package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SwitchExpr;
import com.github.javaparser.ast.stmt.ExplicitConstructorInvocationStmt;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Expressions whose type depends on what is wanted of them (JLS 15.2): each is typed together with all of the call or
 * statement that it is a part of.
 */
final class PolyTypes {

    private final Language language;
    private final Typer typer;
    private final Contexts contexts;
    private final Map<Expression, Boolean> poly = new IdentityHashMap<>();
    private final Map<Node, Boolean> read = new IdentityHashMap<>();

    PolyTypes(Language language, Typer typer) {
        this.language = language;
        this.typer = typer;
        this.contexts = new Contexts(typer);
    }

    Contexts contexts() {
        return contexts;
    }

    boolean isPoly(Expression e, Scope scope) {
        Boolean is = poly.get(e);
        if (is == null) {
            is = compute(e, scope);
            poly.put(e, is);
        }
        return is;
    }

    private boolean compute(Expression e, Scope scope) {
        if (e instanceof EnclosedExpr enclosed) {
            return isPoly(enclosed.getInner(), scope);
        }
        if (e instanceof ConditionalExpr choice) {
            return !isNumeric(choice, scope);
        }
        if (e instanceof MethodCallExpr call) {
            return typer.calls().isPoly(typer.members().method(call, scope).choice(), call);
        }
        if (e instanceof ObjectCreationExpr creation) {
            return isDiamond(creation);
        }
        if (e instanceof MethodReferenceExpr reference) {
            return !isCast(reference);
        }
        return e instanceof LambdaExpr || e instanceof SwitchExpr;
    }

    /** JavaParser takes {@code (T) x::m} for a reference to a method of {@code (T) x}. */
    static boolean isCast(MethodReferenceExpr e) {
        return e.getScope() instanceof CastExpr;
    }

    static boolean isDiamond(ObjectCreationExpr creation) {
        return creation.getType().getTypeArguments().filter(List::isEmpty).isPresent();
    }

    /**
     * Whether an expression is a number or boolean, boxed or not, whatever is wanted of it (JLS 15.25). A null beside
     * one leaves it so: both together are a box, as javac has it.
     */
    private boolean isNumeric(Expression e, Scope scope) {
        if (e instanceof NullLiteralExpr) {
            return true;
        }
        if (e instanceof EnclosedExpr enclosed) {
            return isNumeric(enclosed.getInner(), scope);
        }
        if (e instanceof ConditionalExpr choice) {
            return !Bindings.restsOn(choice.getThenExpr(), choice.getCondition(), true)
                    && !Bindings.restsOn(choice.getElseExpr(), choice.getCondition(), false)
                    && isNumeric(choice.getThenExpr(), scope)
                    && isNumeric(choice.getElseExpr(), scope);
        }
        if (e instanceof SwitchExpr cases) {
            return Results.of(cases).stream().allMatch(result -> isNumeric(result, scope));
        }
        if (e instanceof LambdaExpr || e instanceof MethodReferenceExpr) {
            return false;
        }
        if (e instanceof MethodCallExpr call) {
            return isBox(typer.members().method(call, scope).choice().result());
        }
        return !isPoly(e, scope) && isBox(typer.typeOf(e, scope));
    }

    private boolean isBox(TypeMirror type) {
        return type.getKind() != TypeKind.TYPEVAR && language.unboxed(type) != null;
    }

    /** Types all of what an expression is a part of. */
    void type(Expression e, Scope scope) {
        Expression whole = contexts.whole(e, scope);
        Node decider = contexts.decider(whole);
        if (decider != null) {
            read(decider, scope);
            if (typer.isKnown(e)) {
                return;
            }
            if (decider instanceof LambdaExpr) {
                alone(whole, scope);
            }
            return;
        }
        TypeMirror target = contexts.target(whole, scope);
        if (target == null) {
            alone(whole, scope);
        } else {
            fit(whole, target, scope);
        }
    }

    private void fit(Expression e, TypeMirror target, Scope scope) {
        Inference inference = typer.newInference();
        if (!typer.checks().fit(e, target, inference, scope) || !inference.finish()) {
            throw typer.untyped(e, scope);
        }
    }

    /** Types what decides the types of its parts. */
    private void read(Node decider, Scope scope) {
        if (decider instanceof LambdaExpr lambda) {
            typer.typeOf(lambda, scope);
        } else if (decider instanceof Expression call && isPoly(call, scope)) {
            typer.typeOf(call, scope);
        } else {
            arguments(decider, scope);
        }
    }

    /** Types the arguments of a call whose own type doesn't depend on them. */
    private void arguments(Node call, Scope scope) {
        if (read.put(call, true) != null) {
            return;
        }
        Inference inference = typer.newInference();
        TypeMirror result;
        if (call instanceof MethodCallExpr method) {
            result = typer.calls().open(method, inference, true, scope);
        } else if (call instanceof ObjectCreationExpr creation) {
            result = typer.calls().open(creation, inference, true, scope);
        } else if (call instanceof EnumConstantDeclaration constant) {
            TypeMirror type = typer.enclosing(scope);
            Overloads.Choice choice = typer.members()
                    .constructor(constant, type, constant.getNameAsString(), constant.getArguments(), scope);
            result = typer.calls().open(choice, constant, constant.getArguments(), inference, true, scope);
        } else {
            ExplicitConstructorInvocationStmt invocation = (ExplicitConstructorInvocationStmt) call;
            TypeMirror type = typer.thisType(call, scope);
            if (!invocation.isThis()) {
                type = typer.superclass(type);
            }
            Overloads.Choice choice =
                    typer.members().constructor(call, type, "a constructor", invocation.getArguments(), scope);
            result = typer.calls().open(choice, call, invocation.getArguments(), inference, true, scope);
        }
        if (result == null || !inference.finish()) {
            throw typer.untyped(call, scope);
        }
    }

    /** Types an expression of which nothing in particular is wanted. */
    private void alone(Expression e, Scope scope) {
        if (e instanceof EnclosedExpr enclosed) {
            if (!typer.isKnown(enclosed.getInner())) {
                alone(enclosed.getInner(), scope);
            }
            typer.learn(e, typer.typeOf(enclosed.getInner(), scope));
        } else if (e instanceof ConditionalExpr choice) {
            typer.learn(e, union(List.of(choice.getThenExpr(), choice.getElseExpr()), e, scope));
        } else if (e instanceof SwitchExpr cases) {
            typer.learn(e, union(Results.of(cases), e, scope));
        } else if (isPoly(e, scope) && !(e instanceof LambdaExpr) && !(e instanceof MethodReferenceExpr)) {
            fit(e, language.types.getNoType(TypeKind.NONE), scope);
        }
    }

    /** JLS 15.25.3, 15.28.1: what several results that nothing is wanted of have in common. */
    private TypeMirror union(List<Expression> results, Expression whole, Scope scope) {
        List<TypeMirror> types = new ArrayList<>();
        for (Expression result : results) {
            if (isPoly(result, scope) && !typer.isKnown(result)) {
                alone(result, scope);
            }
            types.add(typer.captured(result, scope));
        }
        TypeMirror first = types.get(0);
        if (types.stream().allMatch(t -> language.types.isSameType(t, first))) {
            return first;
        }
        TypeMirror numeric = whole instanceof ConditionalExpr choice
                ? typer.numeric(choice, types.get(0), types.get(1), scope)
                : numeric(types);
        TypeMirror lub = numeric != null
                ? numeric
                : typer.lubs().lub(types.stream().map(language::boxed).toList());
        if (lub == null) {
            throw typer.untyped(whole, scope);
        }
        return lub;
    }

    private @Nullable TypeMirror numeric(List<TypeMirror> types) {
        List<TypeKind> kinds = new ArrayList<>();
        for (TypeMirror type : types) {
            PrimitiveType primitive = language.unboxed(type);
            if (primitive == null) {
                return null;
            }
            kinds.add(primitive.getKind());
        }
        for (TypeKind kind : List.of(TypeKind.DOUBLE, TypeKind.FLOAT, TypeKind.LONG, TypeKind.INT)) {
            if (kinds.contains(kind)) {
                return kinds.contains(TypeKind.BOOLEAN) ? null : language.primitive(kind);
            }
        }
        return kinds.stream().distinct().count() == 1 ? language.primitive(kinds.get(0)) : null;
    }

    /** The type that a creation names; of a diamond, with the class's own parameters, which are to be decided. */
    TypeMirror diamond(TypeMirror type) {
        return TypeNames.isRaw(type) ? ((TypeElement) ((DeclaredType) type).asElement()).asType() : type;
    }
}
