package dev.jacobi.processor;

import dev.jacobi.processor.analysis.Activity;
import dev.jacobi.processor.analysis.CallGraph;
import dev.jacobi.processor.analysis.Coverage;
import dev.jacobi.processor.analysis.IntegerCuts;
import dev.jacobi.processor.analysis.Memory;
import dev.jacobi.processor.analysis.OwnStates;
import dev.jacobi.processor.analysis.Purity;
import dev.jacobi.processor.analysis.Repeatable;
import dev.jacobi.processor.analysis.Summary;
import dev.jacobi.processor.diag.Kind;
import dev.jacobi.processor.diag.Problem;
import dev.jacobi.processor.frontend.Annotations;
import dev.jacobi.processor.frontend.Enclosing;
import dev.jacobi.processor.frontend.Functions;
import dev.jacobi.processor.frontend.Outline;
import dev.jacobi.processor.frontend.Subject;
import dev.jacobi.processor.frontend.Subjects;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.Leaves;
import dev.jacobi.processor.ir.Sharing;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import dev.jacobi.processor.rules.Partials;
import dev.jacobi.processor.transform.ActiveArguments;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Checks a method and all that a derivative flows through from it. */
final class Checks {

    private final Functions functions;
    private final CallGraph calls;
    private final CallGraph.Bodies bodies;
    private final Partials partials;
    private final Purity purity;
    private final Subject subject;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<FunctionName> seen = new HashSet<>();
    private final Set<FunctionName> read = new HashSet<>();
    private final Set<FunctionName> shaped = new HashSet<>();
    private final Set<FunctionName> inside = new HashSet<>();

    /** What may go away with an error in a function that is called. */
    private final Set<Problem> following = new HashSet<>();

    private boolean iterates;

    Checks(
            Functions functions,
            CallGraph calls,
            CallGraph.Bodies bodies,
            Partials partials,
            Purity purity,
            Subject subject) {
        this.functions = functions;
        this.calls = calls;
        this.bodies = bodies;
        this.partials = partials;
        this.purity = purity;
        this.subject = subject;
    }

    List<Problem> run() {
        check(subject.name(), subject.wrt(), Sharing.NONE);
        if (!Problem.anyError(problems)) {
            refuseChangedElements();
            refuseMovedRows();
            refuseNestedRows();
            refuseSparseRecords();
            problems.addAll(FieldWrites.check(subject, functions, calls));
        }
        if (!Problem.anyError(problems)) {
            warnOfIndependence();
        }
        return List.copyOf(new LinkedHashSet<>(causes()));
    }

    /** Without what may go away with another error. */
    private List<Problem> causes() {
        List<Problem> causes = new ArrayList<>(problems);
        causes.removeIf(problem ->
                problem.kind() == Kind.UNASSIGNED || Coverage.mayFollow(problem) || following.contains(problem));
        boolean lost = causes.stream().anyMatch(problem -> problem.kind().id().equals(Kind.LEAVES_NUMBERS.id()));
        if (lost) {
            causes.removeIf(problem -> problem.kind() == Kind.CUT); // what is cut may have been lost before
        }
        return Problem.anyError(causes) ? causes : problems;
    }

    /** Whether a derivative is one of fixed points, which may not be arrived at. */
    boolean iterates() {
        return iterates;
    }

    private void check(FunctionName.Primal name, SortedSet<Integer> active, Sharing sharing) {
        if (!seen.add(new FunctionName.Tangent(name, active, sharing))) {
            return;
        }
        Functions.Source source = functions.read(name);
        problems.addAll(source.problems());
        Function function = source.function();
        if (function == null) {
            checkReading(source.outline(), active);
            return;
        }
        if (!functions.home(name).equals(subject.packageName())) {
            problems.addAll(source.insidePackage());
        }
        Activity activity = Activity.of(function, active, sharing, calls);
        List<Problem> uncovered = Coverage.check(function, activity, partials);
        problems.addAll(uncovered);
        if (Walk.calls(function.body()).stream().anyMatch(this::isUnread)) {
            uncovered.stream().filter(Coverage::mayFollowCall).forEach(following::add);
        }
        if (Walk.hasTensors(function) && shaped.add(name)) {
            problems.addAll(ShapeStage.check(name, function, functions));
        }
        problems.addAll(IntegerCuts.check(function, activity, call -> cutsInside(call, activity)));
        problems.addAll(Repeatable.check(function, activity.memory(), calls, bodies));
        problems.addAll(OwnStates.check(function, activity.memory(), calls, bodies));
        followCalls(function, activity);
    }

    /** Whether something is wrong with a function that is called, so that its code isn't known. */
    private boolean isUnread(Expr.Call call) {
        return call.function() instanceof FunctionName.Primal callee
                && !callee.isPiece()
                && functions.hasBody(callee)
                && functions.read(callee).function() == null;
    }

    /** What a method calls that can't be read itself may be as wrong: that is said at once, as far as it is sure. */
    private void checkReading(Outline outline, SortedSet<Integer> active) {
        Set<Var> reached = outline.reached(active);
        for (Expr.Call call : outline.calls()) {
            FunctionName.Primal name = call.function().primal();
            SortedSet<Integer> arguments = Outline.arguments(call, reached);
            boolean fresh = !arguments.isEmpty() && read.add(new FunctionName.Tangent(name, arguments, Sharing.NONE));
            if (fresh && !name.isPiece() && functions.hasBody(name)) {
                Functions.Source source = functions.read(name);
                problems.addAll(source.problems());
                checkReading(source.outline(), arguments);
            }
        }
    }

    /** Where a function that is called cuts what it is given, so that its result doesn't depend on it. */
    private List<Problem> cutsInside(Expr.Call call, Activity activity) {
        Function function = call.function() instanceof FunctionName.Primal callee
                ? functions.read(callee).function()
                : null;
        SortedSet<Integer> cut = new TreeSet<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            Expr argument = call.arguments().get(i);
            if (argument.type().isFloating() && activity.isVaried(argument)) {
                cut.add(i);
            }
        }
        cut.removeAll(ActiveArguments.of(call, activity));
        if (function == null || cut.isEmpty() || !inside.add(call.function())) {
            return List.of();
        }
        Activity own = Activity.of(function, cut, Sharing.NONE, calls);
        List<Problem> cuts = IntegerCuts.check(function, own, deeper -> cutsInside(deeper, own));
        inside.remove(call.function());
        return cuts;
    }

    /** Functions that a derivative flows through are checked like the method itself, copies for having been read. */
    private void followCalls(Function function, Activity activity) {
        for (Expr.Call call : Walk.calls(function.body())) {
            if (call.function() instanceof FunctionName.Primal callee) {
                follow(callee, call, activity);
            } else if (call.function() instanceof FunctionName.FixedPoint point) {
                iterated(point, call, activity);
            } else if (!(call.function() instanceof FunctionName.Ruled)
                    && !ActiveArguments.of(call, activity).isEmpty()) {
                nested(call);
            }
        }
    }

    /** The derivative of a derivative: of a function that can be computed again, by all that it takes. */
    private void nested(Expr.Call call) {
        FunctionName.Primal of = call.function().primal();
        if (!purity.onlyComputes(of)) {
            problems.add(Problem.of(
                    Kind.UNSUPPORTED,
                    call.span(),
                    "a derivative of " + of.display() + ", which has effects besides giving a result,",
                    "have " + of.method() + " only compute: without calls that may do something else, and without"
                            + " writing to arrays that it is given"));
            return;
        }
        check(of, FunctionName.active(calls.summary(of, Sharing.NONE).result()), Sharing.NONE);
    }

    /** A loop that arrives at a fixed point: one iteration of it is computed again. */
    private void iterated(FunctionName.FixedPoint point, Expr.Call call, Activity activity) {
        SortedSet<Integer> active = ActiveArguments.of(call, activity);
        if (active.isEmpty()) {
            return;
        }
        iterates = true;
        FunctionName.Primal iteration = point.primal();
        if (!purity.hasNoEffects(iteration)) {
            problems.add(Problem.of(
                    Kind.FIXED_POINT,
                    call.span(),
                    "an iteration does something besides computing, or asks something that may change by then",
                    "let it only compute, and read fields into variables before the loop"));
            return;
        }
        SortedSet<Integer> iterated = new TreeSet<>(point.states());
        active.forEach(i -> iterated.add(point.parameter(i)));
        check(iteration, iterated, Sharing.NONE);
    }

    private void follow(FunctionName.Primal callee, Expr.Call call, Activity activity) {
        SortedSet<Integer> active = ActiveArguments.of(call, activity);
        Subject library = functions.fromLibrary(callee);
        if (library != null && !library.wrt().containsAll(active)) {
            problems.add(
                    Problem.of(
                            Kind.UNSUPPORTED,
                            call.span(),
                            "a derivative of " + callee.display()
                                    + " by a parameter that wrt leaves out in its library",
                            "name it in wrt there, or mark the variable that goes in @NoDerivative if it is to count as a constant"));
        }
        if (library != null && subject.order() > 1 && !active.isEmpty()) {
            problems.add(Problem.of(
                    Kind.UNSUPPORTED,
                    call.span(),
                    "a second derivative through " + callee.display() + ", which comes from another jar,",
                    "compile its source with this, or leave out order = " + subject.order()));
        }
        boolean copied =
                functions.takesApart(callee) || !Enclosing.isReachable(functions.method(callee), subject.packageName());
        if (active.isEmpty() && functions.isWritten(callee, subject.packageName())) {
            if (functions.written(callee, subject.packageName()) == null) {
                problems.add(functions.unreachable(callee, subject.packageName(), call.span()));
            }
            return;
        }
        if (takesNumbers(call, active) || functions.read(callee).function() != null && !active.isEmpty() || copied) {
            check(callee, active, activity.memory().sharing(call));
        }
    }

    /** What the method has written to the caller's array of records is made again for it of the components. */
    private void refuseChangedElements() {
        Function function = functions.read(subject.name()).function();
        if (function == null) {
            return;
        }
        Memory memory = calls.dependence(function, Sharing.NONE).memory();
        List<Functions.Leaf> leaves = functions.leaves(subject.name());
        List<Functions.Formal> formals = functions.formals(subject.name());
        for (int i = 0; i < leaves.size(); i++) {
            Functions.Formal formal = formals.get(leaves.get(i).formal());
            Var variable = function.parameters().get(i);
            boolean written = variable.type() instanceof Type.Array && memory.isWritten(memory.region(variable));
            if (written
                    && Leaves.isRows(functions.type(formal.type()))
                    && Subjects.isChanged(functions.type(formal.type()))) {
                problems.add(Problem.of(
                        Kind.UNSUPPORTED,
                        functions.declarations().span(subject.method()),
                        "writing to the array " + formal.name()
                                + " of records whose constructor changes what it is given",
                        "write to an array of your own"));
                return;
            }
        }
    }

    /** A sparse matrix takes several calls, and arrays inside records are not copied for each. */
    private void refuseSparseRecords() {
        Function function = functions.read(subject.name()).function();
        if (!subject.sparse() || function == null) {
            return;
        }
        Memory memory = calls.dependence(function, Sharing.NONE).memory();
        List<Functions.Leaf> leaves = functions.leaves(subject.method());
        List<Functions.Formal> formals = functions.formals(subject.method());
        for (int i = 0; i < leaves.size(); i++) {
            Functions.Formal formal = formals.get(leaves.get(i).formal());
            Var leaf = function.parameters().get(i);
            boolean written = Memory.isArray(leaf.type())
                    && (memory.isWritten(memory.region(leaf)) || memory.movesRows(memory.region(leaf)));
            if (written && Leaves.isRecord(functions.type(formal.type()))) {
                problems.add(Problem.of(
                        Kind.SPARSE,
                        functions
                                .declarations()
                                .annotations()
                                .value(subject.method(), Annotations.DIFFERENTIABLE, "sparse"),
                        subject.name().display(),
                        "writes to an array inside " + formal.name(),
                        "write to a copy of the array, or give it to the method as a parameter of its own"));
                return;
            }
        }
    }

    /** Objects that are made of numbers are refused where they are made, not for what is done with them. */
    private static boolean takesNumbers(Expr.Call call, SortedSet<Integer> active) {
        return active.stream().anyMatch(i -> call.arguments().get(i).type().carriesDerivative());
    }

    private void refuseNestedRows() {
        Function function = functions.read(subject.name()).function();
        if (function != null) {
            Memory memory = calls.dependence(function, Sharing.NONE).memory();
            problems.addAll(NestedRows.check(subject, function, memory, functions));
        }
    }

    /** What a member writes to an array of records it copies back, row by row. */
    private void refuseMovedRows() {
        Function function =
                Objects.requireNonNull(functions.read(subject.name()).function());
        Memory memory = calls.dependence(function, Sharing.NONE).memory();
        List<Functions.Formal> formals = functions.formals(subject.name());
        List<Functions.Leaf> leaves = functions.leaves(subject.name());
        Set<Integer> moved = new TreeSet<>();
        for (int i = 0; i < leaves.size(); i++) {
            Functions.Formal formal = formals.get(leaves.get(i).formal());
            Var leaf = function.parameters().get(i);
            boolean rows = functions.type(formal.type()) instanceof Type.Array array && Leaves.isRows(array.element());
            if (rows && Memory.isArray(leaf.type()) && memory.movesRows(memory.region(leaf))) {
                moved.add(leaves.get(i).formal());
            }
        }
        for (int i : moved) {
            String name = formals.get(i).name();
            problems.add(Problem.of(
                    Kind.UNSUPPORTED,
                    functions.declarations().span(subject.method()),
                    "putting rows into other places of the parameter " + name + ", an array of records,",
                    "make an array of your own, and put clones of the rows into it"));
        }
    }

    private void warnOfIndependence() {
        Summary summary = calls.summary(subject.name(), Sharing.NONE);
        Set<Integer> dependsOn = new TreeSet<>(summary.result());
        summary.contents().values().forEach(dependsOn::addAll);
        List<Functions.Leaf> leaves = functions.leaves(subject.name());
        SortedSet<Integer> independent = new TreeSet<>(subject.formals());
        dependsOn.forEach(leaf -> independent.remove(leaves.get(leaf).formal()));
        for (int i : independent) {
            String parameter = functions.formals(subject.name()).get(i).name();
            problems.add(Problem.of(
                    Kind.INDEPENDENT,
                    functions.declarations().span(subject.method()),
                    subject.name().display(),
                    parameter));
        }
    }
}
