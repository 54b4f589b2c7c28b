package dev.jacobi.processor.shapes;

import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of the values of expressions. */
final class Evaluation implements Expr.Cases<Value> {

    private final Analysis analysis;
    private final Context context;
    private final SteadyArrays arrays;
    private Map<Var, Value> known = new HashMap<>();

    Evaluation(Analysis analysis, Context context, SteadyArrays arrays) {
        this.analysis = analysis;
        this.context = context;
        this.arrays = arrays;
    }

    boolean isTired() {
        return analysis.isTired();
    }

    Map<Var, Value> known() {
        return known;
    }

    void known(Map<Var, Value> values) {
        known = values;
    }

    Value of(Expr e) {
        analysis.step();
        return e.match(this);
    }

    private List<Value> all(List<Expr> expressions) {
        List<Value> values = new ArrayList<>(expressions.size());
        for (Expr e : expressions) {
            values.add(of(e));
        }
        return values;
    }

    @Override
    public Value literal(Expr.Literal e) {
        if (e.type() == Type.Scalar.BOOLEAN) {
            return new Value.Truth(e.text().equals("true"));
        }
        if (e.type() == Type.Scalar.INT || e.type() == Type.Scalar.LONG) {
            Value number = Numbers.literal(e.text());
            return number == null ? Value.unknown() : number;
        }
        boolean plain = e.text().matches("\"[^\"\\\\]*\"");
        return plain ? new Value.Text(e.text().substring(1, e.text().length() - 1)) : Value.unknown();
    }

    @Override
    public Value ref(Expr.Ref e) {
        Value value = known.getOrDefault(e.variable(), Value.unknown());
        return value instanceof Value.Array && !arrays.has(e.variable()) ? Value.unknown() : value;
    }

    @Override
    public Value choose(Expr.Choose e) {
        Value condition = of(e.condition());
        if (condition instanceof Value.Truth truth) {
            return of(truth.value() ? e.whenTrue() : e.whenFalse());
        }
        context.enter(condition);
        Value joined = Value.join(of(e.whenTrue()), of(e.whenFalse()));
        context.leave(condition);
        return joined instanceof Value.Unknown ? new Value.Unknown(joined.isAsked() || condition.isAsked()) : joined;
    }

    @Override
    public Value build(Expr.Build e) {
        return new Value.Parts(all(e.components()));
    }

    @Override
    public Value component(Expr.Component e) {
        Value struct = of(e.struct());
        if (struct instanceof Value.Parts parts && e.struct().type() instanceof Type.Struct type) {
            for (int i = 0; i < type.components().size() && i < parts.parts().size(); i++) {
                if (type.components().get(i).name().equals(e.name())) {
                    return parts.parts().get(i);
                }
            }
        }
        return Value.unknown();
    }

    @Override
    public Value call(Expr.Call e) {
        List<Value> arguments = all(e.arguments());
        return e.function() instanceof FunctionName.Primal || e.function() instanceof FunctionName.Ruled
                ? analysis.called(e, arguments, context)
                : Value.unknown();
    }

    @Override
    public Value apply(Expr.Apply e) {
        Primitive primitive = e.primitive();
        boolean shortCircuit = primitive.form() == Primitive.Form.INFIX
                && (primitive.name().equals("&&") || primitive.name().equals("||"));
        if (shortCircuit) {
            return logical(e);
        }
        List<Value> operands = all(e.operands());
        Value value = value(e, operands);
        boolean misplaced = value instanceof Value.Shaped && e.type() instanceof Type.Scalar;
        return value == null || misplaced ? unknown(e, operands) : value;
    }

    private Value logical(Expr.Apply e) {
        boolean and = e.primitive().name().equals("&&");
        Value left = of(e.operands().get(0));
        if (left instanceof Value.Truth truth) {
            return truth.value() == and ? of(e.operands().get(1)) : left;
        }
        context.enter(left);
        Value right = of(e.operands().get(1));
        context.leave(left);
        return right instanceof Value.Truth truth && truth.value() != and
                ? right
                : new Value.Unknown(left.isAsked() || right.isAsked());
    }

    /**
     * Of a tensor's numbers nothing is known; of anything else that is asked of it, that it may depend on its shape.
     */
    private static Value unknown(Expr.Apply e, List<Value> operands) {
        if (e.type() instanceof Type.Tensor || e.type().isFloating()) {
            return Value.unknown();
        }
        boolean asked = false;
        for (int i = 0; i < operands.size(); i++) {
            Value operand = operands.get(i);
            asked |= operand.isAsked()
                    || operand instanceof Value.Shaped
                    || e.operands().get(i).type() instanceof Type.Tensor
                    || operand instanceof Value.Whole number && number.value() instanceof Dim.Named;
        }
        return asked ? new Value.Unknown(true) : Value.unknown();
    }

    private @Nullable Value value(Expr.Apply e, List<Value> operands) {
        Primitive primitive = e.primitive();
        return switch (primitive.form()) {
            case PREFIX -> prefix(primitive.name(), operands.get(0));
            case INFIX -> infix(primitive.name(), operands.get(0), operands.get(1));
            case CAST, CONVERSION -> converted(e, operands.get(0));
            case STATIC_METHOD, METHOD -> operation(e, operands);
            case STATIC_FIELD -> field(primitive, operation(e, operands));
            case FIELD ->
                primitive.name().equals("length") && operands.get(0) instanceof Value.Array array
                        ? length(array)
                        : field(primitive, null);
            case INDEX -> element(operands.get(0), operands.get(1));
            case NEW_ARRAY -> newArray(operands);
            case ARRAY_LITERAL -> Value.Array.of(operands);
            case NEW -> e.type().toString().equals("dev.jacobi.tensor.Convolution") ? new Value.Parts(operands) : null;
            case INSTANCE_OF, FUNCTION -> null;
        };
    }

    private static @Nullable Value prefix(String sign, Value operand) {
        if (sign.equals("!") && operand instanceof Value.Truth truth) {
            return new Value.Truth(!truth.value());
        }
        return sign.equals("-") && operand instanceof Value.Whole number
                ? Numbers.infix("-", Dim.of(0), number.value())
                : null;
    }

    private static @Nullable Value infix(String sign, Value a, Value b) {
        return a instanceof Value.Whole x && b instanceof Value.Whole y
                ? Numbers.infix(sign, x.value(), y.value())
                : null;
    }

    /** Numbers stay what they are unless they become whole; what is held constant is still that. */
    private static @Nullable Value converted(Expr.Apply e, Value operand) {
        boolean number = operand instanceof Value.Whole && e.type() instanceof Type.Scalar;
        boolean narrow = e.type() == Type.Scalar.BYTE || e.type() == Type.Scalar.SHORT || e.type() == Type.Scalar.CHAR;
        boolean same = e.primitive().name().equals(Primitive.CONSTANT)
                || e.type().equals(e.operands().get(0).type());
        return same || number && !narrow ? operand : null;
    }

    private static @Nullable Value length(Value.Array array) {
        return array.length() instanceof Dim.Unknown ? null : new Value.Whole(array.length());
    }

    private static @Nullable Value element(Value array, Value index) {
        boolean known = array instanceof Value.Array a
                && a.elements() != null
                && index instanceof Value.Whole number
                && number.value() instanceof Dim.Known i
                && i.value() >= 0
                && i.value() < a.elements().size();
        if (!known) {
            return null;
        }
        List<Value> elements = ((Value.Array) array).elements();
        Dim.Known i = (Dim.Known) ((Value.Whole) index).value();
        return elements == null ? null : elements.get(i.value());
    }

    /** {@code new double[2][3]}: rows of one length. */
    private static Value newArray(List<Value> lengths) {
        Dim length = lengths.get(0) instanceof Value.Whole number ? number.value() : Dim.unknown();
        if (length.is(0)) {
            return Value.Array.of(List.of());
        }
        boolean rows = lengths.size() == 2 && length instanceof Dim.Known known && known.value() <= Value.Array.MOST;
        if (!rows) {
            return new Value.Array(length, null);
        }
        List<Value> all = new ArrayList<>();
        for (int i = 0; length instanceof Dim.Known known && i < known.value(); i++) {
            all.add(newArray(lengths.subList(1, 2)));
        }
        return Value.Array.of(all);
    }

    /** A constant, or what its {@code @Shape} says; an enum's constant is its name. */
    private @Nullable Value field(Primitive field, @Nullable Value inTable) {
        if (inTable != null) {
            return inTable;
        }
        if (field.owner() instanceof Type.Opaque owner && owner.toString().equals("dev.jacobi.tensor.Reduction")) {
            return new Value.Text(field.name());
        }
        if (field.result() == Type.Scalar.INT && field.form() == Primitive.Form.STATIC_FIELD) {
            Integer constant = analysis.declared().constant(field);
            return constant == null ? null : Value.number(constant);
        }
        Declared.Mark mark =
                field.result() instanceof Type.Tensor ? analysis.declared().field(field) : null;
        Extents shape = Promises.shape(mark);
        return mark == null || shape == null
                ? null
                : new Value.Shaped(anonymous(shape), new Source("@Shape on " + mark.of(), mark.span()));
    }

    /** Names in a field's shape aren't those of a method. */
    private static Extents anonymous(Extents shape) {
        List<Dim> dims = new ArrayList<>();
        for (Dim dim : shape.dims()) {
            dims.add(dim.isKnown() ? dim : Dim.unknown());
        }
        return new Extents(shape.open(), dims);
    }

    private @Nullable Value operation(Expr.Apply e, List<Value> operands) {
        Shaping shaping = ShapeTable.of(e.primitive());
        if (shaping == null) {
            return null;
        }
        Operation operation = new Operation(e, operands, context.namesCount());
        Value value = shaping.of(operation);
        Operation.Mismatch mismatch = operation.mismatch();
        if (mismatch != null && context.reports()) {
            analysis.reports().mismatch(operation, mismatch, context.called());
        }
        return mismatch == null ? value : Value.unknown();
    }
}
