package dev.jacobi.processor.analysis;

import dev.jacobi.processor.ir.ArrayOperation;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Structure;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells, in the order in which they stand, what the statements of a function do with arrays. */
final class ArrayUses {

    /** What of an array is used. */
    enum Part {
        NUMBERS,
        ROWS
    }

    /** Who is told. */
    interface Listener {
        void read(Expr array, Part part, Place place);

        void written(Expr array, Part part, Place place);

        /** An array gets another name, or a place in another array. */
        void passedOn(Expr array, Place place);

        /** An array may be written by others from here on, at any time. */
        void exposed(Expr array);

        /** A variable gets its first value; where that is an array with a name, this isn't {@link #passedOn}. */
        void declared(Var variable, Expr value, Place place);

        void assigned(Var variable, Expr value, Place place);
    }

    /**
     * Where something happens.
     *
     * @param time what stands further behind has a higher one, what one statement does has the same
     * @param around the loops around it, from the outermost
     */
    record Place(int time, List<Loop> around) {

        /** The labels of the loops around whose iterations have variables in common. */
        Set<String> loopsSharing(Collection<Var> variables) {
            Set<String> labels = new HashSet<>();
            for (Loop loop : around) {
                if (!loop.own().containsAll(variables)) {
                    labels.add(loop.label());
                }
            }
            return labels;
        }
    }

    /**
     * A loop around what is being looked at.
     *
     * @param own the variables that each iteration has for itself
     */
    record Loop(String label, Set<Var> own) {}

    private final Memory memory;
    private final Listener listener;
    private final List<Loop> around = new ArrayList<>();
    private Place place = new Place(0, List.of());

    private ArrayUses(Memory memory, Listener listener) {
        this.memory = memory;
        this.listener = listener;
    }

    static void tell(Function function, Memory memory, Listener listener) {
        ArrayUses uses = new ArrayUses(memory, listener);
        uses.body(function.body());
        if (function.result() != null) {
            uses.next();
            uses.expression(function.result());
        }
    }

    private void next() {
        place = new Place(place.time() + 1, List.copyOf(around));
    }

    private void body(List<Stmt> body) {
        for (Stmt statement : body) {
            if (statement instanceof Stmt.Loop loop) {
                around.add(new Loop(loop.label(), new HashSet<>(Walk.declares(loop.body()))));
                next();
                statement(statement);
                around.remove(around.size() - 1);
            } else {
                next();
                statement(statement);
            }
        }
    }

    private void statement(Stmt statement) {
        if (statement instanceof Stmt.Store s) {
            stored(s);
        } else if (statement instanceof Stmt.Accumulate s) {
            Walk.own(s).forEach(this::expression);
            listener.exposed(s.array());
        } else if (statement instanceof Stmt.Declare s && s.value() != null) {
            declared(s.variable(), s.value());
        } else {
            Walk.own(statement).forEach(this::expression);
        }
        if (statement instanceof Stmt.Assign s) {
            listener.assigned(s.variable(), s.value(), place);
        }
        Walk.blocks(statement).forEach(this::body);
    }

    private void declared(Var variable, Expr value) {
        if (isNamed(value)) {
            used(value);
        } else {
            expression(value);
        }
        listener.declared(variable, value, place);
    }

    private void stored(Stmt.Store s) {
        if (isSum(s)) {
            expression(s.index());
            Walk.operands(s.value()).subList(1, 2).forEach(this::expression);
        } else {
            used(s.array());
            expression(s.index());
            expression(s.value());
        }
        listener.written(s.array(), Memory.isArray(s.value().type()) ? Part.ROWS : Part.NUMBERS, place);
        if (memory.givesOldArrays(s.value())) {
            listener.exposed(s.array());
        }
    }

    /** {@code a[i] += e}: no derivative asks for what the element was before, since a sum's doesn't depend on it. */
    private static boolean isSum(Stmt.Store s) {
        return s.value() instanceof Expr.Apply sum
                && sum.primitive().form() == Primitive.Form.INFIX
                && (sum.primitive().name().equals("+") || sum.primitive().name().equals("-"))
                && sum.operands().get(0) instanceof Expr.Apply before
                && before.primitive().form() == Primitive.Form.INDEX
                && Structure.same(before.operands().get(0), s.array())
                && Structure.same(before.operands().get(1), s.index());
    }

    /** An expression whose value goes somewhere. */
    private void expression(Expr e) {
        if (isNamed(e)) {
            listener.passedOn(e, place);
        }
        used(e);
    }

    /** Whether an expression is the name of an array, or a row of one. */
    private static boolean isNamed(Expr e) {
        boolean row = e instanceof Expr.Apply apply && apply.primitive().form() == Primitive.Form.INDEX;
        return Memory.namesArrays(e.type()) && (e instanceof Expr.Ref || row);
    }

    /** An expression whose value, where it is an array, gets no other name. */
    private void used(Expr e) {
        if (e instanceof Expr.Apply apply) {
            applied(apply);
        } else if (e instanceof Expr.Call call) {
            called(call);
        } else {
            Walk.operands(e).forEach(this::expression);
        }
    }

    private void called(Expr.Call call) {
        Summary summary = memory.summary(call);
        boolean joins = summary.joined().stream().anyMatch(s -> !s.isEmpty());
        for (int i = 0; i < call.arguments().size(); i++) {
            int parameter = i;
            Expr argument = call.arguments().get(i);
            if (summary.resultIs().contains(i)) {
                expression(argument);
            } else {
                used(argument);
            }
            readWhole(argument);
            if (summary.writes().contains(i)) {
                listener.written(argument, Part.NUMBERS, place);
            }
            boolean kept = summary.keeps().values().stream().anyMatch(k -> k.contains(parameter));
            if (kept || joins || summary.movesRows().contains(i)) {
                listener.exposed(argument);
            }
        }
    }

    private void readWhole(Expr array) {
        listener.read(array, Part.NUMBERS, place);
        listener.read(array, Part.ROWS, place);
    }

    private void applied(Expr.Apply e) {
        List<Expr> operands = e.operands();
        switch (e.primitive().form()) {
            case INDEX -> {
                used(operands.get(0));
                expression(operands.get(1));
                listener.read(operands.get(0), Memory.isArray(e.type()) ? Part.ROWS : Part.NUMBERS, place);
            }
            case FIELD, INFIX, PREFIX, INSTANCE_OF -> operands.forEach(this::used);
            case METHOD, STATIC_METHOD -> operation(e);
            case FUNCTION -> {
                operands.forEach(this::expression);
                operands.forEach(this::handed);
            }
            case NEW -> {
                operands.forEach(this::expression);
                operands.forEach(listener::exposed);
            }
            case CAST, CONVERSION -> {
                operands.forEach(this::expression);
                if (!(e.type() instanceof Type.Array)) {
                    operands.forEach(listener::exposed);
                }
            }
            case NEW_ARRAY, ARRAY_LITERAL, STATIC_FIELD -> operands.forEach(this::expression);
        }
    }

    /** When a function runs isn't known, nor what it does to an array that it doesn't only look at. */
    private void handed(Expr operand) {
        readWhole(operand);
        if (!Memory.isHeldConstant(operand)) {
            listener.exposed(operand);
        }
    }

    private void operation(Expr.Apply e) {
        List<Expr> operands = e.operands();
        ArrayOperation operation = ArrayOperation.of(e.primitive());
        boolean unknown = operation == ArrayOperation.NONE && !ArrayOperation.onlyReads(e.primitive());
        for (Expr operand : operands) {
            if (unknown || Memory.hasRows(operand.type())) {
                expression(operand);
            } else {
                used(operand);
            }
            readWhole(operand);
            if (unknown) {
                listener.exposed(operand);
            }
        }
        switch (operation) {
            case COPY_INTO -> overwritten(operands.get(2));
            case FILL, FILL_RANGE, SORT, MOVE_SORTED -> overwritten(operands.get(0));
            case CLONE, COPY, LITERAL, NEW, LIKE, OF_TENSOR, NONE -> {}
        }
    }

    private void overwritten(Expr array) {
        listener.written(array, Part.NUMBERS, place);
        listener.written(array, Part.ROWS, place);
    }
}
