package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.ClassExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import dev.jacobi.processor.ir.CopiedField;
import dev.jacobi.processor.ir.Sinks;
import dev.jacobi.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * A field's initializer, to be written again in another class: as it stands, but for names, which that class has to
 * reach. What isn't sure to give the same there is not written.
 */
final class InitializerText {

    private static final Set<String> MATHEMATICS =
            Set.of("java.lang.Math", "java.lang.StrictMath", "java.lang.Double", "java.lang.Float");

    /** Elements that a class may write out: its code for them must not be too large. */
    private static final int MOST = 2_000;

    private final Functions functions;
    private final FieldCopies copies;
    private final VariableElement field;
    private final Scope scope;
    private final List<CopiedField.Part> parts = new ArrayList<>();
    private boolean sure = true;
    private int elements;

    InitializerText(Functions functions, FieldCopies copies, VariableElement field, Scope scope) {
        this.functions = functions;
        this.copies = copies;
        this.field = field;
        this.scope = scope;
    }

    /** Null where it can't be written again. */
    @Nullable
    List<CopiedField.Part> of(Expression initializer) {
        write(initializer);
        return sure && elements <= MOST ? parts : null;
    }

    private void text(String text) {
        parts.add(new CopiedField.Part.Text(text));
    }

    private void write(Expression e) {
        if (e instanceof TextBlockLiteralExpr) {
            sure = false;
        } else if (e instanceof LiteralExpr) {
            text(e.toString());
        } else if (e instanceof EnclosedExpr enclosed) {
            text("(");
            write(enclosed.getInner());
            text(")");
        } else if (e instanceof UnaryExpr unary && !unary.getOperator().name().endsWith("CREMENT")) {
            text(unary.getOperator().asString());
            write(unary.getExpression());
        } else if (e instanceof BinaryExpr binary) {
            write(binary.getLeft());
            text(" " + binary.getOperator().asString() + " ");
            write(binary.getRight());
        } else if (e instanceof CastExpr cast && cast.getType().isPrimitiveType()) {
            text("(" + cast.getType() + ") ");
            write(cast.getExpression());
        } else if (e instanceof ConditionalExpr choice) {
            write(choice.getCondition());
            text(" ? ");
            write(choice.getThenExpr());
            text(" : ");
            write(choice.getElseExpr());
        } else {
            writeOther(e);
        }
    }

    private void writeOther(Expression e) {
        if (e instanceof ArrayInitializerExpr array) {
            elements += array.getValues().size();
            list("{", array.getValues(), "}");
        } else if (e instanceof ArrayCreationExpr array
                && array.getInitializer().isPresent()) {
            text("new ");
            parts.add(new CopiedField.Part.Named(functions.types.read(functions.typer.typeOf(array, scope))));
            text(" ");
            write(array.getInitializer().get());
        } else if (e instanceof ObjectCreationExpr record && isRecord(record)) {
            text("new ");
            parts.add(new CopiedField.Part.Named(functions.types.read(functions.typer.typeOf(record, scope))));
            list("(", record.getArguments(), ")");
        } else if (e instanceof MethodCallExpr call && (isMathematics(call) || isLogger(call))) {
            parts.add(new CopiedField.Part.Named(type(owner(call))));
            list("." + call.getNameAsString() + "(", call.getArguments(), ")");
        } else if (e instanceof MethodCallExpr call
                && call.getNameAsString().equals("getName")
                && call.getScope().orElse(null) instanceof ClassExpr named) {
            write(named);
            text(".getName()");
        } else if (e instanceof ClassExpr named) {
            className(named);
        } else if (e instanceof NameExpr || e instanceof FieldAccessExpr) {
            name(e);
        } else {
            sure = false;
        }
    }

    private void list(String open, List<Expression> values, String close) {
        text(open);
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                parts.add(new CopiedField.Part.Next());
            }
            write(values.get(i));
        }
        text(close);
    }

    private Type type(@Nullable TypeElement named) {
        return functions.types.read(Objects.requireNonNull(named).asType());
    }

    /** A record of values, by the compiler's constructor, which does no more, and that the whole package can call. */
    private boolean isRecord(ObjectCreationExpr e) {
        TypeMirror type = functions.typer.typeOf(e, scope);
        ExecutableElement constructor =
                functions.typer.members().constructor(e, scope).method();
        return e.getAnonymousClassBody().isEmpty()
                && FieldCopies.isValue(type)
                && functions.type(type) instanceof Type.Struct struct
                && struct.form() == Type.Form.PLAIN
                && functions.constructor(constructor) == null
                && Enclosing.isReachable(constructor, Enclosing.packageName(field));
    }

    private @Nullable TypeElement owner(MethodCallExpr call) {
        return call.getScope()
                .map(before -> functions.typer.members().named(before, scope))
                .orElse(null);
    }

    private boolean isLogger(MethodCallExpr call) {
        TypeElement owner = owner(call);
        return owner != null
                && call.getArguments().size() == 1
                && Sinks.isFactory(owner.getQualifiedName().toString(), call.getNameAsString());
    }

    private void className(ClassExpr named) {
        TypeElement type = functions.language.classOf(functions.typer.named(named.getType(), scope));
        sure &= type != null && Enclosing.isReachable(type, Enclosing.packageName(field));
        if (type != null) {
            parts.add(new CopiedField.Part.Named(functions.types.erased(type.asType())));
            text(".class");
        }
    }

    private boolean isMathematics(MethodCallExpr call) {
        TypeElement owner = owner(call);
        return owner != null
                && MATHEMATICS.contains(owner.getQualifiedName().toString())
                && !call.getNameAsString().equals("random");
    }

    /** A constant, or a field that is copied, too, and has its value already where this one gets its own. */
    private void name(Expression e) {
        MemberLookup.Variable variable;
        try {
            variable = functions.typer.members().field(e, scope);
        } catch (Refusal refused) {
            sure = false;
            return;
        }
        VariableElement named = variable.field();
        if (named == null) {
            sure = false;
        } else if (named.getConstantValue() != null) {
            constant(named);
        } else if (hasItsValue(named) && named.asType().getKind() != TypeKind.ARRAY && copies.has(named)) {
            parts.add(new CopiedField.Part.Copied(copies.signature(named)));
        } else {
            sure = false;
        }
    }

    private void constant(VariableElement named) {
        if (Enclosing.isReachable(named, Subjects.ANOTHER_PACKAGE)
                && named.getModifiers().contains(Modifier.STATIC)) {
            parts.add(new CopiedField.Part.Named(functions.types.read(
                    functions.language.types.erasure(Enclosing.type(named).asType()))));
            text("." + named.getSimpleName());
        } else {
            String value = Constants.text(Objects.requireNonNull(named.getConstantValue()));
            text(value.startsWith("-") || value.startsWith("(") ? "(" + value + ")" : value);
        }
    }

    private boolean hasItsValue(VariableElement named) {
        return Enclosing.type(named).equals(Enclosing.type(field)) ? isBefore(named) : copies.areSettled(named);
    }

    /** Whether a class declares another field before this one, so that it has its value then. */
    private boolean isBefore(VariableElement other) {
        List<?> members = Enclosing.type(field).getEnclosedElements();
        return members.indexOf(other) < members.indexOf(field);
    }
}
