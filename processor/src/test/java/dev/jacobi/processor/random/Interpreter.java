package dev.jacobi.processor.random;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs a program's tree on dual numbers, statement after statement as Java does. {@code @NoDerivative} cuts the
 * derivative; to be differenced, a run takes what counts as constant from an earlier run.
 */
final class Interpreter implements Term.Cases<Value>, Statement.Cases<Optional<Value>> {

    private final Program program;
    private final Trace trace;
    private final Numbers numbers;
    private final List<Double> frozen;
    private Map<String, Value> locals = new HashMap<>();
    private Map<String, Boolean> held = new HashMap<>();
    private Method method;

    private Interpreter(Program program, Method method, boolean exact, List<Double> frozen) {
        this.program = program;
        this.method = method;
        this.trace = new Trace();
        this.numbers = new Numbers(exact, trace);
        this.frozen = frozen;
    }

    /** @param thrown what was thrown instead of a result; empty for nothing */
    record Result(Value value, Optional<RuntimeException> thrown, Trace trace) {}

    /** Runs a method as Java would. */
    static Result exact(Program program, Method method, List<Value> arguments) {
        return new Interpreter(program, method, true, List.of()).run(arguments);
    }

    /** Runs it without rounding to float, with the constants of an earlier run (empty for its own). */
    static Result smooth(Program program, Method method, List<Value> arguments, List<Double> constants) {
        return new Interpreter(program, method, false, constants).run(arguments);
    }

    private Result run(List<Value> arguments) {
        try {
            return new Result(call(method, arguments), Optional.empty(), trace);
        } catch (ArithmeticException | IllegalStateException e) {
            return new Result(Value.NOTHING, Optional.of(e), trace);
        }
    }

    private Value call(Method callee, List<Value> arguments) {
        Map<String, Value> outerLocals = locals;
        Map<String, Boolean> outerHeld = held;
        Method outerMethod = method;
        locals = new HashMap<>();
        held = new HashMap<>();
        method = callee;
        for (int i = 0; i < arguments.size(); i++) {
            Method.Parameter parameter = callee.parameters().get(i);
            held.put(parameter.variable().name(), parameter.constant());
            store(parameter.variable(), arguments.get(i));
        }
        trace.inFloat |= callee.signature().result() == Type.FLOAT
                || callee.signature().parameters().contains(Type.FLOAT);
        Value result = body(callee.body()).orElse(Value.NOTHING);
        locals = outerLocals;
        held = outerHeld;
        method = outerMethod;
        return callee.role() == Method.Role.CONSTANT_HELPER ? hold(result) : result;
    }

    private Value store(Variable variable, Value value) {
        Value converted = numbers.convert(value, variable.type());
        Value stored = held.getOrDefault(variable.name(), false) ? hold(converted) : converted;
        locals.put(variable.name(), stored);
        return stored;
    }

    /** The value as a constant. */
    private Value hold(Value value) {
        if (!value.type().isFloating()) {
            return value;
        }
        int index = trace.constants.size();
        double number = index < frozen.size() ? frozen.get(index) : value.number();
        trace.constants.add(number);
        return Value.floating(value.type(), number, 0, 0);
    }

    private Value eval(Term term) {
        return term.match(this);
    }

    private List<Value> evalAll(List<Term> terms, List<Type> types) {
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < terms.size(); i++) {
            values.add(numbers.convert(eval(terms.get(i)), types.get(i)));
        }
        return values;
    }

    @Override
    public Value literal(Term.Literal term) {
        String text = term.text().replace("_", "");
        return switch (term.type()) {
            case BOOLEAN -> Value.of(Boolean.parseBoolean(text));
            case INT -> Value.whole(Type.INT, Integer.parseInt(text));
            case LONG -> Value.whole(Type.LONG, Long.parseLong(text.substring(0, text.length() - 1)));
            case FLOAT -> Value.floating(Type.FLOAT, Float.parseFloat(text), 0, 0);
            default -> Value.floating(Type.DOUBLE, Double.parseDouble(text), 0, 0);
        };
    }

    @Override
    public Value read(Term.Read term) {
        return switch (term.variable().name()) {
            case "RATE" -> Value.floating(Type.DOUBLE, Program.RATE, 0, 0);
            case "SCALE" -> Value.floating(Type.FLOAT, Program.SCALE, 0, 0);
            case "COUNT" -> Value.whole(Type.INT, Program.COUNT);
            case "MANY" -> Value.whole(Type.LONG, Program.MANY);
            default -> locals.get(term.variable().name());
        };
    }

    @Override
    public Value prefix(Term.Prefix term) {
        Value operand = eval(term.operand());
        return switch (term.operator()) {
            case "!" -> Value.of(!operand.isTrue());
            case "-" -> numbers.negate(operand);
            default -> operand;
        };
    }

    @Override
    public Value binary(Term.Binary term) {
        Value left = eval(term.left());
        if (term.operator() == Operator.AND) {
            return left.isTrue() ? eval(term.right()) : left;
        }
        if (term.operator() == Operator.OR) {
            return left.isTrue() ? left : eval(term.right());
        }
        return numbers.binary(term.operator(), left, eval(term.right()));
    }

    @Override
    public Value cast(Term.Cast term) {
        return numbers.convert(eval(term.operand()), term.type());
    }

    @Override
    public Value choose(Term.Choose term) {
        Value chosen = eval(eval(term.condition()).isTrue() ? term.whenTrue() : term.whenFalse());
        return numbers.convert(chosen, term.type());
    }

    @Override
    public Value elementary(Term.Elementary term) {
        return numbers.elementary(
                term.function(), evalAll(term.operands(), term.function().parameters()));
    }

    @Override
    public Value invoke(Term.Invoke term) {
        return call(
                program.method(term.method()),
                evalAll(term.operands(), term.method().parameters()));
    }

    @Override
    public Value assign(Term.Assign term) {
        if (term.operator().isEmpty()) {
            return store(term.target(), eval(term.value()));
        }
        Value old = locals.get(term.target().name());
        return store(term.target(), numbers.binary(term.operator().get(), old, eval(term.value())));
    }

    @Override
    public Value advance(Term.Advance term) {
        Value old = locals.get(term.target().name());
        Operator operator = term.up() ? Operator.ADD : Operator.SUBTRACT;
        Value stored = store(term.target(), numbers.binary(operator, old, Value.whole(Type.INT, 1)));
        return term.prefix() ? stored : old;
    }

    @Override
    public Value recorded(Term.Recorded term) {
        List<Value> values = evalAll(term.operands(), term.entry().parameters());
        String argument = values.isEmpty() ? "" : " " + values.get(0).boxed();
        trace.journal.add(term.entry().method() + argument);
        int size = trace.journal.size();
        return switch (term.entry()) {
            case NOTE -> Value.NOTHING;
            case CHECK -> values.get(0);
            case TICK -> Value.whole(Type.INT, size);
            case DRAW -> Value.floating(Type.DOUBLE, 0.5 + 0.25 * (size % 5), 0, 0);
        };
    }

    /** Runs statements up to the first that returns. */
    private Optional<Value> body(List<Statement> statements) {
        for (Statement statement : statements) {
            Optional<Value> returned = statement.match(this);
            if (returned.isPresent()) {
                return returned;
            }
        }
        return Optional.empty();
    }

    @Override
    public Optional<Value> declare(Statement.Declare statement) {
        held.put(statement.variable().name(), statement.style() == Statement.Style.NO_DERIVATIVE);
        statement.value().ifPresent(value -> store(statement.variable(), eval(value)));
        return Optional.empty();
    }

    @Override
    public Optional<Value> evaluate(Statement.Evaluate statement) {
        eval(statement.term());
        return Optional.empty();
    }

    @Override
    public Optional<Value> branch(Statement.If statement) {
        return body(eval(statement.condition()).isTrue() ? statement.then() : statement.otherwise());
    }

    @Override
    public Optional<Value> block(Statement.Block statement) {
        return body(statement.body());
    }

    @Override
    public Optional<Value> giveBack(Statement.Return statement) {
        Value value = statement.value().map(this::eval).orElse(Value.NOTHING);
        return Optional.of(numbers.convert(value, method.signature().result()));
    }

    @Override
    public Optional<Value> raise(Statement.Throw statement) {
        throw new IllegalStateException(statement.message());
    }
}
