package dev.jacobi.processor.transform.kernels;

import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Rewriter;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Structure;
import dev.jacobi.processor.ir.Substitution;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import dev.jacobi.processor.transform.adjoint.Trips;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes the loops that one loop is cut into, and the kernels between them. */
final class Passes {

    private final Stmt.Loop loop;
    private final Trips trips;
    private final Steps steps;
    private final Order order;
    private final Handovers handovers;
    private final NameSupply names;
    private final Span span;

    /** The array in which a variable goes to later passes. */
    private final Map<Var, Var> arrays = new LinkedHashMap<>();

    /** Those that the loop fills anyway. */
    private final Map<Var, Stmt> tapes = new HashMap<>();

    /** Kernels' values that have been declared: the first pass that reads one has its name. */
    private final Set<Var> named = new HashSet<>();

    Passes(Stmt.Loop loop, Trips trips, Steps steps, Order order, Handovers handovers, NameSupply names) {
        this.loop = loop;
        this.trips = trips;
        this.steps = steps;
        this.order = order;
        this.handovers = handovers;
        this.names = names;
        this.span = loop.note().span();
    }

    List<Stmt> loops() {
        List<Stmt> out = new ArrayList<>();
        for (Var variable : handovers.inArrays()) {
            Stmt.Store recorded = recorded(variable);
            if (recorded != null && recorded.array() instanceof Expr.Ref tape) {
                arrays.put(variable, tape.variable());
                tapes.put(variable, recorded);
            } else {
                Var array = new Var(names.fresh(stem(variable) + "s"), new Type.Array(variable.type()));
                arrays.put(variable, array);
                out.add(new Stmt.Declare(array, made(array), kept()));
            }
        }
        for (int pass = 0; pass < order.passes(); pass++) {
            out.addAll(pass(pass));
        }
        return out;
    }

    /** How many arrays are made for it. */
    int made() {
        return arrays.size() - tapes.size();
    }

    private Stmt.Note kept() {
        return new Stmt.Note(Stmt.Role.KEPT, span);
    }

    private Expr made(Var array) {
        Type.Array type = (Type.Array) array.type();
        return new Expr.Apply(Primitive.newArray(type, List.of(Type.Scalar.INT)), List.of(trips.length()), span);
    }

    /** The statement that puts a finished variable onto a tape, where each iteration has the element of its number. */
    private Stmt.@Nullable Store recorded(Var variable) {
        for (int step = 0; step < steps.statements().size(); step++) {
            if (steps.statements().get(step) instanceof Stmt.Store s
                    && s.note().role() == Stmt.Role.KEPT
                    && s.value() instanceof Expr.Ref ref
                    && ref.variable().equals(variable)
                    && handovers.isFinished(variable, step)
                    && Structure.same(s.index(), trips.position().orElseThrow())) {
                return s;
            }
        }
        return null;
    }

    private List<Stmt> pass(int number) {
        Pass pass = new Pass(number);
        List<Stmt> kernels = new ArrayList<>();
        for (int step = 0; step < steps.statements().size(); step++) {
            if (order.pass(step) == number) {
                pass.step(step);
                if (order.isKernel(step)) {
                    Stmt.Declare s = (Stmt.Declare) steps.statements().get(step);
                    Kernel kernel = Objects.requireNonNull(steps.kernel(step));
                    Var array = Objects.requireNonNull(arrays.get(s.variable()));
                    kernels.add(kernel.run(array, Kernel.count(trips), span));
                }
            }
        }
        List<Stmt> out = new ArrayList<>();
        if (!pass.body.isEmpty()) {
            out.add(pass.loop());
        }
        out.addAll(kernels);
        return out;
    }

    /** Under a name with another number. */
    private Var anew(Var variable) {
        return new Var(names.fresh(stem(variable)), variable.type());
    }

    private static String stem(Var variable) {
        return variable.name().replaceFirst("\\d+$", "");
    }

    private boolean isKernelValue(Var variable) {
        for (int step = 0; step < steps.statements().size(); step++) {
            if (order.isKernel(step)
                    && ((Stmt.Declare) steps.statements().get(step)).variable().equals(variable)) {
                return true;
            }
        }
        return false;
    }

    private static int reads(Expr e, Var variable) {
        int inside = Walk.operands(e).stream().mapToInt(o -> reads(o, variable)).sum();
        return e instanceof Expr.Ref ref && ref.variable().equals(variable) ? 1 : inside;
    }

    /** One of the loops. */
    private final class Pass {
        private final int number;
        private final List<Stmt> body = new ArrayList<>();

        /** The names that variables have here. */
        private final Map<Var, Var> here = new HashMap<>();

        /** Variables that are read once, and so go by the element that holds them. */
        private final Map<Var, Expr> elements = new HashMap<>();

        private final Rewriter renaming = Substitution.of(elements, here);

        Pass(int number) {
            this.number = number;
            if (number > 0) {
                Var counter = trips.counter();
                here.put(counter, anew(counter));
            }
        }

        void step(int step) {
            Stmt statement = steps.statements().get(step);
            if (tapes.containsValue(statement)) {
                return;
            }
            Walk.reads(List.of(statement)).forEach(this::need);
            if (order.isKernel(step)) {
                Stmt.Declare s = (Stmt.Declare) statement;
                Expr argument = Walk.operands(Objects.requireNonNull(s.value())).get(0);
                lay(s.variable(), renaming.rewrite(argument), s.note());
                return;
            }
            body.add(statement.match(renaming));
            for (Var variable : arrays.keySet()) {
                if (handovers.finishes(step, variable)) {
                    lay(variable, new Expr.Ref(variable, span), statement.note());
                }
            }
        }

        /** What an earlier pass has computed is fetched, or computed again. */
        private void need(Var variable) {
            if (!steps.own().contains(variable)
                    || here.containsKey(variable)
                    || elements.containsKey(variable)
                    || !handovers.isEarlier(variable, number)) {
                return;
            }
            Expr value = handovers.again(variable);
            if (value == null) {
                Expr element = element(variable);
                if (isReadOnce(variable)) {
                    elements.put(variable, element);
                    return;
                }
                value = element;
            } else {
                Walk.reads(value).forEach(this::need);
                value = renaming.rewrite(value);
            }
            boolean free = isKernelValue(variable) && named.add(variable);
            Var mine = free ? variable : anew(variable);
            here.put(variable, mine);
            body.add(new Stmt.Declare(mine, value, kept()));
        }

        private Expr element(Var variable) {
            Var array = Objects.requireNonNull(arrays.get(variable));
            Primitive index = Primitive.index(array.type(), Type.Scalar.INT);
            return new Expr.Apply(index, List.of(new Expr.Ref(array, span), position()), span);
        }

        /** Not where both sweeps run: elements that only the forward sweep knows to be there count as missing. */
        private boolean isReadOnce(Var variable) {
            int reads = 0;
            for (int step = 0; step < steps.statements().size(); step++) {
                Stmt statement = steps.statements().get(step);
                if (order.pass(step) == number && !tapes.containsValue(statement)) {
                    for (Stmt inside : Walk.all(List.of(statement))) {
                        reads += Walk.own(inside).stream()
                                .mapToInt(e -> reads(e, variable))
                                .sum();
                    }
                }
            }
            return reads == 1 && loop.note().role() != Stmt.Role.TOGETHER;
        }

        private void lay(Var variable, Expr value, Stmt.Note note) {
            Expr.Ref array = new Expr.Ref(Objects.requireNonNull(arrays.get(variable)), span);
            body.add(new Stmt.Store(array, position(), value, tapes.containsKey(variable) ? kept() : note));
        }

        private Expr position() {
            return renaming.rewrite(trips.position().orElseThrow());
        }

        private Stmt.Loop loop() {
            Stmt.Loop renamed = (Stmt.Loop) loop.with(List.of()).match(renaming);
            return new Stmt.Loop(
                    number == 0 ? loop.label() : names.fresh(loop.label()),
                    renamed.counter(),
                    renamed.condition(),
                    body,
                    loop.wish(),
                    note());
        }

        /** The last one, or one that adds to adjoints, keeps what is said of the whole. */
        private Stmt.Note note() {
            boolean together = loop.note().role() == Stmt.Role.TOGETHER;
            boolean both = body.stream().anyMatch(s -> s.note().role() == Stmt.Role.ADJOINT);
            return together && !both ? new Stmt.Note(Stmt.Role.PRIMAL, span) : loop.note();
        }
    }
}
