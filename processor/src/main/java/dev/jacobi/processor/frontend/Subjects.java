package dev.jacobi.processor.frontend;

import dev.jacobi.processor.diag.Kind;
import dev.jacobi.processor.diag.Log;
import dev.jacobi.processor.diag.Problem;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.Leaves;
import dev.jacobi.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** What an annotated method declares, checked: everything about it but its body. */
public final class Subjects {

    /** A package that no class is in. */
    static final String ANOTHER_PACKAGE = "/";

    /** Words that are identifiers, but name no types. */
    private static final Set<String> NO_TYPES = Set.of("var", "yield", "record", "sealed", "permits");

    /** Code grows with every order. */
    private static final int MOST_ORDERS = 6;

    private final Elements elements;
    private final Functions functions;
    private final int usualOrder;
    private final boolean usuallySparse;

    /**
     * @param usualOrder up to which order methods that give a single number are differentiated if they don't say
     * @param usuallySparse whether methods that can have sparse derivatives have them if they don't say
     */
    public Subjects(Elements elements, Functions functions, int usualOrder, boolean usuallySparse) {
        this.elements = elements;
        this.functions = functions;
        this.usualOrder = usualOrder;
        this.usuallySparse = usuallySparse;
    }

    /** The method as a subject, or null if the log now says what keeps it from being one. */
    public @Nullable Subject read(ExecutableElement method, Log log) {
        List<Problem> problems = new ArrayList<>();
        Span span = functions.declarations().span(method);
        String display = functions.name(method).display();
        if (!Functions.isStatic(method)
                && Enclosing.type(method).getKind().isInterface()
                && !method.getModifiers().contains(Modifier.ABSTRACT)
                && !method.getModifiers().contains(Modifier.PRIVATE)) {
            problems.add(Problem.of(Kind.NOT_STATIC, span, display));
        }
        if (!method.getTypeParameters().isEmpty()) {
            problems.add(Problem.of(Kind.GENERIC, span, display));
        }
        if (!TypeVariables.ofObject(method).isEmpty()) {
            problems.add(Problem.of(
                    Kind.UNSUPPORTED,
                    span,
                    "a method of an object whose class has type parameters",
                    "annotate a static method that is given the object"));
        }
        if (method.getModifiers().contains(Modifier.NATIVE)
                || method.getModifiers().contains(Modifier.ABSTRACT)) {
            problems.add(Problem.of(Kind.NO_BODY, span, display));
        }
        if (functions.fromLibrary(functions.name(method)) != null) {
            problems.add(Problem.of(Kind.NO_SOURCE, span, display));
        }
        checkTypes(method, span, display, problems);
        checkOrder(method, display, problems);
        List<VariableElement> fields = new NamedFields(functions).of(method, problems);
        SortedSet<Integer> wrt = wrt(method, fields, span, display, problems);
        FunctionName.Primal name = fields.isEmpty() ? functions.name(method) : functions.byFields(method, fields);
        boolean sparse = isSparse(method);
        Problem obstacle = sparse && problems.isEmpty()
                ? new SparseHeader(functions, method, wrt, display).obstacle(order(method), !fields.isEmpty())
                : null;
        if (obstacle != null && annotationValue(method, "sparse") != null) {
            problems.add(obstacle);
        }
        String className = className(method);
        if (!isClassName(className)) {
            problems.add(Problem.of(Kind.NOT_A_NAME, place(method, "value", 0), className));
        }
        log.addAll(problems);
        if (!problems.isEmpty()) {
            return null;
        }
        String packageName = elements.getPackageOf(method).getQualifiedName().toString();
        return new Subject(
                method,
                name,
                leaves(name, wrt),
                wrt,
                fields.stream()
                        .map(field -> functions.accessors().read(field, Enclosing.packageName(method)))
                        .toList(),
                packageName,
                className,
                number(method),
                isPublic(method),
                order(method),
                sparse && obstacle == null);
    }

    /** Whether a class can have a name. */
    public static boolean isClassName(String name) {
        return SourceVersion.isIdentifier(name) && !SourceVersion.isKeyword(name) && !NO_TYPES.contains(name);
    }

    /** Where the annotation gives a member its value; the method's name where it doesn't. */
    private Span place(ExecutableElement method, String member, int index) {
        return functions.declarations().annotations().value(method, Annotations.DIFFERENTIABLE, member, index);
    }

    private boolean isSparse(ExecutableElement method) {
        return annotationValue(method, "sparse") instanceof Boolean sparse ? sparse : usuallySparse;
    }

    /** Up to which order derivatives are asked for. */
    private int order(ExecutableElement method) {
        int usual = givesOne(method) ? usualOrder : 1;
        return annotationValue(method, "order") instanceof Integer order ? order : usual;
    }

    /** A tensor may have one element: that shows at run time. */
    private boolean givesOne(ExecutableElement method) {
        Type result = functions.type(method.getReturnType());
        return result.isFloating() || result instanceof Type.Tensor;
    }

    /** Second derivatives are those of a single number. */
    private void checkOrder(ExecutableElement method, String display, List<Problem> problems) {
        int order = order(method);
        Type result = functions.type(method.getReturnType());
        if (order < 1 || order > MOST_ORDERS) {
            problems.add(Problem.of(Kind.ORDER, place(method, "order", 0), order, MOST_ORDERS));
        } else if (order > 1 && !givesOne(method)) {
            problems.add(Problem.of(Kind.ORDER_OF_SEVERAL, place(method, "order", 0), order, display, result));
        }
    }

    private void checkTypes(ExecutableElement method, Span span, String display, List<Problem> problems) {
        Type result = functions.type(method.getReturnType());
        boolean leavesArrays = result == Type.Scalar.VOID && hasArray(method);
        if (!result.carriesDerivative() && !leavesArrays) {
            problems.add(Problem.of(Kind.NO_RESULT, span, display, result, namesake(List.of(method.getReturnType()))));
        }
        if (isChanged(result) && PrivateTypes.in(method.getReturnType()).isEmpty()) {
            problems.add(Problem.of(
                    Kind.UNSUPPORTED,
                    span,
                    "a method whose result is a record with a constructor that changes what it is given",
                    "give back its components in an array"));
        }
        checkReachable(method.getReturnType(), span, problems);
        for (VariableElement parameter : method.getParameters()) {
            checkReachable(parameter.asType(), span, problems);
        }
        checkHome(method, span, problems);
    }

    /** What to do where another class is meant by the name Tensor. */
    private static String namesake(List<TypeMirror> types) {
        boolean other = types.stream()
                .anyMatch(type -> type instanceof DeclaredType declared
                        && declared.asElement().getSimpleName().contentEquals("Tensor"));
        return other ? "import Jacobi's Tensor, as this is another class of that name, or " : "";
    }

    /** Whether a record would be another one if it were made again of its components. */
    public static boolean isChanged(Type type) {
        if (type instanceof Type.Array array) {
            return isChanged(array.element());
        }
        return type instanceof Type.Struct struct
                && (struct.form() == Type.Form.CHANGED
                        || struct.components().stream().anyMatch(c -> isChanged(c.type())));
    }

    /** Of a method without result the arrays that it writes are the result. */
    private boolean hasArray(ExecutableElement method) {
        for (VariableElement parameter : method.getParameters()) {
            for (Type.Component leaf : Leaves.of("", functions.type(parameter.asType()))) {
                if (leaf.type() instanceof Type.Array && leaf.type().carriesDerivative()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A private class in a parameter's or result's type can't be named by the generated class. */
    private void checkReachable(TypeMirror type, Span span, List<Problem> problems) {
        if (type instanceof ArrayType array) {
            checkReachable(array.getComponentType(), span, problems);
            return;
        }
        if (type.getKind() != TypeKind.DECLARED) {
            return;
        }
        DeclaredType declared = (DeclaredType) type;
        for (TypeMirror argument : declared.getTypeArguments()) {
            checkReachable(argument, span, problems);
        }
        for (Element e = declared.asElement(); e instanceof TypeElement; e = e.getEnclosingElement()) {
            if (e.getModifiers().contains(Modifier.PRIVATE)) {
                problems.add(unreachable(e, span));
            }
        }
    }

    private static Problem unreachable(Element type, Span span) {
        return Problem.of(
                Kind.UNREACHABLE,
                span,
                "the class " + type.getSimpleName(),
                "private",
                "make it package-private or public");
    }

    /** The body is copied, but a private class around it may hide what the body names. */
    private static void checkHome(ExecutableElement method, Span span, List<Problem> problems) {
        for (Element e = method.getEnclosingElement(); e instanceof TypeElement; e = e.getEnclosingElement()) {
            if (e.getModifiers().contains(Modifier.PRIVATE)) {
                problems.add(unreachable(e, span));
            }
        }
    }

    /** The parameters that a method is differentiated by, as far as there are such. */
    SortedSet<Integer> asked(ExecutableElement method) {
        SortedSet<Integer> all = formals(method);
        SortedSet<Integer> chosen = new TreeSet<>();
        namedParameters(method).forEach(name -> chosen.add(index(method, name, all)));
        chosen.remove(-1);
        return chosen.isEmpty() ? all : chosen;
    }

    private SortedSet<Integer> wrt(
            ExecutableElement method, List<VariableElement> fields, Span span, String display, List<Problem> problems) {
        SortedSet<Integer> all = formals(method);
        List<String> named = namedParameters(method);
        boolean namesFields = NamedFields.areNamed(method);
        if (all.isEmpty() && !namesFields) {
            List<TypeMirror> types =
                    method.getParameters().stream().map(VariableElement::asType).toList();
            problems.add(Problem.of(Kind.NOTHING_TO_DIFFERENTIATE, span, display, namesake(types)));
            return all;
        }
        SortedSet<Integer> chosen = new TreeSet<>();
        for (int i = 0; i < fields.size(); i++) {
            chosen.add(functions.formals(method).size() + i);
        }
        for (int i = 0; i < named.size(); i++) {
            String name = named.get(i);
            if (NamedFields.isOne(name)) {
                continue;
            }
            int index = index(method, name, all);
            if (index < 0) {
                Span place = place(method, "wrt", i);
                problems.add(Problem.of(
                        Kind.UNKNOWN_PARAMETER,
                        place,
                        name,
                        display,
                        all.isEmpty() ? "none" : parameterNames(method, all),
                        new NamedFields(functions).suggestion(method, name)));
            } else {
                chosen.add(index);
            }
        }
        return named.isEmpty() ? all : chosen;
    }

    /** The leaves of parameters that carry derivatives. */
    SortedSet<Integer> leaves(FunctionName.Primal name, SortedSet<Integer> formals) {
        SortedSet<Integer> indices = new TreeSet<>();
        List<Functions.Leaf> leaves = functions.leaves(name);
        for (int i = 0; i < leaves.size(); i++) {
            if (formals.contains(leaves.get(i).formal()) && leaves.get(i).type().carriesDerivative()) {
                indices.add(i);
            }
        }
        return indices;
    }

    /** The parameters of a function that carry derivatives and aren't held constant. */
    public SortedSet<Integer> differentiable(FunctionName.Primal name) {
        SortedSet<Integer> indices = new TreeSet<>();
        List<Functions.Leaf> leaves = functions.leaves(name);
        for (int i = 0; i < leaves.size(); i++) {
            if (leaves.get(i).type().carriesDerivative() && !leaves.get(i).constant()) {
                indices.add(i);
            }
        }
        return indices;
    }

    /** The parameters of a method's function that are objects, which may have been made of numbers. */
    public SortedSet<Integer> objects(FunctionName.Primal name) {
        ExecutableElement method = functions.method(name);
        SortedSet<Integer> indices = new TreeSet<>();
        List<Functions.Leaf> leaves = functions.leaves(name);
        for (int i = 0; i < leaves.size(); i++) {
            if (holdsObjects(leaves.get(i).type()) && !isHeldConstant(method, leaves.get(i))) {
                indices.add(i);
            }
        }
        return indices;
    }

    private static boolean holdsObjects(Type type) {
        return type instanceof Type.Array array ? holdsObjects(array.element()) : type instanceof Type.Opaque;
    }

    /** (The object that a method is called on is never differentiated by, but may hold numbers all the same.) */
    private static boolean isHeldConstant(ExecutableElement method, Functions.Leaf leaf) {
        boolean receiver = leaf.formal() == 0 && !Functions.isStatic(method);
        return !receiver && leaf.constant();
    }

    /** The parameters that carry derivatives and aren't held constant. */
    private SortedSet<Integer> formals(ExecutableElement method) {
        SortedSet<Integer> indices = new TreeSet<>();
        List<Functions.Formal> formals = functions.formals(method);
        for (int i = 0; i < formals.size(); i++) {
            if (functions.type(formals.get(i).type()).carriesDerivative()
                    && !formals.get(i).constant()) {
                indices.add(i);
            }
        }
        return indices;
    }

    private int index(ExecutableElement method, String name, SortedSet<Integer> among) {
        for (int i : among) {
            if (functions.formals(method).get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private String parameterNames(ExecutableElement method, SortedSet<Integer> indices) {
        return names(functions.formals(method), indices);
    }

    /** These formal parameters as messages list them. */
    static String names(List<Functions.Formal> formals, SortedSet<Integer> indices) {
        List<String> names = new ArrayList<>();
        indices.forEach(i -> names.add(formals.get(i).name()));
        return String.join(", ", names);
    }

    static List<String> namedParameters(ExecutableElement method) {
        Object value = annotationValue(method, "wrt");
        List<String> names = new ArrayList<>();
        if (value instanceof List<?> list) {
            for (Object item : list) {
                names.add(String.valueOf(((AnnotationValue) item).getValue()));
            }
        }
        return names;
    }

    private static @Nullable Object annotationValue(ExecutableElement method, String member) {
        AnnotationMirror annotation = Annotations.find(method, Annotations.DIFFERENTIABLE);
        if (annotation == null) {
            return null;
        }
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
                annotation.getElementValues().entrySet()) {
            if (entry.getKey().getSimpleName().contentEquals(member)) {
                return entry.getValue().getValue();
            }
        }
        return null;
    }

    /** The generated class's name: the annotation's, or the method's with Grad behind it. */
    public static String className(ExecutableElement method) {
        Object named = annotationValue(method, "value");
        if (named instanceof String name && !name.isEmpty()) {
            return name;
        }
        String name = method.getSimpleName().toString();
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + "Grad";
    }

    /**
     * The number that tells the classes inside a generated class apart: that of the overload, but past those of which a
     * class is called like one beside the method's own. In a named package that could be written out in full.
     */
    private int number(ExecutableElement method) {
        int number = -1;
        for (int free = overload(method); free >= 0; free--) {
            do {
                number++;
            } while (Enclosing.packageOf(method).isUnnamed() && isHiding(number, method));
        }
        return number;
    }

    private boolean isHiding(int number, ExecutableElement method) {
        String suffix = number == 0 ? "" : String.valueOf(number + 1);
        return Subject.MEMBER_CLASSES.stream()
                .anyMatch(name -> functions.namesakes().isClass(name + suffix, method));
    }

    /** How many annotated methods before this one, in its class, share its generated class. */
    private static int overload(ExecutableElement method) {
        int count = 0;
        for (Element sibling : Enclosing.type(method).getEnclosedElements()) {
            if (sibling.equals(method)) {
                return count;
            }
            if (sibling.getKind() == ElementKind.METHOD
                    && Annotations.find(sibling, Annotations.DIFFERENTIABLE) != null
                    && className((ExecutableElement) sibling).equals(className(method))) {
                count++;
            }
        }
        return count;
    }

    private static boolean isPublic(ExecutableElement method) {
        return Enclosing.isReachable(method, ANOTHER_PACKAGE);
    }
}
