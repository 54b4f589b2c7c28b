package dev.jacobi.processor;

import dev.jacobi.processor.analysis.Activity;
import dev.jacobi.processor.ir.Adjoint;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.report.Finding;
import dev.jacobi.processor.transform.adjoint.Retentions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps for the report what is known while derivatives are made. */
final class Findings {

    private final Map<FunctionName, Retentions> logs = new HashMap<>();
    private final Map<FunctionName, List<Finding>> ofMethods = new HashMap<>();
    private final List<Finding> helpers = new ArrayList<>();

    /** Of an annotated method. */
    void method(FunctionName name, Finding.Use use, Adjoint sweeps, Activity activity, Retentions tape) {
        Type result = sweeps.primal().type();
        boolean pullback = use == Finding.Use.PULLBACK;
        boolean number = !(result instanceof Type.Array) && !(result instanceof Type.Struct);
        if (pullback ? result == Type.Scalar.VOID : !number) {
            return;
        }
        String member = pullback ? "pullback" : result == Type.Scalar.VOID ? "vjpInto" : "valueAndGradient";
        ofMethods
                .computeIfAbsent(name, n -> new ArrayList<>())
                .add(new Finding(member, use, sweeps, activity, tape.all()));
    }

    /** Of a method that others call. */
    void helper(String member, FunctionName name, Adjoint sweeps, Activity activity) {
        helpers.add(new Finding(
                member, Finding.Use.HELPER, sweeps, activity, log(name).all()));
    }

    /** What is told of the tapes of a helper, whose sweeps are made once for all uses. */
    Retentions log(FunctionName name) {
        return logs.computeIfAbsent(name, n -> new Retentions());
    }

    /** An annotated method's, then those of what its class's methods call. */
    List<Finding> of(FunctionName name) {
        List<Finding> all = new ArrayList<>(ofMethods.getOrDefault(name, List.of()));
        all.addAll(helpers);
        return all;
    }
}
