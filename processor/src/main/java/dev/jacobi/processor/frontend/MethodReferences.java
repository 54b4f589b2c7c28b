package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** What method references refer to (JLS 15.13). */
final class MethodReferences {

    private final Language language;
    private final Typer typer;
    private final Map<MethodReferenceExpr, Target> targets = new IdentityHashMap<>();

    MethodReferences(Language language, Typer typer) {
        this.language = language;
        this.typer = typer;
    }

    /**
     * What stands before the colons.
     *
     * @param onType whether it is a type rather than a value
     */
    private record Target(TypeMirror type, boolean onType, boolean isSuper) {}

    private Target target(MethodReferenceExpr reference, Scope scope) {
        Target target = targets.get(reference);
        if (target == null) {
            target = find(reference, scope);
            targets.put(reference, target);
        }
        return target;
    }

    private Target find(MethodReferenceExpr reference, Scope scope) {
        Expression before = reference.getScope();
        if (!(before instanceof TypeExpr type)) {
            return new Target(typer.typeOf(before, scope), false, before instanceof SuperExpr);
        }
        if (type.getType() instanceof ClassOrInterfaceType named) {
            Expression value = asExpression(named, reference);
            if (value != null && typer.members().named(value, scope) == null && isValue(value, scope)) {
                return new Target(typer.typeOf(value, scope), false, false);
            }
        }
        return new Target(typer.named(type.getType(), scope), true, false);
    }

    private boolean isValue(Expression value, Scope scope) {
        try {
            typer.typeOf(value, scope);
            return true;
        } catch (Refusal noVariable) {
            return false;
        }
    }

    /** JavaParser takes a variable's name before the colons for a type's. */
    private static @Nullable Expression asExpression(ClassOrInterfaceType type, Node parent) {
        if (type.getTypeArguments().isPresent()) {
            return null;
        }
        Expression e;
        if (type.getScope().isEmpty()) {
            e = new NameExpr(type.getNameAsString());
        } else {
            Expression before = asExpression(type.getScope().get(), parent);
            if (before == null) {
                return null;
            }
            e = new FieldAccessExpr(before, null, new SimpleName(type.getNameAsString()));
        }
        e.setRange(type.getRange().orElse(null));
        e.setParentNode(parent);
        if (e instanceof FieldAccessExpr access) {
            access.getScope().setParentNode(access);
        }
        return e;
    }

    /** All methods or constructors that a reference could mean. */
    private List<Overloads.Choice> candidates(MethodReferenceExpr reference, Target target, Scope scope) {
        String name = reference.getIdentifier();
        if (name.equals("new")) {
            return target.type().getKind() == TypeKind.DECLARED
                    ? typer.members().constructors(typer.diamond(target.type()), TypeNames.isRaw(target.type()), scope)
                    : List.of();
        }
        TypeElement from = target.isSuper() ? null : scope.names().enclosingClass();
        List<Overloads.Choice> candidates = new ArrayList<>();
        if (target.onType() && target.type().getKind() == TypeKind.DECLARED) {
            TypeElement owner = (TypeElement) ((DeclaredType) target.type()).asElement();
            for (Overloads.Choice candidate : typer.members().statics(owner, name)) {
                if (isStatic(candidate) && Enclosing.isAccessible(candidate.method(), from)) {
                    candidates.add(candidate);
                }
            }
        }
        for (Overloads.Choice candidate : typer.members().members(target.type(), name, from)) {
            if (!isStatic(candidate)) {
                candidates.add(candidate);
            }
        }
        return candidates;
    }

    private static boolean isStatic(Overloads.Choice choice) {
        return choice.method().getModifiers().contains(Modifier.STATIC);
    }

    /** The only method that a reference can mean, whatever it is handed (JLS 15.13.1); null if it isn't exact. */
    private Overloads.@Nullable Choice exact(MethodReferenceExpr reference, Scope scope) {
        Target target = target(reference, scope);
        List<Overloads.Choice> candidates = candidates(reference, target, scope);
        if (candidates.size() != 1 || target.onType() && TypeNames.isRaw(target.type())) {
            return null;
        }
        Overloads.Choice only = candidates.get(0);
        return only.method().isVarArgs() || !only.variables().isEmpty() ? null : only;
    }

    /** What the only method that a reference can mean gives, or null. */
    @Nullable
    TypeMirror exactResult(MethodReferenceExpr reference, Scope scope) {
        Overloads.Choice exact = exact(reference, scope);
        return exact == null ? null : exact.result();
    }

    boolean couldBe(MethodReferenceExpr reference, ExecutableType function, Scope scope) {
        Target target = target(reference, scope);
        int given = function.getParameterTypes().size();
        if (target.type().getKind() == TypeKind.ARRAY
                && reference.getIdentifier().equals("new")) {
            return given == 1;
        }
        boolean fits = false;
        for (Overloads.Choice candidate : candidates(reference, target, scope)) {
            boolean isInstance = target.onType()
                    && !isStatic(candidate)
                    && !reference.getIdentifier().equals("new");
            int wanted = candidate.type().getParameterTypes().size() + (isInstance ? 1 : 0);
            fits |= candidate.method().isVarArgs() ? given >= wanted - 1 : given == wanted;
        }
        Overloads.Choice exact = exact(reference, scope);
        boolean isVoid = exact != null && exact.result().getKind() == TypeKind.VOID;
        return fits && !(isVoid && function.getReturnType().getKind() != TypeKind.VOID);
    }

    Inference.Pending pending(MethodReferenceExpr e, TypeMirror target, Inference inference, Scope scope) {
        return new Reference(e, target, inference, scope);
    }

    /**
     * The method that is called with arguments.
     *
     * @param received how many of the arguments are the receiver: none or one
     */
    private record Called(Overloads.Choice choice, int received) {}

    private @Nullable Called called(MethodReferenceExpr reference, List<TypeMirror> given, Scope scope) {
        Target target = target(reference, scope);
        List<Argument> arguments = new ArrayList<>();
        given.forEach(type -> arguments.add(Argument.of(typer.hierarchy().handedOver(type))));
        List<Overloads.Choice> candidates = candidates(reference, target, scope);
        Overloads.Choice first = typer.members().overloads().choose(candidates, arguments, scope);
        boolean constructor = reference.getIdentifier().equals("new");
        if (!target.onType() || constructor) {
            return first == null ? null : new Called(first, 0);
        }
        Overloads.Choice second = null;
        if (!given.isEmpty() && isReceiver(given.get(0), target.type())) {
            TypeMirror receiver = receiver(given.get(0), target.type());
            List<Overloads.Choice> members = candidates(reference, new Target(receiver, true, false), scope);
            second = typer.members().overloads().choose(members, arguments.subList(1, arguments.size()), scope);
        }
        if (first != null && isStatic(first)) {
            return new Called(first, 0);
        }
        return second == null || isStatic(second) ? null : new Called(second, 1);
    }

    private boolean isReceiver(TypeMirror given, TypeMirror type) {
        return !given.getKind().isPrimitive()
                && language.types.isSubtype(language.types.erasure(given), language.types.erasure(type));
    }

    private TypeMirror receiver(TypeMirror given, TypeMirror type) {
        TypeElement owner = language.classOf(type);
        if (owner == null || !TypeNames.isRaw(type)) {
            return type;
        }
        TypeMirror parent = typer.hierarchy().asSuper(language.capture(given), owner);
        return parent == null ? type : parent;
    }

    /** A method reference that is read once the types of what it is handed are known. */
    private final class Reference implements Inference.Pending {
        private final MethodReferenceExpr reference;
        private final TypeMirror target;
        private final Inference inference;
        private final Scope scope;

        Reference(MethodReferenceExpr reference, TypeMirror target, Inference inference, Scope scope) {
            this.reference = reference;
            this.target = target;
            this.inference = inference;
            this.scope = scope;
        }

        private @Nullable ExecutableType function() {
            TypeMirror wanted = inference.apply(target);
            return inference.isVariable(wanted) ? null : typer.functions().of(wanted);
        }

        @Override
        public List<TypeMirror> inputs() {
            ExecutableType function = function();
            if (function == null) {
                return List.of(inference.apply(target));
            }
            return exact(reference, scope) != null ? List.of() : new ArrayList<>(function.getParameterTypes());
        }

        @Override
        public TypeMirror output() {
            ExecutableType function = function();
            return function == null ? inference.apply(target) : function.getReturnType();
        }

        @Override
        public boolean read() {
            TypeMirror type = typer.functions().withoutWildcards(inference.apply(target));
            ExecutableType function = typer.functions().of(type);
            if (function == null) {
                return false;
            }
            function.getThrownTypes().forEach(inference::markThrown);
            inference.whenSolved(() -> typer.learn(reference, inference.apply(type)));
            List<TypeMirror> given = new ArrayList<>();
            function.getParameterTypes().forEach(p -> given.add(inference.apply(p)));
            Target before = target(reference, scope);
            if (before.type().getKind() == TypeKind.ARRAY) {
                return gives(before.type(), function, false);
            }
            Overloads.Choice exact = exact(reference, scope);
            Called called = exact != null
                    ? new Called(
                            exact,
                            given.size() - exact.type().getParameterTypes().size())
                    : called(reference, given, scope);
            return called != null && takes(called, given, before) && fits(called, given, before, function);
        }

        private boolean takes(Called called, List<TypeMirror> given, Target before) {
            return called.received() == 0
                    || called.received() == 1
                            && (TypeNames.isRaw(before.type())
                                    || inference.reduction.subtype(given.get(0), before.type()));
        }

        private boolean fits(Called called, List<TypeMirror> given, Target before, ExecutableType function) {
            Overloads.Choice choice = called.choice();
            Substitution opened = Objects.requireNonNullElseGet(
                    typer.calls().opened(choice, reference, inference, scope),
                    () -> new Substitution(language.types, Map.of()));
            boolean fits = true;
            for (int i = called.received(); fits && i < given.size(); i++) {
                TypeMirror parameter = opened.apply(choice.parameter(i - called.received()));
                fits = inference.reduction.compatible(handedOver(given.get(i)), parameter);
            }
            TypeMirror result = opened.apply(choice.result());
            if (reference.getIdentifier().equals("getClass")) {
                TypeMirror bound = language.types.erasure(before.type());
                result = typer.calls().ofClass(language.types.getWildcardType(bound, null));
            }
            return fits && gives(result, function, isInferred(choice));
        }

        private TypeMirror handedOver(TypeMirror type) {
            return inference.isOpen(type) ? type : typer.hierarchy().handedOver(type);
        }

        private boolean isInferred(Overloads.Choice choice) {
            return !choice.variables().isEmpty() && reference.getTypeArguments().isEmpty();
        }

        private boolean gives(TypeMirror result, ExecutableType function, boolean generic) {
            TypeMirror wanted = function.getReturnType();
            boolean closed = !inference.isOpen(inference.apply(wanted)) && !inference.isOpen(inference.apply(result));
            // javac doesn't capture what a method reference gives, unless it infers that too.
            return closed
                    || !generic
                            && inference.isVariable(inference.apply(wanted))
                            && !inference.isVariable(inference.apply(result))
                            && inference.reduction.compatible(result, wanted)
                    || typer.calls().returns(result, wanted, inference);
        }
    }
}
