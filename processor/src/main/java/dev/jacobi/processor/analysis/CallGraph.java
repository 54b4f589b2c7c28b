package dev.jacobi.processor.analysis;

import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.Sharing;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import dev.jacobi.processor.rules.Partials;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What each called function does, seen from outside. Recursion is solved as a least fixed point: a function that is
 * being analysed counts as doing nothing until it is known better.
 */
public final class CallGraph {

    private static final int NOTHING_OPEN = Integer.MAX_VALUE;

    /** The bodies of the functions that are called. */
    public interface Bodies {
        /** Null where the body can't be had: the result then depends on every parameter that may carry derivatives. */
        @Nullable
        Function body(FunctionName name);

        /** The body for whoever only looks at what it does: that of a method, too, which names private fields. */
        @Nullable
        Function looked(FunctionName name);

        /** Whether the source of a function is in this compilation, be it read or not. */
        boolean isHere(FunctionName name);

        /** The parameters that carry derivatives. */
        Set<Integer> differentiable(FunctionName name);

        /** The parameters that are objects, which may have been made of numbers. */
        Set<Integer> objects(FunctionName name);

        /** The arrays that a function may change whose code is here, but can't be read. */
        Set<Integer> changed(FunctionName name);

        /** What a function takes. */
        List<Type.Component> parameters(FunctionName name);

        /** What it gives. */
        Type result(FunctionName name);
    }

    /** (Equality is written out because a record's own is slow to link in a cold start.) */
    private record Key(FunctionName name, Sharing sharing) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && name.equals(that.name) && sharing.equals(that.sharing);
        }

        @Override
        public int hashCode() {
            return 31 * name.hashCode() + sharing.hashCode();
        }
    }

    private final Bodies bodies;
    private final Partials partials;
    private final Map<Key, Summary> known = new HashMap<>();

    /** The functions that are being analysed, each with the number of those around it. */
    private final Map<Key, Integer> open = new HashMap<>();

    /** Those of them that were asked for, so that something rests on what was known then. */
    private final Set<Key> asked = new HashSet<>();

    /** What was found and rests on a function that is still open, in order, with the outermost such. */
    private final List<Key> provisional = new ArrayList<>();

    private final Map<Key, Integer> foundations = new HashMap<>();

    /** The outermost open function that what is being found rests on. */
    private int restsOn = NOTHING_OPEN;

    public CallGraph(Bodies bodies, Partials partials) {
        this.bodies = bodies;
        this.partials = partials;
    }

    /** A function's own code, calls of small functions included; null where it is not to be had. */
    public @Nullable Function body(FunctionName name) {
        return bodies.body(name);
    }

    /** The indices of the parameters that the result depends on. */
    public Set<Integer> resultDependsOn(FunctionName name) {
        return summary(name, Sharing.NONE).result();
    }

    /** What a call of a function does whose arguments share arrays so. */
    public Summary summary(FunctionName name, Sharing sharing) {
        Key key = new Key(name, sharing);
        Summary summary = known.get(key);
        if (summary == null) {
            return solve(key);
        }
        Integer depth = open.get(key);
        if (depth != null) {
            asked.add(key);
            restsOn = Math.min(restsOn, depth);
        }
        restsOn = Math.min(restsOn, foundations.getOrDefault(key, NOTHING_OPEN));
        return summary;
    }

    private Summary solve(Key key) {
        if (key.name() instanceof FunctionName.Gradient) {
            Summary pure = Summary.pure(bodies.differentiable(key.name()));
            known.put(key, pure);
            return pure;
        }
        if (key.name() instanceof FunctionName.FixedPoint point) {
            Summary pure = Summary.pure(sources(point));
            known.put(key, pure);
            return pure;
        }
        if (key.name() instanceof FunctionName.Converged || key.name() instanceof FunctionName.Transposed) {
            return Summary.pure(Set.of()); // what they give counts as constant: a fixed point is made of it
        }
        Function function = bodies.body(key.name());
        if (function == null) {
            Set<Integer> numbers = bodies.differentiable(key.name());
            Set<Integer> objects = bodies.objects(key.name());
            Summary all = key.name() instanceof FunctionName.Ruled
                    ? Summary.ruled(numbers, objects)
                    : bodies.isHere(key.name())
                            ? unread(key.name(), numbers, objects)
                            : Summary.unknown(numbers, objects);
            known.put(key, all);
            return all;
        }
        return iterate(key, function);
    }

    private Summary unread(FunctionName name, Set<Integer> numbers, Set<Integer> objects) {
        List<Type> types =
                bodies.parameters(name).stream().map(Type.Component::type).toList();
        return Summary.unread(numbers, objects, bodies.changed(name), types, bodies.result(name));
    }

    private Summary iterate(Key key, Function function) {
        int depth = open.size();
        int outside = restsOn;
        int mark = provisional.size();
        open.put(key, depth);
        Summary before = Summary.NOTHING;
        while (true) {
            known.put(key, before);
            restsOn = NOTHING_OPEN;
            asked.remove(key);
            Summary now = summarised(function, key.sharing());
            if (!asked.contains(key) || now.equals(before)) {
                known.put(key, now);
                break;
            }
            // What was found meanwhile rests on too little being known of this function.
            List<Key> stale = provisional.subList(mark, provisional.size());
            stale.forEach(known::remove);
            stale.forEach(foundations::remove);
            stale.clear();
            before = now;
        }
        open.remove(key);
        settle(key, depth, mark);
        restsOn = Math.min(outside, restsOn);
        return known.getOrDefault(key, Summary.NOTHING);
    }

    /** What has been found of this function, and on the way to it, holds for good unless it rests on one still open. */
    private void settle(Key key, int depth, int mark) {
        if (restsOn < depth) {
            provisional.add(key);
            provisional.subList(mark, provisional.size()).forEach(found -> foundations.put(found, restsOn));
        } else {
            List<Key> settled = provisional.subList(mark, provisional.size());
            settled.forEach(foundations::remove);
            settled.clear();
            restsOn = NOTHING_OPEN;
        }
    }

    /** A fixed point depends on what its iteration does, and on what the loop began with, not on how it went on. */
    private Set<Integer> sources(FunctionName.FixedPoint point) {
        Set<Integer> sources = new TreeSet<>();
        for (int i = 0; i < point.states().size(); i++) {
            sources.add(i);
        }
        for (int parameter : summary(point.of(), Sharing.NONE).result()) {
            if (!point.states().contains(parameter)) {
                sources.add(point.place(parameter));
            }
        }
        return sources;
    }

    private Summary summarised(Function function, Sharing sharing) {
        Dependence dependence = dependence(function, sharing);
        Memory memory = dependence.memory();
        Map<Integer, Set<Integer>> contents = new TreeMap<>();
        Set<Integer> writes = new TreeSet<>();
        Set<Integer> movesRows = new TreeSet<>();
        Set<Integer> resultIs = new TreeSet<>();
        Map<Var, Set<Integer>> regions = new HashMap<>();
        for (int i = 0; i < function.parameters().size(); i++) {
            Var parameter = function.parameters().get(i);
            if (!Memory.isArray(parameter.type())) {
                continue;
            }
            Var region = memory.region(parameter);
            regions.computeIfAbsent(region, r -> new TreeSet<>()).add(i);
            if (memory.isWritten(region)) {
                writes.add(i);
                contents.put(i, new TreeSet<>(dependence.of(parameter)));
            }
            if (memory.movesRows(region)) {
                movesRows.add(i);
                contents.put(i, new TreeSet<>(dependence.of(parameter)));
            }
            if (region.equals(memory.result())) {
                resultIs.add(i);
            }
        }
        List<Set<Integer>> joined = new ArrayList<>();
        regions.values().stream().filter(r -> isNew(r, sharing)).forEach(joined::add);
        joined.sort((a, b) -> a.toString().compareTo(b.toString()));
        Set<Integer> result = function.result() == null ? Set.of() : new TreeSet<>(dependence.of(function.result()));
        return new Summary(
                result,
                contents,
                writes,
                movesRows,
                resultIs,
                resultIsOld(function, memory),
                memory.result() != null && memory.isElsewhere(memory.result()),
                dependence.kept(),
                dependence.asks(function),
                joined);
    }

    /** Whether parameters may share an array behind a call that may not have done so before. */
    private static boolean isNew(Set<Integer> parameters, Sharing sharing) {
        return parameters.stream().map(sharing::representative).distinct().count() > 1;
    }

    /** Of what it gets from others a function is taken to give anything. */
    private boolean resultIsOld(Function function, Memory memory) {
        if (function.result() == null || !Memory.namesArrays(function.result().type())) {
            return false;
        }
        Var result = memory.result();
        List<Expr.Call> all = Walk.calls(function.body());
        return result != null && memory.isElsewhere(result)
                || memory.givesOldArrays(function.result())
                || all.stream().anyMatch(memory::givesOldArrays);
    }

    /** What a method does that is called as it is, where its source tells; null where it doesn't. */
    @Nullable
    Summary source(Expr.Apply call) {
        FunctionName.Primal source = call.primitive().source();
        if (source == null || !bodies.isHere(source)) {
            return null;
        }
        Function function = bodies.body(source);
        boolean alike = function != null
                && function.parameters().size() == call.operands().size();
        return alike
                ? summary(source, Sharing.NONE)
                : Summary.unread(all(call), Set.of(), Set.of(), List.of(), Type.Scalar.VOID);
    }

    private static Set<Integer> all(Expr.Apply call) {
        Set<Integer> all = new TreeSet<>();
        for (int i = 0; i < call.operands().size(); i++) {
            all.add(i);
        }
        return all;
    }

    /** The dependence of a function's variables on its parameters. */
    public Dependence dependence(Function function, Sharing sharing) {
        return Dependence.of(function, sharing, partials, this);
    }
}
