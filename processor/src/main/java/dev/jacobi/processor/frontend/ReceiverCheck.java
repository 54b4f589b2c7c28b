package dev.jacobi.processor.frontend;

import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Refuses at run time the object of a subclass: it may override the method whose body was read. */
final class ReceiverCheck {

    private final Language language;
    private final TypeReader types;

    ReceiverCheck(Language language, TypeReader types) {
        this.language = language;
        this.types = types;
    }

    /** Whether another method may run where this one is called. */
    static boolean isOverridable(ExecutableElement method) {
        TypeElement owner = Enclosing.type(method);
        Set<Modifier> modifiers = method.getModifiers();
        boolean fixed = modifiers.contains(Modifier.STATIC)
                || modifiers.contains(Modifier.PRIVATE)
                || modifiers.contains(Modifier.FINAL)
                || owner.getModifiers().contains(Modifier.FINAL); // as an enum is whose constants have no bodies
        return !fixed;
    }

    /** The check that an object is of the very class that declares a method. */
    Stmt check(ExecutableElement method, Expr object, Span span) {
        return check(Enclosing.type(method), method, object, span);
    }

    /** The check that an object is of a very class, and so has a method as that class has it. */
    Stmt check(TypeElement type, ExecutableElement method, Expr object, Span span) {
        String owner = type.getQualifiedName().toString();
        Type literal = types.read(language.types.erasure(language.declared("java.lang.Class")));
        Type string = types.read(language.declared("java.lang.String"));
        String display = Enclosing.display(method);
        List<Expr> operands = List.of(
                object,
                new Expr.Literal(owner + ".class", literal, span),
                new Expr.Literal("\"" + display + "\"", string, span));
        Primitive check = new Primitive(
                Primitive.Form.STATIC_METHOD,
                new Type.Library("dev.jacobi.tape.Receivers"),
                "checkExact",
                List.of(object.type(), literal, string),
                Type.Scalar.VOID,
                false,
                "dev.jacobi.tape.Receivers.checkExact(java.lang.Object)");
        return new Stmt.Effect(new Expr.Apply(check, operands, span), new Stmt.Note(Stmt.Role.PRIMAL, span));
    }
}
