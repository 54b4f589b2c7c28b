package dev.jacobi.processor.transform;

import dev.jacobi.processor.analysis.Activity;
import dev.jacobi.processor.analysis.CallGraph;
import dev.jacobi.processor.ir.Expr;
import java.util.SortedSet;
import java.util.TreeSet;

/** The arguments of a call that a derivative flows through. */
public final class ActiveArguments {

    private ActiveArguments() {}

    /** The indices of the arguments that vary and on which the function's result depends. */
    public static SortedSet<Integer> of(Expr.Call call, Activity activity, CallGraph calls) {
        SortedSet<Integer> active = new TreeSet<>();
        for (int i : calls.resultDependsOn(call.function())) {
            if (activity.isVaried(call.arguments().get(i))) {
                active.add(i);
            }
        }
        return active;
    }
}
