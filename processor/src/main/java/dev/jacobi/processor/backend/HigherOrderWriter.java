package dev.jacobi.processor.backend;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.jacobi.processor.ir.Adjoint;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Var;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * {@code hvp}, {@code derivative3}, …: the gradient of the derivative along one direction for each order but the last.
 */
final class HigherOrderWriter {

    private final String className;
    private final JavaExpressions expressions;
    private final Bodies bodies;
    private final RowsMethods rows;
    private final GeneratedClass generated;

    /** @param generated the class, which tells whether loops ask by their identity which arrays they start from */
    HigherOrderWriter(
            String className, JavaExpressions expressions, Bodies bodies, RowsMethods rows, GeneratedClass generated) {
        this.className = className;
        this.expressions = expressions;
        this.bodies = bodies;
        this.rows = rows;
        this.generated = generated;
    }

    void write(Derivative.Members members, TypeSpec.Builder type) {
        for (Derivative.HigherOrder derivative : members.higher()) {
            type.addMethod(member(members, derivative));
        }
        if (!members.higher().isEmpty() && !generated.isChecked(members)) {
            new HessianWriter(className).write(members, type);
        }
    }

    private MethodSpec member(Derivative.Members members, Derivative.HigherOrder derivative) {
        String name = DerivativeNames.higherOrder(derivative.order());
        String member = className + "." + name;
        Adjoint sweeps = derivative.sweeps();
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc(Docs.higherOrder(members, derivative.order()))
                .addParameters(MemberWriter.parameters(members.parameters()))
                .returns(GradientWriter.gradientType(members))
                .addCode(MemberWriter.nullChecks(members.parameters(), member))
                .addCode(Doors.unpack(members, reads(members, sweeps), member))
                .addCode(SharedArrays.checks(members, member));
        List<Var> all = derivative.along().parameters();
        List<Var> leaves = all.subList(members.primal().parameters().size(), all.size());
        NameSupply names = NameSupply.after(sweeps);
        int each = leaves.size() / (derivative.order() - 1);
        for (int from = 0; from < leaves.size(); from += each) {
            List<Var> dots = leaves.subList(from, from + each);
            List<Var> formals = Doors.formalDots(members, dots, names);
            method.addParameters(MemberWriter.parameters(formals))
                    .addCode(Doors.unpackDots(members, dots, formals, member))
                    .addCode(new DirectionWriter(members, member, generated.marksLoops()).write(dots, formals));
        }
        return method.addCode(FusedSweeps.zeros(members, sweeps))
                .addCode(new FusedSweeps(member, expressions, bodies)
                        .write(
                                name,
                                DerivativeNames.capitalised(name) + "Sweeps",
                                sweeps,
                                Doors.handBack(members, rows),
                                (values, bars) -> CodeBlock.builder()
                                        .addStatement("return $L", Doors.gradient(members, bars, rows))
                                        .build()))
                .build();
    }

    private static Set<Var> reads(Derivative.Members members, Adjoint sweeps) {
        Set<Var> read = GradientWriter.reads(members, sweeps);
        read.addAll(DirectionWriter.reads(members));
        return read;
    }
}
