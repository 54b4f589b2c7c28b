package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.nodeTypes.SwitchNode;
import com.github.javaparser.ast.stmt.SwitchEntry;
import dev.jacobi.processor.diag.Kind;
import dev.jacobi.processor.diag.Problem;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import org.jspecify.annotations.Nullable;

/** Which variable, field or method a name means (JLS 6.5, 15.12). */
final class MemberLookup {

    private final Language language;
    private final Typer typer;
    private final Overloads overloads;
    private final Map<Expression, Method> methods = new IdentityHashMap<>();
    private final Map<Node, Overloads.Choice> constructors = new IdentityHashMap<>();

    MemberLookup(Language language, Typer typer) {
        this.language = language;
        this.typer = typer;
        this.overloads = new Overloads(language, typer);
    }

    Overloads overloads() {
        return overloads;
    }

    /**
     * What a name means.
     *
     * @param field null for a local variable and for an array's length
     * @param receiver the expression whose field it is; null for locals, static fields and fields of {@code this}
     */
    record Variable(
            String name,
            @Nullable VariableElement field,
            @Nullable Expression receiver,
            TypeMirror type) {
        boolean isLocal() {
            return field == null && receiver == null;
        }

        boolean isStatic() {
            return field != null && field.getModifiers().contains(Modifier.STATIC);
        }
    }

    /**
     * What a call calls.
     *
     * @param receiver the type whose member it is; null for a method of an enclosing class or a static import
     * @param onType whether what stands before the dot is a class
     */
    record Method(Overloads.Choice choice, @Nullable TypeMirror receiver, boolean onType) {}

    Variable field(Expression e, Scope scope) {
        if (e instanceof NameExpr name) {
            Variable constant = caseLabel(name, scope);
            return constant != null ? constant : simple(name, scope);
        }
        FieldAccessExpr access = (FieldAccessExpr) e;
        TypeElement type = named(access.getScope(), scope);
        String name = access.getNameAsString();
        if (type != null) {
            VariableElement field = language.field(type, name);
            if (field != null) {
                return new Variable(name, field, null, language.memberType(type.asType(), field));
            }
            throw unknown(e, access.getScope() + "." + name, scope);
        }
        TypeMirror receiver = typer.typeOf(access.getScope(), scope);
        if (receiver.getKind() == TypeKind.ARRAY && name.equals("length")) {
            return new Variable(name, null, access.getScope(), language.primitive(TypeKind.INT));
        }
        for (DeclaredType seen : typer.hierarchy().receivers(receiver)) {
            VariableElement field = language.field((TypeElement) seen.asElement(), name);
            if (field != null && Enclosing.isAccessible(field, scope.names().enclosingClass())) {
                return new Variable(name, field, access.getScope(), language.memberType(seen, field));
            }
        }
        ObjectCreationExpr creation = LocalTypes.made(access.getScope());
        if (creation != null && LocalTypes.hasField(creation, name)) {
            throw LocalTypes.refusal(access, scope);
        }
        String remedy = new Spelling(language).remedyOfField(name, receiver);
        throw remedy == null
                ? unknown(e, access.toString(), scope)
                : new Refusal(Problem.of(Kind.NO_SUCH_FIELD, scope.span(e), access, remedy));
    }

    private Refusal unknown(Expression e, String name, Scope scope) {
        return new Refusal(Problem.of(Kind.UNKNOWN_NAME, scope.span(e), name));
    }

    /** In a switch on an enum, a constant stands without its class. */
    private @Nullable Variable caseLabel(NameExpr e, Scope scope) {
        if (!(e.getParentNode().orElse(null) instanceof SwitchEntry entry)
                || !Identity.contains(entry.getLabels(), e)
                || !(entry.getParentNode().orElse(null) instanceof SwitchNode cases)) {
            return null;
        }
        TypeElement owner = language.classOf(typer.typeOf(cases.getSelector(), scope));
        if (owner == null || owner.getKind() != ElementKind.ENUM) {
            return null;
        }
        VariableElement field = language.field(owner, e.getNameAsString());
        return field == null ? null : new Variable(e.getNameAsString(), field, null, field.asType());
    }

    private Variable simple(NameExpr e, Scope scope) {
        Variable variable = simple(e.getNameAsString(), e, scope);
        if (variable == null) {
            throw unknown(e, e.getNameAsString(), scope);
        }
        return variable;
    }

    /** What a name alone means at a node; null where it is no variable. */
    @Nullable
    Variable simple(String name, Node at, Scope scope) {
        VariableElement shared = typer.variables().ofConstant(name, at, scope);
        if (shared != null) {
            return new Variable(name, shared, null, shared.asType());
        }
        TypeMirror local = typer.variables().local(name, at, scope);
        if (local != null) {
            return new Variable(name, null, null, local);
        }
        for (Element c = scope.names().enclosingClass(); c != null; c = c.getEnclosingElement()) {
            VariableElement field = c instanceof TypeElement type ? language.field(type, name) : null;
            if (field != null) {
                return new Variable(name, field, null, language.memberType(c.asType(), field));
            }
        }
        for (TypeElement owner : staticImports(name, scope)) {
            VariableElement field = language.field(owner, name);
            if (field != null) {
                return new Variable(name, field, null, field.asType());
            }
        }
        return null;
    }

    /** The methods that a name alone may mean in a class and those around it, or by a static import (JLS 15.12.1). */
    List<ExecutableElement> methods(String name, Scope scope) {
        for (Element c = scope.names().enclosingClass(); c != null; c = c.getEnclosingElement()) {
            if (c instanceof TypeElement type && hasMethod(type, name)) {
                return language.methods(type, name);
            }
        }
        List<ExecutableElement> imported = new ArrayList<>();
        staticImports(name, scope).forEach(owner -> imported.addAll(language.methods(owner, name)));
        return imported;
    }

    /** Whether a class that a method declares has or inherits a method of a name. */
    boolean hasMethod(Node local, String name, Scope scope) {
        return LocalTypes.hasMethod(local, name)
                || typer.variables().supertypes(local, scope).stream()
                        .map(language::classOf)
                        .anyMatch(type -> type != null && hasMethod(type, name));
    }

    private List<TypeElement> staticImports(String member, Scope scope) {
        List<TypeElement> owners = new ArrayList<>();
        for (ImportDeclaration declaration : scope.names().imports()) {
            if (!declaration.isStatic()) {
                continue;
            }
            String name = declaration.getNameAsString();
            boolean single = !declaration.isAsterisk();
            if (single && !name.endsWith("." + member)) {
                continue;
            }
            TypeElement owner = language.find(single ? name.substring(0, name.lastIndexOf('.')) : name);
            if (owner != null) {
                owners.add(owner);
            }
        }
        return owners;
    }

    /** Whether what stands before a dot is a class. */
    boolean isType(Expression e, Scope scope) {
        return named(e, scope) != null;
    }

    /** The class that an expression names, or null if it is a value. */
    @Nullable
    TypeElement named(Expression e, Scope scope) {
        if (e instanceof NameExpr name) {
            return simple(name.getNameAsString(), e, scope) != null ? null : type(name.getNameAsString(), e, scope);
        }
        if (e instanceof FieldAccessExpr access && isDottedName(access)) {
            return namesVariable(access, scope) ? null : scope.names().dotted(dotted(access));
        }
        return null;
    }

    private @Nullable TypeElement type(String name, Node at, Scope scope) {
        if (LocalTypes.declares(at, name)) {
            throw LocalTypes.refusal(at, scope);
        }
        return scope.names().simple(name);
    }

    /** Written without JavaParser's printer, which is slow to load. */
    private static String dotted(Expression e) {
        return e instanceof FieldAccessExpr access
                ? dotted(access.getScope()) + "." + access.getNameAsString()
                : ((NameExpr) e).getNameAsString();
    }

    private static boolean isDottedName(Expression e) {
        return e instanceof NameExpr || e instanceof FieldAccessExpr access && isDottedName(access.getScope());
    }

    /** Whether a dotted name begins with a variable, or is a class's field. */
    private boolean namesVariable(FieldAccessExpr access, Scope scope) {
        Expression before = access.getScope();
        if (before instanceof NameExpr name && simple(name.getNameAsString(), name, scope) != null) {
            return true;
        }
        if (before instanceof FieldAccessExpr inner && namesVariable(inner, scope)) {
            return true;
        }
        TypeElement owner = named(before, scope);
        return owner != null && language.field(owner, access.getNameAsString()) != null;
    }

    /** The class of an object or record; null for other types. */
    @Nullable
    TypeElement classOf(dev.jacobi.processor.ir.Type type) {
        if (type instanceof dev.jacobi.processor.ir.Type.Struct struct) {
            return struct.isRecord() ? language.classOf(language.declared(struct.qualifiedName())) : null;
        }
        return type instanceof dev.jacobi.processor.ir.Type.Opaque opaque ? language.classOf(opaque.mirror()) : null;
    }

    /** Whether a class has another field of a field's name. */
    boolean isHidden(VariableElement field, TypeElement type) {
        VariableElement own = language.field(type, field.getSimpleName().toString());
        return own != null && !own.equals(field);
    }

    /** Whether a class or interface has a method of a name, its own or inherited. */
    boolean hasMethod(TypeElement type, String name) {
        return !language.methods(type, name).isEmpty();
    }

    Method method(MethodCallExpr call, Scope scope) {
        Method method = methods.get(call);
        if (method == null) {
            method = find(call, scope);
            methods.put(call, method);
        }
        return method;
    }

    private Method find(MethodCallExpr call, Scope scope) {
        String name = call.getNameAsString();
        if (call.getScope().isEmpty()) {
            return unqualified(call, name, typer.arguments(call.getArguments(), scope), scope);
        }
        Expression before = call.getScope().get();
        TypeElement type = named(before, scope);
        ObjectCreationExpr creation = LocalTypes.made(before);
        if (creation != null
                && LocalTypes.hasMethod(creation, name)
                && (Identity.same(creation, ExpressionReader.unenclosed(before))
                        || members(
                                        typer.typeOf(before, scope),
                                        name,
                                        scope.names().enclosingClass())
                                .isEmpty())) {
            throw LocalTypes.refusal(call, scope);
        }
        TypeMirror receiver = type != null ? type.asType() : typer.typeOf(before, scope);
        List<Argument> arguments = typer.arguments(call.getArguments(), scope);
        List<Overloads.Choice> candidates = type != null
                ? statics(type, name)
                : members(
                        receiver,
                        name,
                        before instanceof SuperExpr ? null : scope.names().enclosingClass());
        Overloads.Choice choice = overloads.choose(candidates, arguments, scope);
        if (choice == null) {
            TypeElement owner = type != null ? type : language.classOf(receiver);
            throw unknownMethod(call, (owner == null ? receiver : owner) + "." + name, candidates, arguments, scope);
        }
        return new Method(choice, receiver, type != null);
    }

    /** The methods of a name that a class name can stand before. */
    List<Overloads.Choice> statics(TypeElement type, String name) {
        List<Overloads.Choice> candidates = new ArrayList<>();
        for (ExecutableElement method : language.methods(type, name)) {
            boolean inherited = !Enclosing.type(method).equals(type)
                    && Enclosing.type(method).getKind().isInterface()
                    && method.getModifiers().contains(Modifier.STATIC);
            if (!inherited) {
                candidates.add(Overloads.Choice.of(method));
            }
        }
        return withoutHidden(candidates);
    }

    private List<Overloads.Choice> withoutHidden(List<Overloads.Choice> candidates) {
        List<Overloads.Choice> seen = new ArrayList<>();
        for (Overloads.Choice candidate : candidates) {
            boolean hidden = candidates.size() > 1
                    && candidates.stream()
                            .anyMatch(other -> language.elements.hides(other.method(), candidate.method()));
            if (!hidden) {
                seen.add(candidate);
            }
        }
        return seen;
    }

    /** The methods of a name that a value of a type has, as its members. */
    List<Overloads.Choice> members(TypeMirror receiver, String name, @Nullable TypeElement from) {
        List<Overloads.Choice> candidates = new ArrayList<>();
        for (DeclaredType seen : typer.hierarchy().receivers(receiver)) {
            TypeElement owner = (TypeElement) seen.asElement();
            collect(owner, seen, name, from, candidates);
            if (owner.getKind().isInterface()) {
                DeclaredType object = (DeclaredType) language.object();
                collect((TypeElement) object.asElement(), object, name, from, candidates);
            }
        }
        return withoutHidden(candidates);
    }

    private void collect(
            TypeElement owner,
            DeclaredType seen,
            String name,
            @Nullable TypeElement from,
            List<Overloads.Choice> candidates) {
        for (ExecutableElement method : language.methods(owner, name)) {
            TypeElement declaring = Enclosing.type(method);
            boolean foreignStatic = method.getModifiers().contains(Modifier.STATIC)
                    && declaring.getKind().isInterface()
                    && !declaring.equals(owner);
            boolean there = candidates.stream()
                    .anyMatch(c -> c.method().equals(method) || language.elements.overrides(c.method(), method, owner));
            if (!foreignStatic && !there && Enclosing.isAccessible(method, from)) {
                candidates.add(new Overloads.Choice(method, language.methodType(seen, method)));
            }
        }
    }

    private Method unqualified(MethodCallExpr call, String name, List<Argument> arguments, Scope scope) {
        List<Overloads.Choice> seen = fromLocalClasses(call, name, scope);
        for (Element c = scope.names().enclosingClass(); c != null && seen.isEmpty(); c = c.getEnclosingElement()) {
            if (c instanceof TypeElement type) {
                seen = members(type.asType(), name, type);
            }
        }
        if (seen.isEmpty()) {
            seen = new ArrayList<>();
            for (TypeElement owner : staticImports(name, scope)) {
                for (Overloads.Choice candidate : statics(owner, name)) {
                    boolean isStatic = candidate.method().getModifiers().contains(Modifier.STATIC);
                    if (isStatic
                            && Enclosing.isAccessible(
                                    candidate.method(), scope.names().enclosingClass())) {
                        seen.add(candidate);
                    }
                }
            }
        }
        Overloads.Choice choice = overloads.choose(seen, arguments, scope);
        if (choice == null) {
            throw unknownMethod(call, name, seen, arguments, scope);
        }
        return new Method(choice, null, false);
    }

    /**
     * The methods that a class inside the method inherits; what it declares itself, the compiler's model doesn't say.
     */
    private List<Overloads.Choice> fromLocalClasses(Node at, String name, Scope scope) {
        Node node = at;
        for (Node parent = node.getParentNode().orElse(null); parent != null; ) {
            if (node instanceof BodyDeclaration<?> && LocalTypes.isLocal(parent)) {
                List<Overloads.Choice> candidates = new ArrayList<>();
                for (TypeMirror inherited : typer.variables().supertypes(parent, scope)) {
                    if (candidates.isEmpty()) {
                        candidates.addAll(members(inherited, name, language.classOf(inherited)));
                    }
                }
                candidates.removeIf(c -> c.method().getModifiers().contains(Modifier.PRIVATE));
                List<ExecutableElement> inherited =
                        candidates.stream().map(Overloads.Choice::method).toList();
                if (LocalTypes.addsMethod(parent, name, inherited)) {
                    throw LocalTypes.refusal(at, scope);
                }
                if (!candidates.isEmpty()) {
                    return candidates;
                }
            }
            node = parent;
            parent = node.getParentNode().orElse(null);
        }
        return List.of();
    }

    /** The constructor that a creation calls. */
    Overloads.Choice constructor(ObjectCreationExpr creation, Scope scope) {
        Overloads.Choice known = constructors.get(creation);
        if (known == null) {
            TypeMirror type = typer.created(creation, scope);
            known = constructor(creation, type, "new " + creation.getType(), creation.getArguments(), scope);
            constructors.put(creation, known);
        }
        return known;
    }

    /** The constructor of a class that arguments choose. */
    Overloads.Choice constructor(Node at, TypeMirror type, String name, List<Expression> written, Scope scope) {
        List<Argument> arguments = typer.arguments(written, scope);
        boolean diamond = at instanceof ObjectCreationExpr creation && PolyTypes.isDiamond(creation);
        List<Overloads.Choice> candidates = constructors(type, diamond, scope);
        Overloads.Choice choice = overloads.choose(candidates, arguments, scope);
        if (choice == null) {
            throw unknownMethod(at, name, candidates, arguments, scope);
        }
        return choice;
    }

    /** The constructors of a class; where a diamond stands for its arguments, its parameters are open too. */
    List<Overloads.Choice> constructors(TypeMirror type, boolean diamond, Scope scope) {
        TypeElement owner = language.classOf(type);
        if (owner == null) {
            return List.of();
        }
        List<Overloads.Choice> candidates = new ArrayList<>();
        TypeElement declaring =
                owner.getKind().isInterface() ? (TypeElement) ((DeclaredType) language.object()).asElement() : owner;
        for (ExecutableElement constructor : language.methods(declaring, "<init>")) {
            if (!Enclosing.isAccessible(constructor, scope.names().enclosingClass())) {
                continue;
            }
            ExecutableType own =
                    declaring == owner ? language.methodType(type, constructor) : (ExecutableType) constructor.asType();
            List<TypeVariable> variables = new ArrayList<>(own.getTypeVariables());
            if (diamond) {
                owner.getTypeParameters().forEach(p -> variables.add((TypeVariable) p.asType()));
            }
            candidates.add(new Overloads.Choice(constructor, own, false, variables, type, false));
        }
        return candidates;
    }

    private Refusal unknownMethod(
            Node e, String name, List<Overloads.Choice> candidates, List<Argument> arguments, Scope scope) {
        StringBuilder given = new StringBuilder();
        for (Argument argument : arguments) {
            given.append(given.length() == 0 ? "" : ", ").append(argument.describe());
        }
        StringBuilder existing = new StringBuilder();
        for (Overloads.Choice candidate : candidates) {
            existing.append(existing.length() == 0 ? "there is " : ", ").append(Spelling.display(candidate.method()));
        }
        boolean ofTensor =
                name.startsWith("java.lang.Math.") && given.toString().startsWith(Spelling.TENSOR);
        String remedy = candidates.isEmpty()
                ? remedy(e, name, scope)
                : ofTensor ? new Spelling(language).ofTensor(name, existing.toString()) : existing.toString();
        return new Refusal(Problem.of(Kind.UNKNOWN_METHOD, scope.span(e), name, given, remedy));
    }

    private String remedy(Node e, String name, Scope scope) {
        Expression before = e instanceof MethodCallExpr call ? call.getScope().orElse(null) : null;
        if (before == null) {
            return name.contains(".") ? Spelling.CHECK : Spelling.CHECK + ", or import it";
        }
        TypeElement type = named(before, scope);
        TypeMirror receiver = type != null ? type.asType() : typer.typeOf(before, scope);
        return new Spelling(language).remedy(((MethodCallExpr) e).getNameAsString(), receiver);
    }
}
