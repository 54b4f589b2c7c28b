package dev.jacobi.processor.frontend;

import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Leaves;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Substitution;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Joins the two sides of a branch: a source variable that they leave with different values gets a variable declared
 * before the branch, which both sides assign (the φ of static single assignment form, written as Java).
 */
final class Branches {

    /** How the name starts under which a frame holds the function that a branch gives. */
    private static final String FUNCTION = "function at ";

    private final Reading reading;
    private final NameSupply names;

    Branches(Reading reading, NameSupply names) {
        this.reading = reading;
        this.names = names;
    }

    /** How control leaves a side. */
    enum Exit {
        /** At its end. */
        END,
        /** By a jump to code that may ask for any variable. */
        LEAVE,
        /** With a result; what comes after the branch does not run. */
        RETURN,
        /** Not at all: it throws. */
        THROW
    }

    /** One side of a branch as it was read. */
    record Side(Frame frame, Exit exit) {

        /** Whether the code after the branch may ask for the variable when this side has run. */
        boolean matters(String name) {
            return switch (exit) {
                case END, LEAVE -> true;
                case RETURN ->
                    !frame.flagged.isEmpty()
                            || name.equals(Frame.RESULT)
                            || Choice.isOfResult(name)
                            || isFieldWithValue(name);
                case THROW -> false;
            };
        }

        /**
         * A constructor that returns leaves its object's fields; a function inside it returns before some have values.
         */
        private boolean isFieldWithValue(String name) {
            Frame.Local field = name.startsWith(RecordReader.FIELD) ? frame.locals.get(name) : null;
            return field != null && field.value() != null;
        }

        /** Whether a record is an object from elsewhere here, or not known: then it stays whole. */
        boolean isObject(String name) {
            Frame.Local local = frame.locals.get(name);
            return local == null || isWhole(local.value());
        }

        @Nullable
        Expr value(String name, Type type, Span span) {
            Frame.Local local = frame.locals.get(name);
            // A variable of another type is another one, in a block that this side has entered.
            boolean known = matters(name) && local != null && local.type().equals(type);
            Expr value = known && local != null ? local.value() : null;
            return value == null && (exit != Exit.END || !frame.flagged.isEmpty()) && matters(name)
                    ? placeholder(type, span)
                    : value;
        }
    }

    /** A branch that gives a value, such as {@code c ? f(x) : y++}. */
    Expr value(Expr condition, Frame then, Expr whenTrue, Frame otherwise, Expr whenFalse, Frame frame, Span span) {
        String key = "value at " + span.line() + ":" + span.column();
        Frame.Local slot = new Frame.Local(null, whenTrue.type(), false);
        frame.locals.put(key, slot);
        then.locals.put(key, slot.with(whenTrue));
        otherwise.locals.put(key, slot.with(whenFalse));
        join(condition, new Side(then, Exit.END), new Side(otherwise, Exit.END), frame, span);
        Frame.Local joined = frame.locals.remove(key);
        if (joined == null || joined.value() == null) {
            throw new IllegalStateException("a conditional without a value");
        }
        return joined.value();
    }

    /**
     * Gives variables that a part of a condition is the first to assign some value where it does not run: Java lets
     * code ask for them only where it has run, as in {@code x > 0 && (y = f(x)) > 1 && y < 2}.
     */
    static void assume(Frame part, Frame other) {
        part.locals.forEach((name, local) -> {
            Frame.Local missing = other.locals.get(name);
            Expr value = missing == null || missing.value() != null ? null : local.value();
            if (value != null && !part.choices.containsKey(name)) {
                other.locals.put(name, local.with(nothing(value)));
            }
        });
    }

    /** A branch that gives a function. */
    Handed function(Expr condition, Frame then, Handed a, Frame otherwise, Handed b, Frame frame, Span span) {
        String key = FUNCTION + span.line() + ":" + span.column();
        frame.locals.put(key, new Frame.Local(null, Type.Scalar.INT, true));
        a.bind(key, then);
        b.bind(key, otherwise);
        join(condition, new Side(then, Exit.END), new Side(otherwise, Exit.END), frame, span);
        Handed joined = Objects.requireNonNull(JoinedFunctions.held(key, frame));
        frame.closures.remove(key);
        frame.choices.remove(key);
        frame.locals.remove(key);
        return joined;
    }

    /** Adds the branch to {@code frame} and binds there what is known after it. */
    void join(Expr condition, Side then, Side otherwise, Frame frame, Span span) {
        Stmt.Note note = new Stmt.Note(Stmt.Role.PRIMAL, span);
        Body thenBody = new Body(then.frame().out);
        Body otherwiseBody = new Body(otherwise.frame().out);
        Set<String> functions = JoinedFunctions.changed(frame, then, otherwise);
        for (Map.Entry<String, Frame.Local> entry : List.copyOf(frame.locals.entrySet())) {
            String name = entry.getKey();
            Frame.Local before = entry.getValue();
            if (functions.contains(name)
                    || joinedObject(name, before, then, otherwise, thenBody, otherwiseBody, frame, note)) {
                continue;
            }
            Expr a = then.value(name, before.type(), span);
            Expr b = otherwise.value(name, before.type(), span);
            boolean unassigned = then.matters(name) && a == null || otherwise.matters(name) && b == null;
            if (unassigned || same(a, before.value()) && same(b, before.value())) {
                continue;
            }
            frame.locals.put(name, before.with(joined(wish(name), before, a, b, thenBody, otherwiseBody, frame, note)));
        }
        if (!functions.isEmpty()) {
            JoinedFunctions joined = new JoinedFunctions(names, reading.members.captures(), frame, span);
            functions.forEach(name -> joined.join(name, then, thenBody, otherwise, otherwiseBody));
        }
        frame.out.add(new Stmt.If(condition, thenBody.statements, otherwiseBody.statements, note));
    }

    /** Whether a value is not taken apart. */
    private static boolean isWhole(@Nullable Expr value) {
        return value == null || !(value instanceof Expr.Build);
    }

    /** An object from elsewhere may be null, so nothing is read out of it here: it is joined as it is. */
    private boolean joinedObject(
            String name,
            Frame.Local before,
            Side then,
            Side otherwise,
            Body thenBody,
            Body otherwiseBody,
            Frame frame,
            Stmt.Note note) {
        boolean whole = Leaves.isRecord(before.type())
                && isWhole(before.value())
                && then.isObject(name)
                && otherwise.isObject(name);
        Expr a = whole ? object(name, before, then, note.span()) : null;
        Expr b = whole ? object(name, before, otherwise, note.span()) : null;
        boolean missing = a == null && then.matters(name) || b == null && otherwise.matters(name);
        boolean held = a != null && !(a instanceof Expr.Literal) || b != null && !(b instanceof Expr.Literal);
        if (missing || !held) {
            return false;
        }
        if (same(a, before.value()) && same(b, before.value())) {
            return true;
        }
        Var joined = new Var(names.fresh(wish(name)), before.type());
        frame.out.add(new Stmt.Declare(joined, null, note));
        thenBody.assign(joined, a);
        otherwiseBody.assign(joined, b);
        frame.locals.put(name, before.with(new Expr.Ref(joined, note.span())));
        return true;
    }

    /**
     * What a side holds, Java's null where code behind may only seem to ask; null where nothing behind asks, or where
     * the variable has no value.
     */
    private static @Nullable Expr object(String name, Frame.Local before, Side side, Span span) {
        if (!side.matters(name)) {
            return null;
        }
        Frame.Local local = side.frame().locals.get(name);
        Expr value = local == null || !local.type().equals(before.type()) ? null : local.value();
        boolean asked = side.exit() == Exit.END && side.frame().flagged.isEmpty();
        return value != null || asked ? value : new Expr.Literal("null", before.type(), span);
    }

    /** The variable that both sides assign; of a record one for each leaf that they leave with different values. */
    private Expr joined(
            String wish,
            Frame.Local before,
            @Nullable Expr a,
            @Nullable Expr b,
            Body thenBody,
            Body otherwiseBody,
            Frame frame,
            Stmt.Note note) {
        List<Expr> leaves = new ArrayList<>();
        for (Type.Component leaf : Leaves.of(wish, before.type())) {
            Expr valueBefore = leaf(before.value(), leaves.size());
            Expr whenTrue = leaf(a, leaves.size());
            Expr whenFalse = leaf(b, leaves.size());
            if (valueBefore != null && same(whenTrue, valueBefore) && same(whenFalse, valueBefore)) {
                leaves.add(valueBefore);
                continue;
            }
            Var joined = new Var(names.fresh(leaf.name()), leaf.type());
            frame.out.add(new Stmt.Declare(joined, null, note));
            thenBody.assign(joined, whenTrue);
            otherwiseBody.assign(joined, whenFalse);
            leaves.add(new Expr.Ref(joined, note.span()));
        }
        return Leaves.build(before.type(), leaves.iterator(), note.span());
    }

    private static @Nullable Expr leaf(@Nullable Expr value, int index) {
        return value == null ? null : Leaves.of(value).get(index);
    }

    /** A word for what a frame holds under a name. */
    static String wish(String name) {
        int mark = name.indexOf('?');
        if (mark > 0) {
            return name.substring(0, mark);
        }
        if (name.startsWith(RecordReader.FIELD)) {
            return name.substring(RecordReader.FIELD.length());
        }
        return switch (name) {
            case Frame.RESULT -> "result";
            default -> name.startsWith("value at ") ? "chosen" : name.startsWith(FUNCTION) ? "function" : name;
        };
    }

    private static boolean same(@Nullable Expr a, @Nullable Expr b) {
        boolean sameVariable = a instanceof Expr.Ref x
                && b instanceof Expr.Ref y
                && x.variable().equals(y.variable());
        return a == null || a == b || sameVariable;
    }

    /** A side's statements while joined variables are assigned in them. */
    static final class Body {
        List<Stmt> statements;
        private final Map<Var, Expr> renamed = new HashMap<>();

        Body(List<Stmt> statements) {
            this.statements = new ArrayList<>(statements);
        }

        /** An expression as it reads now that some of the side's variables have been renamed. */
        Expr now(Expr value) {
            return Substitution.of(renamed).rewrite(value);
        }

        /** Whether a variable ends with the side. */
        boolean declares(Var variable) {
            return statements.stream()
                    .anyMatch(s -> s instanceof Stmt.Declare declare
                            && declare.variable().equals(variable));
        }

        /** Assigns a joined variable; a variable that this side declared for its value is renamed to it instead. */
        void assign(Var joined, @Nullable Expr value) {
            if (value == null) {
                return;
            }
            int declaration = value instanceof Expr.Ref ref
                            && ref.type().equals(joined.type())
                            && !(ref.type() instanceof Type.Array)
                    ? declarationOf(ref.variable())
                    : -1;
            if (declaration >= 0) {
                rename(declaration, joined);
            } else {
                Stmt.Note note = new Stmt.Note(Stmt.Role.PRIMAL, value.span());
                statements.add(new Stmt.Assign(joined, now(value), note));
            }
        }

        private int declarationOf(Var variable) {
            for (int i = 0; i < statements.size(); i++) {
                if (statements.get(i) instanceof Stmt.Declare declare
                        && declare.variable().equals(variable)
                        && !(declare.value() instanceof Expr.Call)) {
                    return i;
                }
            }
            return -1;
        }

        private void rename(int declaration, Var joined) {
            Stmt.Declare declare = (Stmt.Declare) statements.get(declaration);
            if (declare.value() == null) {
                statements.remove(declaration);
            } else {
                statements.set(declaration, new Stmt.Assign(joined, declare.value(), declare.note()));
            }
            statements = Substitution.rename(declare.variable(), joined).rewrite(statements);
            renamed.put(declare.variable(), new Expr.Ref(joined, declare.note().span()));
        }
    }

    /** The same for a variable that elsewhere holds a value: a record that is an object stays one. */
    static Expr nothing(Expr value) {
        return Leaves.isRecord(value.type()) && isWhole(value)
                ? new Expr.Literal("null", value.type(), value.span())
                : placeholder(value.type(), value.span());
    }

    /** Some value of a type, for a variable that no one reads before it is assigned. */
    static Expr placeholder(Type type, Span span) {
        if (type instanceof Type.Scalar scalar) {
            return new Expr.Literal(scalar == Type.Scalar.BOOLEAN ? "false" : "0", type, span);
        }
        if (type instanceof Type.Tensor) {
            // Not null: derivatives ask it for its shape.
            Primitive scalar = new Primitive(
                    Primitive.Form.STATIC_METHOD,
                    type,
                    "scalar",
                    List.of(Type.Scalar.DOUBLE),
                    type,
                    true,
                    "dev.jacobi.tensor.Tensor.scalar(double)");
            return new Expr.Apply(scalar, List.of(new Expr.Literal("0", Type.Scalar.DOUBLE, span)), span);
        }
        if (Leaves.isRecord(type)) {
            List<Expr> leaves = new ArrayList<>();
            Leaves.of("", type).forEach(leaf -> leaves.add(placeholder(leaf.type(), span)));
            return Leaves.build(type, leaves.iterator(), span);
        }
        return new Expr.Literal("null", type, span);
    }
}
