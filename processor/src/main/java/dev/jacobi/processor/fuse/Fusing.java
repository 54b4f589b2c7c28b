package dev.jacobi.processor.fuse;

import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Adjoint;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Rewriter;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts chains of elementwise operations into loops. Statements that have no effect and stand side by side are brought
 * into an order in which those of one shape are together ({@link Units}); each such group becomes a call of a loop
 * ({@link LoopBuilder}) that the generated class holds ({@link Loops}).
 */
public final class Fusing {

    private final Loops loops;
    private final boolean reuses;

    /** @param reuses whether loops write in the memory of tensors that nothing reads any more */
    public Fusing(Loops loops, boolean reuses) {
        this.loops = loops;
        this.reuses = reuses;
    }

    /** A function with its loops. */
    public Function function(Function function) {
        return function(function, new ShapeClasses());
    }

    /** The same of one whose last parameter is a stack of tensors, to which the others may stretch. */
    public Function stacked(Function function) {
        ShapeClasses shapes = new ShapeClasses();
        shapes.made(function.parameters().get(function.parameters().size() - 1));
        return function(function, shapes);
    }

    private Function function(Function function, ShapeClasses shapes) {
        if (!hasTensors(function.body())) {
            return function;
        }
        shapes.follow(function.body());
        List<Expr> results = function.result() == null ? List.of() : List.of(function.result());
        Code code = new Code(shapes, NameSupply.after(function), List.of(function.body()), results);
        List<Stmt> body = code.block(function.body());
        return function.with(code.finished(List.of(body), List.of()).get(0), function.result());
    }

    /** Two sweeps that run in one method, with their loops. */
    public Adjoint together(Adjoint adjoint) {
        Adjoint twins = Twins.inOneMethod(adjoint);
        return fused(hasTensors(twins.forward()) ? OneSweep.of(twins) : twins, true);
    }

    /** Both sweeps with their loops. */
    public Adjoint adjoint(Adjoint adjoint) {
        return fused(twins(adjoint), false);
    }

    /** Both sweeps as their loops are made of them. */
    public static Adjoint twins(Adjoint adjoint) {
        return Twins.together(adjoint);
    }

    private Adjoint fused(Adjoint adjoint, boolean inOneMethod) {
        if (!hasTensors(adjoint.forward()) && !hasTensors(adjoint.backward())) {
            return adjoint;
        }
        ShapeClasses shapes = new ShapeClasses();
        shapes.follow(adjoint.forward());
        if (adjoint.value() != null && adjoint.seeds().size() == 1) {
            shapes.learn(adjoint.seed(), adjoint.value());
        }
        shapes.follow(adjoint.backward());
        List<Expr> results = new ArrayList<>(adjoint.values());
        results.addAll(adjoint.bars());
        Code code =
                new Code(shapes, NameSupply.after(adjoint), List.of(adjoint.forward(), adjoint.backward()), results);
        adjoint.valueShadows().forEach(code::isGiven);
        List<Stmt> forward = code.block(adjoint.forward());
        List<Stmt> backward = code.block(adjoint.backward());
        if (!inOneMethod) {
            // the Jacobian's rows are made by a third method, of the backward sweep as it was
            List<List<Stmt>> finished = code.finished(List.of(forward, backward), adjoint.backward());
            return adjoint.with(finished.get(0), finished.get(1));
        }
        List<Stmt> both = new ArrayList<>(forward);
        both.addAll(backward);
        List<List<Stmt>> finished = code.finishedEach(both);
        return adjoint.with(
                flat(finished.subList(0, forward.size())), flat(finished.subList(forward.size(), finished.size())));
    }

    private static List<Stmt> flat(List<List<Stmt>> parts) {
        return parts.stream().flatMap(List::stream).toList();
    }

    private static boolean hasTensors(List<Stmt> body) {
        return Walk.declares(body).stream().anyMatch(v -> v.type() instanceof Type.Tensor);
    }

    /** One function's code, both sweeps. */
    private final class Code {
        private final ShapeClasses shapes;
        private final NameSupply names;
        private final List<Expr> results;
        private final Loops drafts = loops.drafts();

        /** How often each variable is read. */
        private final Map<Var, Integer> reads = new HashMap<>();

        /** How often of these it is only for its shape. */
        private final Map<Var, Integer> readsForShapes = new HashMap<>();

        Code(ShapeClasses shapes, NameSupply names, List<List<Stmt>> bodies, List<Expr> results) {
            this.shapes = shapes;
            this.names = names;
            this.results = new ArrayList<>(results);
            for (List<Stmt> body : bodies) {
                Walk.all(body).forEach(s -> Fusing.count(s, reads));
                Walk.all(body).forEach(s -> Fusing.countForShapes(s, readsForShapes));
            }
            results.forEach(e -> Fusing.count(e, reads));
        }

        /** What is given in the end, besides the results. */
        void isGiven(Var variable) {
            reads.merge(variable, 1, Integer::sum);
            results.add(new Expr.Ref(variable, Span.NOWHERE));
        }

        /**
         * The code with loops that are known to its class.
         *
         * @param bodies those of one method each
         * @param elsewhere what a method by itself reads of the first one's variables
         */
        List<List<Stmt>> finished(List<List<Stmt>> bodies, List<Stmt> elsewhere) {
            Memory memory = memory(bodies, elsewhere);
            return bodies.stream()
                    .map(body -> memory.finishing().rewrite(memory.releasing().released(body)))
                    .toList();
        }

        /** The same of a method's statements, with what each of them becomes by itself. */
        List<List<Stmt>> finishedEach(List<Stmt> body) {
            Memory memory = memory(List.of(body), List.of());
            return memory.releasing().behindEach(body).stream()
                    .map(memory.finishing()::rewrite)
                    .toList();
        }

        private Memory memory(List<List<Stmt>> bodies, List<Stmt> elsewhere) {
            Memories memories = new Memories(drafts.all(), bodies);
            if (!reuses) {
                return new Memory(new Finishing(drafts.all(), Map.of()), Releasing.nothing(memories));
            }
            Map<Expr.Apply, Map<FusedLoop.Result, Var>> reused =
                    Reusing.of(memories, bodies, results, Memories.onlyAsked(elsewhere));
            return new Memory(
                    new Finishing(drafts.all(), reused), Releasing.of(memories, bodies, results, elsewhere, reused));
        }

        List<Stmt> block(List<Stmt> body) {
            List<Stmt> out = new ArrayList<>();
            List<Stmt> run = new ArrayList<>();
            for (Stmt statement : body) {
                if (belongs(statement)) {
                    run.add(statement);
                } else {
                    out.addAll(run(run));
                    run.clear();
                    out.add(Walk.withBlocks(statement, this::block));
                }
            }
            out.addAll(run(run));
            return out;
        }

        private boolean belongs(Stmt statement) {
            boolean computes = statement instanceof Stmt.Declare s && s.value() != null
                    || statement instanceof Stmt.Assign
                    || statement instanceof Stmt.Increment;
            return computes && Walk.own(statement).stream().allMatch(Form::isPure);
        }

        /** Statements without effects, side by side. */
        private List<Stmt> run(List<Stmt> run) {
            if (run.isEmpty()) {
                return run;
            }
            Form form = new Form(shapes, names, Set.copyOf(Walk.assigns(run)));
            run.forEach(form::add);
            List<Stmt> formed = form.statements();
            count(run, -1);
            count(formed, 1);
            Grouping grouping = new Grouping(shapes, form);
            for (Stmt statement : formed) {
                if (!isIdle(statement, form)) {
                    grouping.add(statement);
                }
            }
            List<Stmt> out = new ArrayList<>();
            boolean any = false;
            for (Units.Unit unit : grouping.ordered()) {
                List<Stmt> called = unit.shape() == null ? List.of() : loop(unit, unit.shape(), grouping.uniform());
                any |= !called.isEmpty();
                out.addAll(called.isEmpty() ? unit.statements() : called);
            }
            if (any) {
                return new Inlining(once(form.made())).rewritten(out);
            }
            count(formed, -1);
            count(run, 1);
            return List.copyOf(run);
        }

        /** Whether it declares a mask that nobody asks for, as loops know what it compares. */
        private boolean isIdle(Stmt statement, Form form) {
            return statement instanceof Stmt.Declare s
                    && form.conditions().contains(s.variable())
                    && reads.getOrDefault(s.variable(), 0) == 0;
        }

        private List<Var> once(List<Var> made) {
            return made.stream().filter(v -> reads.getOrDefault(v, 0) == 1).toList();
        }

        private void count(List<Stmt> statements, int sign) {
            Map<Var, Integer> counts = new HashMap<>();
            statements.forEach(s -> Fusing.count(s, counts));
            counts.forEach((v, count) -> reads.merge(v, sign * count, Integer::sum));
            counts.clear();
            statements.forEach(s -> Fusing.countForShapes(s, counts));
            counts.forEach((v, count) -> readsForShapes.merge(v, sign * count, Integer::sum));
        }

        /** The call of the loop for a unit, and what is said of its totals besides; nothing if there is no loop. */
        private List<Stmt> loop(Units.Unit unit, int shape, Set<Var> uniform) {
            Map<Var, Integer> inside = new HashMap<>();
            Map<Var, Integer> insideForShapes = new HashMap<>();
            unit.statements().forEach(s -> Fusing.count(s, inside));
            unit.statements().forEach(s -> Fusing.countForShapes(s, insideForShapes));
            Set<Var> declared = new HashSet<>(Walk.declares(unit.statements()));
            Set<Var> wanted = new HashSet<>();
            for (Stmt statement : unit.statements()) {
                for (Var v : Units.writes(statement)) {
                    if (!declared.contains(v) || reads.getOrDefault(v, 0) > inside.getOrDefault(v, 0)) {
                        wanted.add(v);
                    }
                }
            }
            List<Stmt> besides = besides(unit, uniform, wanted);
            wanted.removeAll(uniform);
            Set<Var> asked = new HashSet<>();
            for (Var v : wanted) {
                int all = reads.getOrDefault(v, 0) - inside.getOrDefault(v, 0);
                int forShapes = readsForShapes.getOrDefault(v, 0) - insideForShapes.getOrDefault(v, 0);
                if (all == forShapes) {
                    asked.add(v);
                }
            }
            FusedLoop loop =
                    LoopBuilder.of(unit.statements(), shapes, shapes.now(shape), wanted::contains, asked::contains);
            if (loop == null) {
                return List.of();
            }
            List<Stmt> out = called(loop, drafts.add(loop), declared);
            out.addAll(besides);
            return out;
        }

        /** Single numbers that are wanted outside: a loop can't give them, but they are soon made anew. */
        private static List<Stmt> besides(Units.Unit unit, Set<Var> uniform, Set<Var> wanted) {
            List<Stmt> besides = new ArrayList<>();
            for (int i = unit.statements().size() - 1; i >= 0; i--) {
                Stmt statement = unit.statements().get(i);
                boolean isUniform = statement instanceof Stmt.Declare s && uniform.contains(s.variable());
                if (isUniform && Units.writes(statement).stream().anyMatch(wanted::contains)) {
                    besides.add(0, statement);
                    wanted.addAll(Walk.reads(List.of(statement)));
                }
            }
            return besides;
        }

        /** {@code Tensor y = Loop1.run(x);}, or for several results by an array. */
        private List<Stmt> called(FusedLoop loop, Type.Struct type, Set<Var> declared) {
            Stmt first = loop.apart().get(0);
            Stmt.Note note = first.note();
            List<Expr> operands = new ArrayList<>();
            loop.tensors().forEach(v -> operands.add(new Expr.Ref(v, note.span())));
            operands.addAll(loop.passed());
            boolean one = loop.given().size() == 1;
            Type result = one ? Type.Tensor.TYPE : new Type.Array(Type.Tensor.TYPE);
            Expr call = new Expr.Apply(runOf(type, Walk.types(operands), result), operands, note.span());
            List<Stmt> out = new ArrayList<>();
            if (one) {
                out.add(given(loop, 0, call, declared, note));
                return out;
            }
            Var all = new Var(names.fresh("loop"), result);
            out.add(new Stmt.Declare(all, call, note));
            for (int i = 0; i < loop.given().size(); i++) {
                Expr index = new Expr.Literal(Integer.toString(i), Type.Scalar.INT, note.span());
                Primitive element = Primitive.index(result, Type.Scalar.INT);
                out.add(given(
                        loop,
                        i,
                        new Expr.Apply(element, List.of(new Expr.Ref(all, note.span()), index), note.span()),
                        declared,
                        note));
            }
            return out;
        }

        private static Stmt given(FusedLoop loop, int i, Expr value, Set<Var> declared, Stmt.Note note) {
            Var variable = loop.given().get(i);
            Expr.Apply fit = loop.fit(i);
            Expr fitted = fit == null
                    ? value
                    : new Expr.Apply(
                            fit.primitive(), List.of(value, fit.operands().get(1)), fit.span());
            return declared.contains(variable)
                    ? new Stmt.Declare(variable, fitted, note)
                    : new Stmt.Assign(variable, fitted, note);
        }
    }

    /** Pure, even where the loop writes over a tensor: nothing else reads that. */
    private static Primitive runOf(Type.Struct loop, List<Type> operands, Type result) {
        return new Primitive(
                Primitive.Form.STATIC_METHOD, loop, "run", operands, result, true, loop.qualifiedName() + ".run()");
    }

    /** What is done about the memory of a method's tensors. */
    private record Memory(Rewriter finishing, Releasing releasing) {}

    /** Puts the class's loops in the place of drafts. */
    private final class Finishing extends Rewriter {
        private final Map<Type.Struct, FusedLoop> drafts;
        private final Map<Expr.Apply, Map<FusedLoop.Result, Var>> memory;

        Finishing(Map<Type.Struct, FusedLoop> drafts, Map<Expr.Apply, Map<FusedLoop.Result, Var>> memory) {
            this.drafts = drafts;
            this.memory = memory;
        }

        @Override
        public Expr apply(Expr.Apply e) {
            Expr.Apply rewritten = (Expr.Apply) super.apply(e);
            FusedLoop draft = e.primitive().owner() instanceof Type.Struct type ? drafts.get(type) : null;
            if (draft == null) {
                return rewritten;
            }
            Type.Struct loop = loops.add(draft.reusing(memory.getOrDefault(e, Map.of())));
            Primitive run = runOf(loop, Walk.types(rewritten.operands()), e.type());
            return new Expr.Apply(run, rewritten.operands(), e.span());
        }
    }

    /** What a statement reads; a variable that changes has to be there. */
    private static void count(Stmt statement, Map<Var, Integer> counts) {
        Walk.own(statement).forEach(e -> count(e, counts));
        Walk.assigns(List.of(statement)).forEach(v -> counts.merge(v, 1, Integer::sum));
    }

    /** Of what a statement reads, what it asks only for its shape. */
    private static void countForShapes(Stmt statement, Map<Var, Integer> counts) {
        Walk.own(statement).forEach(e -> countForShapes(e, counts));
    }

    private static void countForShapes(Expr e, Map<Var, Integer> counts) {
        Var asked = Elementwise.askedForShape(e);
        if (asked != null) {
            counts.merge(asked, 1, Integer::sum);
        }
        Walk.operands(e).forEach(operand -> countForShapes(operand, counts));
    }

    /** Adds how often an expression reads each variable. */
    static void count(Expr e, Map<Var, Integer> counts) {
        if (e instanceof Expr.Ref ref) {
            counts.merge(ref.variable(), 1, Integer::sum);
        }
        Walk.operands(e).forEach(operand -> count(operand, counts));
    }

    /** Puts what was named for a loop that isn't made back into its place. */
    private static final class Inlining extends Rewriter {
        private final Set<Var> made;
        private final Map<Var, Expr> values = new HashMap<>();

        Inlining(List<Var> made) {
            this.made = new HashSet<>(made);
        }

        List<Stmt> rewritten(List<Stmt> body) {
            List<Stmt> out = new ArrayList<>();
            for (Stmt statement : body) {
                Stmt inlined = statement.match(this);
                boolean goes = inlined instanceof Stmt.Declare s && made.contains(s.variable());
                if (goes && inlined instanceof Stmt.Declare s && s.value() != null) {
                    values.put(s.variable(), s.value());
                } else {
                    out.add(inlined);
                }
            }
            return out;
        }

        @Override
        public Expr ref(Expr.Ref e) {
            Expr value = values.get(e.variable());
            return value == null ? e : value;
        }
    }
}
