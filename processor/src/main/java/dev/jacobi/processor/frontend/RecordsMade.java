package dev.jacobi.processor.frontend;

import dev.jacobi.processor.diag.Kind;
import dev.jacobi.processor.diag.Problem;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.Leaves;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The records that a function's code puts together again, for code that wants them as objects: the generated class must
 * be able to name them, and making one twice must give the same.
 */
final class RecordsMade {

    private final MemberReader members;
    private final List<Problem> problems = new ArrayList<>();

    private RecordsMade(MemberReader members) {
        this.members = members;
    }

    static List<Problem> check(Function function, MemberReader members) {
        RecordsMade check = new RecordsMade(members);
        for (Stmt statement : Walk.all(function.body())) {
            if (statement instanceof Stmt.Declare s) {
                check.declared(s.variable().type(), s.value());
            }
            Walk.own(statement).forEach(check::expression);
        }
        return check.problems;
    }

    /** A variable's type is written out. */
    private void declared(Type type, @Nullable Expr at) {
        if (type instanceof Type.Array array) {
            declared(array.element(), at);
        } else if (type instanceof Type.Struct struct && struct.isRecord()) {
            reachable(struct, at);
        }
    }

    private void reachable(Type.Struct type, @Nullable Expr at) {
        if (at == null) {
            return;
        }
        try {
            members.requireReachable(type, at.span());
        } catch (Refusal refusal) {
            problems.add(members.isRecord(type) ? refusal.problem : asRecord(refusal.problem));
        }
    }

    /** A class that is like a record would be an object as any, if it were only less private. */
    private static Problem asRecord(Problem problem) {
        List<String> arguments = new ArrayList<>(problem.arguments());
        arguments.set(2, "make " + arguments.get(0) + " a record, and package-private");
        return new Problem(problem.kind(), problem.span(), arguments);
    }

    private void expression(Expr e) {
        if (e instanceof Expr.Build build && Leaves.isRows(build.type())) {
            problems.add(Problem.of(
                    Kind.UNSUPPORTED,
                    build.span(),
                    "using an array of records as an object",
                    "hand on one record, or an array of one component"));
        } else if (e instanceof Expr.Build build && build.type() instanceof Type.Struct struct) {
            reachable(struct, build);
            if (struct.form() == Type.Form.CHANGED && members.isRecord(struct)) {
                problems.add(Problem.of(
                        Kind.UNSUPPORTED,
                        build.span(),
                        "using a record as an object whose constructor changes what it is given",
                        "hand on its components"));
            }
        }
        if (e instanceof Expr.Apply && e.type() instanceof Type.Struct struct && struct.isRecord()) {
            reachable(struct, e);
        }
        Walk.operands(e).forEach(this::expression);
    }
}
