package dev.jacobi.processor.fuse;

import dev.jacobi.processor.fuse.FusedLoop.Line;
import dev.jacobi.processor.fuse.FusedLoop.Pass;
import dev.jacobi.processor.fuse.FusedLoop.Place;
import dev.jacobi.processor.fuse.Node.Operand;
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
import java.util.Comparator;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes a loop of statements that are in the form for it. */
final class LoopBuilder {

    /** Beyond as many operations in its body, C2 gives up vectorising a loop. */
    private static final int BODY = 16;

    /** An operand in a text: names of variables may have such signs too, so all are replaced at once. */
    private static final Pattern OPERAND = Pattern.compile("\\$(\\d+)");

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

    /** The number of the loop's elements, where it is asked for. */
    private @Nullable Var size;

    private LoopBuilder(List<Stmt> statements, ShapeClasses shapes, int shape) {
        this.statements = statements;
        this.shapes = shapes;
        this.shape = shape;
        Walk.reads(statements).forEach(v -> names.fresh(v.name()));
        statements.forEach(statement -> Units.writes(statement).forEach(v -> names.fresh(v.name())));
        this.places = new FusedLoop.Places(
                names.fresh("arrays"),
                names.fresh("numbers"),
                names.fresh("from"),
                names.fresh("to"),
                names.fresh("i"));
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

    /** The loop; null if there is not enough in it to pay. */
    static @Nullable FusedLoop of(List<Stmt> statements, ShapeClasses shapes, int shape, Predicate<Var> wanted) {
        LoopBuilder builder = new LoopBuilder(statements, shapes, shape);
        statements.forEach(builder::follow);
        long operations =
                builder.nodes.stream().filter(node -> !node.isNumber()).count();
        return builder.leading.isEmpty() || operations < 2 ? null : builder.loop(wanted);
    }

    private void follow(Stmt statement) {
        note = statement.note();
        Var variable;
        Operand value;
        if (statement instanceof Stmt.Increment s) {
            variable = s.variable();
            value = line("$0 + $1", List.of(read(variable), value(s.value())));
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
            boolean fresh = statement instanceof Stmt.Declare && !r.node().isTotal();
            String wish = variable.name() + (r.node().isTotal() ? "Lanes" : "");
            r.node().name = fresh ? wish : names.fresh(wish);
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
        if (Elementwise.isUniform(apply)) {
            read(((Expr.Ref) apply.operands().get(0)).variable());
            return line("$0", List.of(number(Elementwise.number(apply))));
        }
        if (Elementwise.isMasked(apply)) {
            List<Operand> operands = new ArrayList<>();
            operands.add(value(apply.operands().get(0)));
            String condition = condition((Expr.Apply) apply.operands().get(1), operands);
            return line(condition + " ? $0 : 0", operands);
        }
        if (Elementwise.isWhere(apply)) {
            List<Operand> operands = new ArrayList<>(operands(apply.operands().subList(1, 3)));
            return line(condition((Expr.Apply) apply.operands().get(0), operands) + " ? $0 : $1", operands);
        }
        FusedLoop.Total total = Elementwise.total(apply);
        if (total != null) {
            return new Operand.Result(
                    add(Node.total(total, value(apply.operands().get(0)), theNote())));
        }
        return Elementwise.isPass(apply)
                ? pass(apply)
                : line(Objects.requireNonNull(Elementwise.text(apply)), operands(apply.operands()));
    }

    private Operand pass(Expr.Apply apply) {
        Operand pass = new Operand.Result(
                add(Node.pass(Elementwise.pass(apply), operands(Elementwise.passed(apply)), theNote())));
        Expr factor = Elementwise.factor(apply);
        return factor == null ? pass : line("$0 * $1", List.of(pass, number(factor)));
    }

    private List<Operand> operands(List<Expr> given) {
        List<Operand> operands = new ArrayList<>();
        given.forEach(e -> operands.add(Elementwise.isTensor(e) ? value(e) : number(e)));
        return operands;
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
        String text = Objects.requireNonNull(Elementwise.comparison(e));
        int before = operands.size();
        text = OPERAND.matcher(text).replaceAll(found -> "\\$" + (before + Integer.parseInt(found.group(1))));
        operands.addAll(operands(e.operands()));
        return "(" + text + ")";
    }

    private Stmt.Note theNote() {
        return Objects.requireNonNull(note);
    }

    /**
     * An operation. C2 of JDK 17 vectorises {@code (x[i] * x[i]) * y[i]} but often not {@code y[i] * (x[i] * x[i])}, so
     * of two factors or summands what is computed comes first; bits are the same.
     */
    private Operand line(String text, List<Operand> given) {
        boolean commutes = text.equals("$0 * $1") || text.equals("$0 + $1");
        if (text.equals("$0 * $1")) {
            if (isOne(given.get(0))) {
                return given.get(1);
            }
            if (isOne(given.get(1))) {
                return given.get(0);
            }
        }
        boolean swaps = commutes && !(given.get(0) instanceof Operand.Result) && given.get(1) instanceof Operand.Result;
        List<Operand> operands = swaps ? List.of(given.get(1), given.get(0)) : given;
        return new Operand.Result(add(Node.line(text, operands, theNote())));
    }

    private static boolean isOne(Operand operand) {
        return operand instanceof Operand.Result r && r.node().isOne();
    }

    /** The node, or one that is the same already. */
    private Node add(Node node) {
        StringBuilder key = new StringBuilder(node.kind + node.text + node.total);
        for (Operand operand : node.operands) {
            String part = operand instanceof Operand.Result r ? "#" + nodes.indexOf(r.node()) : text(operand);
            key.append('|').append(part);
        }
        Node same = known.putIfAbsent(key.toString(), node);
        if (same == null) {
            nodes.add(node);
        }
        return same == null ? node : same;
    }

    private Operand number(Expr e) {
        String literal = literal(e);
        if (literal != null) {
            return new Operand.Plain(literal);
        }
        Var sized = Elementwise.sized(e);
        if (sized != null && isOwnSize(e, shapes, shape)) {
            read(sized);
            size = size == null ? new Var(names.fresh("size"), Type.Scalar.DOUBLE) : size;
            return new Operand.Plain(size.name());
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

    /** Whether it is the number of elements that the loop has. */
    static boolean isOwnSize(Expr e, ShapeClasses shapes, int shape) {
        Var sized = Elementwise.sized(e);
        return sized != null && shapes.of(sized) == shape;
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
        results.forEach((variable, node) -> arrays.add(new FusedLoop.Result(variable, node.name, node.total)));
        arrays.sort(Comparator.comparing(result -> result.total() != null));
        return new FusedLoop(
                List.copyOf(leading),
                List.copyOf(stretched),
                List.copyOf(numbers.values()),
                given,
                size,
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
        nodes.removeIf(node -> node.isTotal() && !results.containsValue(node));
        return results;
    }

    private Node copy(Operand value) {
        Node total = value instanceof Operand.Result r && r.node().isTotal() ? r.node() : null;
        Node copy = total != null && total.total != null
                ? Node.total(total.total, total.operands.get(0), theNote())
                : Node.line("$0", List.of(value), theNote());
        nodes.add(copy);
        return copy;
    }

    private void name() {
        for (Node node : nodes) {
            if (node.name.isEmpty() && !node.inline) {
                node.name = names.fresh(node.isPass() ? node.text : node.isTotal() ? "lanes" : "value");
            }
        }
    }

    /** An operation without a name of its own stands where its value is used, if that is one place of the same loop. */
    private void inline() {
        Map<Node, Integer> uses = new HashMap<>();
        for (Node node : nodes) {
            for (int i = 0; i < node.operands.size(); i++) {
                if (node.operands.get(i) instanceof Operand.Result r) {
                    boolean apart = node.isApartFrom(r.node());
                    int mentioned = node.text.split("\\$" + i, -1).length - 1;
                    uses.merge(r.node(), apart ? 2 : mentioned, Integer::sum);
                }
            }
        }
        for (Node node : nodes) {
            boolean line = node.kind == Node.Kind.LINE && !node.isNumber();
            node.inline = node.name.isEmpty() && line && uses.getOrDefault(node, 0) == 1;
        }
    }

    /** The loops of each level, of bounded length; totals are gathered where what they are made of is computed. */
    private void parts() {
        Map<Integer, Integer> lengths = new HashMap<>();
        for (Node node : nodes) {
            if (node.isTotal()) {
                node.part = node.operands.get(0) instanceof Operand.Result r ? r.node().part : 0;
            } else if (!node.isPass() && !node.isNumber()) {
                int length = lengths.merge(node.level, 1, Integer::sum);
                node.part = (length - 1) / BODY;
            }
        }
    }

    private void store(Iterable<Node> results) {
        for (Node node : nodes) {
            node.stored |= node.isPass();
            for (Operand operand : node.operands) {
                if (operand instanceof Operand.Result r) {
                    boolean everywhere = r.node().isNumber() && !node.isPass();
                    r.node().stored |= !everywhere && node.isApartFrom(r.node());
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
                if (node.level == level && node.isPass()) {
                    passes.add(new Pass.Whole(
                            node.text,
                            node.operands.stream().map(LoopBuilder::array).toList(),
                            node.name,
                            node.note));
                } else if (node.level == level && (!node.isNumber() || node.stored)) {
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
                : operand instanceof Operand.Plain number
                        ? number.text()
                        : ((Operand.Element) operand).array().name();
    }

    private Pass lines(int level, int part) {
        List<Node> here = nodes.stream()
                .filter(node -> !node.isPass() && node.level == level && node.part == part)
                .filter(node -> !node.isNumber() || node.stored)
                .toList();
        Set<Node> known = new LinkedHashSet<>();
        for (Node node : here) {
            for (Operand operand : node.operands) {
                if (operand instanceof Operand.Result r && r.node().isNumber() && !r.node().stored) {
                    known.add(r.node());
                }
            }
        }
        List<Line> lines = new ArrayList<>();
        known.forEach(node -> lines.add(line(node)));
        here.stream().filter(node -> !node.inline).forEach(node -> lines.add(line(node)));
        return new Pass.Lines(lines);
    }

    private Line line(Node node) {
        String text = text(node);
        if (node.total == null) {
            Place place = node.stored ? Place.STORED : Place.LOCAL;
            return new Line(node.name, place, text, node.note);
        }
        String lane = node.name + "[" + places.index() + "]";
        return switch (node.total) {
            case SUM, MEAN -> new Line(node.name, Place.ADDED, text, node.note);
            case MAX -> new Line(node.name, Place.STORED, "Math.max(" + lane + ", " + text + ")", node.note);
            case MIN -> new Line(node.name, Place.STORED, "Math.min(" + lane + ", " + text + ")", node.note);
        };
    }

    private String text(Node node) {
        return OPERAND.matcher(node.text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(text(node.operands.get(Integer.parseInt(found.group(1))))));
    }

    /** What numbers read: a loop can't give it to itself, but for its size. */
    static Set<Var> outside(Stmt statement, ShapeClasses shapes, int shape) {
        Set<Var> outside = new HashSet<>();
        Walk.own(statement).forEach(e -> addOutside(e, shapes, shape, outside));
        return outside;
    }

    private static void addOutside(Expr e, ShapeClasses shapes, int shape, Set<Var> outside) {
        for (Expr operand : Walk.operands(e)) {
            if (!(operand.type() instanceof Type.Scalar)) {
                addOutside(operand, shapes, shape, outside);
            } else if (!isOwnSize(operand, shapes, shape)) {
                outside.addAll(Walk.reads(operand));
            }
        }
    }
}
