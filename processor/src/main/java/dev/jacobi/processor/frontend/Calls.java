package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithTypeArguments;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import com.github.javaparser.ast.type.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import org.jspecify.annotations.Nullable;

/** What calls give, where that depends on their arguments and on what is wanted of them (JLS 18.5). */
final class Calls {

    private final Language language;
    private final Typer typer;

    Calls(Language language, Typer typer) {
        this.language = language;
        this.typer = typer;
    }

    /** Whether a method's own type parameters, or a diamond's, decide what a call gives. */
    boolean isPoly(Overloads.Choice choice, NodeWithTypeArguments<?> call) {
        boolean diamond = call instanceof ObjectCreationExpr;
        if (choice.variables().isEmpty() || !diamond && call.getTypeArguments().isPresent()) {
            return false;
        }
        return Substitution.mentions(
                choice.result(), elements(choice.variables()).keySet());
    }

    private static Map<Element, TypeMirror> elements(List<? extends TypeVariable> variables) {
        Map<Element, TypeMirror> elements = new HashMap<>();
        for (TypeVariable variable : variables) {
            elements.put(variable.asElement(), variable);
        }
        return elements;
    }

    /** What a method's call gives, with variables for what isn't decided yet; null if its arguments don't fit. */
    @Nullable
    TypeMirror open(MethodCallExpr call, Inference inference, boolean learn, Scope scope) {
        MemberLookup.Method method = typer.members().method(call, scope);
        Overloads.Choice choice = method.choice();
        TypeMirror special = special(call, method, scope);
        TypeMirror result = open(choice, call, call.getArguments(), inference, learn, scope);
        if (special != null) {
            return special;
        }
        if (result != null && learn) {
            inference.whenSolved(() -> typer.learn(call, inference.apply(result)));
        }
        return result;
    }

    /** The two methods whose result the language itself knows better than their declaration (JLS 4.3.2, 10.7). */
    @Nullable
    TypeMirror special(MethodCallExpr call, MemberLookup.Method method, Scope scope) {
        TypeMirror receiver = method.receiver();
        if (isPolymorphic(method.choice().method())) {
            return polymorphic(call, method.choice(), scope);
        }
        if (!call.getArguments().isEmpty()) {
            return null;
        }
        if (call.getNameAsString().equals("getClass")) {
            TypeMirror of = receiver != null ? receiver : typer.thisType(call, scope);
            return ofClass(language.types.getWildcardType(language.types.erasure(of), null));
        }
        boolean copies = receiver != null
                && receiver.getKind() == TypeKind.ARRAY
                && call.getNameAsString().equals("clone");
        return copies ? receiver : null;
    }

    /** Whether a method takes and gives what each call of it says (JLS 15.12.3). */
    private static boolean isPolymorphic(ExecutableElement method) {
        return method.isVarArgs()
                && method.getModifiers().contains(Modifier.NATIVE)
                && Enclosing.packageName(method).equals("java.lang.invoke");
    }

    private TypeMirror polymorphic(MethodCallExpr call, Overloads.Choice choice, Scope scope) {
        if (!language.isObject(choice.result())) {
            return choice.result();
        }
        Node parent = call.getParentNode().orElse(null);
        if (parent instanceof CastExpr cast) {
            return language.types.erasure(typer.named(cast.getType(), scope));
        }
        return parent instanceof ExpressionStmt ? language.primitive(TypeKind.VOID) : choice.result();
    }

    TypeMirror ofClass(TypeMirror argument) {
        DeclaredType type = (DeclaredType) language.declared("java.lang.Class");
        return language.types.getDeclaredType((javax.lang.model.element.TypeElement) type.asElement(), argument);
    }

    @Nullable
    TypeMirror open(ObjectCreationExpr creation, Inference inference, boolean learn, Scope scope) {
        Overloads.Choice choice = typer.members().constructor(creation, scope);
        TypeMirror result = open(choice, creation, creation.getArguments(), inference, learn, scope);
        if (result != null && learn) {
            inference.whenSolved(() -> typer.learn(creation, inference.apply(result)));
        }
        return result;
    }

    /** Has arguments fit the parameters of what is called. */
    @Nullable
    TypeMirror open(
            Overloads.Choice choice,
            Node call,
            NodeList<Expression> arguments,
            Inference inference,
            boolean learn,
            Scope scope) {
        Substitution opened = opened(choice, call, inference, scope);
        if (opened == null) {
            return null;
        }
        int unchecked = inference.reduction.unchecked();
        for (int i = 0; i < arguments.size(); i++) {
            TypeMirror parameter = opened.apply(choice.parameter(i));
            Expression argument = arguments.get(i);
            boolean fits = learn
                    ? typer.checks().fit(argument, parameter, inference, scope)
                    : typer.checks().admits(argument, parameter, inference, false, scope);
            if (!fits) {
                return null;
            }
        }
        TypeMirror result = opened.apply(choice.result());
        boolean generic = !choice.variables().isEmpty()
                && (!(call instanceof ObjectCreationExpr creation) || PolyTypes.isDiamond(creation));
        boolean erases = generic && inference.reduction.unchecked() > unchecked && result.getKind() != TypeKind.VOID;
        return erases ? erased(choice, opened, result, inference) : result;
    }

    /** What an unchecked call gives (JLS 15.12.2.6). Like javac, this erases what the type parameters came to be. */
    private @Nullable TypeMirror erased(
            Overloads.Choice choice, Substitution opened, TypeMirror result, Inference inference) {
        choice.variables().forEach(variable -> inference.letErase(opened.apply(variable)));
        if (inference.isVariable(result) && !inference.solveFor(result)) {
            return null;
        }
        return language.types.erasure(inference.apply(result));
    }

    /** Type arguments as written, or else variables in their place. */
    @Nullable
    Substitution opened(Overloads.Choice choice, Node call, Inference inference, Scope scope) {
        List<Type> written = call instanceof NodeWithTypeArguments<?> node && !(call instanceof ObjectCreationExpr)
                ? node.getTypeArguments().map(List::copyOf).orElse(List.of())
                : List.of();
        if (!written.isEmpty() && written.size() == choice.variables().size()) {
            Map<Element, TypeMirror> given = new HashMap<>();
            for (int i = 0; i < written.size(); i++) {
                given.put(choice.variables().get(i).asElement(), typer.named(written.get(i), scope));
            }
            return new Substitution(language.types, given);
        }
        return opened(choice, inference);
    }

    private @Nullable Substitution opened(Overloads.Choice choice, Inference inference) {
        Substitution opened = inference.open(choice.variables());
        for (TypeMirror thrown : choice.type().getThrownTypes()) {
            inference.markThrown(opened.apply(thrown));
        }
        return inference.declareBounds(choice.variables(), opened) ? opened : null;
    }

    /** Whether what a call gives can be handed over as a type (JLS 18.5.2.1). */
    boolean returns(TypeMirror result, TypeMirror target, Inference inference) {
        if (target.getKind() == TypeKind.VOID) {
            return true;
        }
        if (result.getKind() == TypeKind.VOID) {
            return false;
        }
        TypeMirror from = inference.apply(result);
        TypeMirror to = inference.apply(target);
        if (inference.isVariable(from) && to.getKind().isPrimitive()) {
            TypeMirror box = inference.box((TypeVariable) from);
            return inference.reduction.compatible(from, box == null ? language.boxed(to) : box);
        }
        if (hasOpenWildcard(from, inference)) {
            if (to.getKind() == TypeKind.DECLARED && !TypeNames.isRaw(to)) {
                return inference.reduction.subtype(from, to);
            }
            if (!inference.solveFor(from)) {
                return false;
            }
            from = inference.apply(from);
        }
        return inference.reduction.compatible(language.capture(from), to);
    }

    /** Whether a wildcard is bounded by what isn't decided yet: then capture conversion must wait. */
    private static boolean hasOpenWildcard(TypeMirror type, Inference inference) {
        return type.getKind() == TypeKind.DECLARED
                && ((DeclaredType) type)
                        .getTypeArguments().stream()
                                .anyMatch(a -> a.getKind() == TypeKind.WILDCARD && inference.isOpen(a));
    }
}
