package dev.jacobi.processor.shapes;

import dev.jacobi.processor.ir.FunctionName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a function's {@code @Shape}s say, seen by whoever calls it: each name stands for what the arguments make it. */
final class Promises {

    private final List<Declared.@Nullable Mark> parameters;
    private final Declared.@Nullable Mark result;
    private final Map<String, Dim> names = new HashMap<>();
    private final Map<String, String> owners = new HashMap<>();

    /**
     * An argument that isn't what its {@code @Shape} says.
     *
     * @param why what is wrong where it isn't just another shape; empty there
     * @param isByNames whether two names were all that was wrong
     */
    record Broken(int argument, Declared.Mark mark, String why, boolean isByNames) {}

    Promises(Declared declared, FunctionName.Primal function) {
        this.parameters = declared.parameters(function);
        this.result = declared.result(function);
    }

    static @Nullable Extents shape(Declared.@Nullable Mark mark) {
        return mark == null || !mark.isTensor()
                ? null
                : ShapeText.read(mark.text()).shape();
    }

    private Declared.@Nullable Mark mark(int parameter) {
        return parameter < parameters.size() ? parameters.get(parameter) : null;
    }

    /** Learns what the names stand for; the arguments that don't fit. */
    List<Broken> bind(List<Value> arguments, boolean namesCount) {
        List<Broken> broken = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            Declared.Mark mark = mark(i);
            Extents promised = shape(mark);
            if (mark != null && promised != null && arguments.get(i) instanceof Value.Shaped given) {
                if (Extents.differ(promised, given.extents())) {
                    broken.add(new Broken(i, mark, "", false));
                } else {
                    bind(promised, given.extents(), i, mark, namesCount, broken);
                }
            }
        }
        return broken;
    }

    private void bind(
            Extents promised,
            Extents given,
            int argument,
            Declared.Mark mark,
            boolean namesCount,
            List<Broken> broken) {
        for (int i = 1; i <= Math.min(promised.count(), given.count()); i++) {
            if (!(promised.back(i) instanceof Dim.Named name)) {
                continue;
            }
            Dim here = given.back(i);
            Dim before = names.getOrDefault(name.name(), Dim.unknown());
            boolean twoNames = Dim.areTwoNames(before, here);
            if (Dim.differ(before, here) || namesCount && twoNames) {
                String why = name + " is " + before + " in " + owners.get(name.name()) + " and " + here + " here";
                broken.add(new Broken(argument, mark, why, twoNames));
                return;
            }
            if (before instanceof Dim.Unknown) {
                owners.put(name.name(), mark.of());
            }
            names.put(name.name(), Dim.meet(before, here));
        }
    }

    /** A parameter's shape: what was given, and what is promised of it. */
    Value argument(int parameter, Value given) {
        Extents promised = shape(mark(parameter));
        return promised == null ? given : given(given, substituted(promised));
    }

    /** The same of the result; its source is the call where nothing is known otherwise. */
    Value result(Value computed, Source call) {
        Extents promised = shape(result);
        if (promised == null) {
            return computed;
        }
        return computed instanceof Value.Shaped
                ? given(computed, substituted(promised))
                : new Value.Shaped(substituted(promised), call);
    }

    private static Value given(Value value, Extents promised) {
        if (!(value instanceof Value.Shaped shaped)) {
            return value;
        }
        return Extents.differ(shaped.extents(), promised)
                ? value
                : new Value.Shaped(Extents.meet(shaped.extents(), promised), shaped.source());
    }

    private Extents substituted(Extents promised) {
        List<Dim> dims = new ArrayList<>();
        for (Dim dim : promised.dims()) {
            dims.add(dim instanceof Dim.Named name ? names.getOrDefault(name.name(), Dim.unknown()) : dim);
        }
        return new Extents(promised.open(), dims);
    }
}
