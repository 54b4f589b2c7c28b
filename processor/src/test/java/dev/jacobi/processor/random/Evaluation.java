package dev.jacobi.processor.random;

import java.util.List;
import java.util.function.UnaryOperator;

/** Works out expressions in a frame. */
final class Evaluation implements Term.Cases<Value>, FunctionTerm.FunctionCases<Value> {

    private final Interpreter interpreter;
    private final Frame frame;
    private final Execution execution;
    private final Numbers numbers;
    private final ArrayEvaluation arrays;

    Evaluation(Interpreter interpreter, Frame frame, Execution execution) {
        this.interpreter = interpreter;
        this.frame = frame;
        this.execution = execution;
        this.numbers = interpreter.numbers();
        this.arrays = new ArrayEvaluation(interpreter, this);
    }

    Value eval(Term term) {
        interpreter.trace().work();
        return term.match(this);
    }

    private List<Value> evalAll(List<Term> terms, List<Type> types) {
        return interpreter.converted(terms.stream().map(this::eval).toList(), types);
    }

    @Override
    public Value literal(Term.Literal term) {
        String text = term.text().replace("_", "");
        return switch (term.type()) {
            case BOOLEAN -> Value.of(Boolean.parseBoolean(text));
            case INT -> Value.whole(Type.INT, Integer.parseInt(text));
            case LONG -> Value.whole(Type.LONG, Long.parseLong(text.substring(0, text.length() - 1)));
            case FLOAT -> Value.constant(Type.FLOAT, Float.parseFloat(text));
            case STRING -> Value.whole(Type.STRING, Program.WORDS.indexOf(text.replace("\"", "")));
            case MODE ->
                Value.whole(Type.MODE, Mode.valueOf(text.replace("Mode.", "")).ordinal());
            default -> Value.constant(Type.DOUBLE, Double.parseDouble(text));
        };
    }

    @Override
    public Value read(Term.Read term) {
        return switch (term.variable().name()) {
            case "RATE" -> Value.constant(Type.DOUBLE, Program.RATE);
            case "SCALE" -> Value.constant(Type.FLOAT, Program.SCALE);
            case "COUNT" -> Value.whole(Type.INT, Program.COUNT);
            case "MANY" -> Value.whole(Type.LONG, Program.MANY);
            case "offset" -> Value.constant(Type.DOUBLE, Program.OFFSET);
            case "factor" -> Value.constant(Type.FLOAT, Program.FACTOR);
            default -> frame.get(term.variable());
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
        return interpreter.call(
                term.method(), evalAll(term.operands(), term.method().parameters()));
    }

    @Override
    public Value assign(Term.Assign term) {
        if (term.operator().isEmpty()) {
            return interpreter.store(frame, term.target(), eval(term.value()));
        }
        Value old = frame.get(term.target());
        Value value = numbers.binary(term.operator().get(), old, eval(term.value()));
        return interpreter.store(frame, term.target(), value);
    }

    @Override
    public Value advance(Term.Advance term) {
        Value old = frame.get(term.target());
        Value stored = interpreter.store(frame, term.target(), stepped(old, term.up()));
        return term.prefix() ? stored : old;
    }

    /** One more or less. */
    Value stepped(Value old, boolean up) {
        return numbers.binary(up ? Operator.ADD : Operator.SUBTRACT, old, Value.whole(Type.INT, 1));
    }

    @Override
    public Value recorded(Term.Recorded term) {
        List<Value> values = evalAll(term.operands(), term.entry().parameters());
        String argument = values.isEmpty() ? "" : " " + values.get(0).boxed();
        List<String> journal = interpreter.trace().journal;
        journal.add(term.entry().method() + argument);
        int size = journal.size();
        return switch (term.entry()) {
            case NOTE -> Value.NOTHING;
            case CHECK -> values.get(0);
            case TICK -> Value.whole(Type.INT, size);
            case DRAW -> Value.constant(Type.DOUBLE, 0.5 + 0.25 * (size % 5));
        };
    }

    @Override
    public Value select(Select term) {
        Value selector = eval(term.selector());
        List<List<Term.Literal>> labels =
                term.arms().stream().map(Select.Arm::labels).toList();
        Select.Arm arm = term.arms().get(chosen(selector, labels));
        execution.body(arm.body());
        return numbers.convert(eval(arm.value()), term.type());
    }

    /** Which case a switch goes to: one with the label, else the default (without labels), else none (-1). */
    int chosen(Value selector, List<List<Term.Literal>> labels) {
        for (int i = 0; i < labels.size(); i++) {
            if (labels.get(i).stream().anyMatch(l -> literal(l).whole() == selector.whole())) {
                return i;
            }
        }
        return labels.indexOf(List.<Term.Literal>of());
    }

    @Override
    public Value array(ArrayTerm term) {
        return term.matchArray(arrays);
    }

    @Override
    public Value construct(RecordTerm.Construct term) {
        List<Type> types = term.type().components().stream().map(Variable::type).toList();
        return Value.array(Cells.of(term.type(), evalAll(term.operands(), types).toArray(Value[]::new)));
    }

    @Override
    public Value component(RecordTerm.Component term) {
        return arrays.read(eval(term.record()).cells(), term.index());
    }

    @Override
    public Value function(FunctionTerm term) {
        return term.matchFunction(this);
    }

    @Override
    public Value arrow(FunctionTerm.Arrow term) {
        return closure(term.parameter(), term.body());
    }

    /** A function that sees the variables as they are now. */
    Value closure(Variable parameter, Term body) {
        Frame seen = frame.copy();
        return interpreter.function(x -> {
            Frame inside = seen.copy();
            inside.declare(parameter, false);
            interpreter.store(inside, parameter, x);
            return new Execution(interpreter, inside).terms().eval(body);
        });
    }

    @Override
    public Value block(FunctionTerm.Block term) {
        Frame seen = frame.copy();
        return interpreter.function(x -> {
            Frame inside = seen.giving(Type.DOUBLE);
            inside.declare(term.parameter(), false);
            interpreter.store(inside, term.parameter(), x);
            return new Execution(interpreter, inside).body(term.body()).value();
        });
    }

    @Override
    public Value joined(FunctionTerm.Joined term) {
        UnaryOperator<Value> first = interpreter.function(eval(term.first()));
        UnaryOperator<Value> other = interpreter.function(eval(term.other()));
        return interpreter.function(
                x -> term.second() ? other.apply(real(first.apply(x))) : first.apply(real(other.apply(x))));
    }

    private Value real(Value value) {
        return numbers.convert(value, Type.DOUBLE);
    }

    @Override
    public Value ofMath(FunctionTerm.OfMath term) {
        return interpreter.function(x -> numbers.elementary(term.math(), List.of(x)));
    }

    @Override
    public Value ofMethod(FunctionTerm.OfMethod term) {
        return interpreter.function(x -> interpreter.call(term.method(), List.of(x)));
    }

    @Override
    public Value apply(Lambda.Apply term) {
        Value function = eval(term.function());
        Value operand = numbers.convert(eval(term.operand()), Type.DOUBLE);
        return numbers.convert(interpreter.function(function).apply(operand), Type.DOUBLE);
    }
}
