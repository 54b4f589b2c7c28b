package dev.jacobi.processor.transform.kernels;

import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Arithmetic;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import dev.jacobi.processor.transform.adjoint.Trips;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A function that the runtime computes of the first elements of an array, in their place. */
enum Kernel {
    EXP("exp"),
    LOG("log"),
    TANH("tanh");

    private static final String OWNER = "dev.jacobi.tensor.FastFunctions";

    private static final Map<String, Kernel> BY_SIGNATURE = Map.of(
            "java.lang.Math.exp(double)", EXP,
            "java.lang.Math.log(double)", LOG,
            "java.lang.Math.tanh(double)", TANH);

    private final String method;

    Kernel(String method) {
        this.method = method;
    }

    /** The kernel for a call; null for any other expression. */
    static @Nullable Kernel of(@Nullable Expr e) {
        return e instanceof Expr.Apply apply
                ? BY_SIGNATURE.get(apply.primitive().signature())
                : null;
    }

    /** How many numbers a loop's iterations are; below zero is none. */
    static Expr count(Trips trips) {
        boolean atLeastNothing = trips.length() instanceof Expr.Apply apply
                && apply.primitive().signature().equals("java.lang.Math.max(int,int)")
                && Arithmetic.is(apply.operands().get(1), 0);
        return atLeastNothing ? Walk.operands(trips.length()).get(0) : trips.length();
    }

    /** {@code FastFunctions.exp(array, count);} */
    Stmt run(Var array, Expr count, Span span) {
        List<Expr> operands = List.of(new Expr.Ref(array, span), count);
        return new Stmt.Effect(call(method, operands, Type.Scalar.VOID, span), new Stmt.Note(Stmt.Role.KEPT, span));
    }

    /** {@code FastFunctions.pays(count)}, or {@code pays(count, arrays)} where new arrays are made. */
    static Expr pays(Expr count, int arrays) {
        Expr many = new Expr.Literal(String.valueOf(arrays), Type.Scalar.INT, count.span());
        return call("pays", arrays == 0 ? List.of(count) : List.of(count, many), Type.Scalar.BOOLEAN, count.span());
    }

    private static Expr call(String name, List<Expr> operands, Type result, Span span) {
        boolean pure = result != Type.Scalar.VOID;
        return new Expr.Apply(Primitive.ofRuntime(OWNER, name, Walk.types(operands), result, pure), operands, span);
    }
}
