package dev.jacobi.processor.backend;

import com.palantir.javapoet.CodeBlock;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Shadows;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Structure;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Walk;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes statements as Java, each line with the source line it comes from. */
final class JavaStatements implements Stmt.Cases<CodeBlock> {

    /** Operators whose compound assignment is the same as writing them out, where all types are one. */
    private static final Set<String> COMPOUND = Set.of("+", "-", "*", "/");

    private final JavaExpressions expressions;
    private @Nullable String lastNote;

    JavaStatements(JavaExpressions expressions) {
        this.expressions = expressions;
    }

    CodeBlock write(List<Stmt> body) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (Stmt statement : body) {
            code.add(statement.match(this));
        }
        return code.build();
    }

    CodeBlock line(CodeBlock code, Stmt.Note note) {
        return CodeBlock.of("$L;$L\n", code, comment(note));
    }

    /** The comment that ends a line; a line that stands below another of the same source needs none. */
    private String comment(Stmt.Note note) {
        return words(note) + expressions.mark(note);
    }

    private String words(Stmt.Note note) {
        if (note.role() == Stmt.Role.KEPT) {
            return "";
        }
        String text = note.role() == Stmt.Role.ADJOINT
                ? " // adjoint of :" + note.span().line()
                : " // " + note.span().fileAndLine();
        if (text.equals(lastNote)) {
            return "";
        }
        lastNote = text;
        return text;
    }

    /** A line above a loop that runs both sweeps. */
    private static CodeBlock heading(Stmt.Loop s) {
        if (s.note().role() != Stmt.Role.TOGETHER) {
            return CodeBlock.of("");
        }
        boolean tape = false;
        for (Stmt statement : Walk.all(s.body())) {
            tape |= statement instanceof Stmt.Store store
                    && store.note().role() == Stmt.Role.KEPT
                    && !(store.value().type() instanceof Type.Array);
        }
        return CodeBlock.of(
                "// independent iterations: forward and backward together, $L\n",
                tape ? "the tape holds one" : "no tape");
    }

    @Override
    public CodeBlock declare(Stmt.Declare s) {
        CodeBlock declared = CodeBlock.of(
                "$T $N", expressions.named(s.variable().type()), s.variable().name());
        return s.value() == null
                ? CodeBlock.of("$L;$L\n", declared, expressions.mark(s.note()))
                : line(CodeBlock.of("$L =$W$L", declared, expressions.write(s.value())), s.note());
    }

    @Override
    public CodeBlock assign(Stmt.Assign s) {
        return line(assigned(new Expr.Ref(s.variable(), s.note().span()), s.value()), s.note());
    }

    @Override
    public CodeBlock store(Stmt.Store s) {
        return line(assigned(element(s.array(), s.index()), s.value()), s.note());
    }

    @Override
    public CodeBlock accumulate(Stmt.Accumulate s) {
        if (Shadows.isTensors(s.array().type())) {
            return line(
                    expressions.write(Shadows.call(
                            "add", Type.Scalar.VOID, false, s.note().span(), s.array(), s.index(), s.value())),
                    s.note());
        }
        CodeBlock element = expressions.write(element(s.array(), s.index()));
        return line(added(element, s.value()), s.note());
    }

    private static Expr element(Expr array, Expr index) {
        return new Expr.Apply(Primitive.index(array.type(), index.type()), List.of(array, index), index.span());
    }

    /** {@code x = e}; {@code x += e} and {@code x++} where that is the same. */
    private CodeBlock assigned(Expr target, Expr value) {
        CodeBlock name = expressions.write(target);
        boolean compound = value instanceof Expr.Apply apply
                && apply.primitive().form() == Primitive.Form.INFIX
                && COMPOUND.contains(apply.primitive().name())
                && apply.type().equals(target.type())
                && Structure.same(apply.operands().get(0), target);
        if (!compound) {
            return CodeBlock.of("$L = $L", name, expressions.write(value));
        }
        String sign = ((Expr.Apply) value).primitive().name();
        Expr operand = ((Expr.Apply) value).operands().get(1);
        boolean step = target.type() == Type.Scalar.INT
                && operand instanceof Expr.Literal literal
                && literal.text().equals("1")
                && (sign.equals("+") || sign.equals("-"));
        return step
                ? CodeBlock.of("$L$L$L", name, sign, sign)
                : CodeBlock.of("$L $L= $L", name, sign, expressions.write(operand));
    }

    @Override
    public CodeBlock increment(Stmt.Increment s) {
        String name = s.variable().name();
        if (s.variable().type() instanceof Type.Tensor) {
            return line(CodeBlock.of("$N = $N.add($L)", name, name, expressions.write(s.value())), s.note());
        }
        return line(added(CodeBlock.of("$N", name), s.value()), s.note());
    }

    private CodeBlock added(CodeBlock target, Expr value) {
        Expr negated = negated(value);
        return negated != null
                ? CodeBlock.of("$L -= $L", target, expressions.write(negated))
                : CodeBlock.of("$L += $L", target, expressions.write(value));
    }

    private static @Nullable Expr negated(Expr e) {
        boolean minus = e instanceof Expr.Apply apply
                && apply.primitive().form() == Primitive.Form.PREFIX
                && apply.primitive().name().equals("-");
        return minus ? ((Expr.Apply) e).operands().get(0) : null;
    }

    @Override
    public CodeBlock branch(Stmt.If s) {
        if (s.then().isEmpty() && s.otherwise().isEmpty()) {
            return CodeBlock.of("if ($L) {$L\n}\n", expressions.write(s.condition()), comment(s.note()));
        }
        if (s.then().isEmpty()) {
            return inverted(s);
        }
        CodeBlock.Builder code = CodeBlock.builder();
        code.add("if ($L) {$L\n$>", expressions.write(s.condition()), comment(s.note()));
        code.add(write(s.then()));
        if (s.otherwise().size() == 1
                && s.otherwise().get(0) instanceof Stmt.If other
                && !other.then().isEmpty()) {
            return code.add("$<} else ").add(branch(other)).build();
        }
        if (!s.otherwise().isEmpty()) {
            code.add("$<} else {\n$>").add(write(s.otherwise()));
        }
        return code.add("$<}\n").build();
    }

    @Override
    public CodeBlock loop(Stmt.Loop s) {
        CodeBlock.Builder code = CodeBlock.builder().add(heading(s));
        CodeBlock condition = expressions.write(s.condition());
        Stmt.Counter counter = s.counter();
        if (counter == null) {
            code.add("while ($L) {$L\n$>", condition, comment(s.note()));
        } else {
            String name = counter.variable().name();
            code.add(
                    "for (int $N = $L; $L; $L) {$L\n$>",
                    name,
                    expressions.write(counter.from()),
                    condition,
                    step(name, counter.step()),
                    comment(s.note()));
        }
        return code.add(write(s.body())).add("$<}\n").build();
    }

    private static CodeBlock step(String name, int step) {
        return switch (step) {
            case 1 -> CodeBlock.of("$N++", name);
            case -1 -> CodeBlock.of("$N--", name);
            default -> CodeBlock.of("$N $L= $L", name, step > 0 ? "+" : "-", Math.abs(step));
        };
    }

    @Override
    public CodeBlock reverse(Stmt.Reverse s) {
        throw new IllegalStateException("a reversed loop is an ordinary one by now");
    }

    private CodeBlock inverted(Stmt.If s) {
        return branch(new Stmt.If(Negation.of(s.condition()), s.otherwise(), List.of(), s.note()));
    }

    @Override
    public CodeBlock effect(Stmt.Effect s) {
        return line(expressions.write(s.value()), s.note());
    }

    @Override
    public CodeBlock raise(Stmt.Throw s) {
        return line(CodeBlock.of("throw $L", expressions.write(s.value())), s.note());
    }
}
