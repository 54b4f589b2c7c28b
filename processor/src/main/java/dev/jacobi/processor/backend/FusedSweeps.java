package dev.jacobi.processor.backend;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.jacobi.processor.ir.Adjoint;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Shadows;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import dev.jacobi.processor.split.Remote;
import dev.jacobi.processor.split.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Both sweeps in one method body: in one piece, or where that is too large in several. */
final class FusedSweeps {

    private static final ClassName SHADOWS = ClassName.get("dev.jacobi.tape", "Shadows");
    private static final ClassName TENSOR_SHADOWS = ClassName.get("dev.jacobi.tape", "TensorShadows");
    private static final ClassName SEEDS = ClassName.get("dev.jacobi.tensor", "Seeds");

    private final String member;
    private final JavaExpressions expressions;
    private final Bodies bodies;
    private final String backward;

    /** @param member the member, as messages name it */
    FusedSweeps(String member, JavaExpressions expressions, Bodies bodies) {
        this(member, expressions, bodies, "Backward sweep");
    }

    /** @param backward what stands above the backward sweep */
    FusedSweeps(String member, JavaExpressions expressions, Bodies bodies, String backward) {
        this.member = member;
        this.expressions = expressions;
        this.bodies = bodies;
        this.backward = backward;
    }

    /** What a method does when both sweeps have run. */
    interface Ending {
        /** @param values the method's value, or the parts of a record; none where it is not kept */
        CodeBlock code(List<CodeBlock> values, List<CodeBlock> bars);
    }

    /** {@code double[] xBar = Shadows.zerosLike(x);} for each active array. */
    static CodeBlock zeros(Derivative.Members members, Adjoint fused) {
        CodeBlock.Builder code = CodeBlock.builder();
        int next = 0;
        for (int i : fused.active()) {
            Var parameter = fused.primal().parameters().get(i);
            if (parameter.type() instanceof Type.Array array) {
                Var shadow = fused.shadows().get(next++);
                boolean numbers = array.element() instanceof Type.Scalar;
                CodeBlock zeros = numbers
                        ? numbers(array, parameter.name(), members.present().contains(i))
                        : Shadows.holdsTensors(array)
                                ? CodeBlock.of("$T.noneLike($N)", TENSOR_SHADOWS, parameter.name())
                                : CodeBlock.of("$T.zerosLike($N)", SHADOWS, parameter.name());
                code.addStatement("$T $N = $L", JavaTypes.of(array), shadow.name(), zeros);
            }
        }
        return code.build();
    }

    private static CodeBlock numbers(Type.Array array, String like, boolean isPresent) {
        CodeBlock zeros = CodeBlock.of("new $T[$N.length]", JavaTypes.of(array.element()), like);
        return isPresent ? zeros : CodeBlock.of("$N == null ? null : $L", like, zeros);
    }

    /**
     * The body.
     *
     * @param wish what the class is called for, if there are pieces
     * @param between what is done when the forward sweep has run
     */
    CodeBlock write(String method, String wish, Adjoint fused, CodeBlock between, Ending ending) {
        List<Stmt> all = new ArrayList<>(fused.forward());
        all.addAll(fused.backward());
        return bodies.isLarge(all, fused.bars())
                ? cut(method, wish, NamedResults.of(fused), between, ending)
                : whole(fused, between, ending);
    }

    private CodeBlock whole(Adjoint fused, CodeBlock between, Ending ending) {
        JavaStatements statements = new JavaStatements(expressions);
        CodeBlock.Builder code = CodeBlock.builder();
        if (!fused.forward().isEmpty() && !fused.backward().isEmpty()) {
            code.add("// Forward sweep\n");
        }
        code.add(statements.write(fused.forward())).add(between);
        if (hasTensorSeed(fused)) {
            code.add(seed(fused, expressions.write(Objects.requireNonNull(fused.value())), readsSeed(fused)));
        }
        if (!fused.backward().isEmpty()) {
            code.add("// $L\n", backward).add(statements.write(fused.backward()));
        }
        return code.add(ending.code(written(fused.values()), written(fused.bars())))
                .build();
    }

    private CodeBlock cut(String method, String wish, Adjoint fused, CodeBlock between, Ending ending) {
        List<Var> given = new ArrayList<>(fused.parameters());
        given.addAll(fused.seeds());
        Set<Var> results = fused.results();
        results.addAll(fused.given());
        Run run = bodies.cut(
                method,
                wish,
                "sweeps",
                List.of(new Section("forward", fused.forward()), new Section("backward", fused.backward())),
                given,
                Remote.NONE,
                results);
        CodeBlock.Builder code = CodeBlock.builder()
                .add(run.start(fused.seeds()))
                .add("// Forward sweep\n")
                .add(run.section(0))
                .add(between);
        List<CodeBlock> values = written(fused.values().stream().map(run::read).toList());
        if (hasTensorSeed(fused)) {
            code.add(seed(fused, values.get(0), true)).add(run.given(fused.seed()));
        }
        return code.add("// $L\n", backward)
                .add(run.section(1))
                .add(ending.code(
                        values, written(fused.bars().stream().map(run::read).toList())))
                .build();
    }

    private List<CodeBlock> written(List<Expr> all) {
        return all.stream().map(expressions::write).toList();
    }

    private static boolean hasTensorSeed(Adjoint fused) {
        boolean isTensor = fused.value() != null && fused.value().type() instanceof Type.Tensor;
        return isTensor && !fused.seeds().isEmpty();
    }

    /** Declares the seed of a tensor, which must have one element; only checks that if nothing reads the seed. */
    private CodeBlock seed(Adjoint fused, CodeBlock value, boolean isRead) {
        CodeBlock one = CodeBlock.of("$T.one($L, $S);\n", SEEDS, value, member);
        return isRead
                ? CodeBlock.of("$T $N = $L", JavaTypes.TENSOR, fused.seed().name(), one)
                : one;
    }

    private static boolean readsSeed(Adjoint fused) {
        return Walk.reads(fused.backward()).contains(fused.seed())
                || fused.bars().stream().anyMatch(bar -> Walk.reads(bar).contains(fused.seed()));
    }
}
