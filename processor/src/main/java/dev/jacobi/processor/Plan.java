package dev.jacobi.processor;

import dev.jacobi.processor.backend.DerivativeNames;
import dev.jacobi.processor.backend.GeneratedClass.Target;
import dev.jacobi.processor.frontend.Enclosing;
import dev.jacobi.processor.frontend.Functions;
import dev.jacobi.processor.frontend.Headers;
import dev.jacobi.processor.frontend.Subject;
import dev.jacobi.processor.fuse.Fusing;
import dev.jacobi.processor.fuse.Loops;
import dev.jacobi.processor.ir.Adjoint;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.HandRule;
import dev.jacobi.processor.ir.Meanwhile;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Sharing;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.options.Optimisation;
import dev.jacobi.processor.options.Optimisations;
import dev.jacobi.processor.transform.Signatures;
import dev.jacobi.processor.transform.inplace.Reuse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * Where the derivatives that one generated class calls are: in another generated class if the called method is
 * annotated, else in this one, as private helpers that are still to be made.
 */
final class Plan implements Signatures, Reuse.Places {

    private final ExecutableElement method;
    private final String packageName;
    private final String className;
    private final Functions functions;
    private final Headers headers;
    private final Map<FunctionName.Primal, Subject> subjects;
    private final Map<FunctionName, Target> targets = new HashMap<>();
    private final Deque<FunctionName> wanted = new ArrayDeque<>();
    private final Map<FunctionName, DerivativeNames> helpers = new HashMap<>();

    /** The halves that the class calls: others were looked at, but something else is called in their place. */
    private final Set<FunctionName.Forward> called = new HashSet<>();

    /** The halves of helpers that are made already, for their other form. */
    private final Map<FunctionName.Forward, Adjoint> halves = new HashMap<>();

    private @Nullable JoinedSweeps joined;

    private final Map<String, String> written = new TreeMap<>();

    private final Map<FunctionName, Function> made = new HashMap<>();

    /** Names of methods and classes that the generated class has already. */
    private final Set<String> taken = new HashSet<>(DerivativeNames.MEMBERS);

    private final Set<Type.Struct> parts = new LinkedHashSet<>();

    /** The records of values with several tangents. */
    private final Map<FunctionName, String> together = new HashMap<>();

    private final DerivativeTypes derivatives;

    /** What runs elementwise operations on tensors. */
    private final Loops loops;

    /** The functions that the class's derivatives are made of. */
    private @Nullable DerivedFunctions derived;

    /**
     * @param sharing the methods whose derivatives the class has as members
     * @param subjects the annotated methods of this compilation
     */
    Plan(List<Subject> sharing, Functions functions, Map<FunctionName.Primal, Subject> subjects) {
        Subject first = sharing.get(0);
        sharing.forEach(s -> taken.addAll(DerivativeNames.ofMethod(s.overload()).all()));
        sharing.forEach(s -> taken.addAll(DerivativeNames.ofOrder(s.order())));
        this.method = first.method();
        this.packageName = first.packageName();
        this.className = first.className();
        this.functions = functions;
        this.headers = functions.headers();
        this.subjects = subjects;
        this.derivatives = new DerivativeTypes(packageName, className, taken);
        this.loops = new Loops(new Type.Struct(packageName, className, List.of()), this::isClass);
    }

    /** Whether a class beside the methods' own has a name. */
    private boolean isClass(String name) {
        return functions.namesakes().isClass(name, method);
    }

    String packageName() {
        return packageName;
    }

    /** What puts operations on tensors into loops of the class. */
    Fusing fusing(Optimisations optimisations) {
        return new Fusing(loops, optimisations.has(Optimisation.REUSE));
    }

    Loops loops() {
        return loops;
    }

    Headers headers() {
        return headers;
    }

    @Nullable
    DerivedFunctions derived() {
        return derived;
    }

    void derived(DerivedFunctions functionsOfThis) {
        this.derived = functionsOfThis;
    }

    Map<FunctionName, Target> targets() {
        return targets;
    }

    Map<FunctionName.Forward, Adjoint> halves() {
        return halves;
    }

    /** The functions both of whose sweeps may run in one method. */
    JoinedSweeps joined(Supplier<JoinedSweeps> maker) {
        JoinedSweeps sweeps = joined == null ? maker.get() : joined;
        joined = sweeps;
        return sweeps;
    }

    /** Helpers that are made already. */
    Map<FunctionName, Function> made() {
        return made;
    }

    /** The method that calls of a function have become calls of. */
    String method(FunctionName name) {
        return Objects.requireNonNull(targets.get(name), name::toString).method();
    }

    /** The next helper to make, or null. */
    @Nullable
    FunctionName next() {
        return wanted.poll();
    }

    /** The names of a helper that {@link #next} gave. */
    DerivativeNames names(FunctionName helper) {
        DerivativeNames names = helpers.get(key(helper));
        if (names == null) {
            int version = 0;
            do {
                names = helper instanceof FunctionName.InPlace
                        ? DerivativeNames.inPlace(headers.word(helper), version++)
                        : DerivativeNames.ofHelper(headers.word(of(helper)), version++);
            } while (!Collections.disjoint(taken, names.all())
                    || names.all().stream().anyMatch(this::isClass));
            taken.addAll(names.all());
            helpers.put(key(helper), names);
        }
        return names;
    }

    /** The function that a name is a derivative of. */
    private static FunctionName of(FunctionName derivative) {
        if (derivative instanceof FunctionName.Tangent tangent) {
            return tangent.of();
        }
        return derivative instanceof FunctionName.Forward forward ? forward.of() : derivative;
    }

    /** Tangent and pullback of one function by the same parameters share their names. */
    private static FunctionName key(FunctionName name) {
        return name instanceof FunctionName.Tangent tangent
                ? new FunctionName.Forward(tangent.of(), tangent.active(), tangent.sharing(), Meanwhile.AT_ONCE)
                : name;
    }

    private @Nullable Subject subject(FunctionName.Primal name) {
        Subject subject = subjects.get(name);
        return subject != null ? subject : functions.fromLibrary(name);
    }

    /** The annotated method whose generated class serves calls of a function, if there is one. */
    private @Nullable Subject homeOf(FunctionName function, SortedSet<Integer> active) {
        if (!(function instanceof FunctionName.Primal name)) {
            return null;
        }
        Subject subject = subject(name);
        boolean serves = subject != null
                && subject.wrt().containsAll(active)
                && (subject.isPublic() || subject.packageName().equals(packageName))
                && (!handsShadows(name) || !takesShadows(name));
        return serves ? subject : null;
    }

    /**
     * The same for a derivative. A member for users changes copies of arrays' directions, unless these are its result,
     * so what is written to them would be lost: methods with arrays get derivatives of this class's own.
     */
    private @Nullable Subject home(FunctionName name, SortedSet<Integer> active) {
        if (!(of(name) instanceof FunctionName.Primal primal)) {
            return null;
        }
        Subject subject = subject(primal);
        boolean same = name instanceof FunctionName.Tangent tangent
                && tangent.sharing().equals(Sharing.NONE)
                && subject != null
                && subject.wrt().equals(active)
                && !functions.takesApart(primal)
                && (headers.result(primal) == Type.Scalar.VOID || !handsShadows(primal))
                && (subject.isPublic() || subject.packageName().equals(packageName));
        return same ? subject : homeOf(primal, active);
    }

    /**
     * Derivatives of what takes or gives arrays are called with shadows, which the members for users don't take, and
     * records are handed on as their leaves.
     */
    private boolean handsShadows(FunctionName.Primal name) {
        boolean hands = headers.result(name) instanceof Type.Array || functions.takesApart(name);
        for (Type.Component parameter : headers.parameters(name)) {
            hands |= parameter.type() instanceof Type.Array;
        }
        return hands;
    }

    @Override
    public SortedSet<Integer> active(FunctionName function, SortedSet<Integer> wantedActive, Sharing sharing) {
        Subject subject = homeOf(function, wantedActive);
        return subject == null ? wantedActive : subject.wrt();
    }

    @Override
    public boolean takesShadows(FunctionName name) {
        return !(name instanceof FunctionName.Primal primal) || functions.fromLibrary(primal) == null;
    }

    @Override
    public List<HandRule> rules(FunctionName.Ruled function) {
        return functions.rules().of(function.of());
    }

    @Override
    public Type result(FunctionName function) {
        return function instanceof FunctionName.Tangents several ? together(several) : headers.result(function);
    }

    /** What a value with several tangents is, if it has any. */
    private Type together(FunctionName.Tangents name) {
        Type value = headers.result(name.of().of());
        return value.carriesDerivative()
                ? new Type.Struct(
                        "",
                        together.computeIfAbsent(name, n -> free(DerivativeNames.capitalised(headers.word(n)))),
                        headers.tangents(name),
                        Type.Form.PARTS)
                : value;
    }

    @Override
    public List<Type.Component> parameters(FunctionName function) {
        return headers.parameters(function);
    }

    @Override
    public Type.Struct tangent(FunctionName.Tangent name) {
        place(name, name.active());
        return placelessTangent(name);
    }

    @Override
    public Type.Struct madeTangent(FunctionName.Tangent name) {
        DerivativeNames helper = helpers.get(key(name));
        Subject subject = subjects.get(name.primal());
        DerivativeNames names =
                helper != null ? helper : DerivativeNames.ofMethod(subject == null ? 0 : subject.overload());
        String type = names.valueAndJvpType();
        return new Type.Struct(packageName, className + "." + type, headers.tangent(name), Type.Form.PARTS);
    }

    /** What a tangent gives, whether or not its place is known by now. */
    Type.Struct placelessTangent(FunctionName.Tangent name) {
        DerivativeNames names = namesOf(name, name.active());
        Type.Struct struct = struct(name, name.active(), names.valueAndJvpType(), headers.tangent(name));
        return new Type.Struct(struct.packageName(), struct.className(), struct.components(), Type.Form.PARTS);
    }

    @Override
    public Type plainTangent(FunctionName.Tangent name, Type result) {
        place(name, name.active());
        return result;
    }

    @Override
    public Type.Struct pullback(FunctionName.Forward name) {
        DerivativeNames names = place(name, name.active());
        Type result = headers.result(name.of());
        List<Type.Component> components = new ArrayList<>();
        for (Type.Component part : Adjoint.parts(result)) {
            components.add(part);
            boolean array = part.type() instanceof Type.Array && part.type().carriesDerivative();
            if (array && takesShadows(name.primal())) {
                components.add(new Type.Component(part.name() + "Bar", part.type()));
            }
        }
        return struct(name, name.active(), names.pullbackType(), components);
    }

    @Override
    public Type gradient(FunctionName.Forward name) {
        List<Type.Component> components = new ArrayList<>();
        for (int i : name.active()) {
            Type.Component component = headers.parameters(name.of()).get(i);
            if (!(component.type() instanceof Type.Array) || !takesShadows(name.of())) {
                components.add(component);
            }
        }
        if (components.isEmpty()) {
            return Type.Scalar.VOID;
        }
        if (components.size() == 1) {
            return components.get(0).type();
        }
        return struct(name, name.active(), namesOf(name, name.active()).gradientType(), components);
    }

    private Type.Struct struct(
            FunctionName function, SortedSet<Integer> active, String type, List<Type.Component> components) {
        Subject subject = home(function, active);
        return subject == null
                ? new Type.Struct(packageName, className + "." + type, components)
                : new Type.Struct(subject.packageName(), subject.className() + "." + type, components);
    }

    private DerivativeNames namesOf(FunctionName name, SortedSet<Integer> active) {
        Subject subject = home(name, active);
        return subject == null ? names(name) : DerivativeNames.ofMethod(subject.overload());
    }

    /** Notes where calls go, and that a helper is wanted if they go nowhere yet. */
    private DerivativeNames place(FunctionName name, SortedSet<Integer> active) {
        DerivativeNames names = namesOf(name, active);
        boolean isVoid = headers.result(of(name)) == Type.Scalar.VOID;
        String tangent = isVoid && home(name, active) != null ? "jvp" : names.valueAndJvp();
        String method = name instanceof FunctionName.Tangent ? tangent : names.pullback();
        Subject subject = home(name, active);
        if (subject != null) {
            boolean here = subject.className().equals(className)
                    && subject.packageName().equals(packageName);
            targets.put(name, new Target(subject.packageName(), here ? "" : subject.className(), method, false));
        } else if (targets.put(name, new Target("", "", method, false)) == null
                && !(name instanceof FunctionName.Forward)) {
            wanted.add(name);
        }
        return names;
    }

    @Override
    public Type.Struct pullback(FunctionName.InPlace name) {
        DerivativeNames names = names(name);
        if (targets.put(name, new Target("", "", names.pullback(), false)) == null) {
            wanted.add(name);
        }
        return new Type.Struct(packageName, className + "." + names.pullbackType(), List.of());
    }

    @Override
    public boolean canMake(FunctionName.Primal name) {
        return functions.fromLibrary(name) == null;
    }

    /** The record of what a helper's backward half gives; null where that is one adjoint or none. */
    Type.@Nullable Struct helperGradient(FunctionName.Forward function) {
        return gradient(function) instanceof Type.Struct struct ? struct : null;
    }

    /** The record of the gradient by several parameters; null for one. */
    Type.@Nullable Struct gradientStruct(Subject subject) {
        List<Type.Component> components = new ArrayList<>();
        List<Functions.Formal> formals = functions.formals(subject.name());
        for (int i : subject.formals()) {
            Type type = functions.type(formals.get(i).type());
            components.add(
                    new Type.Component(NameSupply.ofComponent(formals.get(i).name()), derivatives.of(type)));
        }
        if (components.size() == 1) {
            return null;
        }
        String type = DerivativeNames.ofMethod(subject.overload()).gradientType();
        return new Type.Struct(packageName, className + "." + type, components);
    }

    /** Calls that are left in derivative code, of what no derivative flows through there. */
    void call(FunctionName name) {
        if (name instanceof FunctionName.Primal method) {
            callMethod(method);
        } else if (name instanceof FunctionName.Ruled ruled) {
            target(ruled, ruled.of());
        } else if (name instanceof FunctionName.Tangent tangent) {
            place(tangent, tangent.active());
        } else if (name instanceof FunctionName.Forward half) {
            if (home(half, half.active()) == null && called.add(half)) {
                wanted.add(half);
            }
        } else if (!(name instanceof FunctionName.Backward || name instanceof FunctionName.InPlace)) {
            copy(name);
        }
    }

    /** Calls of a method itself: it is called where generated code can reach it, else a copy is made. */
    private void callMethod(FunctionName.Primal name) {
        if (!functions.takesApart(name) && Enclosing.isReachable(functions.method(name), packageName)) {
            target(name, name);
            return;
        }
        if (functions.isWritten(name, packageName)) {
            String key = Objects.requireNonNull(functions.written(name, packageName));
            String copy = written.computeIfAbsent(key, k -> free(headers.word(name)));
            targets.put(name, new Target("", "", copy, false));
            return;
        }
        copy(name);
    }

    private String free(String word) {
        String method = word;
        for (int version = 2; isClass(method) || !taken.add(method); version++) {
            method = word + version;
        }
        return method;
    }

    /** The methods that stand in the generated class as they do in the source, by their keys. */
    Map<String, String> written() {
        return written;
    }

    /** Calls of a function become calls of a method of the source. */
    private void target(FunctionName function, FunctionName.Primal name) {
        ExecutableElement method = functions.method(name);
        String qualified = name.owner();
        String owner = Enclosing.packageName(method);
        String nested = owner.isEmpty() ? qualified : qualified.substring(owner.length() + 1);
        boolean onReceiver = !method.getModifiers().contains(Modifier.STATIC);
        targets.put(function, new Target(owner, nested, name.method(), onReceiver));
    }

    /** A method of the generated class that is the function itself. */
    private void copy(FunctionName name) {
        if (!targets.containsKey(name)) {
            String copy = free(headers.word(name));
            targets.put(name, new Target("", "", copy, false));
            wanted.add(name);
            if (result(name) instanceof Type.Struct result) {
                parts.add(result);
            }
        }
    }

    /** What derivatives look like where none is asked for by being looked at. */
    Signatures placeless() {
        return new Placeless(this);
    }

    /** What stands for a type where its derivative is given to users. */
    Type derivative(Type type) {
        return derivatives.of(type);
    }

    /** The annotated method, and the methods that the class's functions are made of. */
    Set<ExecutableElement> sources() {
        Set<ExecutableElement> sources = new LinkedHashSet<>(List.of(method));
        Stream<FunctionName.Primal> primals = targets.keySet().stream().map(FunctionName::primal);
        primals.filter(name -> !name.isPiece()).forEach(name -> sources.add(functions.method(name)));
        return sources;
    }

    /** The records that the generated class needs for its own use. */
    Set<Type.Struct> parts() {
        return parts;
    }

    /** The records that the generated class has for the derivatives of records. */
    List<Type.Struct> derivativeRecords() {
        return derivatives.made();
    }
}
