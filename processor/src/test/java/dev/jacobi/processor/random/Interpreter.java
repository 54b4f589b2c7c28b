package dev.jacobi.processor.random;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Runs a program's tree on dual numbers, as Java does. {@code @NoDerivative} cuts the derivative; to be differenced, a
 * run takes what counts as constant from an earlier run.
 */
final class Interpreter {

    private final Program program;
    private final Method method;
    private final Trace trace = new Trace();
    private final Numbers numbers;
    private final List<Double> frozen;
    private final List<UnaryOperator<Value>> functions = new ArrayList<>();

    private Interpreter(Program program, Method method, boolean exact, List<Double> frozen) {
        this.program = program;
        this.method = method;
        this.numbers = new Numbers(exact, trace);
        this.frozen = frozen;
    }

    /**
     * @param arguments what the run left in its arguments
     * @param thrown what was thrown instead of a result; empty for nothing
     */
    record Result(Value value, List<Value> arguments, Optional<Throwable> thrown, Trace trace) {

        boolean endless() {
            return thrown.filter(Trace.Endless.class::isInstance).isPresent();
        }
    }

    /** Runs a method as Java would; the arguments stay as they are. */
    static Result exact(Program program, Method method, List<Value> arguments) {
        return new Interpreter(program, method, true, List.of()).run(copies(arguments));
    }

    /** Runs it without rounding to float, with the constants of an earlier run (empty for its own). */
    static Result smooth(Program program, Method method, List<Value> arguments, List<Double> constants) {
        return new Interpreter(program, method, false, constants).run(copies(arguments));
    }

    private static List<Value> copies(List<Value> arguments) {
        return arguments.stream().map(Value::copy).toList();
    }

    private Result run(List<Value> arguments) {
        try {
            return new Result(call(method, arguments), arguments, Optional.empty(), trace);
        } catch (ArithmeticException
                | IllegalStateException
                | IllegalArgumentException
                | IndexOutOfBoundsException
                | NegativeArraySizeException
                | AssertionError
                | Trace.Endless e) {
            return new Result(Value.NOTHING, arguments, Optional.of(e), trace);
        }
    }

    Value call(Signature signature, List<Value> arguments) {
        return call(program.method(signature), arguments);
    }

    private Value call(Method callee, List<Value> arguments) {
        Frame frame = new Frame(callee);
        for (int i = 0; i < arguments.size(); i++) {
            Method.Parameter parameter = callee.parameters().get(i);
            frame.declare(parameter.variable(), parameter.constant());
            store(frame, parameter.variable(), arguments.get(i));
        }
        trace.inFloat |= callee.signature().result().hasFloat()
                || callee.signature().parameters().stream().anyMatch(Type::hasFloat);
        Value result = new Execution(this, frame).body(callee.body()).value();
        return callee.role() == Method.Role.CONSTANT_HELPER ? hold(result) : result;
    }

    Value store(Frame frame, Variable variable, Value value) {
        Value converted = numbers.convert(value, variable.type());
        Value stored = frame.holds(variable) ? hold(converted) : converted;
        frame.set(variable, stored);
        return stored;
    }

    /** The value as a constant. */
    Value hold(Value value) {
        if (value.array().isPresent()) {
            return Value.array(
                    value.type().isRecord()
                            ? heldRecord(value.cells())
                            : value.cells().held());
        }
        if (!value.type().isFloating()) {
            return value;
        }
        int index = trace.constants.size();
        double number = index < frozen.size() ? frozen.get(index) : value.number();
        trace.constants.add(number);
        return Value.constant(value.type(), number);
    }

    /** A record goes where it is given, out of the variable that holds it constant. */
    private Cells heldRecord(Cells cells) {
        return Cells.of(
                cells.type(), Arrays.stream(cells.elements()).map(this::hold).toArray(Value[]::new));
    }

    /** A function as a value. */
    Value function(UnaryOperator<Value> function) {
        functions.add(function);
        return Value.whole(Type.FUNCTION, functions.size() - 1);
    }

    UnaryOperator<Value> function(Value value) {
        return functions.get((int) value.whole());
    }

    Numbers numbers() {
        return numbers;
    }

    Trace trace() {
        return trace;
    }

    /** Values converted to types. */
    List<Value> converted(List<Value> values, List<Type> types) {
        List<Value> out = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            out.add(numbers.convert(values.get(i), types.get(i)));
        }
        return out;
    }
}
