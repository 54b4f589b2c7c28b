package dev.jacobi.processor.frontend;

import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.IndexSets;
import dev.jacobi.processor.ir.Leaves;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.PartNames;
import dev.jacobi.processor.ir.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/** What functions take and give: methods of the source, and derivatives that are differentiated again. */
public final class Headers {

    private final Functions functions;
    private final Map<FunctionName, String> structs = new HashMap<>();

    Headers(Functions functions) {
        this.functions = functions;
    }

    /** The parameters' types, and names that components of a record may have. */
    public List<Type.Component> parameters(FunctionName function) {
        if (function instanceof FunctionName.Tangent tangent) {
            return withDots(tangent.of(), tangent.active());
        }
        if (function instanceof FunctionName.Jvp jvp) {
            return withDots(jvp.of(), jvp.active());
        }
        if (function instanceof FunctionName.Weighted weighted) {
            return withSeeds(weighted.of());
        }
        if (function instanceof FunctionName.Gradient gradient) {
            return parameters(gradient.of());
        }
        if (function instanceof FunctionName.Sparsity sparsity) {
            return withSets(sparsity);
        }
        if (function instanceof FunctionName.FixedPoint point) {
            List<Type.Component> all = new ArrayList<>(states(point, "First"));
            all.addAll(parameters(point.of()));
            return Leaves.distinct(all);
        }
        if (function instanceof FunctionName.Converged converged) {
            return parameters(converged.of().of());
        }
        if (function instanceof FunctionName.Transposed transposed) {
            List<Type.Component> all =
                    new ArrayList<>(parameters(transposed.of().of()));
            all.addAll(states(transposed.of(), "Seed"));
            return Leaves.distinct(all);
        }
        if (function instanceof FunctionName.Tangents tangents) {
            FunctionName.Tangent one = tangents.of();
            int directions = one.active().size();
            return inLanes(withDots(one.of(), one.active()), directions);
        }
        if (function instanceof FunctionName.Batch batch) {
            List<Type.Component> one = parameters(batch.of());
            List<Type.Component> all = new ArrayList<>(one);
            for (int call = 1; call < FunctionName.Batch.COUNT; call++) {
                for (int i : batch.varying()) {
                    all.add(new Type.Component(
                            FunctionName.inLane(one.get(i).name(), call),
                            one.get(i).type()));
                }
            }
            return Leaves.distinct(all);
        }
        List<Type.Component> components = new ArrayList<>();
        for (Functions.Leaf leaf : functions.leaves(function.primal())) {
            components.add(new Type.Component(NameSupply.ofComponent(leaf.name()), leaf.type()));
        }
        return components;
    }

    /** The variables that a fixed point is one of, named with a word behind. */
    private List<Type.Component> states(FunctionName.FixedPoint point, String word) {
        List<Type.Component> all = parameters(point.of());
        List<Type.Component> states = new ArrayList<>();
        for (int i : point.states()) {
            states.add(new Type.Component(all.get(i).name() + word, all.get(i).type()));
        }
        return states;
    }

    private List<Type.Component> withDots(FunctionName of, SortedSet<Integer> active) {
        List<Type.Component> primal = parameters(of);
        List<Type.Component> all = new ArrayList<>(primal);
        for (int i : active) {
            all.add(new Type.Component(
                    primal.get(i).name() + "Dot", primal.get(i).type()));
        }
        return Leaves.distinct(all);
    }

    /** The last few once for each lane, the others as they are. */
    private static List<Type.Component> inLanes(List<Type.Component> all, int last) {
        int shared = all.size() - last;
        List<Type.Component> several = new ArrayList<>(all.subList(0, shared));
        for (Type.Component one : all.subList(shared, all.size())) {
            for (int lane = 0; lane < FunctionName.Lanes.COUNT; lane++) {
                several.add(new Type.Component(FunctionName.inLane(one.name(), lane), one.type()));
            }
        }
        return Leaves.distinct(several);
    }

    private List<Type.Component> withSets(FunctionName.Sparsity sparsity) {
        List<Type.Component> primal = parameters(sparsity.of());
        List<Type.Component> all = new ArrayList<>(primal);
        for (int i : sparsity.active()) {
            all.add(new Type.Component(
                    primal.get(i).name() + "On", IndexSets.of(primal.get(i).type())));
        }
        if (sparsity.curved()) {
            all.add(new Type.Component("pairs", IndexSets.PAIRS));
        }
        return Leaves.distinct(all);
    }

    private List<Type.Component> withSeeds(FunctionName of) {
        List<Type.Component> all = new ArrayList<>(parameters(of));
        Type result = result(of);
        for (Type.Component part : parts("seed", result)) {
            boolean named = result instanceof Type.Struct;
            all.add(new Type.Component(named ? Leaves.joined("seed", part.name()) : part.name(), part.type()));
        }
        return Leaves.distinct(all);
    }

    /** What a function gives: of a record its parts, and so of several values. */
    public Type result(FunctionName function) {
        if (function instanceof FunctionName.Tangent tangent) {
            Type of = result(tangent.of());
            return of.carriesDerivative() ? struct(function, tangent(tangent)) : of;
        }
        if (function instanceof FunctionName.Jvp jvp) {
            return together(function, parts("jvp", result(jvp.of())));
        }
        if (function instanceof FunctionName.Weighted weighted) {
            return number(parts("value", result(weighted.of())));
        }
        if (function instanceof FunctionName.Gradient gradient) {
            List<Type.Component> all = parameters(gradient.of());
            List<Type.Component> bars = new ArrayList<>();
            gradient.active().forEach(i -> bars.add(all.get(i)));
            return together(function, Leaves.sideBySide(bars));
        }
        if (function instanceof FunctionName.Sparsity sparsity) {
            Type of = result(sparsity.of());
            return of.carriesDerivative() ? struct(function, valuesAndSets(of)) : of;
        }
        if (function instanceof FunctionName.Pattern) {
            return Type.Scalar.VOID;
        }
        if (function instanceof FunctionName.Lanes lanes) {
            return new Type.Array(result(lanes.of()));
        }
        if (function instanceof FunctionName.Tangents) {
            throw new IllegalStateException("only the class that has " + function + " knows what its record is called");
        }
        if (function instanceof FunctionName.FixedPoint point) {
            return together(function, states(point, ""));
        }
        if (function instanceof FunctionName.Converged converged) {
            return together(function, states(converged.of(), ""));
        }
        if (function instanceof FunctionName.Transposed transposed) {
            List<Type.Component> bars = new ArrayList<>(states(transposed.of(), "First"));
            List<Type.Component> all = parameters(transposed.of().of());
            transposed.active().forEach(i -> bars.add(all.get(i)));
            return together(function, Leaves.distinct(bars));
        }
        if (function instanceof FunctionName.Joined joined) {
            return part(result(joined.of().of()), joined.part());
        }
        if (function instanceof FunctionName.Batch batch) {
            List<Type.Component> results = new ArrayList<>();
            for (int call = 0; call < FunctionName.Batch.COUNT; call++) {
                results.add(new Type.Component(FunctionName.inLane("value", call), result(batch.of())));
            }
            return struct(function, results);
        }
        Type piece = functions.pieces().result(function.primal());
        if (piece != null) {
            return piece;
        }
        Type type = functions.type(functions.method(function.primal()).getReturnType());
        return Leaves.isRecord(type) ? Leaves.parts(type) : type;
    }

    /** A part of a record, or the whole of anything else. */
    private static Type part(Type result, String name) {
        for (Type.Component part :
                result instanceof Type.Struct struct ? struct.components() : List.<Type.Component>of()) {
            if (part.name().equals(name)) {
                return part.type();
            }
        }
        return result;
    }

    /** What a function gives, and for each part that carries derivatives what it depends on. */
    private static List<Type.Component> valuesAndSets(Type result) {
        boolean several = result instanceof Type.Struct;
        List<Type.Component> components = new ArrayList<>(
                several ? ((Type.Struct) result).components() : List.of(new Type.Component("value", result)));
        for (Type.Component part : parts("value", result)) {
            String name = result instanceof Type.Struct struct ? Leaves.on(struct, part.name()) : "valueOn";
            components.add(new Type.Component(name, IndexSets.of(part.type())));
        }
        return components;
    }

    /** Of what a function gives, that which carries derivatives. */
    private static List<Type.Component> parts(String name, Type result) {
        List<Type.Component> parts = new ArrayList<>();
        List<Type.Component> all =
                result instanceof Type.Struct struct ? struct.components() : List.of(new Type.Component(name, result));
        for (Type.Component part : all) {
            if (part.type().carriesDerivative()) {
                parts.add(part);
            }
        }
        return parts;
    }

    /** Numbers of one precision, or else doubles. */
    private static Type number(List<Type.Component> parts) {
        Type number = null;
        for (Type.Component part : parts) {
            Type element = part.type().innermost();
            number = number == null || number.equals(element) ? element : Type.Scalar.DOUBLE;
        }
        return number == null ? Type.Scalar.DOUBLE : number;
    }

    private Type together(FunctionName function, List<Type.Component> parts) {
        return parts.size() == 1 ? parts.get(0).type() : struct(function, parts);
    }

    /** The record of several values: no two functions share one. */
    Type.Struct struct(FunctionName function, List<Type.Component> components) {
        String name =
                structs.computeIfAbsent(function, f -> PartNames.first(Leaves.capitalised(word(f)), structs.size()));
        return new Type.Struct("", name, components, Type.Form.PARTS);
    }

    /** What value and tangent together consist of. */
    public List<Type.Component> tangent(FunctionName.Tangent name) {
        Type result = result(name.of());
        List<Type.Component> components = new ArrayList<>();
        if (!(result instanceof Type.Struct parts)) {
            components.add(new Type.Component("value", result));
            components.add(new Type.Component("jvp", result));
            return components;
        }
        components.addAll(parts.components());
        for (Type.Component part : parts.components()) {
            if (part.type().carriesDerivative()) {
                components.add(new Type.Component(Leaves.dot(parts, part.name()), part.type()));
            }
        }
        return components;
    }

    /** The same of value and tangents along several directions. */
    public List<Type.Component> tangents(FunctionName.Tangents name) {
        return inLanes(
                tangent(name.of()), parts("value", result(name.of().of())).size());
    }

    /** A word for a function, which its members' names begin with: {@code drag}, {@code dragJvp}. */
    public String word(FunctionName function) {
        if (function instanceof FunctionName.Primal primal) {
            return primal.method();
        }
        if (function instanceof FunctionName.Ruled ruled) {
            return word(ruled.of());
        }
        if (function instanceof FunctionName.Tangent tangent) {
            return word(tangent.of()) + "AndJvp";
        }
        if (function instanceof FunctionName.Jvp jvp) {
            return word(jvp.of()) + "Jvp";
        }
        if (function instanceof FunctionName.Weighted weighted) {
            return word(weighted.of()) + "Weighted";
        }
        if (function instanceof FunctionName.Gradient gradient) {
            return word(gradient.of()) + "Gradient";
        }
        if (function instanceof FunctionName.Sparsity sparsity) {
            return word(sparsity.of()) + (sparsity.curved() ? "Curvature" : "Sparsity");
        }
        if (function instanceof FunctionName.Pattern pattern) {
            return word(pattern.of().of()) + "Pattern";
        }
        if (function instanceof FunctionName.Lanes lanes) {
            return word(lanes.of()) + "s";
        }
        if (function instanceof FunctionName.Tangents tangents) {
            return word(tangents.of()) + "s";
        }
        if (function instanceof FunctionName.Batch batch) {
            return word(batch.of()) + "Batch";
        }
        if (function instanceof FunctionName.FixedPoint point) {
            return word(point.of()) + "FixedPoint";
        }
        if (function instanceof FunctionName.Converged converged) {
            return word(converged.of().of()) + "Converged";
        }
        if (function instanceof FunctionName.Transposed transposed) {
            return word(transposed.of().of()) + "Transposed";
        }
        if (function instanceof FunctionName.Forward forward) {
            return word(forward.of());
        }
        if (function instanceof FunctionName.Backward backward) {
            return word(backward.of());
        }
        if (function instanceof FunctionName.Joined joined) {
            return word(joined.of()) + (joined.inPlace() ? "WithAdjointInPlace" : "WithAdjoint");
        }
        return word(((FunctionName.InPlace) function).of());
    }
}
