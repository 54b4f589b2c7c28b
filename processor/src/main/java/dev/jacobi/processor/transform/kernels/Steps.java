package dev.jacobi.processor.transform.kernels;

import dev.jacobi.processor.ir.Effects;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Rewriter;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A loop's body, in which every function of a kernel is computed by a statement of its own.
 *
 * @param statements in their order
 * @param own the variables that an iteration declares, outside branches
 */
record Steps(List<Stmt> statements, Set<Var> own) {

    /** Longer bodies are left alone: the passes would hand too much on. */
    private static final int MOST = 200;

    Steps {
        statements = List.copyOf(statements);
        own = Set.copyOf(own);
    }

    static Steps of(List<Stmt> body, NameSupply names) {
        List<Stmt> out = new ArrayList<>();
        for (Stmt statement : body) {
            boolean isOne = statement instanceof Stmt.Declare s && Kernel.of(s.value()) != null;
            Stmt rest = statement instanceof Stmt.If ? statement : new Named(out, names, statement, isOne).rest();
            out.add(rest);
        }
        Set<Var> own = new HashSet<>();
        for (Stmt statement : out) {
            if (statement instanceof Stmt.Declare s) {
                own.add(s.variable());
            }
        }
        return new Steps(out, own);
    }

    /** The kernel that computes a step's variable; null where it does something else. */
    @Nullable
    Kernel kernel(int step) {
        return statements.get(step) instanceof Stmt.Declare s ? Kernel.of(s.value()) : null;
    }

    /** Whether a body computes a function of a kernel, outside branches. */
    static boolean haveKernels(List<Stmt> body) {
        for (Stmt statement : body) {
            if (!(statement instanceof Stmt.If) && Walk.own(statement).stream().anyMatch(Steps::hasKernel)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasKernel(Expr e) {
        return Kernel.of(e) != null || Walk.operands(e).stream().anyMatch(Steps::hasKernel);
    }

    /** Whether a body's statements only compute numbers, so that they may change places. */
    static boolean canBe(List<Stmt> body) {
        return body.size() <= MOST && Walk.all(body).stream().allMatch(Steps::isPlain);
    }

    private static boolean isPlain(Stmt statement) {
        boolean own = statement instanceof Stmt.Declare s
                        && (isNumber(s.variable().type()) || isPath(s.value()))
                || statement instanceof Stmt.Assign a && isNumber(a.variable().type())
                || statement instanceof Stmt.Increment i
                        && isNumber(i.variable().type())
                || statement instanceof Stmt.Store t && isNumber(t.value().type())
                || statement instanceof Stmt.Accumulate u && isNumber(u.value().type())
                || statement instanceof Stmt.If;
        return own && Walk.own(statement).stream().allMatch(Effects::onlyComputes);
    }

    private static boolean isNumber(Type type) {
        return type instanceof Type.Scalar;
    }

    /** Whether it names an array that is there: a row of another. */
    private static boolean isPath(@Nullable Expr e) {
        return e instanceof Expr.Ref ref && ref.type() instanceof Type.Array
                || e instanceof Expr.Apply apply
                        && apply.type() instanceof Type.Array
                        && apply.primitive().form() == Primitive.Form.INDEX
                        && isPath(apply.operands().get(0));
    }

    /** Names the functions inside a statement, in statements before it. */
    private static final class Named extends Rewriter {
        private final List<Stmt> before;
        private final NameSupply names;
        private final Stmt statement;

        /** Whether the statement only computes such a function itself. */
        private boolean isOne;

        Named(List<Stmt> before, NameSupply names, Stmt statement, boolean isOne) {
            this.before = before;
            this.names = names;
            this.statement = statement;
            this.isOne = isOne;
        }

        Stmt rest() {
            return statement.match(this);
        }

        @Override
        public Expr apply(Expr.Apply e) {
            boolean itself = isOne;
            isOne = false;
            Expr inside = super.apply(e);
            if (itself || Kernel.of(e) == null) {
                return inside;
            }
            Var value = new Var(names.fresh(e.primitive().name()), e.type());
            before.add(new Stmt.Declare(value, inside, statement.note()));
            return new Expr.Ref(value, e.span());
        }

        /** What isn't chosen isn't computed. */
        @Override
        public Expr choose(Expr.Choose e) {
            return e;
        }
    }
}
