package dev.jacobi.processor.random;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A method that calls the derivative of one of a program's methods, and is differentiated itself.
 *
 * @param of the method whose derivative is called; it only computes
 * @param form which member is called, and how
 * @param rounds how often, each time a step further
 */
record Nested(Method of, Form form, int rounds) {

    private static final double STEP = 0.25;

    /** What is called. */
    enum Form {
        GRADIENT,
        VALUE_AND_GRADIENT,
        /** With the first parameter as the seed. */
        VJP,
        /** Along the weights. */
        JVP
    }

    /** One for each method of a program that fits. */
    static List<Nested> in(Program program) {
        if (!program.nested() || program.methods().stream().anyMatch(m -> acts(m.body()))) {
            return List.of();
        }
        Dice dice = new Dice(program.seed());
        return program.differentiable().stream()
                .filter(m -> m.signature().result().isNumber() && !m.active().isEmpty())
                .map(m -> new Nested(m, form(m, dice), startsWithNumber(m) ? dice.between(1, 2) : 1))
                .toList();
    }

    private static Form form(Method method, Dice dice) {
        Form form = dice.pick(Form.values());
        boolean flat = method.active().stream()
                .map(i -> method.parameters().get(i).variable().type())
                .allMatch(t -> t.isFloating() || t == Type.PAIR);
        return form == Form.JVP && !flat || form == Form.VJP && !startsWithNumber(method) ? Form.GRADIENT : form;
    }

    private static boolean startsWithNumber(Method method) {
        return method.active().get(0) == 0 && method.parameters().get(0).variable().type() == Type.DOUBLE;
    }

    /** Whether there is anything that does more than compute. */
    private static boolean acts(List<Statement> statements) {
        return statements.stream()
                .anyMatch(s -> s instanceof Statement.Throw
                        || s instanceof Statement.Assert
                        || s.terms().stream().anyMatch(Nested::acts)
                        || s.bodies().stream().anyMatch(Nested::acts));
    }

    private static boolean acts(Term term) {
        return term instanceof Term.Recorded
                || term.operands().stream().anyMatch(Nested::acts)
                || term.bodies().stream().anyMatch(Nested::acts);
    }

    String name() {
        return "around" + of.derivative();
    }

    String derivative() {
        return "Around" + of.derivative() + "Grad";
    }

    private static double weight(int index) {
        return 1 - 0.375 * index;
    }

    /** The weights of the derivative's numbers, as a direction. */
    double[] weights(Point point) {
        List<Double> out = new ArrayList<>();
        for (int i = 0; i < point.active().size(); i++) {
            int index = i;
            IntStream.range(0, Flat.count(point.active().get(i))).forEach(k -> out.add(weight(index)));
        }
        return out.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The method as Java. */
    String java(String annotation, String parameters) {
        List<String> given = new ArrayList<>(of.parameters().stream()
                .map(p -> p.variable().name())
                .toList());
        if (rounds > 1) {
            given.set(0, given.get(0) + " + " + STEP + " * k_");
        }
        if (of.signature().instance()) {
            given.add(0, "this");
        }
        String body = "double total_ = 0;\nfor (int k_ = 0; k_ < " + rounds + "; k_++) {\n"
                + JavaPrinter.indent(call(given)) + "}\nreturn total_;\n";
        return annotation + (of.signature().instance() ? "" : "static ") + "double " + name() + "(" + parameters + ") {\n"
                + JavaPrinter.indent(body) + "}\n";
    }

    private String call(List<String> given) {
        String arguments = String.join(", ", given);
        return switch (form) {
            case GRADIENT -> "var g_ = " + of.derivative() + ".gradient(" + arguments + ");\n" + sum("g_");
            case VALUE_AND_GRADIENT ->
                "var both_ = " + of.derivative() + ".valueAndGradient(" + arguments + ");\ntotal_ += both_.value();\n"
                        + sum("both_.gradient()");
            case VJP -> {
                String seed = of.signature().result() == Type.FLOAT ? "0.5f" : first();
                yield "var g_ = " + of.derivative() + ".vjp(" + arguments + ", " + seed + ");\n" + sum("g_");
            }
            case JVP -> "total_ += " + of.derivative() + ".jvp(" + arguments + ", " + directions() + ");\n";
        };
    }

    private String first() {
        return of.parameters().get(0).variable().name();
    }

    private String directions() {
        return IntStream.range(0, of.active().size())
                .mapToObj(i -> {
                    String w = Double.toString(weight(i));
                    Type type = of.parameters().get(of.active().get(i)).variable().type();
                    return type == Type.PAIR
                            ? "new Pair(" + w + ", " + w + "f)"
                            : type == Type.FLOAT ? w + "f" : w;
                })
                .collect(Collectors.joining(", "));
    }

    /** Adds up the numbers of a derivative. */
    private String sum(String derivative) {
        boolean one = of.active().size() == 1;
        return IntStream.range(0, of.active().size())
                .mapToObj(i -> {
                    Variable by = of.parameters().get(of.active().get(i)).variable();
                    String part = one ? derivative : derivative + "." + component(by.name()) + "()";
                    return sum(by.type(), part, weight(i), 0);
                })
                .collect(Collectors.joining());
    }

    /** Records can't have components of any name. */
    private static String component(String name) {
        return List.of("hashCode", "toString").contains(name) ? name + "_" : name;
    }

    private static String sum(Type type, String part, double weight, int depth) {
        if (type.isArray()) {
            String element = "e" + depth + "_";
            return String.format(
                    Locale.ROOT,
                    "for (%s %s : %s) {\n%s}\n",
                    type.element().java(),
                    element,
                    part,
                    JavaPrinter.indent(sum(type.element(), element, weight, depth + 1)));
        }
        if (type.isRecord()) {
            return type.components().stream()
                    .filter(c -> c.type().carriesDerivative())
                    .map(c -> sum(c.type(), part + "." + c.name() + "()", weight, depth))
                    .collect(Collectors.joining());
        }
        return "total_ += " + weight + " * " + part + ";\n";
    }

    /** What its derivative must be, by first and second derivatives of the method. */
    double[] expected(Point point, Class<?> derivative, Optional<Object> receiver) {
        double[] sum = new double[point.size()];
        double[] weights = weights(point);
        for (int k = 0; k < rounds; k++) {
            Point there = at(point, k);
            double[] gradient = Flat.numbers(
                    Members.call(derivative, "gradient", receiver, there.boxed()).value());
            List<Object> directed = Stream.concat(there.boxed().stream(), there.directions(weights).stream())
                    .toList();
            double[] product = Flat.numbers(
                    Members.call(derivative, "hvp", receiver, directed).value());
            double seed = seed(point);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += seed * product[i] + (form == Form.VALUE_AND_GRADIENT ? gradient[i] : 0);
            }
            if (form == Form.VJP && of.signature().result() == Type.DOUBLE) {
                sum[0] += IntStream.range(0, sum.length)
                        .mapToDouble(i -> gradient[i] * weights[i])
                        .sum();
            }
        }
        return sum;
    }

    private double seed(Point point) {
        if (form != Form.VJP) {
            return 1;
        }
        return of.signature().result() == Type.FLOAT ? 0.5 : point.values().get(0).number();
    }

    /** The point of a round. */
    Point at(Point point, int round) {
        if (round == 0) {
            return point;
        }
        Value first = point.values().get(0);
        List<Value> values = new ArrayList<>(point.values());
        values.set(0, Value.constant(Type.DOUBLE, first.number() + STEP * round));
        return new Point(point.method(), values);
    }

    /** How far the derivative may be off by rounding. */
    double slack(Program program, Point point) {
        double[] all = new double[point.size()];
        Arrays.fill(all, 1);
        return Interpreter.exact(program, of, point.along(all)).trace().inFloat ? 1e-3 : 1e-8;
    }

    /** Whether the roundings of second derivatives say nothing at any of the points. */
    boolean tame(Program program, Point point) {
        double[] all = new double[point.size()];
        Arrays.fill(all, 1);
        return IntStream.range(0, rounds).allMatch(k -> {
            Interpreter.Result run = Interpreter.exact(program, of, at(point, k).along(all));
            Trace trace = run.trace();
            boolean gentle = Math.max(trace.gain, trace.steepest) < 30 && !trace.singular && !trace.remote;
            return run.thrown().isEmpty() && (SecondOrder.isTame(trace) || gentle);
        });
    }
}
