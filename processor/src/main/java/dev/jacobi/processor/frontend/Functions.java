package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.ImportDeclaration;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import dev.jacobi.processor.diag.Kind;
import dev.jacobi.processor.diag.Origin;
import dev.jacobi.processor.diag.Problem;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.Leaves;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** The methods whose source is there, read into the intermediate language when they are asked for. */
public final class Functions {
    /** Those that derivatives are likely to mention. */
    private static final List<String> JAVA_LANG = List.of(
            "Math",
            "StrictMath",
            "Object",
            "String",
            "Class",
            "Double",
            "Float",
            "Integer",
            "Long",
            "Boolean",
            "Number",
            "System",
            "Iterable",
            "Comparable",
            "AssertionError",
            "ArithmeticException",
            "IllegalArgumentException",
            "IllegalStateException",
            "SuppressWarnings");

    final Language language;
    private final RecordTypes records;
    final TypeReader types;
    final Operators operators;
    final Typer typer;
    private final Sources sources;
    private final MethodFinder finder;
    private final Libraries libraries;
    private final HandRules rules;
    private final Map<FunctionName.Primal, ExecutableElement> methods = new HashMap<>();
    private final Map<FunctionName.Primal, Source> read = new HashMap<>();
    private final Map<FunctionName.Primal, Specialisation> specialisations = new HashMap<>();
    private final Map<List<VariableElement>, FieldReach> reaches = new HashMap<>();
    private final Shapes shapes = new Shapes();
    private final Captures captures;
    private final Headers headers;
    final GeneratedMembers generated;
    final SelfCalls selfCalls;
    private final Pieces pieces = new Pieces();

    /**
     * A method as it was read.
     *
     * @param function null if a problem kept it from being read
     * @param problems what is wrong in it
     * @param insidePackage what in it only its own package can reach: problems if it is copied elsewhere
     */
    public record Source(@Nullable Function function, List<Problem> problems, List<Problem> insidePackage) {
        public Source {
            problems = List.copyOf(problems);
            insidePackage = List.copyOf(insidePackage);
        }
    }

    public Functions(Elements elements, Types javaTypes, Sources sources) {
        this.language = new Language(elements, javaTypes);
        this.records = new RecordTypes(language, sources);
        this.types = new TypeReader(language, records);
        this.operators = new Operators(language, types);
        this.typer = new Typer(language);
        this.sources = sources;
        this.finder = new MethodFinder(language);
        this.libraries = new Libraries(language, types);
        this.rules = new HandRules(this);
        this.selfCalls = new SelfCalls(this);
        this.captures = new Captures(typer);
        this.headers = new Headers(this);
        this.generated = new GeneratedMembers(language, this);
    }

    /** The derivatives that were written by hand. */
    public HandRules rules() {
        return rules;
    }

    /** Whether the derivative of a function was written by hand. */
    public boolean hasRule(FunctionName.Primal name) {
        return !pieces.has(name) && rules.has(method(name));
    }

    /** The functions that are pieces of methods. */
    Pieces pieces() {
        return pieces;
    }

    /** What functions take and give. */
    public Headers headers() {
        return headers;
    }

    /** A reader of rule texts that shares what is known about classes. */
    public RuleReader rules(dev.jacobi.processor.rules.Rules rules) {
        return new RuleReader(language, types, operators, sources, rules);
    }

    /** The type of a parameter or result in the intermediate language. */
    public Type type(javax.lang.model.type.TypeMirror mirror) {
        return types.read(mirror);
    }

    /** The name by which calls of a method know it. */
    public FunctionName.Primal name(ExecutableElement method) {
        List<String> parameters = new ArrayList<>();
        for (VariableElement parameter : method.getParameters()) {
            parameters.add(language.erasedName(parameter.asType()));
        }
        FunctionName.Primal name = new FunctionName.Primal(
                Enclosing.type(method).getQualifiedName().toString(),
                method.getSimpleName().toString(),
                parameters);
        methods.putIfAbsent(name, method);
        return name;
    }

    /** The name of a method that is read for the functions that it is handed. */
    FunctionName.Primal specialised(
            ExecutableElement method,
            List<@Nullable Handed> handed,
            @Nullable TypeElement self,
            boolean exact,
            Specialisation.@Nullable Fields fields,
            String home) {
        List<@Nullable Handed> used = new ArrayList<>();
        handed.forEach(
                function -> used.add(function == null ? null : function.moved("", captures, (n, local) -> local)));
        String object = self == null ? "" : " of " + self;
        String kind = (exact ? " exactly" : "") + (fields == null ? "" : " by " + fields);
        FunctionName.Primal name = name(method).handed(shapes.of(used) + object + kind + " in " + home);
        methods.putIfAbsent(name, method);
        specialisations.computeIfAbsent(name, n -> new Specialisation(method, used, self, exact, fields, home));
        return name;
    }

    /** Whether a problem is that a class isn't there, or a method that was to be imported from it. */
    public boolean misses(Problem problem, String qualifiedName) {
        Element reading = problem.span().origin().element();
        if (problem.kind() != Kind.UNKNOWN_METHOD || reading == null) {
            return problem.misses(qualifiedName);
        }
        Sources.Parsed parsed = sources.of(reading);
        if (parsed == null || parsed.unit() == null) {
            return false;
        }
        for (ImportDeclaration line : parsed.unit().getImports()) {
            String name = line.getNameAsString();
            String owner = line.isAsterisk() ? name : name.substring(0, Math.max(0, name.lastIndexOf('.')));
            if (line.isStatic() && owner.equals(qualifiedName)) {
                return true;
            }
        }
        return false;
    }

    /** The name of a method that is differentiated by fields of its object. */
    FunctionName.Primal byFields(ExecutableElement method, List<VariableElement> fields) {
        Specialisation.Fields handed = new Specialisation.Fields(reach(fields), null);
        return specialised(method, Specialisation.none(method), null, false, handed, Enclosing.packageName(method));
    }

    /** Which methods may read fields. */
    private FieldReach reach(List<VariableElement> fields) {
        return reaches.computeIfAbsent(List.copyOf(fields), all -> new FieldReach(this, all));
    }

    /** The method of a name, as it is declared now; null where there is none. */
    public @Nullable ExecutableElement find(FunctionName.Primal name) {
        TypeElement owner = language.elements.getTypeElement(name.owner());
        for (ExecutableElement method :
                owner == null ? List.<ExecutableElement>of() : ElementFilter.methodsIn(owner.getEnclosedElements())) {
            if (method.getSimpleName().contentEquals(name.method())
                    && name(method).equals(name)) {
                return method;
            }
        }
        return null;
    }

    /** The method of a name that {@link #name} has given. */
    public ExecutableElement method(FunctionName.Primal name) {
        return Objects.requireNonNull(methods.get(name), name::display);
    }

    /**
     * Whether calls of a method are calls of a function: it gives a result that carries derivatives, or generated code
     * can't call it, and its source is there.
     */
    boolean has(ExecutableElement method) {
        if (rules.has(method)) {
            return true;
        }
        String owner = Enclosing.type(method).getQualifiedName().toString();
        if (owner.startsWith("java.") || owner.startsWith("dev.jacobi.tensor.") || isGenerated(method)) {
            return false;
        }
        return isWanted(method) && isPlain(method) && (declaration(method) != null || library(method) != null);
    }

    /** Whether a method that needn't be a function can be one. */
    boolean canBeRead(ExecutableElement method) {
        return isPlain(method) && body(method) != null;
    }

    /** Whether what a method does with numbers counts, or generated code can't call it. */
    private boolean isWanted(ExecutableElement method) {
        return types.read(method.getReturnType()).carriesDerivative()
                || method.getModifiers().contains(Modifier.PRIVATE)
                || takesArray(method)
                || takesRecord(method);
    }

    /**
     * What may run where a method is called on an object; null where that isn't known, or the method's name says it.
     */
    @Nullable
    List<Implementations.Case> implementations(TypeElement type, ExecutableElement method) {
        String owner = Enclosing.type(method).getQualifiedName().toString();
        boolean library = owner.startsWith("dev.jacobi.tensor.") || sources.of(type) == null;
        boolean fixed = isStatic(method) || isPlain(method) && !ReceiverCheck.isOverridable(method);
        if (library || fixed || !isWanted(method) || !TypeVariables.areReplaceableIn(method)) {
            return null;
        }
        Implementations implementations = new Implementations(this);
        return implementations.isAmbiguous(type, method) ? null : implementations.of(type, method);
    }

    private Libraries.@Nullable Library library(ExecutableElement method) {
        return sources.of(method) == null ? libraries.of(method, declared(method)) : null;
    }

    /** An annotated method that only class files are there of, if its generated class is one of them; or null. */
    public @Nullable Subject fromLibrary(FunctionName.Primal name) {
        if (pieces.has(name)) {
            return null;
        }
        ExecutableElement method = method(name);
        Libraries.Library library = specialisations.containsKey(name) ? null : library(method);
        return library == null
                ? null
                : new Subject(
                        method,
                        name,
                        library.wrt(),
                        library.wrt(),
                        List.of(),
                        Enclosing.packageName(method),
                        library.className(),
                        library.overload(),
                        Enclosing.isReachable(method, Subjects.ANOTHER_PACKAGE),
                        1,
                        false);
    }

    /** What a method does with an array that it is given matters even where it gives nothing. */
    private boolean takesArray(ExecutableElement method) {
        for (VariableElement parameter : method.getParameters()) {
            Type type = types.read(parameter.asType());
            if (type instanceof Type.Array && type.carriesDerivative()) {
                return true;
            }
        }
        return false;
    }

    /** A record that is taken apart need not be put together for a method whose source is there. */
    private boolean takesRecord(ExecutableElement method) {
        for (Formal formal : formals(method)) {
            if (Leaves.isRecord(types.read(formal.type()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPlain(ExecutableElement method) {
        boolean ofInterface = Enclosing.type(method).getKind().isInterface();
        return (isStatic(method) || !ofInterface) && TypeVariables.areReplaceableIn(method);
    }

    static boolean isStatic(ExecutableElement method) {
        return method.getModifiers().contains(Modifier.STATIC);
    }

    /**
     * A parameter of a method's function.
     *
     * @param constant whether {@code @NoDerivative} holds it constant
     */
    public record Formal(String name, TypeMirror type, boolean constant) {}

    /** The parameters of a method's function: the object that an instance method is called on comes first. */
    public List<Formal> formals(ExecutableElement method) {
        List<Formal> formals = declared(method);
        Libraries.Library library = library(method);
        for (int i = 0; library != null && i < formals.size(); i++) {
            Formal formal = formals.get(i);
            formals.set(i, new Formal(library.names().get(i), formal.type(), formal.constant()));
        }
        return formals;
    }

    /** The same of a function, with the fields of its object that it is differentiated by. */
    public List<Formal> formals(FunctionName.Primal name) {
        List<Formal> formals = formals(method(name));
        Specialisation specialisation = specialisations.get(name);
        if (specialisation != null) {
            formals.addAll(specialisation.more());
        }
        return formals;
    }

    static List<Formal> declared(ExecutableElement method) {
        List<Formal> formals = new ArrayList<>();
        if (!isStatic(method)) {
            formals.add(new Formal("self", Enclosing.type(method).asType(), true));
        }
        for (VariableElement parameter : method.getParameters()) {
            formals.add(new Formal(
                    parameter.getSimpleName().toString(), parameter.asType(), Annotations.holdsConstant(parameter)));
        }
        return formals;
    }

    /**
     * What a method's function takes: its parameters, with their leaves in the place of records.
     *
     * @param formal which of the parameters it belongs to
     */
    public record Leaf(String name, Type type, boolean constant, int formal) {}

    /** The parameters of a method's function, records taken apart. */
    public List<Leaf> leaves(ExecutableElement method) {
        List<Leaf> leaves = new ArrayList<>();
        List<Formal> formals = formals(method);
        for (int i = 0; i < formals.size(); i++) {
            Formal formal = formals.get(i);
            for (Type.Component leaf : Leaves.of(formal.name(), types.read(formal.type()))) {
                leaves.add(new Leaf(leaf.name(), leaf.type(), formal.constant(), i));
            }
        }
        return leaves;
    }

    /** The parameters of a function, records taken apart, and what the functions use that it is handed. */
    public List<Leaf> leaves(FunctionName.Primal name) {
        if (pieces.has(name)) {
            return pieces.leaves(name);
        }
        Specialisation specialisation = specialisations.get(name);
        return specialisation == null ? leaves(method(name)) : specialisation.leaves(this);
    }

    /** What functions use. */
    Captures captures() {
        return captures;
    }

    /** The package whose classes can name what a function's code names. */
    public String home(FunctionName.Primal name) {
        if (pieces.has(name)) {
            return pieces.home(name);
        }
        Specialisation specialisation = specialisations.get(name);
        return specialisation == null ? Enclosing.packageName(method(name)) : specialisation.home();
    }

    /** Whether generated code hands a function other arguments than the source does. */
    public boolean takesApart(FunctionName.Primal name) {
        return pieces.has(name) || specialisations.containsKey(name) || takesApart(method(name));
    }

    /** What generated members call a method's parameters: as its source does, but where that would hide a class. */
    public List<String> formalNames(FunctionName.Primal name) {
        NameSupply supply = new NameSupply();
        List<String> names = new ArrayList<>();
        formals(name).forEach(formal -> names.add(supply.fresh(formal.name())));
        return names;
    }

    /** The classes beside a method's own, in its package, that are called like some of {@code java.lang}. */
    public List<String> namesakes(ExecutableElement method) {
        PackageElement home = Enclosing.packageOf(method);
        return JAVA_LANG.stream()
                .filter(name -> language.find(home, name) != null)
                .toList();
    }

    /** Whether generated code hands a method other arguments than the source does. */
    public boolean takesApart(ExecutableElement method) {
        return takesRecord(method) || Leaves.isRecord(types.read(method.getReturnType()));
    }

    /**
     * What keeps a method from being followed whose source is there, or that has none as it is abstract; empty where
     * nothing does, or where the source is missing.
     */
    String obstacle(ExecutableElement method) {
        if (isGenerated(method)) {
            return "generated";
        }
        String owner = Enclosing.type(method).getQualifiedName().toString();
        if (isPlain(method) || owner.startsWith("dev.jacobi.tensor.")) {
            return "";
        }
        boolean function = owner.startsWith("java.util.function.");
        if (owner.startsWith("java.") && !function) {
            return "";
        }
        if (declaration(method) == null) {
            return method.getModifiers().contains(Modifier.ABSTRACT) ? "interface" : "";
        }
        return TypeVariables.areReplaceableIn(method) ? "interface" : "generic";
    }

    /** Whether a method is one that Jacobi has generated. */
    private static boolean isGenerated(ExecutableElement method) {
        return Annotations.find(Enclosing.type(method), Annotations.GENERATED) != null;
    }

    /** A record's constructor as it is written; null where the compiler writes it. */
    RecordTypes.@Nullable Constructor constructor(ExecutableElement constructor) {
        return records.constructor(constructor);
    }

    /** A method's own code, and what names mean in it. */
    record Body(MethodDeclaration declaration, Scope scope) {}

    /** Null where the method has none, or its source is not there. */
    @Nullable
    Body body(ExecutableElement method) {
        if (rules.has(method)) {
            return null;
        }
        Sources.Parsed parsed = sources.of(method);
        MethodDeclaration declaration = declaration(method);
        if (parsed == null
                || parsed.unit() == null
                || declaration == null
                || declaration.getBody().isEmpty()) {
            return null;
        }
        Origin origin = new Origin(parsed.name(), method);
        return new Body(declaration, Scope.of(new TypeNames(language, parsed.unit(), method), origin));
    }

    /** A declaration, its file, and what names mean in it. */
    record Declared<D>(D declaration, String file, TypeNames names) {}

    /** The declaration of an enum; null where its source is not there. */
    @Nullable
    Declared<EnumDeclaration> enumDeclaration(TypeElement type) {
        Sources.Parsed parsed = sources.of(type);
        return parsed != null
                        && parsed.unit() != null
                        && MethodFinder.type(parsed.unit(), type) instanceof EnumDeclaration found
                ? new Declared<>(found, parsed.name(), new TypeNames(language, parsed.unit(), type))
                : null;
    }

    /** The function that a field's declaration makes it, and what names mean in it. */
    record Initializer(Expression code, Scope scope) {}

    /** Null where the declaration makes it none, or is not there. */
    @Nullable
    Initializer initializer(VariableElement field) {
        VariableDeclarator variable = declarator(field);
        Expression code = variable == null ? null : FunctionReader.initial(variable);
        return code == null ? null : initializer(field, code);
    }

    /** Those that a field's declaration makes the elements of an array or list that nothing changes; else none. */
    List<Initializer> initializers(VariableElement field) {
        VariableDeclarator variable = declarator(field);
        List<Initializer> functions = new ArrayList<>();
        if (variable != null) {
            for (Expression code : ConstantTable.of(variable, field)) {
                functions.add(initializer(field, code));
            }
        }
        return functions;
    }

    private Initializer initializer(VariableElement field, Expression code) {
        Sources.Parsed parsed = Objects.requireNonNull(sources.of(field));
        TypeNames names = new TypeNames(language, Objects.requireNonNull(parsed.unit()), Enclosing.type(field));
        return new Initializer(code, Scope.of(names, new Origin(parsed.name(), field)));
    }

    private @Nullable VariableDeclarator declarator(VariableElement field) {
        Sources.Parsed parsed = sources.of(field);
        TypeDeclaration<?> declaration = parsed == null || parsed.unit() == null
                ? null
                : MethodFinder.type(parsed.unit(), Enclosing.type(field));
        if (declaration == null) {
            return null;
        }
        for (FieldDeclaration fields : declaration.getFields()) {
            for (VariableDeclarator variable : fields.getVariables()) {
                if (field.getSimpleName().contentEquals(variable.getNameAsString())) {
                    return variable;
                }
            }
        }
        return null;
    }

    /** Whether the compiler makes a method that the source doesn't write out. */
    boolean isImplicit(ExecutableElement method) {
        Sources.Parsed parsed = sources.of(method);
        return parsed != null && parsed.unit() != null && declaration(method) == null;
    }

    private @Nullable MethodDeclaration declaration(ExecutableElement method) {
        Sources.Parsed parsed = sources.of(method);
        return parsed == null || parsed.unit() == null ? null : finder.find(parsed.unit(), method);
    }

    /** A method's function; read once. */
    public Source read(FunctionName.Primal name) {
        if (pieces.has(name)) {
            return new Source(pieces.function(name), List.of(), List.of());
        }
        Source source = read.get(name);
        if (source == null) {
            source = readNow(name, method(name));
            read.put(name, source);
        }
        return source;
    }

    /** Where a method is declared: its name, or the whole method where its source is missing. */
    public Span span(ExecutableElement method) {
        Sources.Parsed parsed = sources.of(method);
        MethodDeclaration declaration = declaration(method);
        Origin origin = new Origin(parsed == null ? "" : parsed.name(), method);
        if (parsed == null || parsed.unit() == null || declaration == null) {
            return new Span(origin, 0, 0, 0, 0);
        }
        return Scope.of(new TypeNames(language, parsed.unit(), method), origin).span(declaration.getName());
    }

    /** The lines of a method's declaration, annotations included; line 0 where its source is missing. */
    public Span extent(ExecutableElement method) {
        Span name = span(method);
        MethodDeclaration declaration = declaration(method);
        return declaration == null
                ? name
                : declaration
                        .getRange()
                        .map(r -> new Span(name.origin(), r.begin.line, r.begin.column, r.end.line, r.end.column))
                        .orElse(name);
    }

    /** Where a method's annotation says a string; the method's name where that can't be found. */
    Span annotationSpan(ExecutableElement method, String text) {
        Sources.Parsed parsed = sources.of(method);
        MethodDeclaration declaration = declaration(method);
        if (parsed != null && parsed.unit() != null && declaration != null) {
            Scope scope = Scope.of(new TypeNames(language, parsed.unit(), method), new Origin(parsed.name(), method));
            for (AnnotationExpr annotation : declaration.getAnnotations()) {
                Node literal = literal(annotation, text);
                if (literal != null) {
                    return scope.span(literal);
                }
            }
        }
        return span(method);
    }

    private static @Nullable Node literal(Node node, String text) {
        if (node instanceof StringLiteralExpr literal && literal.asString().equals(text)) {
            return literal;
        }
        for (Node child : node.getChildNodes()) {
            Node found = literal(child, text);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private Source readNow(FunctionName.Primal name, ExecutableElement method) {
        Sources.Parsed parsed = sources.of(method);
        if (rules.has(method)) {
            return new Source(Wrapping.of(name, this, span(method)), List.of(), List.of());
        }
        if (library(method) != null) {
            return new Source(null, List.of(), List.of());
        }
        if (parsed == null) {
            return failed(Problem.of(Kind.NO_SOURCE, span(method), name.display()));
        }
        if (parsed.unit() == null) {
            return failed(Problem.of(Kind.NO_PARSE, span(method), parsed.name(), parsed.problem()));
        }
        MethodDeclaration declaration = finder.find(parsed.unit(), method);
        if (declaration == null || declaration.getBody().isEmpty()) {
            return failed(Problem.of(Kind.NO_BODY, span(method), name.display()));
        }
        Origin origin = new Origin(parsed.name(), method);
        Scope scope = Scope.of(new TypeNames(language, parsed.unit(), method), origin);
        return new MethodReading(this, name, method, declaration, scope, specialisations.get(name)).read();
    }

    private static Source failed(Problem problem) {
        return new Source(null, List.of(problem), List.of());
    }
}
