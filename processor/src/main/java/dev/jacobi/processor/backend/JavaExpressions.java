package dev.jacobi.processor.backend;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes expressions as Java, with no more parentheses and casts than Java needs. */
final class JavaExpressions implements Expr.Cases<JavaExpressions.Written> {

    /** Where the functions that are called have gone. */
    interface Targets {
        /** The method to call, class included where it is another's. */
        CodeBlock method(FunctionName name);

        /** Whether the first argument is the object that the method is called on. */
        boolean isOnReceiver(FunctionName name);

        /** What stands for a static field that the class can't name; null for others. */
        @Nullable
        CodeBlock copy(Primitive field);

        /** What names a field behind a dot: its name, or a call of a method that gives it. */
        CodeBlock read(Primitive field);

        /** The method that gives a function. */
        CodeBlock function(Primitive function);
    }

    /** A piece of Java and how tightly it binds. */
    record Written(CodeBlock code, int precedence) {
        CodeBlock within(int outer) {
            return precedence < outer ? CodeBlock.of("($L)", code) : code;
        }
    }

    private static final Set<String> OVERLOADED = Set.of(
            "abs",
            "max",
            "min",
            "signum",
            "copySign",
            "ulp",
            "fma",
            "scalb",
            "nextUp",
            "nextDown",
            "nextAfter",
            "clamp");

    private final Targets targets;
    private final Listing.@Nullable Origins origins;
    private boolean castsUnchecked;
    private boolean usesRawTypes;
    private boolean inOneLine;

    /** @param origins is told which line comes from where; null where nobody asks */
    JavaExpressions(Targets targets, Listing.@Nullable Origins origins) {
        this.targets = targets;
        this.origins = origins;
    }

    /** What the listing needs at the end of a statement's first line. */
    String mark(Stmt.Note note) {
        return origins == null ? "" : origins.mark(note);
    }

    /** Whether something that was written is a cast to a class with type arguments, which javac can't check. */
    boolean castsUnchecked() {
        return castsUnchecked;
    }

    /** Whether a record with type parameters was written without them, which generated code doesn't know. */
    boolean usesRawTypes() {
        return usesRawTypes;
    }

    /** A type as it is written. */
    TypeName named(Type type) {
        usesRawTypes |= isRaw(type);
        return JavaTypes.of(type);
    }

    static boolean isRaw(Type type) {
        return type instanceof Type.Array array
                ? isRaw(array.element())
                : type instanceof Type.Struct struct && struct.isGeneric();
    }

    CodeBlock write(Expr e) {
        return e.match(this).code();
    }

    /** Of a null that is asked for something, which throws if it ever runs, javac wants to know the type. */
    private CodeBlock write(Expr e, int outer) {
        boolean nothing = e instanceof Expr.Literal literal && literal.text().equals("null");
        return nothing && outer == Precedence.POSTFIX
                ? CodeBlock.of("(($T) null)", named(e.type()))
                : e.match(this).within(outer);
    }

    private static Written atom(CodeBlock code) {
        return new Written(code, Precedence.POSTFIX);
    }

    @Override
    public Written literal(Expr.Literal e) {
        return new Written(
                CodeBlock.of("$L", e.text()), e.text().startsWith("-") ? Precedence.UNARY : Precedence.POSTFIX);
    }

    @Override
    public Written ref(Expr.Ref e) {
        return atom(CodeBlock.of("$N", e.variable().name()));
    }

    @Override
    public Written call(Expr.Call e) {
        if (e.function() instanceof FunctionName.Backward) {
            CodeBlock pullback = write(e.arguments().get(0), Precedence.POSTFIX);
            return atom(CodeBlock.of(
                    "$L.apply($L)",
                    pullback,
                    list(e.arguments().subList(1, e.arguments().size()))));
        }
        if (targets.isOnReceiver(e.function())) {
            CodeBlock receiver = write(e.arguments().get(0), Precedence.POSTFIX);
            return atom(CodeBlock.of(
                    "$L.$L($L)",
                    receiver,
                    targets.method(e.function()),
                    list(e.arguments().subList(1, e.arguments().size()))));
        }
        return atom(CodeBlock.of("$L($L)", targets.method(e.function()), list(e.arguments())));
    }

    @Override
    public Written component(Expr.Component e) {
        return atom(CodeBlock.of("$L.$N()", write(e.struct(), Precedence.POSTFIX), e.name()));
    }

    @Override
    public Written build(Expr.Build e) {
        return atom(CodeBlock.of("new $T($L)", named(e.type()), list(e.components())));
    }

    @Override
    public Written choose(Expr.Choose e) {
        CodeBlock code = CodeBlock.of(
                "$L ? $L : $L",
                write(e.condition(), Precedence.CONDITIONAL + 1),
                write(side(e.whenTrue(), e.whenFalse()), Precedence.CONDITIONAL + 1),
                write(e.whenFalse(), Precedence.CONDITIONAL + 1));
        return new Written(code, Precedence.CONDITIONAL);
    }

    /** Where neither side is written with the type of the whole, one is converted in writing. */
    private static Expr side(Expr a, Expr b) {
        return Conversions.isVisible(a) || Conversions.isVisible(b) ? a : Conversions.visible(a);
    }

    @Override
    public Written apply(Expr.Apply e) {
        Primitive primitive = e.primitive();
        List<Expr> operands = e.operands();
        return switch (primitive.form()) {
            case INFIX -> infix(e);
            case PREFIX -> prefix(primitive.name(), operands.get(0));
            case CONVERSION -> conversion(operands.get(0));
            case CAST -> cast(named(e.type()), operands.get(0));
            case STATIC_METHOD ->
                atom(CodeBlock.of("$T.$N($L)", owner(primitive), primitive.name(), call(primitive, operands)));
            case METHOD ->
                atom(CodeBlock.of(
                        "$L.$N($L)",
                        write(operands.get(0), Precedence.POSTFIX),
                        primitive.name(),
                        list(operands.subList(1, operands.size()))));
            case STATIC_FIELD -> atom(staticField(primitive));
            case FIELD ->
                atom(CodeBlock.of("$L.$L", write(operands.get(0), Precedence.POSTFIX), targets.read(primitive)));
            case INDEX ->
                atom(CodeBlock.of("$L[$L]", write(operands.get(0), Precedence.POSTFIX), inOneLine(operands.get(1))));
            case NEW_ARRAY -> atom(newArray((Type.Array) e.type(), operands));
            case ARRAY_LITERAL -> atom(CodeBlock.of("new $T $L", named(e.type()), elements(operands)));
            case NEW ->
                atom(
                        primitive.name().equals(Primitive.INNER)
                                ? inner(e)
                                : CodeBlock.of("new $T($L)", named(e.type()), call(primitive, operands)));
            case INSTANCE_OF ->
                new Written(
                        CodeBlock.of(
                                "$L instanceof $T",
                                write(operands.get(0), Precedence.ofInfix("instanceof") + 1),
                                owner(primitive)),
                        Precedence.ofInfix("instanceof"));
            case FUNCTION -> atom(CodeBlock.of("$L($L)", targets.function(primitive), list(operands)));
        };
    }

    private CodeBlock staticField(Primitive primitive) {
        CodeBlock copy = targets.copy(primitive);
        return copy == null ? CodeBlock.of("$T.$L", owner(primitive), targets.read(primitive)) : copy;
    }

    /** {@code outer.new Inner(…)}. */
    private CodeBlock inner(Expr.Apply e) {
        TypeName type = named(e.type());
        boolean generic = type instanceof ParameterizedTypeName;
        ClassName name = generic ? ((ParameterizedTypeName) type).rawType() : (ClassName) type;
        return CodeBlock.of(
                "$L.new $L($L)",
                write(e.operands().get(0), Precedence.POSTFIX),
                name.simpleName() + (generic ? "<>" : ""),
                list(e.operands().subList(1, e.operands().size())));
    }

    private Written cast(TypeName type, Expr operand) {
        castsUnchecked |= type instanceof ParameterizedTypeName;
        return new Written(CodeBlock.of("($T) $L", type, write(operand, Precedence.UNARY)), Precedence.UNARY);
    }

    /**
     * Of two conversions in a row the inner one is written: an int that becomes a float loses bits that a double has.
     */
    private Written conversion(Expr operand) {
        if (operand instanceof Expr.Choose) {
            // In parentheses: javac would convert each side to the outer type by itself, past the type of the whole.
            return atom(CodeBlock.of("($L)", write(operand)));
        }
        boolean inner = operand instanceof Expr.Apply a && a.primitive().form() == Primitive.Form.CONVERSION;
        return (inner ? Conversions.visible(operand) : operand).match(this);
    }

    /** {@code new double[n][m]}, with empty brackets for the lengths that aren't given. */
    private CodeBlock newArray(Type.Array type, List<Expr> lengths) {
        Type element = type;
        int rank = 0;
        while (element instanceof Type.Array array) {
            element = array.element();
            rank++;
        }
        CodeBlock.Builder code = CodeBlock.builder().add("new $T", named(element));
        lengths.forEach(length -> code.add("[$L]", inOneLine(length)));
        return code.add("$L", "[]".repeat(rank - lengths.size())).build();
    }

    /** {@code {x, y}}, rows inside too. */
    private CodeBlock elements(List<Expr> operands) {
        CodeBlock.Builder list = CodeBlock.builder();
        String separator = "";
        for (Expr operand : operands) {
            boolean row =
                    operand instanceof Expr.Apply apply && apply.primitive().form() == Primitive.Form.ARRAY_LITERAL;
            list.add(separator).add(row ? elements(((Expr.Apply) operand).operands()) : write(operand));
            separator = inOneLine ? ", " : ",$W";
        }
        return CodeBlock.of("{$L}", list.build());
    }

    private static TypeName owner(Primitive primitive) {
        Type owner = primitive.owner();
        if (owner == null) {
            throw new IllegalStateException(primitive + " has no owner");
        }
        return JavaTypes.of(owner);
    }

    private Written infix(Expr.Apply e) {
        String sign = e.primitive().name();
        int precedence = Precedence.ofInfix(sign);
        Expr left = e.operands().get(0);
        Expr right = e.operands().get(1);
        boolean promoted = e.operands().get(0).type() instanceof Type.Scalar s && s.isNumeric();
        if (promoted && !Conversions.isVisible(left) && !Conversions.isVisible(right)) {
            left = Conversions.visible(left);
        }
        String form = inOneLine ? "$L $L $L" : "$L $L$W$L";
        CodeBlock code = CodeBlock.of(form, write(left, precedence), sign, write(right, precedence + 1));
        return new Written(code, precedence);
    }

    /** An expression that is read as a whole: lines don't end in it. */
    private CodeBlock inOneLine(Expr e) {
        boolean before = inOneLine;
        inOneLine = true;
        CodeBlock code = write(e);
        inOneLine = before;
        return code;
    }

    private Written prefix(String sign, Expr operand) {
        CodeBlock inner = write(operand, Precedence.UNARY);
        boolean clashes = inner.toString().startsWith(sign);
        return new Written(CodeBlock.of(clashes ? "$L($L)" : "$L$L", sign, inner), Precedence.UNARY);
    }

    /** Arguments of a library method: where Math has the name for float too, the text must choose the right one. */
    private CodeBlock call(Primitive primitive, List<Expr> operands) {
        boolean overloaded =
                OVERLOADED.contains(primitive.name()) && primitive.signature().startsWith("java.lang.");
        if (!overloaded || operands.isEmpty() || operands.stream().anyMatch(Conversions::isVisible)) {
            return list(operands);
        }
        List<Expr> first = new ArrayList<>(operands);
        first.set(0, Conversions.visible(operands.get(0)));
        return list(first);
    }

    /** Expressions with commas between them, behind which a line may end, unless they are a couple of names. */
    CodeBlock list(List<Expr> operands) {
        boolean couple = operands.size() <= 2
                && operands.stream().allMatch(o -> o instanceof Expr.Ref || o instanceof Expr.Literal);
        String comma = inOneLine || couple ? ", " : ",$W";
        return CodeBlock.join(operands.stream().map(this::write).toList(), comma);
    }
}
