package dev.jacobi.processor;

import dev.jacobi.processor.analysis.Activity;
import dev.jacobi.processor.analysis.CallGraph;
import dev.jacobi.processor.backend.Derivative;
import dev.jacobi.processor.backend.DerivativeNames;
import dev.jacobi.processor.backend.GeneratedClass;
import dev.jacobi.processor.diag.Problem;
import dev.jacobi.processor.frontend.Enclosing;
import dev.jacobi.processor.frontend.Functions;
import dev.jacobi.processor.frontend.Subject;
import dev.jacobi.processor.frontend.Subjects;
import dev.jacobi.processor.ir.Adjoint;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Verifier;
import dev.jacobi.processor.ir.Walk;
import dev.jacobi.processor.rules.Partials;
import dev.jacobi.processor.simplify.Simplify;
import dev.jacobi.processor.transform.Preparation;
import dev.jacobi.processor.transform.adjoint.Fusion;
import dev.jacobi.processor.transform.adjoint.Reversal;
import dev.jacobi.processor.transform.adjoint.Sweeps;
import dev.jacobi.processor.transform.tangent.Tangent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
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
    private final CallGraph calls;
    private final Stages stages;
    private final boolean verify;
    private final Map<FunctionName.Primal, Subject> subjects = new LinkedHashMap<>();

    /** @param verify whether the intermediate language is checked after every stage */
    Pipeline(Functions functions, Partials partials, Subjects declarations, Stages stages, boolean verify) {
        this.functions = functions;
        this.partials = partials;
        this.stages = stages;
        this.verify = verify;
        this.calls = new CallGraph(new Bodies(functions, declarations), partials);
    }

    /** What calls are followed into. */
    private record Bodies(Functions functions, Subjects declarations) implements CallGraph.Bodies {
        @Override
        public @Nullable Function body(FunctionName.Primal name) {
            return functions.read(name).function();
        }

        @Override
        public Set<Integer> differentiable(FunctionName.Primal name) {
            return declarations.differentiable(functions.method(name));
        }
    }

    void add(Subject subject) {
        subjects.put(subject.name(), subject);
    }

    /** Everything that is wrong with a method, found before anything is made of it. */
    List<Problem> check(Subject subject) {
        long start = stages.start();
        List<Problem> problems = new Checks(functions, calls, partials, subject).run();
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
        String from = Enclosing.type(first.method()).getQualifiedName().toString();
        boolean isPublic = false;
        for (Subject subject : sharing) {
            isPublic |= subject.isPublic();
        }
        List<Element> origins = List.of(Enclosing.type(first.method()));
        return new GeneratedClass(
                first.packageName(), first.className(), isPublic, from, origins, derivatives, plan.targets());
    }

    private Derivative members(Subject subject, Plan plan) {
        Function primal = body(subject.name());
        SortedSet<Integer> active = subject.wrt();
        Function prepared = prepare(primal, active);
        Function tangent = tangent(prepared, active, plan);
        Adjoint adjoint = reverse(prepared, active, plan);
        Adjoint split = simplify(adjoint);
        Adjoint fused = simplify(Fusion.seededWithOne(adjoint));
        Derivative members = new Derivative.Members(
                subject.name().method(),
                displayed(subject.method()),
                DerivativeNames.ofMethod(subject.overload()),
                primal,
                active,
                tangent,
                columns(primal, active, plan),
                fused,
                split,
                plan.gradientStruct(subject.name(), active));
        placeCalls(tangent.body(), plan);
        placeCalls(split.forward(), plan);
        return members;
    }

    /** A Jacobian by one of several parameters asks for no tangent by the others, which might not be finite. */
    private List<Function> columns(Function primal, SortedSet<Integer> active, Plan plan) {
        if (active.size() == 1 || !(primal.type() instanceof Type.Tensor)) {
            return List.of();
        }
        List<Function> columns = new ArrayList<>();
        for (int i : active) {
            SortedSet<Integer> alone = FunctionName.active(List.of(i));
            Function column = tangent(prepare(primal, alone), alone, plan);
            placeCalls(column.body(), plan);
            columns.add(column);
        }
        return columns;
    }

    private static String displayed(ExecutableElement method) {
        return Enclosing.type(method).getSimpleName() + "." + method.getSimpleName();
    }

    private Derivative helper(FunctionName name, Plan plan) {
        DerivativeNames names = plan.names(name);
        Function primal = body(name.primal());
        if (name instanceof FunctionName.Tangent wanted) {
            Function tangent = tangent(prepare(primal, wanted.active()), wanted.active(), plan);
            placeCalls(tangent.body(), plan);
            return new Derivative.TangentHelper(names, tangent);
        }
        if (name instanceof FunctionName.Forward wanted) {
            Adjoint adjoint = reverse(prepare(primal, wanted.active()), wanted.active(), plan);
            Adjoint split = simplify(adjoint);
            placeCalls(split.forward(), plan);
            return new Derivative.PullbackHelper(names, split, plan.gradientStruct(wanted.of(), wanted.active()));
        }
        placeCalls(primal.body(), plan);
        return new Derivative.Copy(plan.method(name), primal);
    }

    private Function body(FunctionName.Primal name) {
        Function function = functions.read(name).function();
        if (function == null) {
            throw new IllegalStateException(name.display() + " was not read");
        }
        return verified(function);
    }

    private Function prepare(Function primal, SortedSet<Integer> active) {
        long start = stages.start();
        Function prepared = Preparation.prepare(primal, Activity.of(primal, active, calls), partials);
        stages.stop(Stages.Stage.PREPARE, start);
        return verified(prepared);
    }

    private Function tangent(Function prepared, SortedSet<Integer> active, Plan plan) {
        long start = stages.start();
        Function tangent = verified(Tangent.of(prepared, active, calls, partials, plan));
        stages.stop(Stages.Stage.TANGENT, start);
        long simplifying = stages.start();
        Function simplified = Simplify.tangent(tangent);
        stages.stop(Stages.Stage.SIMPLIFY, simplifying);
        return verified(simplified);
    }

    private Adjoint reverse(Function prepared, SortedSet<Integer> active, Plan plan) {
        long start = stages.start();
        Adjoint adjoint = Reversal.of(prepared, active, calls, partials, plan);
        stages.stop(Stages.Stage.ADJOINT, start);
        return adjoint;
    }

    private Adjoint simplify(Adjoint adjoint) {
        long start = stages.start();
        Adjoint simplified = Sweeps.lifted(Simplify.adjoint(adjoint));
        stages.stop(Stages.Stage.SIMPLIFY, start);
        if (verify) {
            Verifier.check(simplified);
        }
        return simplified;
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
            if (call.function() instanceof FunctionName.Primal name) {
                plan.call(name);
            }
        }
    }
}
