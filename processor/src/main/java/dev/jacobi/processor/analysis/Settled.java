package dev.jacobi.processor.analysis;

import dev.jacobi.processor.ir.ArrayOperation;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Printer;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Regions of arrays that are filled first and read later. What is read there still holds when the backward sweep asks,
 * since no write comes after it: arrays are restored from nowhere.
 *
 * <p>A write comes after a read if it stands behind it (or in one statement with it, as in {@code a[i] = 2 * a[i]}), or
 * if a loop is around both, unless each iteration has arrays of its own. Only arrays that are made in the function and
 * stay there count: whoever else had one might write it before the backward sweep.
 */
final class Settled {

    private final Memory memory;
    private final Set<Var> variables = new HashSet<>();
    private final Set<Var> excluded = new HashSet<>();
    private final Map<Var, History> numbers = new HashMap<>();
    private final Map<Var, History> rows = new HashMap<>();
    private final List<Loop> around = new ArrayList<>();
    private int now;

    /** A loop around what is being looked at, and the variables that each iteration has for itself. */
    private record Loop(String label, Set<Var> own) {}

    /** When a region was first read and last written, and in which loops, whose iterations share it. */
    private static final class History {
        private int firstRead = Integer.MAX_VALUE;
        private int lastWrite = -1;
        private final Set<String> readIn = new HashSet<>();
        private final Set<String> writtenIn = new HashSet<>();

        private boolean isSettled() {
            Set<String> both = new HashSet<>(readIn);
            both.retainAll(writtenIn);
            return lastWrite < firstRead && both.isEmpty();
        }
    }

    private Settled(Function function, Memory memory) {
        this.memory = memory;
        variables.addAll(function.parameters());
        variables.addAll(Walk.declares(function.body()));
        for (Var parameter : function.parameters()) {
            exclude(memory.region(parameter));
        }
        exclude(memory.result());
        body(function.body());
        if (function.result() != null) {
            now++;
            expression(function.result());
        }
    }

    static Settled of(Function function, Memory memory) {
        return new Settled(function, memory);
    }

    /** Whether no number of the region's arrays is written after one has been read. */
    boolean numbers(Var region) {
        return holds(region, numbers);
    }

    /** Whether no row is put in a place of the region's arrays after one has been read. */
    boolean rows(Var region) {
        return holds(region, rows);
    }

    private boolean holds(Var region, Map<Var, History> histories) {
        Var root = memory.region(region);
        History history = histories.get(root);
        return !excluded.contains(root) && !memory.isElsewhere(root) && (history == null || history.isSettled());
    }

    private void exclude(@Nullable Var region) {
        if (region != null) {
            excluded.add(memory.region(region));
        }
    }

    private void body(List<Stmt> body) {
        for (Stmt statement : body) {
            now++;
            if (statement instanceof Stmt.Loop loop) {
                around.add(new Loop(loop.label(), new HashSet<>(Walk.declares(loop.body()))));
                statement(statement);
                around.remove(around.size() - 1);
            } else {
                statement(statement);
            }
        }
    }

    private void statement(Stmt statement) {
        if (statement instanceof Stmt.Store s && isSum(s)) {
            expression(s.index());
            Walk.operands(s.value()).subList(1, 2).forEach(this::expression);
        } else {
            Walk.own(statement).forEach(this::expression);
        }
        if (statement instanceof Stmt.Declare s && s.value() != null) {
            named(s.variable(), s.value());
        } else if (statement instanceof Stmt.Assign s) {
            named(s.variable(), s.value());
        } else if (statement instanceof Stmt.Store s) {
            Var region = memory.region(s.array());
            write(region, Memory.isArray(s.value().type()) ? rows : numbers);
            if (memory.givesOldArrays(s.value())) {
                exclude(region);
            }
        } else if (statement instanceof Stmt.Accumulate s) {
            exclude(memory.region(s.array()));
        }
        Walk.blocks(statement).forEach(this::body);
    }

    /** {@code a[i] += e}: no derivative asks for what the element was before, since a sum's doesn't depend on it. */
    private static boolean isSum(Stmt.Store s) {
        return s.value() instanceof Expr.Apply sum
                && sum.primitive().form() == Primitive.Form.INFIX
                && (sum.primitive().name().equals("+") || sum.primitive().name().equals("-"))
                && sum.operands().get(0) instanceof Expr.Apply before
                && before.primitive().form() == Primitive.Form.INDEX
                && isSame(before.operands().get(0), s.array())
                && isSame(before.operands().get(1), s.index());
    }

    private static boolean isSame(Expr one, Expr other) {
        return Printer.print(one).equals(Printer.print(other));
    }

    /** An array that comes from somewhere may be known to others. */
    private void named(Var variable, Expr value) {
        if (Memory.namesArrays(variable.type()) && memory.givesOldArrays(value)) {
            exclude(memory.region(variable));
        }
    }

    private void expression(Expr e) {
        Walk.operands(e).forEach(this::expression);
        if (e instanceof Expr.Apply apply) {
            applied(apply);
        } else if (e instanceof Expr.Call call) {
            called(call);
        }
    }

    /** What a called function does to arrays that it is given isn't followed, unless it only reads. */
    private void called(Expr.Call call) {
        Summary summary = memory.summary(call);
        for (int i = 0; i < call.arguments().size(); i++) {
            int parameter = i;
            Var region = memory.region(call.arguments().get(i));
            read(region, numbers);
            read(region, rows);
            boolean onlyRead = !summary.writes().contains(i)
                    && !summary.movesRows().contains(i)
                    && summary.keeps().values().stream().noneMatch(kept -> kept.contains(parameter));
            if (!onlyRead || summary.joined().stream().anyMatch(s -> !s.isEmpty())) {
                exclude(region);
            }
        }
    }

    private void applied(Expr.Apply e) {
        Primitive primitive = e.primitive();
        List<Expr> operands = e.operands();
        switch (primitive.form()) {
            case INDEX -> read(memory.region(operands.get(0)), Memory.isArray(e.type()) ? rows : numbers);
            case METHOD, STATIC_METHOD -> operation(e);
            case NEW -> operands.forEach(o -> exclude(memory.region(o)));
            case FUNCTION -> operands.forEach(this::used);
            case CAST, CONVERSION -> {
                if (!(e.type() instanceof Type.Array)) {
                    operands.forEach(o -> exclude(memory.region(o)));
                }
            }
            case PREFIX, INFIX, INSTANCE_OF, NEW_ARRAY, ARRAY_LITERAL, STATIC_FIELD, FIELD -> {}
        }
    }

    /** When a function runs isn't known, nor what it does to an array that it doesn't only look at. */
    private void used(Expr operand) {
        Var region = memory.region(operand);
        read(region, numbers);
        read(region, rows);
        if (!Memory.isHeldConstant(operand)) {
            exclude(region);
        }
    }

    private void operation(Expr.Apply e) {
        List<Expr> operands = e.operands();
        ArrayOperation operation = ArrayOperation.of(e.primitive());
        for (Expr operand : operands) {
            Var region = memory.region(operand);
            read(region, numbers);
            read(region, rows);
            if (operation == ArrayOperation.NONE && !ArrayOperation.onlyReads(e.primitive())) {
                exclude(region);
            }
        }
        switch (operation) {
            case COPY_INTO -> overwrite(memory.region(operands.get(2)));
            case FILL, FILL_RANGE, SORT, MOVE_SORTED -> overwrite(memory.region(operands.get(0)));
            case CLONE, COPY, LITERAL, NEW, LIKE, OF_TENSOR, NONE -> {}
        }
    }

    private void overwrite(@Nullable Var region) {
        write(region, numbers);
        write(region, rows);
    }

    private void read(@Nullable Var region, Map<Var, History> histories) {
        if (region != null) {
            History history = history(region, histories);
            history.firstRead = Math.min(history.firstRead, now);
            history.readIn.addAll(sharing(region));
        }
    }

    private void write(@Nullable Var region, Map<Var, History> histories) {
        if (region != null) {
            History history = history(region, histories);
            history.lastWrite = Math.max(history.lastWrite, now);
            history.writtenIn.addAll(sharing(region));
        }
    }

    private History history(Var region, Map<Var, History> histories) {
        return histories.computeIfAbsent(memory.region(region), r -> new History());
    }

    /** The loops around whose iterations may have an array of the region in common. */
    private Set<String> sharing(Var region) {
        Set<Var> names = new HashSet<>(variables);
        names.removeIf(v -> !Memory.namesArrays(v.type()) || !memory.region(v).equals(memory.region(region)));
        Set<String> labels = new HashSet<>();
        for (Loop loop : around) {
            if (!loop.own().containsAll(names)) {
                labels.add(loop.label());
            }
        }
        return labels;
    }
}
