package dev.jacobi.processor.random;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes a program from a seed. */
final class ProgramGenerator {

    private static final List<String> METHODS = List.of(
            "f", "g", "h", "model", "energy", "loss", "value", "pullback", "gradient", "sin", "apply", "h2", "jvp");
    private static final List<Type> PARAMETERS =
            List.of(Type.DOUBLE, Type.DOUBLE, Type.DOUBLE, Type.FLOAT, Type.INT, Type.BOOLEAN, Type.LONG);
    private static final List<Type> RESULTS =
            List.of(Type.DOUBLE, Type.DOUBLE, Type.DOUBLE, Type.DOUBLE, Type.FLOAT, Type.INT, Type.BOOLEAN, Type.VOID);

    private final Dice dice;
    private final Set<Feature> features;
    private final List<Method> methods = new ArrayList<>();
    private final List<Signature> models = new ArrayList<>();

    private ProgramGenerator(long seed, Set<Feature> features) {
        this.dice = new Dice(seed);
        this.features = features;
    }

    static Program program(long seed, Set<Feature> features) {
        boolean nested = features.contains(Feature.NESTED) && new Dice(~seed).chance(0.3);
        ProgramGenerator generator = new ProgramGenerator(seed, nested ? features : without(features));
        boolean model = features.contains(Feature.SUMS) && generator.dice.chance(0.5);
        for (int i = generator.dice.below(model ? 2 : 4); i > 0; i--) {
            Method.Role role = generator.dice.pick(
                    Method.Role.PRIVATE_HELPER,
                    Method.Role.PRIVATE_HELPER,
                    Method.Role.HELPER,
                    Method.Role.DIFFERENTIABLE,
                    Method.Role.DIFFERENTIABLE,
                    Method.Role.CONSTANT_HELPER);
            generator.add(role, generator.dice.between(1, 3));
        }
        if (model) {
            generator.addModel();
        } else {
            generator.add(Method.Role.DIFFERENTIABLE, generator.dice.between(1, 6));
        }
        return new Program(seed, List.copyOf(generator.methods), nested);
    }

    private static Set<Feature> without(Set<Feature> features) {
        return features.stream().filter(f -> f != Feature.NESTED).collect(Collectors.toUnmodifiableSet());
    }

    private void add(Method.Role role, int size) {
        boolean differentiable = role == Method.Role.DIFFERENTIABLE;
        boolean number = differentiable || role == Method.Role.CONSTANT_HELPER;
        Type result = number ? dice.pick(Type.DOUBLE, Type.DOUBLE, Type.FLOAT) : dice.pick(RESULTS);
        if (features.contains(Feature.ARRAY_RESULTS) && role != Method.Role.CONSTANT_HELPER && dice.chance(0.25)) {
            result = dice.pick(Type.DOUBLES, Type.DOUBLES, Type.FLOATS);
        }
        boolean records = features.contains(Feature.RECORDS) && role != Method.Role.CONSTANT_HELPER;
        if (records && dice.chance(number ? 0.08 : 0.2)) {
            result = dice.pick(Type.PAIR, Type.PAIR, Type.TAGGED, recordsIn(Type.PAIR));
        }
        if (features.contains(Feature.FUNCTIONS) && !number && dice.chance(0.12)) {
            result = Type.FUNCTION;
        }
        Scope scope = Scope.ofMethod();
        List<Method.Parameter> parameters = parameters(role, scope);
        result = differentiable && features.contains(Feature.VOIDS) && hasArray(parameters) && dice.chance(0.3)
                ? Type.VOID
                : result;
        boolean recursive =
                features.contains(Feature.RECURSION) && role != Method.Role.CONSTANT_HELPER && dice.chance(0.15);
        if (recursive) {
            Variable left = new Variable(scope.fresh(dice), Type.INT);
            scope.add(left, false);
            parameters.add(new Method.Parameter(left, false));
        }
        List<Type> types = parameters.stream().map(p -> p.variable().type()).toList();
        boolean instance =
                features.contains(Feature.INSTANCES) && role != Method.Role.CONSTANT_HELPER && dice.chance(0.35);
        Type last = types.get(types.size() - 1);
        boolean variable = last.isArray() && !last.element().isArray() && last != Type.INTS && dice.chance(0.3);
        String name = name(types, differentiable, variable);
        Signature signature = new Signature(name, types, result, instance, variable);
        List<Signature> callable = new ArrayList<>(methods.stream()
                .map(Method::signature)
                .filter(s -> instance || !s.instance())
                .toList());
        Optional<Recursion> recursion = recursive
                ? Optional.of(new Recursion(
                        signature, parameters.get(parameters.size() - 1).variable()))
                : Optional.empty();
        Workshop ending =
                new Workshop(dice, features, List.copyOf(callable), models, result, instance, Optional.empty());
        if (recursive) {
            // Twice, so that it isn't rare.
            callable.addAll(List.of(signature, signature));
        }
        Workshop shop = new Workshop(dice, features, callable, models, result, instance, recursion);
        List<Statement> body = new ArrayList<>();
        recursion.ifPresent(r -> body.add(r.end(ending.statements.giveBack(scope))));
        body.addAll(shop.statements.returningBody(size, scope));
        Method method = new Method(signature, role, parameters, List.of(), body);
        methods.add(differentiable && dice.chance(0.3) ? withSubset(method) : method);
    }

    /** A method that sums over rows, with those that it calls. */
    private void addModel() {
        for (int i = dice.pick(0, 1, 1, 2); i > 0; i--) {
            boolean single = dice.chance(0.15);
            Type row = single ? Type.FLOATS : Type.DOUBLES;
            Type other = single || dice.chance(0.6) ? row : Type.DOUBLE_ROWS;
            List<Type> types = new ArrayList<>(dice.chance(0.85) ? List.of(row, other) : List.of(row));
            types.addAll(numbers(Type.DOUBLE, dice.pick(0, 0, 1, 2)));
            Method model = model(dice.pick(Method.Role.PRIVATE_HELPER, Method.Role.HELPER), types, Type.DOUBLE, false);
            methods.add(model);
            models.add(model.signature());
        }
        if (!features.contains(Feature.NESTED) && dice.chance(0.4)) {
            methods.add(meeting(dice.pick(Type.DOUBLES, Type.DOUBLES, Type.DOUBLES, Type.FLOATS)));
        }
        boolean vector = dice.chance(0.25);
        List<Type> types = new ArrayList<>(
                vector
                        ? List.of(Type.DOUBLES)
                        : List.of(dice.pick(Type.DOUBLE_ROWS, Type.DOUBLE_ROWS, Type.FLOAT_ROWS), Type.DOUBLES));
        types.addAll(
                vector ? List.of() : dice.pick(List.of(), List.of(Type.DOUBLES), List.of(Type.FLOATS, Type.BOOLEAN)));
        types.addAll(numbers(Type.DOUBLE, vector ? 0 : dice.below(5)));
        Type result = dice.chance(vector ? 0.6 : 0.1)
                ? Type.DOUBLES
                : dice.pick(Type.DOUBLE, Type.DOUBLE, Type.DOUBLE, Type.FLOAT);
        Method method = model(Method.Role.DIFFERENTIABLE, types, result, true);
        methods.add(!vector && dice.chance(0.2) ? withSubset(method) : method);
    }

    /** A method that brings elements of one array into another. */
    private Method meeting(Type row) {
        List<Type> types = MeetingGenerator.parameters(row);
        Scope scope = Scope.ofMethod();
        List<Method.Parameter> parameters = declared(types, scope);
        Signature signature = new Signature(name(types, false, false), types, Type.VOID, false, false);
        Workshop shop = new Workshop(dice, features, List.of(), List.of(), Type.VOID, false, Optional.empty());
        List<Variable> variables =
                parameters.stream().map(Method.Parameter::variable).toList();
        List<Statement> body = shop.meetings.body(variables, scope.inner());
        Method.Role role = dice.pick(Method.Role.PRIVATE_HELPER, Method.Role.HELPER);
        return new Method(signature, role, parameters, List.of(), body);
    }

    private List<Method.Parameter> declared(List<Type> types, Scope scope) {
        List<Method.Parameter> parameters = new ArrayList<>();
        for (Type type : types) {
            Variable variable = new Variable(scope.fresh(dice), type);
            scope.add(variable, true);
            parameters.add(new Method.Parameter(variable, false));
        }
        return parameters;
    }

    private static List<Type> numbers(Type type, int count) {
        return Collections.nCopies(count, type);
    }

    /** @param mixed whether there may be statements of any kind between the sums */
    private Method model(Method.Role role, List<Type> types, Type result, boolean mixed) {
        Scope scope = Scope.ofMethod();
        List<Method.Parameter> parameters = declared(types, scope);
        String name = name(types, role == Method.Role.DIFFERENTIABLE, false);
        Signature signature = new Signature(name, types, result, false, false);
        List<Signature> callable = methods.stream()
                .map(Method::signature)
                .filter(s -> !s.instance())
                .toList();
        Workshop shop = new Workshop(dice, features, callable, List.copyOf(models), result, false, Optional.empty());
        List<Statement> body = new ArrayList<>();
        Scope inner = scope.inner();
        if (mixed && dice.chance(0.3)) {
            shop.statements.statement(1, inner, body);
        }
        if (!Reach.completes(body)) {
            body.clear();
            inner = scope.inner();
        }
        if (mixed) {
            shop.meetings.statement(inner, body);
        }
        body.addAll(mixed ? shop.sums.body(inner) : shop.sums.ofRow(inner));
        return new Method(signature, role, parameters, List.of(), body);
    }

    /** One whose numbers are differentiated. */
    private static boolean hasArray(List<Method.Parameter> parameters) {
        return parameters.stream()
                .anyMatch(p -> !p.constant()
                        && p.variable().type().isArray()
                        && p.variable().type().carriesDerivative());
    }

    private List<Method.Parameter> parameters(Method.Role role, Scope scope) {
        boolean differentiable = role == Method.Role.DIFFERENTIABLE;
        List<Method.Parameter> parameters = new ArrayList<>();
        for (int i = dice.between(1, 4); i > 0; i--) {
            boolean first = parameters.isEmpty() && differentiable;
            Type type = first ? dice.pick(Type.DOUBLE, Type.DOUBLE, Type.FLOAT) : dice.pick(PARAMETERS);
            Type wider = role == Method.Role.CONSTANT_HELPER ? type : extended(type, role, first);
            Variable variable = new Variable(scope.fresh(dice), wider);
            boolean constant = !first && wider.carriesDerivative() && dice.chance(0.08);
            if (constant && wider.isArray()) {
                scope.addHeld(variable);
            } else {
                scope.add(variable, wider != Type.FUNCTION);
            }
            parameters.add(new Method.Parameter(variable, constant));
        }
        return parameters;
    }

    /** An array of records, if there are arrays. */
    private Type recordsIn(Type otherwise) {
        return features.contains(Feature.ARRAYS) ? Type.PAIRS : otherwise;
    }

    /** Now and then a type that only some features have. */
    private Type extended(Type type, Method.Role role, boolean first) {
        if (features.contains(Feature.RECORDS) && dice.chance(0.13)) {
            return dice.pick(Type.PAIR, Type.PAIR, Type.TAGGED, recordsIn(Type.PAIR));
        }
        if (features.contains(Feature.FUNCTIONS) && role != Method.Role.DIFFERENTIABLE && dice.chance(0.15)) {
            return Type.FUNCTION;
        }
        if (features.contains(Feature.SWITCH) && !first && dice.chance(0.1)) {
            return dice.pick(Type.STRING, Type.MODE);
        }
        if (!features.contains(Feature.ARRAYS) || dice.chance(0.4)) {
            return type;
        }
        boolean rows = features.contains(Feature.ROWS) && dice.chance(0.25);
        return rows
                ? dice.pick(Type.DOUBLE_ROWS, Type.DOUBLE_ROWS, Type.FLOAT_ROWS)
                : dice.pick(Type.DOUBLES, Type.DOUBLES, Type.DOUBLES, Type.FLOATS, first ? Type.DOUBLES : Type.INTS);
    }

    /**
     * One that no method of these parameters has, and none where it has any number of them; differentiable ones
     * generate classes, and share none.
     */
    private String name(List<Type> parameters, boolean differentiable, boolean variable) {
        while (true) {
            String name = dice.pick(METHODS);
            boolean taken = methods.stream()
                    .filter(m -> m.name().equals(name))
                    .anyMatch(m -> variable
                            || m.signature().variable()
                            || m.signature().parameters().equals(parameters)
                            || differentiable && m.isDifferentiable());
            if (!taken) {
                return name;
            }
        }
    }

    private Method withSubset(Method method) {
        List<String> names = method.active().stream()
                .map(i -> method.parameters().get(i).variable().name())
                .filter(n -> dice.chance(0.5))
                .toList();
        Method subset = new Method(method.signature(), method.role(), method.parameters(), names, method.body());
        List<Method.Parameter> left =
                subset.active().stream().map(method.parameters()::get).toList();
        return method.signature().result() == Type.VOID && !hasArray(left) ? method : subset;
    }
}
