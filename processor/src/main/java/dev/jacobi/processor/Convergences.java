package dev.jacobi.processor;

import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Arithmetic;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.List;

/** Calls of the runtime's {@code dev.jacobi.tape.Convergence}, which says when an iteration has arrived. */
final class Convergences {

    private static final String OWNER = "dev.jacobi.tape.Convergence";

    /** The type of what watches one iteration. */
    static final Type TYPE = new Type.Library(OWNER);

    private static final Type TEXT = new Type.Library("java.lang.String");
    private static final Span SPAN = Span.NOWHERE;

    private Convergences() {}

    /** {@code new Convergence("Orbit.java:12", 1e-12, 10000)}. */
    static Expr start(FunctionName.Attraction attraction) {
        List<Expr> operands = List.of(
                where(attraction),
                number(attraction.tolerance()),
                new Expr.Literal(String.valueOf(attraction.iterations()), Type.Scalar.INT, SPAN));
        return apply(Primitive.Form.NEW, "new", TYPE, operands);
    }

    /** {@code convergence.method(operands)}. */
    static Expr on(Expr convergence, String method, Type result, Expr... operands) {
        List<Expr> all = new ArrayList<>(List.of(operands));
        all.add(0, convergence);
        return apply(Primitive.Form.METHOD, method, result, all);
    }

    /** Looks whether a loop has arrived. */
    static Stmt check(FunctionName.Attraction attraction, Expr first, Expr last, Expr next) {
        List<Expr> operands = List.of(where(attraction), number(attraction.residual()), first, last, next);
        Expr check = apply(Primitive.Form.STATIC_METHOD, "check", Type.Scalar.VOID, operands);
        return new Stmt.Effect(check, new Stmt.Note(Stmt.Role.PRIMAL, SPAN));
    }

    /** Looks whether what is brought in each iteration is nothing. */
    static Stmt checkEnds(FunctionName.Attraction attraction, Expr each, Expr sum) {
        List<Expr> operands = List.of(where(attraction), each, sum);
        Expr check = apply(Primitive.Form.STATIC_METHOD, "checkEnds", Type.Scalar.VOID, operands);
        return new Stmt.Effect(check, new Stmt.Note(Stmt.Role.ADJOINT, SPAN));
    }

    static Expr isZero(Expr adjoint) {
        Primitive primitive =
                primitive(Primitive.Form.STATIC_METHOD, "isZero", Type.Scalar.BOOLEAN, List.of(adjoint), true);
        return new Expr.Apply(primitive, List.of(adjoint), SPAN);
    }

    private static Expr where(FunctionName.Attraction attraction) {
        return new Expr.Literal('"' + attraction.where() + '"', TEXT, SPAN);
    }

    private static Expr number(double value) {
        return Arithmetic.number(value, Type.Scalar.DOUBLE, SPAN);
    }

    private static Expr apply(Primitive.Form form, String name, Type result, List<Expr> operands) {
        return new Expr.Apply(primitive(form, name, result, operands, false), operands, SPAN);
    }

    private static Primitive primitive(
            Primitive.Form form, String name, Type result, List<Expr> operands, boolean pure) {
        List<Type> types = Walk.types(operands);
        return new Primitive(form, TYPE, name, types, result, pure, OWNER + "." + name + "(" + types + ")");
    }
}
