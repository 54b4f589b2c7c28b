package dev.jacobi.processor;

import dev.jacobi.processor.analysis.Activity;
import dev.jacobi.processor.analysis.CallGraph;
import dev.jacobi.processor.analysis.Leaks;
import dev.jacobi.processor.analysis.Memory;
import dev.jacobi.processor.analysis.Presence;
import dev.jacobi.processor.analysis.Purity;
import dev.jacobi.processor.backend.Derivative;
import dev.jacobi.processor.backend.DerivativeNames;
import dev.jacobi.processor.backend.Door;
import dev.jacobi.processor.backend.GeneratedClass;
import dev.jacobi.processor.diag.Problem;
import dev.jacobi.processor.frontend.Enclosing;
import dev.jacobi.processor.frontend.Functions;
import dev.jacobi.processor.frontend.Subject;
import dev.jacobi.processor.frontend.Subjects;
import dev.jacobi.processor.frontend.SuppressedWarnings;
import dev.jacobi.processor.fuse.Fusing;
import dev.jacobi.processor.ir.Adjoint;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.InPlace;
import dev.jacobi.processor.ir.Meanwhile;
import dev.jacobi.processor.ir.Sharing;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Verifier;
import dev.jacobi.processor.ir.Walk;
import dev.jacobi.processor.options.Computing;
import dev.jacobi.processor.options.Optimisation;
import dev.jacobi.processor.options.Optimisations;
import dev.jacobi.processor.report.Finding;
import dev.jacobi.processor.rules.Partials;
import dev.jacobi.processor.simplify.Simplify;
import dev.jacobi.processor.transform.adjoint.Fusion;
import dev.jacobi.processor.transform.adjoint.Retentions;
import dev.jacobi.processor.transform.adjoint.Reversal;
import dev.jacobi.processor.transform.adjoint.Sweeps;
import dev.jacobi.processor.transform.adjoint.Tapes;
import dev.jacobi.processor.transform.inplace.Interruptions;
import dev.jacobi.processor.transform.inplace.JoinedFunction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.BiFunction;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * From annotated methods to generated classes; each stage is a call.
 *
 * <pre>
 *   source ─read→ IR ─check→ ─prepare→ IR ─tangent, reverse→ IR ─simplify→ IR ─write→ Java
 * </pre>
 */
final class Pipeline {

    private final Functions functions;
    private final Partials partials;
    private final Subjects declarations;
    private final CallGraph calls;
    private final CallGraph.Bodies bodies;
    private final MethodDoors doors;
    private final ReverseStage reverse;
    private final ReuseStage reuse;
    private final LaneStage lanes;
    private final RowStage rows;
    private final StackStage stacks;
    private final Purity purity;
    private final Stages stages;
    private final Optimisations optimisations;
    private final Simplify simplify;
    private final boolean verify;
    private final Map<FunctionName.Primal, Subject> subjects = new LinkedHashMap<>();
    private final Set<FunctionName.Primal> iterating = new HashSet<>();

    /** What the report wants to know; null where none is asked for. */
    private @Nullable Findings findings;

    /**
     * @param verify whether the intermediate language is checked after every stage
     * @param everyLane whether several directions or seeds are taken at once even where that doesn't pay
     * @param computing by what sweeps of reverse mode compute dear functions
     */
    Pipeline(
            Functions functions,
            Partials partials,
            Subjects declarations,
            Stages stages,
            Optimisations optimisations,
            boolean verify,
            boolean everyLane,
            Computing computing) {
        this.functions = functions;
        this.partials = partials;
        this.declarations = declarations;
        this.stages = stages;
        this.optimisations = optimisations;
        this.simplify = new Simplify(optimisations);
        this.verify = verify;
        CalledFunctions called = new CalledFunctions(functions, declarations, partials, optimisations, stages, verify);
        this.calls = called.calls();
        this.bodies = called;
        this.purity = new Purity(calls, called);
        this.doors = new MethodDoors(functions);
        this.reverse = new ReverseStage(calls, partials, stages, optimisations, simplify, verify, computing);
        this.reuse = new ReuseStage(calls, new Leaks(calls, called), optimisations);
        this.lanes = new LaneStage(optimisations, simplify, everyLane);
        this.rows = new RowStage(reverse, optimisations);
        this.stacks = new StackStage(doors, functions, optimisations, simplify, verify, everyLane);
    }

    void report(Findings wanted) {
        findings = wanted;
    }

    void add(Subject subject) {
        subjects.put(subject.name(), subject);
    }

    /** Everything that is wrong with a method, found before anything is made of it. */
    List<Problem> check(Subject subject) {
        long start = stages.start();
        Checks checks = new Checks(functions, calls, bodies, partials, purity, subject);
        List<Problem> problems = new ArrayList<>(checks.run());
        if (checks.iterates()) {
            iterating.add(subject.name());
        }
        if (!Problem.anyError(problems)) {
            problems.addAll(new RuleChecks(functions, calls, partials, declarations, subject).run());
        }
        stages.stop(Stages.Stage.CHECK, start);
        return problems;
    }

    /** The class for methods that share one. */
    GeneratedClass derive(List<Subject> sharing) {
        Subject first = sharing.get(0);
        Plan plan = new Plan(sharing, functions, subjects);
        List<Derivative> derivatives = new ArrayList<>();
        for (Subject subject : sharing) {
            derivatives.add(members(subject, plan));
        }
        for (FunctionName helper = plan.next(); helper != null; helper = plan.next()) {
            derivatives.add(helper(helper, plan));
        }
        TypeElement type = Enclosing.type(first.method());
        return new GeneratedClass(
                first.packageName(),
                first.className(),
                sharing.stream().anyMatch(Subject::isPublic),
                type.getQualifiedName().toString(),
                List.of(type),
                derivatives,
                plan.derivativeRecords(),
                List.copyOf(plan.parts()),
                functions.namesakes().beside(first.method()),
                plan.loops().all(),
                plan.targets(),
                functions.copies()::of,
                functions.accessors()::of,
                functions::thrown,
                functions.functionCopies(),
                SuppressedWarnings.in(plan.sources()),
                plan.written());
    }

    private Derivative members(Subject subject, Plan plan) {
        Function primal = body(subject.name(), plan);
        SortedSet<Integer> active = subject.wrt();
        Function tangent = tangent(primal, new FunctionName.Tangent(subject.name(), active), plan);
        Meanwhile nothing = Meanwhile.nothing(primal);
        Adjoint fused = reverse.sweeps(primal, active, Sharing.NONE, nothing, plan, Reversal.Use.SWEEP);
        Adjoint seeded = Fusion.seededWithOne(fused);
        Retentions fusedTapes = findings == null ? null : new Retentions();
        Retentions splitTapes = findings == null ? null : new Retentions();
        Adjoint together =
                reverse.together(seeded, Sharing.NONE, nothing, joinedSweeps(plan)::recordNothing, fusedTapes);
        Memory memory = memory(primal);
        SortedSet<Integer> snapshots = Snapshots.of(primal, memory);
        Meanwhile applied = new Meanwhile(snapshots, FunctionName.NONE);
        Adjoint split = hasArrays(primal)
                ? reverse.sweeps(primal, active, Sharing.NONE, applied, plan, Reversal.Use.PULLBACK)
                : fused;
        Adjoint sweeps = finishedTogether(together, plan);
        Adjoint unfused = unfused(reverse.taped(split, Sharing.NONE, applied, splitTapes), plan);
        Adjoint halves = fused(unfused, Fusing::adjoint, plan);
        if (findings != null && fusedTapes != null && splitTapes != null) {
            Activity activity = Activity.of(primal, active, calls);
            findings.method(subject.name(), Finding.Use.TOGETHER, sweeps, activity, fusedTapes);
            findings.method(subject.name(), Finding.Use.PULLBACK, halves, activity, splitTapes);
        }
        List<Derivative.HigherOrder> higher = higher(subject, plan);
        List<Door> parameters = doors.parameters(subject, primal, memory, plan);
        return new Derivative.Members(
                subject.name().method(),
                Enclosing.display(subject.method()),
                DerivativeNames.ofMethod(subject.overload()),
                parameters,
                doors.result(subject, plan),
                primal,
                active,
                tangent,
                parameters.stream().anyMatch(door -> door.active() && door.isRecord())
                        ? List.of()
                        : columns(primal, active, plan),
                sweeps,
                halves,
                snapshots,
                Snapshots.readsOnly(primal, memory, snapshots),
                Changes.of(primal, memory),
                Changes.overwritten(primal, memory),
                Changes.moved(primal, memory),
                Presence.of(primal),
                plan.gradientStruct(subject),
                inPlace(subject, primal, inPlace(seeded, together, nothing, plan), plan),
                higher,
                sparse(subject, primal, plan),
                lanes(subject, primal, higher, plan),
                rows(subject, doors.result(subject, plan), plan),
                stacks.sweeps(subject, unfused, halves, plan),
                iterating.contains(subject.name()));
    }

    /** The method that takes several directions for {@code jacobian} or {@code hessian}, by a vector; or null. */
    private @Nullable String lanes(Subject subject, Function primal, List<Derivative.HigherOrder> higher, Plan plan) {
        if (doors.takeApart(subject) || !lanes.serves(primal, subject.wrt(), Snapshots.of(primal, memory(primal)))) {
            return null;
        }
        FunctionName jvp = new FunctionName.Jvp(subject.name(), subject.wrt(), Sharing.NONE);
        return primal.type() instanceof Type.Array
                ? lanes.method(body(jvp, plan), plan)
                : higher.isEmpty() ? null : lanes.method(jvp, higher.get(0).sweeps(), plan);
    }

    /** The sweeps behind {@code jacobian} of a method that gives a record of numbers; null where there are none. */
    private @Nullable Adjoint rows(Subject subject, Door given, Plan plan) {
        Optional<Adjoint> sweeps = rows.sweeps(subject, given, inlined(plan), plan);
        return sweeps.map(s -> finished(s, plan)).orElse(null);
    }

    /** The gradients of the directional derivatives, order by order. */
    private List<Derivative.HigherOrder> higher(Subject subject, Plan plan) {
        List<Derivative.HigherOrder> all = new ArrayList<>();
        FunctionName name = subject.name();
        for (int order = 2; order <= subject.order(); order++) {
            name = new FunctionName.Jvp(name, subject.wrt(), Sharing.NONE);
            Function along = body(name, plan);
            all.add(new Derivative.HigherOrder(order, along, gradientAlone(along, subject.wrt(), plan)));
        }
        return all;
    }

    /** What sparse matrices of derivatives are made with; null where they aren't asked for. */
    private Derivative.@Nullable Sparse sparse(Subject subject, Function primal, Plan plan) {
        if (!subject.sparse()) {
            return null;
        }
        boolean hessian = primal.type().isFloating();
        FunctionName.Sparsity sets = new FunctionName.Sparsity(subject.name(), subject.wrt(), Sharing.NONE, hessian);
        return PatternStage.of(sets, body(sets, plan), optimisations, plan);
    }

    private @Nullable InPlace inPlace(Subject subject, Function primal, Adjoint taped, Plan plan) {
        if (doors.takeApart(subject) || !reuse.serves(primal, taped.active())) {
            return null;
        }
        InPlace member = reuse.member(primal, reuse.sweeps(taped, Sharing.NONE, false, plan));
        return member.with(finished(member.adjoint(), plan));
    }

    /**
     * The sweeps in place. If the method may throw in a loop that runs both, what they add has to stand apart until the
     * end: that pays only for what would have been recorded otherwise.
     */
    private Adjoint inPlace(Adjoint seeded, Adjoint together, Meanwhile meanwhile, Plan plan) {
        if (!Interruptions.arePossible(together)) {
            return together;
        }
        Adjoint inTurn = reverse.taped(seeded, Sharing.NONE, meanwhile, null);
        return Tapes.records(inTurn) || savesTapes(together, plan) ? together : inTurn;
    }

    /** Whether a call whose sweeps run in one method would record something else. */
    private boolean savesTapes(Adjoint sweeps, Plan plan) {
        boolean saves = false;
        for (Expr.Call call : Walk.calls(sweeps.forward())) {
            saves |= call.function() instanceof FunctionName.Joined joined && Tapes.records(halves(joined.of(), plan));
        }
        return saves;
    }

    private Memory memory(Function function) {
        return calls.dependence(function, Sharing.NONE).memory();
    }

    private static boolean hasArrays(Function function) {
        List<Var> variables = new ArrayList<>(function.parameters());
        variables.addAll(Walk.declares(function.body()));
        return variables.stream().anyMatch(v -> v.type() instanceof Type.Array);
    }

    /** A Jacobian by one of several parameters asks for no tangent by the others, which might not be finite. */
    private List<Function> columns(Function primal, SortedSet<Integer> active, Plan plan) {
        if (active.size() == 1 || !(primal.type() instanceof Type.Tensor)) {
            return List.of();
        }
        List<Function> columns = new ArrayList<>();
        for (int i : active) {
            SortedSet<Integer> alone = FunctionName.active(List.of(i));
            columns.add(tangent(primal, new FunctionName.Tangent(primal.name(), alone), plan));
        }
        return columns;
    }

    private Derivative helper(FunctionName name, Plan plan) {
        DerivativeNames names = plan.names(name);
        if (name instanceof FunctionName.Tangent wanted) {
            return new Derivative.TangentHelper(names, tangent(wanted, plan));
        }
        if (name instanceof FunctionName.Forward wanted) {
            Adjoint split = finished(halves(wanted, plan), plan);
            if (findings != null) {
                Function primal = split.primal();
                Activity activity = Activity.of(primal, wanted.active(), wanted.sharing(), calls);
                findings.helper(names.pullback(), wanted, split, activity);
            }
            return new Derivative.PullbackHelper(names, split, plan.helperGradient(wanted));
        }
        if (name instanceof FunctionName.InPlace wanted) {
            Adjoint halves = halves(wanted.of(), plan);
            Adjoint sweeps = reuse.sweeps(halves, wanted.of().sharing(), wanted.stays(), plan);
            return new Derivative.InPlaceHelper(names, finished(sweeps, plan), plan.helperGradient(wanted.of()));
        }
        if (name instanceof FunctionName.Gradient gradient) {
            return new Derivative.Copy(plan.method(name), gradient(gradient, plan));
        }
        if (name instanceof FunctionName.Joined joined) {
            return new Derivative.Copy(plan.method(name), joined(joined, plan));
        }
        Function made = plan.made().get(name);
        if (made != null) {
            placeCalls(made.body(), plan);
            return new Derivative.Copy(plan.method(name), made);
        }
        Function whole = body(name, plan);
        placeCalls(whole.body(), plan);
        return new Derivative.Copy(plan.method(name), fused(Sweeps.completed(simplify.coalesced(whole)), plan));
    }

    private Function fused(Function function, Plan plan) {
        return optimisations.has(Optimisation.FUSED_LOOPS)
                ? plan.fusing(optimisations).function(function)
                : function;
    }

    /** A gradient as a function of its own, for methods that call it. */
    private Function gradient(FunctionName.Gradient name, Plan plan) {
        Adjoint sweeps = gradientAlone(body(name.of(), plan), name.active(), plan);
        return Fusion.function(sweeps, name, plan.headers().result(name));
    }

    /** Both sweeps of a called function in one method. */
    private Function joined(FunctionName.Joined name, Plan plan) {
        Adjoint sweeps = joinedSweeps(plan)
                .of(name.of())
                .orElseThrow(() -> new IllegalStateException(name + " is called before it is made"));
        if (!name.inPlace()) {
            return JoinedFunction.of(finishedTogether(sweeps, plan), name);
        }
        Adjoint reusing = reuse.sweeps(sweeps, name.of().sharing(), true, plan);
        return JoinedFunction.inPlace(finished(reusing, plan), name);
    }

    /** Of one class's functions those whose sweeps may run in one method. */
    private JoinedSweeps joinedSweeps(Plan plan) {
        return plan.joined(() -> new JoinedSweeps(reverse, plan, name -> body(name, plan)));
    }

    private Adjoint gradientAlone(Function of, SortedSet<Integer> active, Plan plan) {
        Meanwhile nothing = Meanwhile.nothing(of);
        Adjoint sweeps = reverse.sweeps(of, active, Sharing.NONE, nothing, plan, Reversal.Use.SWEEP);
        Adjoint alone = Fusion.gradientAlone(sweeps);
        return finishedTogether(
                reverse.together(alone, Sharing.NONE, nothing, joinedSweeps(plan)::recordNothing, null), plan);
    }

    /** Both halves of a helper, made once for its two forms. */
    private Adjoint halves(FunctionName.Forward name, Plan plan) {
        Adjoint halves = plan.halves().get(name);
        if (halves == null) {
            CallingDerivatives calling = CallingDerivatives.of(name.of(), plan.headers());
            halves = calling != null ? calling.halves(name, purity.mayChange(name.of())) : reversedHalves(name, plan);
            plan.halves().put(name, halves);
        }
        return halves;
    }

    private Adjoint reversedHalves(FunctionName.Forward name, Plan plan) {
        Function primal = body(name.of(), plan);
        Adjoint adjoint =
                reverse.sweeps(primal, name.active(), name.sharing(), name.meanwhile(), plan, Reversal.Use.HELPER);
        Retentions tapes = findings == null ? null : findings.log(name);
        return reverse.taped(adjoint, name.sharing(), name.meanwhile(), tapes);
    }

    private Function body(FunctionName name, Plan plan) {
        Function function = derived(plan).body(name);
        if (function == null) {
            throw new IllegalStateException(name + " was not read");
        }
        return function;
    }

    /** The functions of which one class's derivatives are made. */
    private DerivedFunctions derived(Plan plan) {
        DerivedFunctions derived = plan.derived();
        if (derived == null) {
            derived = new DerivedFunctions(
                    inlined(plan), plan.headers(), plan.placeless(), calls, partials, optimisations, stages, verify);
            plan.derived(derived);
        }
        return derived;
    }

    private InlinedBodies inlined(Plan plan) {
        return new InlinedBodies(functions, plan.packageName(), optimisations, verify);
    }

    private Function tangent(FunctionName.Tangent name, Plan plan) {
        return name.of() instanceof FunctionName.Gradient || name.of() instanceof FunctionName.FixedPoint
                ? tidied(body(name, plan), plan)
                : tangent(body(name.of(), plan), name, plan);
    }

    private Function tangent(Function primal, FunctionName.Tangent name, Plan plan) {
        return tidied(derived(plan).tangent(primal, name, plan), plan);
    }

    private Function tidied(Function tangent, Plan plan) {
        long start = stages.start();
        Function simplified = Sweeps.completed(simplify.coalesced(tangent));
        stages.stop(Stages.Stage.SIMPLIFY, start);
        placeCalls(simplified.body(), plan);
        return verified(fused(simplified, plan));
    }

    private Adjoint finished(Adjoint taped, Plan plan) {
        return fused(unfused(taped, plan), Fusing::adjoint, plan);
    }

    /** The same for two sweeps that run in one method. */
    private Adjoint finishedTogether(Adjoint taped, Plan plan) {
        return fused(unfused(taped, plan), Fusing::together, plan);
    }

    private Adjoint fused(Adjoint sweeps, BiFunction<Fusing, Adjoint, Adjoint> loops, Plan plan) {
        boolean fuses = optimisations.has(Optimisation.FUSED_LOOPS);
        return verified(fuses ? loops.apply(plan.fusing(optimisations), sweeps) : sweeps);
    }

    private Adjoint verified(Adjoint adjoint) {
        if (verify) {
            Verifier.check(adjoint);
        }
        return adjoint;
    }

    private Adjoint unfused(Adjoint taped, Plan plan) {
        long start = stages.start();
        Adjoint coalesced = simplify.coalesced(Sweeps.lifted(taped));
        Adjoint finished = coalesced.with(Sweeps.complete(coalesced.forward()), Sweeps.complete(coalesced.backward()));
        stages.stop(Stages.Stage.SIMPLIFY, start);
        placeCalls(finished.forward(), plan);
        placeCalls(finished.backward(), plan);
        return finished;
    }

    private Function verified(Function function) {
        if (verify) {
            Verifier.check(function);
        }
        return function;
    }

    /** Calls of methods themselves that are left in derivative code. */
    private static void placeCalls(List<Stmt> body, Plan plan) {
        for (Expr.Call call : Walk.calls(body)) {
            plan.call(call.function());
        }
    }
}
