package dev.jacobi.processor.backend;

import com.palantir.javapoet.CodeBlock;
import dev.jacobi.processor.ir.Adjoint;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Shadows;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.List;

/**
 * Pullbacks whose backward sweep may throw half way, as where a rule does that a user wrote. What it has added to
 * shadows by then would be added to what the next seed gives, so there is no next one.
 */
final class Interrupted {

    /** Of these methods none throws where the forward sweep hasn't. */
    private static final List<String> QUIET =
            List.of("java.lang.Math.", "java.lang.StrictMath.", "dev.jacobi.tape.Shadows.");

    private Interrupted() {}

    /** Whether something may be left, since there are shadows, and the backward sweep may throw. */
    static boolean mayBe(Adjoint adjoint, List<Var> kept) {
        boolean shadows = !adjoint.shadows().isEmpty()
                || Walk.all(adjoint.forward()).stream()
                        .anyMatch(statement -> statement instanceof Stmt.Declare s
                                && s.value() instanceof Expr.Apply apply
                                && Shadows.isFresh(apply.primitive()))
                || kept.stream().anyMatch(field -> holdsPullbacks(field.type()));
        return shadows && mayThrow(adjoint.backward());
    }

    private static boolean holdsPullbacks(Type type) {
        return type instanceof Type.Struct || type instanceof Type.Array array && holdsPullbacks(array.element());
    }

    private static boolean mayThrow(List<Stmt> backward) {
        return Walk.all(backward).stream()
                .anyMatch(statement -> statement instanceof Stmt.Throw
                        || Walk.own(statement).stream().anyMatch(Interrupted::mayThrow));
    }

    private static boolean mayThrow(Expr e) {
        return e instanceof Expr.Call
                || e instanceof Expr.Apply apply && mayThrow(apply.primitive())
                || Walk.operands(e).stream().anyMatch(Interrupted::mayThrow);
    }

    private static boolean mayThrow(Primitive primitive) {
        boolean method = primitive.form() == Primitive.Form.METHOD || primitive.form() == Primitive.Form.STATIC_METHOD;
        return method && QUIET.stream().noneMatch(primitive.signature()::startsWith);
    }

    static CodeBlock start(String flag, String maker) {
        return CodeBlock.builder()
                .beginControlFlow("if ($N)", flag)
                .addStatement(
                        "throw new $T($S)",
                        IllegalStateException.class,
                        maker + ": an exception has left this pullback half way through a seed: make a new one")
                .endControlFlow()
                .beginControlFlow("try")
                .build();
    }

    static CodeBlock end(String flag, String exception) {
        return CodeBlock.builder()
                .nextControlFlow("catch ($T | $T $N)", RuntimeException.class, Error.class, exception)
                .addStatement("$N = true", flag)
                .addStatement("throw $N", exception)
                .endControlFlow()
                .build();
    }
}
