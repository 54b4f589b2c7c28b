package dev.jacobi.processor.backend;

import com.palantir.javapoet.CodeBlock;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes statements as Java, each line with the source line it comes from. */
final class JavaStatements implements Stmt.Cases<CodeBlock> {

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

    private CodeBlock line(CodeBlock code, Stmt.Note note) {
        return CodeBlock.of("$L;$L\n", code, comment(note));
    }

    /** The comment that ends a line; a line that stands below another of the same source needs none. */
    private String comment(Stmt.Note note) {
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

    @Override
    public CodeBlock declare(Stmt.Declare s) {
        CodeBlock declared = CodeBlock.of(
                "$T $N", JavaTypes.of(s.variable().type()), s.variable().name());
        return s.value() == null
                ? CodeBlock.of("$L;\n", declared)
                : line(CodeBlock.of("$L = $L", declared, expressions.write(s.value())), s.note());
    }

    @Override
    public CodeBlock assign(Stmt.Assign s) {
        return line(CodeBlock.of("$N = $L", s.variable().name(), expressions.write(s.value())), s.note());
    }

    @Override
    public CodeBlock increment(Stmt.Increment s) {
        String name = s.variable().name();
        if (s.variable().type() instanceof Type.Tensor) {
            return line(CodeBlock.of("$N = $N.add($L)", name, name, expressions.write(s.value())), s.note());
        }
        Expr negated = negated(s.value());
        CodeBlock code = negated != null
                ? CodeBlock.of("$N -= $L", name, expressions.write(negated))
                : CodeBlock.of("$N += $L", name, expressions.write(s.value()));
        return line(code, s.note());
    }

    private static @Nullable Expr negated(Expr e) {
        boolean minus = e instanceof Expr.Apply apply
                && apply.primitive().form() == Primitive.Form.PREFIX
                && apply.primitive().name().equals("-");
        return minus ? ((Expr.Apply) e).operands().get(0) : null;
    }

    @Override
    public CodeBlock branch(Stmt.If s) {
        if (s.then().isEmpty()) {
            return inverted(s);
        }
        CodeBlock.Builder code = CodeBlock.builder();
        code.add("if ($L) {$L\n$>", expressions.write(s.condition()), comment(s.note()));
        code.add(write(s.then()));
        if (!s.otherwise().isEmpty()) {
            code.add("$<} else {\n$>").add(write(s.otherwise()));
        }
        return code.add("$<}\n").build();
    }

    private CodeBlock inverted(Stmt.If s) {
        return s.otherwise().isEmpty()
                ? CodeBlock.of("")
                : branch(new Stmt.If(Negation.of(s.condition()), s.otherwise(), List.of(), s.note()));
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
