package dev.jacobi.processor.frontend;

import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Leaves;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Walk;
import java.util.List;
import javax.lang.model.element.ExecutableElement;

/** {@code Objects.requireNonNull(values)}, which gives what it is given: the same array, or the same record. */
final class NullChecks {

    private NullChecks() {}

    static boolean isOne(ExecutableElement method) {
        return method.getSimpleName().contentEquals("requireNonNull")
                && Enclosing.type(method).getQualifiedName().contentEquals("java.util.Objects");
    }

    /** Whether a record or an array of numbers is asked for, and with a plain message if any. */
    static boolean givesNumbers(List<Expr> values) {
        Type type = values.get(0).type();
        boolean numbers = Leaves.isRecord(type) || type instanceof Type.Array && type.carriesDerivative();
        boolean plain = values.get(0) instanceof Expr.Ref || values.get(0) instanceof Expr.Build;
        return numbers && plain && values.stream().skip(1).allMatch(v -> v instanceof Expr.Literal);
    }

    /** Records that are taken apart are never null. */
    static Expr read(List<Expr> values, Frame frame, Span span) {
        Expr value = values.get(0);
        if (value.type() instanceof Type.Array && !Leaves.isRecord(value.type())) {
            Primitive check = new Primitive(
                    Primitive.Form.STATIC_METHOD,
                    new Type.Library("java.util.Objects"),
                    "requireNonNull",
                    Walk.types(values),
                    value.type(),
                    false,
                    "java.util.Objects.requireNonNull(java.lang.Object)");
            Expr checked = new Expr.Apply(check, values, span);
            frame.out.add(new Stmt.Effect(checked, new Stmt.Note(Stmt.Role.PRIMAL, span)));
        }
        return value;
    }
}
