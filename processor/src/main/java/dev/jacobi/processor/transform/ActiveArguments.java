package dev.jacobi.processor.transform;

import dev.jacobi.processor.analysis.Activity;
import dev.jacobi.processor.analysis.Memory;
import dev.jacobi.processor.analysis.Summary;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Type;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The arguments of a call that a derivative flows through. */
public final class ActiveArguments {

    private ActiveArguments() {}

    /**
     * The indices of the arguments that vary and on which the function's result, or what it leaves in arrays, depends;
     * and of the arrays that have shadows, in which it may leave derivatives.
     */
    public static SortedSet<Integer> of(Expr.Call call, Activity activity) {
        Summary summary = activity.summary(call);
        Set<Integer> used = new TreeSet<>(summary.result());
        summary.contents().values().forEach(used::addAll);
        used.addAll(summary.resultIs());
        used.addAll(summary.contents().keySet());
        SortedSet<Integer> active = new TreeSet<>();
        for (int i : used) {
            Expr argument = call.arguments().get(i);
            boolean array = Memory.isArray(argument.type());
            boolean number = !array && argument.type().carriesDerivative();
            if (array ? activity.isActiveArray(argument) : number && activity.isVaried(argument)) {
                active.add(i);
            }
        }
        return active;
    }

    /** Whether a derivative flows through a call: into its value, or into what it leaves in arrays. */
    public static boolean isActive(Expr.Call call, Activity activity) {
        for (int written : activity.summary(call).contents().keySet()) {
            if (activity.isActiveArray(call.arguments().get(written))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a call gives an array of constants that stands in the place of differentiated ones: that of code that
     * isn't read, without anything that varies. Its derivative is zero.
     */
    public static boolean givesConstants(Expr.Call call, Activity activity) {
        return call.type() instanceof Type.Array
                && !activity.isRead(call.function())
                && of(call, activity).isEmpty()
                && !isActive(call, activity);
    }
}
