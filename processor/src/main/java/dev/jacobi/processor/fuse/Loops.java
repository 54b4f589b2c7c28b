package dev.jacobi.processor.fuse;

import dev.jacobi.processor.ir.Structure;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The loops of one generated class: alike ones are one. */
public final class Loops {

    private final Type.Struct enclosing;
    private final Map<List<Object>, Type.Struct> known = new HashMap<>();
    private final Map<Type.Struct, FusedLoop> loops = new LinkedHashMap<>();
    private final Predicate<String> taken;
    private int number;

    /**
     * @param enclosing the generated class
     * @param taken the names of classes that methods may mention, which a class inside would hide
     */
    public Loops(Type.Struct enclosing, Predicate<String> taken) {
        this.enclosing = enclosing;
        this.taken = taken;
    }

    /** Loops of a method that is not yet finished. */
    Loops drafts() {
        return new Loops(enclosing, taken);
    }

    /** The class of a loop. */
    Type.Struct add(FusedLoop loop) {
        return known.computeIfAbsent(work(loop), key -> {
            do {
                number++;
            } while (taken.test("Loop" + number));
            String name = enclosing.className() + ".Loop" + number;
            Type.Struct type = new Type.Struct(enclosing.packageName(), name, List.of());
            loops.put(type, loop);
            return type;
        });
    }

    /** What a loop does, whatever lines it comes from. */
    private static List<Object> work(FusedLoop loop) {
        List<Object> work = new ArrayList<>();
        work.add(List.of(loop.leading(), loop.stretched(), loop.together(), loop.numbers())
                .toString());
        loop.results().forEach(r -> work.add(r.variable().name() + "=" + r.array() + r.total()));
        loop.others().forEach(o -> work.add(o.variable().name() + "=" + o.of().name() + o.taken()));
        for (FusedLoop.Pass pass : loop.passes()) {
            if (pass instanceof FusedLoop.Pass.Lines lines) {
                lines.lines().forEach(line -> work.add(line.name() + "=" + line.place() + line.text()));
            } else if (pass instanceof FusedLoop.Pass.Whole whole) {
                work.add(whole.name() + "=" + whole.function() + whole.operands());
            }
        }
        loop.reuses().forEach((r, tensor) -> work.add(r.variable().name() + "<-" + tensor.name()));
        work.add(String.valueOf(loop.size()));
        loop.apart().forEach(s -> Walk.own(s).forEach(e -> work.add(List.of(Units.writes(s), Structure.of(e)))));
        return work;
    }

    /** All loops by their classes, in the order of their making. */
    public Map<Type.Struct, FusedLoop> all() {
        return Collections.unmodifiableMap(loops);
    }
}
