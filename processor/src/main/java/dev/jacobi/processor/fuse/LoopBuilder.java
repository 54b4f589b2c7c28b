package dev.jacobi.processor.fuse;

import dev.jacobi.processor.fuse.Node.Operand;
import dev.jacobi.processor.ir.Arithmetic;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Rewriter;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Structure;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Makes a loop of statements that are in the form for it. */
final class LoopBuilder {

    /** Up to here float holds every integer. */
    private static final int EXACT = 1 << 24;

    private final ShapeClasses shapes;
    private final List<Stmt> statements;
    private final int shape;
    private final NameSupply names = new NameSupply();
    private final Spans spans = new Spans();
    private final Map<Structure, Var> numbers = new LinkedHashMap<>();
    private final List<Expr> given = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Node> known = new HashMap<>();
    private final Map<Var, Operand> values = new LinkedHashMap<>();

    /** Variables that hold what is summed to the shape of another in the end, by {@code sumTo}. */
    private final Map<Var, Expr.Apply> fits = new HashMap<>();

    private final List<FusedLoop.Other> others = new ArrayList<>();
    private final Set<Var> written = new HashSet<>();
    private final FusedLoop.Places places;
    private Stmt.@Nullable Note note;

    /** How many there are besides the nodes. */
    private int operations;

    /** The number of the loop's elements, where it is asked for. */
    private @Nullable Var size;

    private LoopBuilder(List<Stmt> statements, ShapeClasses shapes, int shape) {
        this.statements = statements;
        this.shapes = shapes;
        this.shape = shape;
        Walk.reads(statements).forEach(v -> names.fresh(v.name()));
        statements.forEach(statement -> written.addAll(Units.writes(statement)));
        statements.forEach(statement -> Units.writes(statement).forEach(v -> names.fresh(v.name())));
        this.places = new FusedLoop.Places(
                names.fresh("arrays"),
                names.fresh("numbers"),
                names.fresh("from"),
                names.fresh("to"),
                names.fresh("i"));
    }

    /** The loop; null if there is not enough in it to pay. */
    static @Nullable FusedLoop of(
            List<Stmt> statements, ShapeClasses shapes, int shape, Predicate<Var> wanted, Predicate<Var> forShape) {
        LoopBuilder builder = new LoopBuilder(statements, shapes, shape);
        statements.forEach(builder::follow);
        long operations = builder.operations
                + builder.nodes.stream().filter(node -> !node.isNumber()).count();
        boolean sizes = builder.size != null && builder.spans.leading().isEmpty();
        return builder.spans.isEmpty() || operations < 2 || sizes ? null : builder.loop(wanted, forShape);
    }

    private void follow(Stmt statement) {
        note = statement.note();
        if (statement instanceof Stmt.Increment s) {
            define(statement, s.variable(), line("$0 + $1", List.of(read(s.variable()), value(s.value()))));
        } else if (statement instanceof Stmt.Assign s) {
            fit(statement, s.variable(), s.value());
        } else {
            Stmt.Declare s = (Stmt.Declare) statement;
            fit(statement, s.variable(), Objects.requireNonNull(s.value()));
        }
    }

    /** What is summed to another's shape at last, and to one that is known outside, may be so behind the loop. */
    private void fit(Stmt statement, Var variable, Expr value) {
        boolean sums = value instanceof Expr.Apply e
                && Elementwise.fits(e)
                && e.primitive().name().equals("sumTo");
        if (sums && value instanceof Expr.Apply e && e.operands().get(1) instanceof Expr.Ref like) {
            Operand summed = value(e.operands().get(0));
            boolean given = !values.containsKey(like.variable()) && !written.contains(like.variable());
            define(statement, variable, summed);
            if (given) {
                fits.put(variable, e);
            } else {
                spans.need(read(like.variable()));
            }
        } else {
            define(statement, variable, value(value));
        }
    }

    private void define(Stmt statement, Var variable, Operand value) {
        fits.remove(variable);
        values.put(variable, value);
        if (value instanceof Operand.Result r && r.node().name.isEmpty()) {
            boolean fresh = statement instanceof Stmt.Declare && !r.node().isTotal();
            String wish = variable.name() + (r.node().isTotal() ? "Lanes" : "");
            r.node().name = fresh ? wish : names.fresh(wish);
        }
    }

    private Operand read(Var variable) {
        Expr.Apply fit = fits.remove(variable);
        if (fit != null) {
            spans.need(read(((Expr.Ref) fit.operands().get(1)).variable()));
        }
        Operand value = values.get(variable);
        if (value != null) {
            return value;
        }
        spans.read(variable);
        return new Operand.Element(variable);
    }

    private Operand value(Expr e) {
        if (e instanceof Expr.Ref ref) {
            return read(ref.variable());
        }
        Expr.Apply apply = (Expr.Apply) e;
        if (Elementwise.fits(apply)) {
            Operand value = value(apply.operands().get(0));
            spans.need(read(((Expr.Ref) apply.operands().get(1)).variable()));
            operations += shapes.of(apply.operands().get(0)) == shape ? 0 : 1;
            return value;
        }
        if (Elementwise.isUniform(apply)) {
            spans.need(read(((Expr.Ref) apply.operands().get(0)).variable()));
            return line("$0", List.of(number(Elementwise.number(apply))));
        }
        if (Elementwise.isMasked(apply)) {
            List<Operand> operands = new ArrayList<>();
            operands.add(value(apply.operands().get(0)));
            String condition = condition((Expr.Apply) apply.operands().get(1), operands);
            return chosen(condition, "0", operands);
        }
        if (Elementwise.isWhere(apply)) {
            List<Operand> operands = new ArrayList<>(operands(apply.operands().subList(1, 3)));
            return chosen(condition((Expr.Apply) apply.operands().get(0), operands), "$1", operands);
        }
        FusedLoop.Total total = Elementwise.total(apply);
        if (total != null) {
            Operand of = value(apply.operands().get(0));
            spans.need(of);
            return new Operand.Result(add(Node.total(total, of, theNote())));
        }
        if (Elementwise.isPass(apply)) {
            return pass(apply);
        }
        String text = Objects.requireNonNull(Elementwise.text(apply));
        return Elementwise.isChoice(apply)
                ? choice(text, operands(apply.operands()))
                : line(text, operands(apply.operands()));
    }

    private Operand chosen(String condition, String other, List<Operand> operands) {
        boolean wrapped = condition.startsWith("(");
        String plain = wrapped ? condition.substring(1, condition.length() - 1) : condition;
        return choice("chosen(" + plain + ", $0, " + other + ")", operands);
    }

    private Operand choice(String text, List<Operand> operands) {
        return new Operand.Result(add(Node.choice(text, operands, theNote())));
    }

    private Operand pass(Expr.Apply apply) {
        List<Operand> operands = new ArrayList<>(operands(Elementwise.passed(apply)));
        if (Elementwise.isRaised(apply)) { // by the exponent in double, as it decides how
            int place = List.copyOf(numbers.keySet())
                    .indexOf(Structure.of(apply.operands().get(1)));
            operands.set(1, new Operand.Plain(places.numbers() + "[" + place + "]"));
        }
        Operand pass = new Operand.Result(add(Node.pass(Elementwise.pass(apply), operands, theNote())));
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
        operations++;
        String text = Objects.requireNonNull(Elementwise.comparison(e));
        int before = operands.size();
        text = Layout.OPERAND.matcher(text).replaceAll(found -> "\\$" + (before + Integer.parseInt(found.group(1))));
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
            key.append('|').append(key(operand));
        }
        spans.need(node.operands);
        Node same = known.putIfAbsent(key.toString(), node);
        if (same == null) {
            nodes.add(node);
        }
        return same == null ? node : same;
    }

    private String key(Operand operand) {
        return operand instanceof Operand.Result r
                ? "#" + nodes.indexOf(r.node())
                : operand instanceof Operand.Element element
                        ? element.array().name() + "[]"
                        : ((Operand.Plain) operand).text();
    }

    private Operand number(Expr e) {
        String literal = literal(e);
        if (literal != null) {
            return new Operand.Plain(literal);
        }
        Var sized = Elementwise.sized(e);
        if (sized != null && isOwnSize(e, shapes, shape)) {
            spans.need(read(sized));
            size = size == null ? new Var(names.fresh("size"), Type.Scalar.DOUBLE) : size;
            return new Operand.Plain(size.name());
        }
        Var number = numbers.get(Structure.of(e));
        if (number == null) {
            String wish = e instanceof Expr.Ref ref ? ref.variable().name() : "factor";
            number = new Var(names.fresh(wish), Type.Scalar.DOUBLE);
            numbers.put(Structure.of(e), number);
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

    private @Nullable FusedLoop loop(Predicate<Var> wanted, Predicate<Var> forShape) {
        List<Var> asked = forShapes(wanted, forShape);
        Map<Var, Node> results = results(wanted.and(v -> !asked.contains(v)));
        if (results.isEmpty()) {
            return null;
        }
        asked.forEach(v -> others.add(alike(v, results)));
        List<FusedLoop.Pass> passes = new Layout(nodes, names, places).passes(results.values());
        List<FusedLoop.Result> arrays = new ArrayList<>();
        results.forEach((variable, node) ->
                arrays.add(new FusedLoop.Result(variable, node.name, node.total, fits.get(variable))));
        arrays.sort(Comparator.comparing(result -> result.total() != null));
        return new FusedLoop(
                spans.leading(),
                spans.stretched(),
                spans.together(),
                List.copyOf(numbers.values()),
                given,
                size,
                arrays,
                others,
                Map.of(),
                apart(),
                passes,
                places);
    }

    /** The operations as they were, over the loop's own tensors and numbers, but for what is left to do to results. */
    private List<Stmt> apart() {
        Set<Var> known = new HashSet<>(spans.leading());
        known.addAll(spans.stretched());
        List<Stmt> out = new ArrayList<>();
        for (Stmt statement : new Numbers().rewrite(statements)) {
            Var variable = Units.writes(statement).iterator().next();
            Expr value = Walk.own(statement).get(0);
            Expr given = fits.containsKey(variable) ? Walk.operands(value).get(0) : value;
            boolean changes = !(statement instanceof Stmt.Declare) && known.contains(variable);
            if (statement instanceof Stmt.Increment) {
                out.add(statement);
            } else if (changes) {
                out.add(new Stmt.Assign(variable, given, statement.note()));
            } else {
                out.add(new Stmt.Declare(variable, given, statement.note()));
            }
            known.add(variable);
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
                Var number = scalar ? numbers.get(Structure.of(operand)) : null;
                operands.add(
                        number != null ? new Expr.Ref(number, operand.span()) : scalar ? operand : rewrite(operand));
            }
            return new Expr.Apply(e.primitive(), operands, e.span());
        }
    }

    /** Variables that have the loop's shape and are asked for nothing else, if another tensor of that is at hand. */
    private List<Var> forShapes(Predicate<Var> wanted, Predicate<Var> forShape) {
        List<Var> shaped = values.keySet().stream()
                .filter(wanted)
                .filter(v ->
                        values.get(v) instanceof Operand.Result r && !r.node().isTotal())
                .toList();
        List<Var> asked = shaped.stream()
                .filter(forShape)
                .filter(v -> !fits.containsKey(v))
                .toList();
        boolean another = !spans.leading().isEmpty() || asked.size() < shaped.size();
        return another || asked.isEmpty() ? asked : asked.subList(1, asked.size());
    }

    /** Another of the loop's shape in a variable's place. */
    private FusedLoop.Other alike(Var asked, Map<Var, Node> results) {
        for (Var leading : spans.leading()) {
            return new FusedLoop.Other(asked, leading, true, null);
        }
        Var made = results.entrySet().stream()
                .filter(result -> !result.getValue().isTotal())
                .findFirst()
                .orElseThrow()
                .getKey();
        return new FusedLoop.Other(asked, made, false, null);
    }

    /** What the loop makes for variables that are read outside; others hold what it makes or is given already. */
    private Map<Var, Node> results(Predicate<Var> wanted) {
        Map<Var, Node> results = new LinkedHashMap<>();
        Map<Node, Var> owners = new HashMap<>();
        values.forEach((variable, value) -> {
            if (!wanted.test(variable)) {
                return;
            }
            spans.need(value);
            if (value instanceof Operand.Element taken) {
                others.add(new FusedLoop.Other(variable, taken.array(), true, fits.get(variable)));
                return;
            }
            Node node = value instanceof Operand.Result made
                    ? made.node()
                    : add(Node.line("$0", List.of(value), theNote()));
            Var owner = owners.putIfAbsent(node, variable);
            if (owner == null) {
                results.put(variable, node);
            } else {
                others.add(new FusedLoop.Other(variable, owner, false, fits.get(variable)));
            }
        });
        nodes.removeIf(node -> node.isTotal() && !results.containsValue(node));
        return results;
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
