package dev.jacobi.processor.transform.adjoint;

import dev.jacobi.processor.analysis.Memory;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Shadows;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What statements of a backward sweep do with the numbers in arrays, by {@linkplain ArrayClasses class}. */
final class Touches {

    /** Classes whose numbers are read. */
    final Set<Var> read = new HashSet<>();

    /** Those that are added to, in whatever order. */
    final Set<Var> added = new HashSet<>();

    /** Those that are taken, set to zero or anything else. */
    final Set<Var> changed = new HashSet<>();

    private final ArrayClasses classes;
    private final Memory memory;

    private Touches(ArrayClasses classes, Memory memory) {
        this.classes = classes;
        this.memory = memory;
    }

    static Touches of(List<Stmt> body, ArrayClasses classes, Memory memory) {
        Touches touches = new Touches(classes, memory);
        Walk.all(body).forEach(touches::statement);
        return touches;
    }

    /** All classes. */
    Set<Var> all() {
        Set<Var> all = new HashSet<>(read);
        all.addAll(added);
        all.addAll(changed);
        return all;
    }

    private void statement(Stmt statement) {
        if (statement instanceof Stmt.Accumulate s) {
            added.addAll(classes.of(s.array()));
            evaluated(s.array());
        } else if (statement instanceof Stmt.Store s) {
            changed.addAll(classes.of(s.array()));
        }
        Walk.own(statement).forEach(this::evaluated);
    }

    private void evaluated(Expr e) {
        if (e instanceof Expr.Apply apply) {
            applied(apply);
        } else if (e instanceof Expr.Call call) {
            called(call);
        }
        Walk.operands(e).forEach(this::evaluated);
    }

    private void applied(Expr.Apply e) {
        Primitive primitive = e.primitive();
        boolean number = !Memory.isArray(e.type());
        switch (primitive.form()) {
            case INDEX -> {
                if (number) {
                    read.addAll(classes.of(e.operands().get(0)));
                }
            }
            case FIELD, CAST, CONVERSION, PREFIX, INFIX, INSTANCE_OF, STATIC_FIELD, NEW_ARRAY -> {}
            case STATIC_METHOD, METHOD, NEW, ARRAY_LITERAL, FUNCTION -> {
                if (!Shadows.isMaking(primitive)) {
                    changesOperands(e);
                }
            }
        }
    }

    /** Few operations on whole arrays only read, and none of these is common in backward sweeps. */
    private void changesOperands(Expr e) {
        for (Expr operand : Walk.operands(e)) {
            if (Memory.isArray(operand.type())) {
                changed.addAll(classes.of(operand));
            }
        }
    }

    /** A backward half adds to the shadows that its forward half was given, and takes what is in others. */
    private void called(Expr.Call e) {
        changesOperands(e);
        if (!(e.function() instanceof FunctionName.Backward)) {
            return;
        }
        Expr.Call made = e.arguments().get(0) instanceof Expr.Ref ref ? classes.made(ref.variable()) : null;
        if (made == null || !(made.function() instanceof FunctionName.Forward name)) {
            changed.addAll(classes.of(e.arguments().get(0)));
            changed.add(ArrayClasses.ELSEWHERE);
            return;
        }
        changed.add(classes.of(ArrayClasses.shadow(((Expr.Ref) e.arguments().get(0)).variable())));
        int next = made.arguments().size();
        for (int i : name.active()) {
            next -= Memory.isArray(made.arguments().get(i).type()) ? 1 : 0;
        }
        for (Expr argument : made.arguments().subList(0, next)) {
            if (Memory.isArray(argument.type())) {
                read.addAll(classes.of(argument));
            }
        }
        for (int i : name.active()) {
            Expr argument = made.arguments().get(i);
            if (Memory.isArray(argument.type())) {
                boolean onlyRead = memory.onlyReads(name.of(), name.sharing(), i);
                (onlyRead ? added : changed).addAll(classes.of(made.arguments().get(next++)));
            }
        }
    }
}
