package dev.jacobi.processor.backend;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import java.util.HashSet;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/**
 * {@code sparseJacobian} and {@code sparseHessian}: the method runs once on sets of indices, and then {@code jvp},
 * {@code vjp} or {@code hvp} once for each colour.
 */
final class SparseWriter {

    private static final ClassName MATRIX = ClassName.get("dev.jacobi", "SparseMatrix");
    private static final ClassName SPARSE = ClassName.get("dev.jacobi.tape", "Sparse");
    private static final ClassName INDICES = ClassName.get("dev.jacobi.tape", "Indices");
    private static final ClassName PATTERN = ClassName.get("dev.jacobi.tape", "Pattern");
    private static final ClassName INTERACTIONS = ClassName.get("dev.jacobi.tape", "Interactions");

    private final String className;

    SparseWriter(String className) {
        this.className = className;
    }

    void write(Derivative.Members members, TypeSpec.Builder type) {
        Derivative.Sparse sparse = members.sparse();
        if (sparse == null) {
            return;
        }
        String name = sparse.hessian() ? "sparseHessian" : "sparseJacobian";
        String member = className + "." + name;
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc(sparse.hessian() ? Docs.sparseHessian(members) : Docs.sparseJacobian(members))
                .addParameters(MemberWriter.parameters(members.parameters()))
                .returns(MATRIX)
                .addCode(MemberWriter.nullChecks(members.parameters(), member))
                .addCode(Doors.unpack(members, new HashSet<>(members.primal().parameters()), member))
                .addCode(SharedArrays.checks(members, member));
        if (sparse.hessian()) {
            hessian(members, sparse, method);
        } else if (members.result() == Type.Scalar.VOID) {
            written(members, sparse, member, method);
        } else {
            jacobian(members, sparse, method);
        }
        type.addMethod(method.build());
    }

    private static void jacobian(Derivative.Members members, Derivative.Sparse sparse, MethodSpec.Builder method) {
        Var x = members.differentiated().get(0);
        NameSupply names = NameSupply.after(members.tangent());
        CodeBlock arguments = FreshArguments.of(members);
        String results = names.fresh(sparse.direct() ? "pattern" : "results");
        if (sparse.direct()) {
            method.addStatement("$1T $2N = new $1T($3N.length)", PATTERN, results, x.name())
                    .addStatement("$N($L, $N)", sparse.pattern(), FreshArguments.leaves(members), results);
        } else {
            method.addStatement(
                    "$1T[] $2N = $3N($4L, $1T.each($5N.length)).valueOn()",
                    INDICES,
                    results,
                    sparse.pattern(),
                    FreshArguments.leaves(members),
                    x.name());
        }
        method.addStatement(
                "return $1T.jacobian($2N, $3N.length, $5N -> jvp($4L, $5N)$6L,\n() -> pullback($4L)::apply)",
                SPARSE,
                results,
                x.name(),
                arguments,
                names.fresh(x.name() + "Dot"),
                LaneCalls.of(members, names.fresh(x.name() + "Dots")));
    }

    /** Of a method that gives nothing the results are what it leaves in one of two arrays. */
    private static void written(
            Derivative.Members members, Derivative.Sparse sparse, String member, MethodSpec.Builder method) {
        Var y = members.differentiated().get(members.writtenArray());
        Var x = members.differentiated().get(1 - members.writtenArray());
        boolean first = members.writtenArray() == 0;
        NameSupply names = NameSupply.after(members.tangent());
        String results = names.fresh("results");
        String xDot = names.fresh(x.name() + "Dot");
        String yDot = names.fresh(y.name() + "Dot");
        CodeBlock each = CodeBlock.of("$T.each($N.length)", INDICES, x.name());
        CodeBlock none = CodeBlock.of("$N", results);
        method.addStatement("$T.requireNonNull($N, $S)", Objects.class, y.name(), member + ": " + y.name() + " is null")
                .addStatement("$1T[] $2N = new $1T[$3N.length]", INDICES, results, y.name())
                .addStatement(
                        "$N($L, $L, $L)",
                        sparse.pattern(),
                        FreshArguments.leaves(members),
                        first ? none : each,
                        first ? each : none)
                .addCode("return $T.jacobian($N, $N.length, $N -> {\n$>", SPARSE, results, x.name(), xDot)
                .addStatement("double[] $N = new double[$N.length]", yDot, y.name())
                .addStatement("jvp($L, $N, $N)", FreshArguments.of(members), first ? yDot : xDot, first ? xDot : yDot)
                .addStatement("return $N", yDot)
                .addCode("$<});\n");
    }

    private static void hessian(Derivative.Members members, Derivative.Sparse sparse, MethodSpec.Builder method) {
        Var x = members.differentiated().get(0);
        NameSupply names = NameSupply.after(members.tangent());
        String pairs = names.fresh("pairs");
        method.addStatement("$1T $2N = new $1T($3N.length)", INTERACTIONS, pairs, x.name())
                .addStatement(
                        "$N($L, $T.each($N.length), $N)",
                        sparse.pattern(),
                        FreshArguments.leaves(members),
                        INDICES,
                        x.name(),
                        pairs)
                .addStatement(
                        "return $1T.hessian($2N, $3N -> hvp($4L, $3N)$5L)",
                        SPARSE,
                        pairs,
                        names.fresh(x.name() + "Dot"),
                        FreshArguments.of(members),
                        LaneCalls.of(members, names.fresh(x.name() + "Dots")));
    }
}
