package dev.jacobi.processor.transform.inplace;

import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.Rewriter;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;

/** Calls of functions that run both sweeps: they work in the caller's scratch. */
final class JoinedCalls {

    private JoinedCalls() {}

    static boolean isOne(Stmt statement) {
        return statement instanceof Stmt.Declare s
                && s.value() instanceof Expr.Call call
                && call.function() instanceof FunctionName.Joined;
    }

    static Stmt inPlace(Stmt statement, Rewriter arrays, Var scratch) {
        if (statement instanceof Stmt.Declare s
                && s.value() instanceof Expr.Call call
                && call.function() instanceof FunctionName.Joined joined) {
            FunctionName name = new FunctionName.Joined(joined.of(), joined.part(), true);
            List<Expr> arguments = new ArrayList<>();
            call.arguments().forEach(argument -> arguments.add(arrays.rewrite(argument)));
            arguments.add(new Expr.Ref(scratch, call.span()));
            return new Stmt.Declare(s.variable(), new Expr.Call(name, arguments, call.type(), call.span()), s.note());
        }
        throw new IllegalStateException(statement + " is no such call");
    }
}
