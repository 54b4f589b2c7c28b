package dev.jacobi.processor.split;

import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.List;

/** Makes statements of what is too large for one piece although it is one expression. */
final class LargeExpressions {

    private final NameSupply names;
    private final int limit;

    LargeExpressions(NameSupply names, int limit) {
        this.names = names;
        this.limit = limit;
    }

    List<Stmt> cut(List<Stmt> body) {
        List<Stmt> out = new ArrayList<>(body.size());
        for (Stmt statement : body) {
            if (Weight.of(statement) <= limit) {
                out.add(statement);
            } else {
                Walk.withBlocks(statement, this::cut).match(new Statements(out));
            }
        }
        return out;
    }

    /** Adds statements with smaller expressions in their place. */
    private final class Statements implements Stmt.Cases<Boolean> {
        private final List<Stmt> out;

        Statements(List<Stmt> out) {
            this.out = out;
        }

        private Expr small(Expr e, Stmt.Note note) {
            return Weight.of(e) <= limit ? e : new Operands(LargeExpressions.this, limit, note, out).parts(e);
        }

        @Override
        public Boolean declare(Stmt.Declare s) {
            if (s.value() == null) {
                return out.add(s);
            }
            boolean array = s.variable().type() instanceof Type.Array; // else an object: elements want the array
            return array && elements(s.variable(), s.value(), s.note())
                    || out.add(new Stmt.Declare(s.variable(), row(s.value(), s.note()), s.note()));
        }

        @Override
        public Boolean assign(Stmt.Assign s) {
            return out.add(new Stmt.Assign(s.variable(), row(s.value(), s.note()), s.note()));
        }

        /** {@code double[] a = {x, y}} becomes {@code double[] a = new double[2]; a[0] = x; a[1] = y}. */
        private boolean elements(Var array, Expr value, Stmt.Note note) {
            if (!(value instanceof Expr.Apply e)
                    || e.primitive().form() != Primitive.Form.ARRAY_LITERAL
                    || Weight.of(e) <= limit) {
                return false;
            }
            Type.Array type = (Type.Array) e.type();
            Expr length = new Expr.Literal(String.valueOf(e.operands().size()), Type.Scalar.INT, e.span());
            Expr made = new Expr.Apply(Primitive.newArray(type, List.of(Type.Scalar.INT)), List.of(length), e.span());
            out.add(new Stmt.Declare(array, made, note));
            for (int i = 0; i < e.operands().size(); i++) {
                Expr index = new Expr.Literal(String.valueOf(i), Type.Scalar.INT, e.span());
                store(new Stmt.Store(
                        new Expr.Ref(array, e.span()), index, e.operands().get(i), note));
            }
            return true;
        }

        @Override
        public Boolean increment(Stmt.Increment s) {
            return out.add(new Stmt.Increment(s.variable(), small(s.value(), s.note()), s.note()));
        }

        @Override
        public Boolean store(Stmt.Store s) {
            Expr array = small(s.array(), s.note());
            Expr index = small(s.index(), s.note());
            return out.add(new Stmt.Store(array, index, row(s.value(), s.note()), s.note()));
        }

        /** A large array literal gets a variable. */
        private Expr row(Expr value, Stmt.Note note) {
            boolean literal = value instanceof Expr.Apply e
                    && e.primitive().form() == Primitive.Form.ARRAY_LITERAL
                    && Weight.of(e) > limit;
            if (!literal) {
                return small(value, note);
            }
            Var row = new Var(names.fresh("row"), value.type());
            elements(row, value, note);
            return new Expr.Ref(row, value.span());
        }

        @Override
        public Boolean accumulate(Stmt.Accumulate s) {
            Expr array = small(s.array(), s.note());
            Expr index = small(s.index(), s.note());
            return out.add(new Stmt.Accumulate(array, index, small(s.value(), s.note()), s.note()));
        }

        @Override
        public Boolean branch(Stmt.If s) {
            return out.add(new Stmt.If(small(s.condition(), s.note()), s.then(), s.otherwise(), s.note()));
        }

        /** A large condition is computed before the loop and at the end of its body. */
        @Override
        public Boolean loop(Stmt.Loop s) {
            Stmt.Counter counter = s.counter();
            if (Weight.of(s.condition()) <= limit) {
                return out.add(s);
            }
            List<Stmt> body = new ArrayList<>(s.body());
            if (counter != null) {
                out.add(new Stmt.Declare(counter.variable(), counter.from(), s.note()));
                body.add(stepped(counter, s.note()));
            }
            Var goes = new Var(names.fresh("goes"), Type.Scalar.BOOLEAN);
            out.add(new Stmt.Declare(goes, small(s.condition(), s.note()), s.note()));
            Expr again = new Operands(LargeExpressions.this, limit, s.note(), body).parts(s.condition());
            body.add(new Stmt.Assign(goes, again, s.note()));
            return out.add(new Stmt.Loop(
                    s.label(), null, new Expr.Ref(goes, s.condition().span()), body, s.note()));
        }

        private static Stmt stepped(Stmt.Counter counter, Stmt.Note note) {
            Type type = counter.variable().type();
            Expr step = new Expr.Literal(String.valueOf(Math.abs(counter.step())), type, note.span());
            Primitive sign = Primitive.infix(counter.step() < 0 ? "-" : "+", type, type);
            Expr value =
                    new Expr.Apply(sign, List.of(new Expr.Ref(counter.variable(), note.span()), step), note.span());
            return new Stmt.Assign(counter.variable(), value, note);
        }

        @Override
        public Boolean reverse(Stmt.Reverse s) {
            return out.add(s);
        }

        @Override
        public Boolean effect(Stmt.Effect s) {
            return out.add(new Stmt.Effect(small(s.value(), s.note()), s.note()));
        }

        @Override
        public Boolean raise(Stmt.Throw s) {
            return out.add(new Stmt.Throw(small(s.value(), s.note()), s.note()));
        }
    }

    Var part(Type type) {
        return new Var(names.fresh("part"), type);
    }
}
