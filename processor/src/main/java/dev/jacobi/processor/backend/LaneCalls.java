package dev.jacobi.processor.backend;

import com.palantir.javapoet.CodeBlock;
import dev.jacobi.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;

/** How the method is called that takes several directions at once. */
final class LaneCalls {

    private LaneCalls() {}

    /**
     * {@code xDots -> heatJvps(x, xDots)}: an argument more, or nothing where there is no such method.
     *
     * @param directions what the lambda expression's parameter is called
     */
    static CodeBlock of(Derivative.Members members, String directions) {
        if (members.lanes() == null) {
            return CodeBlock.of("");
        }
        List<CodeBlock> arguments = new ArrayList<>();
        for (Var parameter : members.primal().parameters()) {
            arguments.add(CodeBlock.of("$N", parameter.name()));
        }
        arguments.add(CodeBlock.of("$N", directions));
        return CodeBlock.of(",\n$1N -> $2N($3L)", directions, members.lanes(), CodeBlock.join(arguments, ", "));
    }
}
