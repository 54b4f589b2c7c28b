package dev.jacobi.processor.fuse;

import dev.jacobi.processor.fuse.FusedLoop.Line;
import dev.jacobi.processor.fuse.FusedLoop.Pass;
import dev.jacobi.processor.ir.Arithmetic;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Printer;
import dev.jacobi.processor.ir.Rewriter;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Makes a loop of statements that are in the form for it. */
final class LoopBuilder {

    /** Beyond as many operations in its body, C2 gives up vectorising a loop. */
    private static final int BODY = 16;

    /** Up to here float holds every integer. */
    private static final int EXACT = 1 << 24;

    private final ShapeClasses shapes;
    private final List<Stmt> statements;
    private final int shape;
    private final NameSupply names = new NameSupply();
    private final Set<Var> leading = new LinkedHashSet<>();
    private final Set<Var> stretched = new LinkedHashSet<>();
    private final Map<String, Var> numbers = new LinkedHashMap<>();
    private final List<Expr> given = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Node> known = new HashMap<>();
    private final Map<Var, Operand> values = new LinkedHashMap<>();
    private final FusedLoop.Places places;
    private Stmt.@Nullable Note note;

    private LoopBuilder(List<Stmt> statements, ShapeClasses shapes, int shape) {
        this.statements = statements;
        this.shapes = shapes;
        this.shape = shape;
        Walk.reads(statements).forEach(v -> names.fresh(v.name()));
        statements.forEach(statement -> Units.writes(statement).forEach(v -> names.fresh(v.name())));
        this.places =
                new FusedLoop.Places(names.fresh("arrays"), names.fresh("numbers"), names.fresh("n"), names.fresh("i"));
    }

    /** What an operation takes. */
    private sealed interface Operand {
        record Element(Var array) implements Operand {}

        record Plain(String text) implements Operand {}

        record Result(Node node) implements Operand {}
    }

    /** How a line names an operand. */
    private String text(Operand operand) {
        if (operand instanceof Operand.Plain number) {
            return number.text();
        }
        if (operand instanceof Operand.Result r && r.node().inline) {
            return "(" + text(r.node()) + ")";
        }
        boolean local = operand instanceof Operand.Result r && !r.node().stored;
        return local ? array(operand) : array(operand) + "[" + places.index() + "]";
    }

    /** One operation. */
    private static final class Node {
        private final String text;
        private final List<Operand> operands;
        private final boolean pass;
        private final int level;
        private final Stmt.Note note;
        private String name = "";
        private boolean stored;
        private boolean inline;
        private int part;

        Node(String text, List<Operand> operands, boolean pass, Stmt.Note note) {
            this.text = text;
            this.operands = operands;
            this.pass = pass;
            this.note = note;
            int deepest = 0;
            for (Operand operand : operands) {
                deepest = Math.max(deepest, operand instanceof Operand.Result r ? r.node().level : 0);
            }
            this.level = deepest + (pass ? 1 : 0);
        }
    }

    /** The loop; null if there is not enough in it to pay. */
    static @Nullable FusedLoop of(List<Stmt> statements, ShapeClasses shapes, int shape, Predicate<Var> wanted) {
        LoopBuilder builder = new LoopBuilder(statements, shapes, shape);
        statements.forEach(builder::follow);
        return builder.leading.isEmpty() || builder.nodes.size() < 2 ? null : builder.loop(wanted);
    }

    private void follow(Stmt statement) {
        note = statement.note();
        Var variable;
        Operand value;
        if (statement instanceof Stmt.Increment s) {
            variable = s.variable();
            value = node("$0 + $1", List.of(read(variable), value(s.value())), false);
        } else if (statement instanceof Stmt.Assign s) {
            variable = s.variable();
            value = value(s.value());
        } else {
            Stmt.Declare s = (Stmt.Declare) statement;
            variable = s.variable();
            value = value(Objects.requireNonNull(s.value()));
        }
        values.put(variable, value);
        if (value instanceof Operand.Result r && r.node().name.isEmpty()) {
            r.node().name = statement instanceof Stmt.Declare ? variable.name() : names.fresh(variable.name());
        }
    }

    private Operand read(Var variable) {
        Operand value = values.get(variable);
        if (value != null) {
            return value;
        }
        boolean leads = shapes.of(variable) == shape;
        (leads ? leading : stretched).add(variable);
        return new Operand.Element(variable);
    }

    private Operand value(Expr e) {
        if (e instanceof Expr.Ref ref) {
            return read(ref.variable());
        }
        Expr.Apply apply = (Expr.Apply) e;
        if (Elementwise.fits(apply)) {
            Operand value = value(apply.operands().get(0));
            read(((Expr.Ref) apply.operands().get(1)).variable());
            return value;
        }
        if (Elementwise.isMasked(apply)) {
            List<Operand> operands = new ArrayList<>();
            operands.add(value(apply.operands().get(0)));
            String condition = condition((Expr.Apply) apply.operands().get(1), operands);
            return node(condition + " ? $0 : 0", operands, false);
        }
        List<Operand> operands = new ArrayList<>();
        for (Expr operand : apply.operands()) {
            operands.add(Elementwise.isTensor(operand) ? value(operand) : number(operand));
        }
        return Elementwise.isPass(apply)
                ? node(apply.primitive().name(), operands, true)
                : node(Objects.requireNonNull(Elementwise.text(apply)), operands, false);
    }

    private String condition(Expr.Apply e, List<Operand> operands) {
        String logic = Elementwise.logic(e);
        if (logic != null) {
            String first = condition((Expr.Apply) e.operands().get(0), operands);
            return e.operands().size() == 1
                    ? "!" + first
                    : "(" + first + " " + logic + " "
                            + condition((Expr.Apply) e.operands().get(1), operands) + ")";
        }
        operands.add(value(e.operands().get(0)));
        String text = "($" + (operands.size() - 1) + " " + Elementwise.comparison(e) + " ";
        Expr second = e.operands().get(1);
        operands.add(Elementwise.isTensor(second) ? value(second) : number(second));
        return text + "$" + (operands.size() - 1) + ")";
    }

    /**
     * An operation. C2 of JDK 17 vectorises {@code (x[i] * x[i]) * y[i]} but often not {@code y[i] * (x[i] * x[i])}, so
     * of two factors or summands what is computed comes first; bits are the same.
     */
    private Operand node(String text, List<Operand> given, boolean pass) {
        boolean commutes = text.equals("$0 * $1") || text.equals("$0 + $1");
        boolean swaps = commutes && !(given.get(0) instanceof Operand.Result) && given.get(1) instanceof Operand.Result;
        List<Operand> operands = swaps ? List.of(given.get(1), given.get(0)) : given;
        StringBuilder key = new StringBuilder(text);
        for (Operand operand : operands) {
            String part = operand instanceof Operand.Result r ? "#" + nodes.indexOf(r.node()) : text(operand);
            key.append('|').append(part);
        }
        Node same = known.get(key.toString());
        if (same == null) {
            same = new Node(text, operands, pass, Objects.requireNonNull(note));
            known.put(key.toString(), same);
            nodes.add(same);
        }
        return new Operand.Result(same);
    }

    private Operand number(Expr e) {
        String literal = literal(e);
        if (literal != null) {
            return new Operand.Plain(literal);
        }
        Var number = numbers.get(Printer.print(e));
        if (number == null) {
            String wish = e instanceof Expr.Ref ref ? ref.variable().name() : "factor";
            number = new Var(names.fresh(wish), Type.Scalar.DOUBLE);
            numbers.put(Printer.print(e), number);
            given.add(e);
        }
        return new Operand.Plain(number.name());
    }

    /** A number that is written in the code, rounded to the loop's type as the tensors' methods do. */
    private static @Nullable String literal(Expr e) {
        OptionalDouble constant = Arithmetic.constant(e);
        if (constant.isEmpty()) {
            return null;
        }
        double value = constant.getAsDouble();
        if (value == 0) {
            return 1 / value < 0 ? "(-0.0f)" : "0.0f";
        }
        boolean exact = value == Math.rint(value) && Math.abs(value) < EXACT;
        String text = exact ? Integer.toString((int) value) : "(T) " + value;
        return value < 0 ? "(" + text + ")" : text;
    }

    private FusedLoop loop(Predicate<Var> wanted) {
        Map<Var, Node> results = results(wanted);
        parts();
        inline();
        name();
        store(results.values());
        List<FusedLoop.Result> arrays = new ArrayList<>();
        results.forEach((variable, node) -> arrays.add(new FusedLoop.Result(variable, node.name)));
        return new FusedLoop(
                List.copyOf(leading),
                List.copyOf(stretched),
                List.copyOf(numbers.values()),
                given,
                arrays,
                apart(),
                passes(),
                places);
    }

    /** The operations as they were, over the loop's own tensors and numbers. */
    private List<Stmt> apart() {
        Set<Var> known = new HashSet<>(leading);
        known.addAll(stretched);
        List<Stmt> out = new ArrayList<>();
        for (Stmt statement : new Numbers().rewrite(statements)) {
            boolean first = statement instanceof Stmt.Assign s && !known.contains(s.variable());
            known.addAll(Units.writes(statement));
            out.add(
                    first && statement instanceof Stmt.Assign s
                            ? new Stmt.Declare(s.variable(), s.value(), s.note())
                            : statement);
        }
        return out;
    }

    /** Puts parameters in the place of numbers. */
    private final class Numbers extends Rewriter {
        @Override
        public Expr apply(Expr.Apply e) {
            List<Expr> operands = new ArrayList<>();
            for (Expr operand : e.operands()) {
                boolean scalar = operand.type() instanceof Type.Scalar;
                Var number = scalar ? numbers.get(Printer.print(operand)) : null;
                operands.add(
                        number != null ? new Expr.Ref(number, operand.span()) : scalar ? operand : rewrite(operand));
            }
            return new Expr.Apply(e.primitive(), operands, e.span());
        }
    }

    /** The variables that are read outside; each has an array of its own, so what two hold is copied. */
    private Map<Var, Node> results(Predicate<Var> wanted) {
        Map<Var, Node> results = new LinkedHashMap<>();
        values.forEach((variable, value) -> {
            if (wanted.test(variable)) {
                boolean own = value instanceof Operand.Result r && !results.containsValue(r.node());
                results.put(variable, own ? ((Operand.Result) value).node() : copy(value));
            }
        });
        return results;
    }

    private Node copy(Operand value) {
        Node copy = new Node("$0", List.of(value), false, Objects.requireNonNull(note));
        nodes.add(copy);
        return copy;
    }

    private void name() {
        for (Node node : nodes) {
            if (node.name.isEmpty() && !node.inline) {
                node.name = names.fresh(node.pass ? node.text : "value");
            }
        }
    }

    /** An operation without a name of its own stands where its value is used, if that is one place of the same loop. */
    private void inline() {
        Map<Node, Integer> uses = new HashMap<>();
        for (Node node : nodes) {
            for (int i = 0; i < node.operands.size(); i++) {
                if (node.operands.get(i) instanceof Operand.Result r) {
                    boolean apart = node.pass || node.level != r.node().level || node.part != r.node().part;
                    int mentioned = node.text.split("\\$" + i, -1).length - 1;
                    uses.merge(r.node(), apart ? 2 : mentioned, Integer::sum);
                }
            }
        }
        for (Node node : nodes) {
            node.inline = node.name.isEmpty() && !node.pass && uses.getOrDefault(node, 0) == 1;
        }
    }

    /** The loops of each level, of bounded length. */
    private void parts() {
        Map<Integer, Integer> lengths = new HashMap<>();
        for (Node node : nodes) {
            if (!node.pass) {
                int length = lengths.merge(node.level, 1, Integer::sum);
                node.part = (length - 1) / BODY;
            }
        }
    }

    private void store(Iterable<Node> results) {
        for (Node node : nodes) {
            node.stored |= node.pass;
            for (Operand operand : node.operands) {
                if (operand instanceof Operand.Result r) {
                    boolean apart = r.node().level != node.level || r.node().part != node.part || node.pass;
                    r.node().stored |= apart;
                }
            }
        }
        results.forEach(node -> node.stored = true);
    }

    private List<Pass> passes() {
        List<Pass> passes = new ArrayList<>();
        Set<Integer> levels = new TreeSet<>();
        nodes.forEach(node -> levels.add(node.level));
        for (int level : levels) {
            Set<Integer> parts = new TreeSet<>();
            for (Node node : nodes) {
                if (node.level == level && node.pass) {
                    passes.add(new Pass.Whole(node.text, array(node.operands.get(0)), node.name, node.note));
                } else if (node.level == level) {
                    parts.add(node.part);
                }
            }
            for (int part : parts) {
                passes.add(lines(level, part));
            }
        }
        return passes;
    }

    private static String array(Operand operand) {
        return operand instanceof Operand.Result r
                ? r.node().name
                : ((Operand.Element) operand).array().name();
    }

    private Pass lines(int level, int part) {
        List<Line> lines = new ArrayList<>();
        for (Node node : nodes) {
            if (!node.pass && !node.inline && node.level == level && node.part == part) {
                lines.add(new Line(node.name, node.stored, text(node), node.note));
            }
        }
        return new Pass.Lines(lines);
    }

    private String text(Node node) {
        String text = node.text;
        for (int i = node.operands.size() - 1; i >= 0; i--) {
            text = text.replace("$" + i, text(node.operands.get(i)));
        }
        return text;
    }

    /** What numbers read: a loop can't give it to itself. */
    static Set<Var> outside(Stmt statement) {
        Set<Var> outside = new HashSet<>();
        Walk.own(statement).forEach(e -> addOutside(e, outside));
        return outside;
    }

    private static void addOutside(Expr e, Set<Var> outside) {
        for (Expr operand : Walk.operands(e)) {
            if (operand.type() instanceof Type.Scalar) {
                outside.addAll(Walk.reads(operand));
            } else {
                addOutside(operand, outside);
            }
        }
    }
}
