package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.ImportDeclaration;
import dev.jacobi.processor.diag.Kind;
import dev.jacobi.processor.diag.Problem;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.Leaves;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.rules.Rules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** The methods whose source is there, read into the intermediate language when they are asked for. */
public final class Functions {
    final Language language;
    private final RecordTypes records;
    final TypeReader types;
    final Operators operators;
    final Typer typer;
    private final Sources sources;
    private final Declarations declarations;
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
    final FollowedMethods followed;
    private final Namesakes namesakes;
    private final Pieces pieces = new Pieces();
    private final FieldCopies copies = new FieldCopies(this);
    private final FieldAccessors accessors = new FieldAccessors(this);
    private final FunctionCopies functionCopies = new FunctionCopies();
    private final Map<String, Optional<String>> written = new HashMap<>();
    private final RuleReader ruleTexts;

    /**
     * A method as it was read.
     *
     * @param function null if a problem kept it from being read
     * @param problems what is wrong in it
     * @param insidePackage what in it only its own package can reach: problems if it is copied elsewhere
     * @param outline what could be read of it
     */
    public record Source(
            @Nullable Function function, List<Problem> problems, List<Problem> insidePackage, Outline outline) {
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
        this.declarations = new Declarations(language, sources);
        this.libraries = new Libraries(language, types);
        this.rules = new HandRules(this);
        this.followed = new FollowedMethods(this, types, sources);
        this.namesakes = new Namesakes(language);
        this.selfCalls = new SelfCalls(this);
        this.captures = new Captures(typer);
        this.headers = new Headers(this);
        this.generated = new GeneratedMembers(language, this);
        this.ruleTexts = new RuleReader(language, types, operators, sources, new Rules());
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

    /** Fields that generated code may not name, and has copies of. */
    public FieldCopies copies() {
        return copies;
    }

    /** Methods by which generated code reads fields that it may not name. */
    public FieldAccessors accessors() {
        return accessors;
    }

    /** Functions that generated code hands on as they stand. */
    public FunctionCopies functionCopies() {
        return functionCopies;
    }

    /** What {@code @Shape} says. */
    public ShapeMarks shapeMarks() {
        return new ShapeMarks(this);
    }

    /** Where methods are declared. */
    public Declarations declarations() {
        return declarations;
    }

    /** Classes that {@code java.lang} must be told from. */
    public Namesakes namesakes() {
        return namesakes;
    }

    /** What functions take and give. */
    public Headers headers() {
        return headers;
    }

    /** The derivatives of primitives, and what some are made of. */
    public RuleReader ruleTexts() {
        return ruleTexts;
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

    /** The checked exceptions that the method of a name declares. */
    public List<TypeMirror> thrown(FunctionName.Primal name) {
        ExecutableElement method = methods.get(name);
        return method == null ? List.of() : Thrown.checked(method, language);
    }

    /** What class files tell of an annotated method; null where its source is there, or they tell nothing. */
    Libraries.@Nullable Library library(ExecutableElement method) {
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

    /** A record that is taken apart need not be put together for a method whose source is there. */
    boolean takesRecord(ExecutableElement method) {
        for (Formal formal : formals(method)) {
            if (Leaves.isRecord(types.read(formal.type()))) {
                return true;
            }
        }
        return false;
    }

    /** Whether code stands in a static method. */
    static boolean isInStatic(@Nullable Element code) {
        return code instanceof ExecutableElement method && isStatic(method);
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

    /** Whether a function's source is in this compilation. */
    public boolean isHere(FunctionName.Primal name) {
        return pieces.has(name) || declarations.body(method(name)) != null;
    }

    /** The arrays that a method whose body isn't read may change, by the indices of its function's parameters. */
    public Set<Integer> changedArrays(FunctionName.Primal name) {
        return new ChangedArrays(this).of(name);
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

    /** Names for variables of a function: none hides a class beside its own, or its own. */
    NameSupply variables(FunctionName.Primal name) {
        return new NameSupply(wish -> namesakes().isClass(wish, method(name)));
    }

    /** What generated members call a method's parameters: as its source does, but where that would hide a class. */
    public List<String> formalNames(FunctionName.Primal name) {
        NameSupply supply = variables(name);
        List<String> names = new ArrayList<>();
        formals(name).forEach(formal -> names.add(supply.fresh(formal.name())));
        return names;
    }

    /** Whether generated code hands a method other arguments than the source does. */
    public boolean takesApart(ExecutableElement method) {
        return takesRecord(method) || Leaves.isRecord(types.read(method.getReturnType()));
    }

    /** A record's constructor as it is written; null where the compiler writes it. */
    RecordTypes.@Nullable Constructor constructor(ExecutableElement constructor) {
        return records.constructor(constructor);
    }

    /** A method's own code; null where its derivative was written by hand, it has none, or its source is not there. */
    Declarations.@Nullable Body body(ExecutableElement method) {
        return rules.has(method) ? null : declarations.body(method);
    }

    /** Whether there is code of a method to read. */
    public boolean hasBody(FunctionName.Primal name) {
        return body(method(name)) != null;
    }

    /** A method's function; read once. */
    public Source read(FunctionName.Primal name) {
        if (pieces.has(name)) {
            return new Source(pieces.function(name), List.of(), List.of(), Outline.NONE);
        }
        Source source = read.get(name);
        if (source == null) {
            source = readNow(name, method(name));
            read.put(name, source);
        }
        return source;
    }

    /**
     * Whether a method has to stand in the classes of a package as it does here: these can't call it, its body isn't
     * read, and no derivative flows through it.
     */
    public boolean isWritten(FunctionName.Primal name, String packageName) {
        return !pieces.has(name)
                && !specialisations.containsKey(name)
                && !takesApart(name)
                && !Enclosing.isReachable(method(name), packageName)
                && hasBody(name)
                && read(name).function() == null;
    }

    /** What finds the copy of such a method; null where there can't be one. */
    public @Nullable String written(FunctionName.Primal name, String packageName) {
        return written.computeIfAbsent(name + " in " + packageName, key -> copied(method(name), packageName))
                .orElse(null);
    }

    private Optional<String> copied(ExecutableElement method, String packageName) {
        try {
            return Optional.ofNullable(MethodCopies.of(this, packageName).of(method, declarations.span(method)));
        } catch (Refusal refused) {
            return Optional.empty();
        }
    }

    /** The problem that classes of a package can't call a method. */
    public Problem unreachable(FunctionName.Primal name, String packageName, Span call) {
        Element hidden = Objects.requireNonNull(Enclosing.hidden(method(name), packageName));
        return new Reach(language, packageName).unreachable(hidden, call);
    }

    private Source readNow(FunctionName.Primal name, ExecutableElement method) {
        Sources.Parsed parsed = sources.of(method);
        if (rules.has(method)) {
            return new Source(Wrapping.of(name, this, declarations.span(method)), List.of(), List.of(), Outline.NONE);
        }
        if (library(method) != null) {
            return new Source(null, List.of(), List.of(), Outline.NONE);
        }
        if (parsed == null) {
            return failed(Problem.of(Kind.NO_SOURCE, declarations.span(method), name.display()));
        }
        if (parsed.unit() == null) {
            return failed(Problem.of(Kind.NO_PARSE, declarations.span(method), parsed.name(), parsed.problem()));
        }
        Declarations.Body body = declarations.body(method);
        String lost = declarations.lost(method);
        if (lost != null) {
            return failed(Problem.of(Kind.NO_PARSE, declarations.span(method), name.display(), lost));
        }
        if (body == null) {
            return failed(declarations.withoutBody(method, name));
        }
        return new MethodReading(this, name, method, body.declaration(), body.scope(), specialisations.get(name))
                .read();
    }

    private static Source failed(Problem problem) {
        return new Source(null, List.of(problem), List.of(), Outline.NONE);
    }
}
