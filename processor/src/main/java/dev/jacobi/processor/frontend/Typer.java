package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.CharLiteralExpr;
import com.github.javaparser.ast.expr.ClassExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.DoubleLiteralExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.LongLiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.Name;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.SuperExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.TypePatternExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.IntersectionType;
import com.github.javaparser.ast.type.Type;
import dev.jacobi.processor.diag.Kind;
import dev.jacobi.processor.diag.Problem;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * The static types of expressions (JLS 15), over JavaParser's tree and the compiler's model of classes. Each expression
 * is typed once; one whose type depends on its target, together with all that it is a part of. Types are as they were
 * before capture conversion.
 */
final class Typer {

    private final Language language;
    private final Hierarchy hierarchy;
    private final Lubs lubs;
    private final FunctionTypes functions;
    private final MemberLookup members;
    private final Variables variables;
    private final OperatorTypes operators;
    private final Checks checks;
    private final Calls calls;
    private final FunctionBodies functionBodies;
    private final PolyTypes polyTypes;
    private final Map<Expression, TypeMirror> known = new IdentityHashMap<>();

    Typer(Language language) {
        this.language = language;
        this.hierarchy = new Hierarchy(language);
        this.lubs = new Lubs(language, hierarchy);
        this.functions = new FunctionTypes(language);
        this.members = new MemberLookup(language, this);
        this.variables = new Variables(language, this);
        this.operators = new OperatorTypes(language, this);
        this.checks = new Checks(this);
        this.calls = new Calls(language, this);
        this.functionBodies = new FunctionBodies(language, this);
        this.polyTypes = new PolyTypes(language, this);
    }

    MemberLookup members() {
        return members;
    }

    Hierarchy hierarchy() {
        return hierarchy;
    }

    Lubs lubs() {
        return lubs;
    }

    FunctionTypes functions() {
        return functions;
    }

    Variables variables() {
        return variables;
    }

    Checks checks() {
        return checks;
    }

    Calls calls() {
        return calls;
    }

    FunctionBodies functionBodies() {
        return functionBodies;
    }

    Inference newInference() {
        return new Inference(language, hierarchy, lubs);
    }

    boolean isPoly(Expression e, Scope scope) {
        return polyTypes.isPoly(e, scope);
    }

    boolean isKnown(Expression e) {
        return known.containsKey(e);
    }

    /** Says what an expression's type is, now that its target is known. */
    void learn(Expression e, TypeMirror type) {
        known.put(e, type);
    }

    /** The type of an expression; throws {@link Refusal} where a name in it is unknown. */
    TypeMirror typeOf(Expression e, Scope scope) {
        TypeMirror type = known.get(e);
        if (type == null) {
            if (isPoly(e, scope)) {
                polyTypes.type(e, scope);
                type = known.get(e);
            } else {
                type = compute(e, scope);
            }
            if (type == null) {
                throw untyped(e, scope);
            }
            known.put(e, type);
        }
        return type;
    }

    /**
     * An expression's type after capture conversion, which javac spares elements of arrays, although JLS 15.10.3 wants
     * it.
     */
    TypeMirror captured(Expression e, Scope scope) {
        if (e instanceof EnclosedExpr enclosed) {
            return captured(enclosed.getInner(), scope);
        }
        TypeMirror type = typeOf(e, scope);
        if (e instanceof ArrayAccessExpr) {
            return type;
        }
        return polyTypes.contexts().isArgument(e) ? hierarchy.handedOver(type) : language.capture(type);
    }

    /** What a call is handed. */
    List<Argument> arguments(List<Expression> expressions, Scope scope) {
        List<Argument> arguments = new ArrayList<>();
        for (Expression e : expressions) {
            arguments.add(new Argument(e, isPoly(e, scope) ? null : captured(e, scope)));
        }
        return arguments;
    }

    private TypeMirror compute(Expression e, Scope scope) {
        if (e instanceof EnclosedExpr enclosed) {
            return typeOf(enclosed.getInner(), scope);
        }
        if (e instanceof NameExpr || e instanceof FieldAccessExpr) {
            return members.field(e, scope).type();
        }
        if (e instanceof MethodCallExpr call) {
            return returnType(members.method(call, scope), call, scope);
        }
        if (e instanceof BinaryExpr binary) {
            return operators.binary(binary, scope);
        }
        if (e instanceof UnaryExpr unary) {
            return operators.unary(unary, scope);
        }
        if (e instanceof AssignExpr assign) {
            return typeOf(assign.getTarget(), scope);
        }
        if (e instanceof ConditionalExpr conditional) {
            return conditional(conditional, scope);
        }
        if (e instanceof CastExpr cast) {
            return named(cast.getType(), scope);
        }
        if (e instanceof ArrayAccessExpr access) {
            return element(access, scope);
        }
        if (e instanceof ObjectCreationExpr creation) {
            return created(creation, scope);
        }
        return compound(e, scope);
    }

    private TypeMirror element(ArrayAccessExpr access, Scope scope) {
        TypeMirror array = typeOf(access.getName(), scope);
        if (array instanceof ArrayType a && array.getKind() == TypeKind.ARRAY) {
            return a.getComponentType();
        }
        boolean isTensor = array.toString().equals(Spelling.TENSOR);
        String instead = isTensor ? "tensors have methods for it: x.get(i, j), x.select(0, i)" : "index arrays only";
        throw new Refusal(Problem.of(Kind.WRONG_TYPE, scope.span(access.getName()), "an array", array, instead));
    }

    /** Not by {@code createdType()}, which takes the element's type out of the expression. */
    private TypeMirror made(ArrayCreationExpr creation, Scope scope) {
        TypeMirror type = named(creation.getElementType(), scope);
        for (int i = 0; i < creation.getLevels().size(); i++) {
            type = language.types.getArrayType(type);
        }
        return type;
    }

    private TypeMirror compound(Expression e, Scope scope) {
        if (e instanceof ArrayCreationExpr creation) {
            return made(creation, scope);
        }
        if (e instanceof ArrayInitializerExpr braces) {
            TypeMirror type = polyTypes.contexts().initialized(braces, scope);
            if (type != null) {
                return type;
            }
        }
        if (e instanceof MethodReferenceExpr reference && reference.getScope() instanceof CastExpr cast) {
            return named(cast.getType(), scope);
        }
        if (e instanceof ThisExpr self) {
            return self.getTypeName().isPresent() ? thisOf(self.getTypeName().get(), e, scope) : thisType(e, scope);
        }
        if (e instanceof SuperExpr parent) {
            return superOf(parent, scope);
        }
        if (e instanceof ClassExpr named) {
            TypeMirror type = named(named.getType(), scope);
            return calls.ofClass(
                    type.getKind() == TypeKind.VOID
                            ? language.declared("java.lang.Void")
                            : language.boxed(language.types.erasure(type)));
        }
        return literal(e, scope);
    }

    private TypeMirror literal(Expression e, Scope scope) {
        if (e instanceof IntegerLiteralExpr) {
            return language.primitive(TypeKind.INT);
        }
        if (e instanceof LongLiteralExpr) {
            return language.primitive(TypeKind.LONG);
        }
        if (e instanceof DoubleLiteralExpr number) {
            String text = number.getValue().toLowerCase(Locale.ROOT);
            boolean hex = text.startsWith("0x");
            boolean isFloat = text.endsWith("f") && (!hex || text.contains("p"));
            return language.primitive(isFloat ? TypeKind.FLOAT : TypeKind.DOUBLE);
        }
        if (e instanceof BooleanLiteralExpr || e instanceof InstanceOfExpr) {
            return language.primitive(TypeKind.BOOLEAN);
        }
        if (e instanceof CharLiteralExpr) {
            return language.primitive(TypeKind.CHAR);
        }
        if (e instanceof StringLiteralExpr || e instanceof TextBlockLiteralExpr) {
            return language.declared("java.lang.String");
        }
        if (e instanceof NullLiteralExpr) {
            return language.types.getNullType();
        }
        throw new Refusal(Subset.unsupported(e, scope));
    }

    /** The type that a written type means. */
    TypeMirror named(Type type, Scope scope) {
        for (ClassOrInterfaceType part : type.findAll(ClassOrInterfaceType.class)) {
            if (part.getScope().isEmpty() && LocalTypes.declares(part, part.getNameAsString())) {
                throw LocalTypes.refusal(type, scope);
            }
        }
        if (type instanceof IntersectionType) {
            throw untyped(type, scope);
        }
        TypeMirror resolved = scope.names().resolve(type);
        if (resolved == null) {
            throw new Refusal(Problem.of(Kind.UNKNOWN_TYPE, scope.span(type), type.asString()));
        }
        return resolved;
    }

    /** The type that a creation names; of a diamond, with the class's own parameters, which are to be decided. */
    TypeMirror created(ObjectCreationExpr creation, Scope scope) {
        TypeMirror type;
        if (creation.getScope().isPresent()) {
            type = inner(creation, scope);
        } else {
            type = named(creation.getType(), scope);
        }
        return PolyTypes.isDiamond(creation) ? diamond(type) : type;
    }

    /** {@code outer.new Inner()}. */
    private TypeMirror inner(ObjectCreationExpr creation, Scope scope) {
        for (DeclaredType outer : hierarchy.receivers(typeOf(creation.getScope().orElseThrow(), scope))) {
            for (TypeElement type :
                    ElementFilter.typesIn(language.elements.getAllMembers((TypeElement) outer.asElement()))) {
                if (type.getSimpleName().contentEquals(creation.getType().getNameAsString())
                        && type.getTypeParameters().isEmpty()) {
                    return language.types.isSameType(outer, language.types.erasure(outer))
                            ? language.types.erasure(type.asType())
                            : language.types.getDeclaredType(outer, type);
                }
            }
        }
        throw untyped(creation, scope);
    }

    TypeMirror diamond(TypeMirror type) {
        return polyTypes.diamond(type);
    }

    /** The innermost class of the method that is read. */
    TypeMirror enclosing(Scope scope) {
        TypeElement type = scope.names().enclosingClass();
        if (type == null) {
            throw new IllegalStateException("no class around");
        }
        return type.asType();
    }

    /** The type of {@code this}. */
    TypeMirror thisType(Node at, Scope scope) {
        if (LocalTypes.around(at) != null) {
            throw LocalTypes.refusal(at, scope);
        }
        return enclosing(scope);
    }

    private TypeMirror thisOf(Name name, Node at, Scope scope) {
        if (LocalTypes.declares(at, name.asString())) {
            throw LocalTypes.refusal(at, scope);
        }
        TypeElement type = scope.names().dotted(name.asString());
        if (type == null) {
            throw new Refusal(Problem.of(Kind.UNKNOWN_TYPE, scope.span(name), name.asString()));
        }
        return type.asType();
    }

    private TypeMirror superOf(SuperExpr e, Scope scope) {
        if (e.getTypeName().isPresent()) {
            TypeMirror named = thisOf(e.getTypeName().get(), e, scope);
            TypeElement element = language.classOf(named);
            return element != null && element.getKind().isInterface()
                    ? parent(enclosing(scope), element)
                    : superclass(named);
        }
        Node local = LocalTypes.around(e);
        if (local == null) {
            return superclass(enclosing(scope));
        }
        TypeMirror first = variables.supertypes(local, scope).get(0);
        TypeElement element = language.classOf(first);
        return element != null && element.getKind().isInterface() ? language.object() : first;
    }

    /** An interface as a class's direct parent. */
    private TypeMirror parent(TypeMirror type, TypeElement wanted) {
        TypeMirror parent = hierarchy.asSuper(type, wanted);
        return parent == null ? wanted.asType() : parent;
    }

    TypeMirror superclass(TypeMirror type) {
        TypeElement element = language.classOf(type);
        TypeMirror parent = element == null ? language.object() : element.getSuperclass();
        return parent.getKind() == TypeKind.NONE ? language.object() : parent;
    }

    private TypeMirror returnType(MemberLookup.Method method, MethodCallExpr call, Scope scope) {
        TypeMirror special = calls.special(call, method, scope);
        if (special != null) {
            return special;
        }
        TypeMirror declared = method.choice().result();
        boolean raw = method.receiver() != null && !method.onType() && TypeNames.isRaw(method.receiver());
        boolean erases = (raw || method.choice().unchecked())
                && !declared.getKind().isPrimitive()
                && declared.getKind() != TypeKind.VOID;
        if (!erases
                && call.getTypeArguments().isPresent()
                && !method.choice().variables().isEmpty()) {
            TypeMirror given = calls.open(call, newInference(), false, scope);
            return given == null ? declared : given;
        }
        return erases ? language.types.erasure(declared) : declared;
    }

    /**
     * JLS 15.25: numbers are promoted, with an int constant taking a smaller type that it fits. Others depend on what
     * is wanted.
     */
    private TypeMirror conditional(ConditionalExpr e, Scope scope) {
        TypeMirror left = typeOf(e.getThenExpr(), scope);
        TypeMirror right = typeOf(e.getElseExpr(), scope);
        if (language.types.isSameType(left, right)) {
            return left;
        }
        TypeMirror type = numeric(e, left, right, scope);
        TypeMirror common = type != null ? type : lubs().lub(List.of(language.boxed(left), language.boxed(right)));
        if (common == null) {
            throw untyped(e, scope);
        }
        return common;
    }

    /** The type of a conditional between two different types of numbers; null if they are none. */
    @Nullable
    TypeMirror numeric(ConditionalExpr e, TypeMirror left, TypeMirror right, Scope scope) {
        PrimitiveType a = language.unboxed(left);
        PrimitiveType b = language.unboxed(right);
        if (a == null || b == null || (a.getKind() == TypeKind.BOOLEAN) != (b.getKind() == TypeKind.BOOLEAN)) {
            return null;
        }
        return a.getKind() == b.getKind()
                ? a
                : new ConditionalTypes(language, this, scope).of(a, e.getThenExpr(), b, e.getElseExpr());
    }

    /** The refusal of an expression whose type has no name or doesn't follow from what is there. */
    Refusal untyped(Node e, Scope scope) {
        return new Refusal(Problem.of(
                Kind.UNSUPPORTED,
                scope.span(e),
                "this expression, whose type can't be worked out here,",
                "give it a type: put its value into a variable with a declared type"));
    }

    TypeMirror declared(String name) {
        return language.declared(name);
    }

    /** Whether a class, or one that it extends, declares a member. */
    boolean isMemberOf(javax.lang.model.element.@Nullable Element member, dev.jacobi.processor.ir.Type type) {
        TypeMirror mirror = type instanceof dev.jacobi.processor.ir.Type.Opaque opaque
                ? opaque.mirror()
                : type instanceof dev.jacobi.processor.ir.Type.Struct struct
                        ? language.declared(struct.qualifiedName())
                        : null;
        if (member == null || mirror == null) {
            return false;
        }
        TypeMirror declaring = language.types.erasure(Enclosing.type(member).asType());
        return language.types.isSubtype(language.types.erasure(mirror), declaring);
    }

    /** The type of the variable that a pattern declares. */
    TypeMirror patternType(TypePatternExpr pattern, Scope scope) {
        return variables.ofPattern(pattern, scope);
    }

    /** No type: that of an expression which can't be typed. */
    TypeMirror nothing() {
        return language.types.getNoType(TypeKind.NONE);
    }

    /** Whether every value of one type is one of another, type arguments aside. */
    boolean isSubtype(TypeMirror type, TypeMirror wanted) {
        return language.types.isSubtype(language.types.erasure(type), language.types.erasure(wanted));
    }

    /** The record that a type is, or null. */
    @Nullable
    TypeElement recordOf(TypeMirror type) {
        TypeElement element = language.classOf(type);
        return element != null && element.getKind() == ElementKind.RECORD ? element : null;
    }

    boolean isIterable(TypeMirror type) {
        return language.types.isSubtype(
                language.types.erasure(type), language.types.erasure(language.declared("java.lang.Iterable")));
    }

    boolean isEnum(TypeMirror type) {
        TypeElement element = language.classOf(type);
        return element != null && element.getKind() == ElementKind.ENUM;
    }

    static String describe(@Nullable TypeMirror type) {
        return type == null ? "nothing" : type.toString();
    }
}
