package dev.jacobi.processor.backend;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.split.Split;
import java.util.List;

/**
 * How a method that is cut runs its pieces.
 *
 * @param object the variable that holds the object which has them
 */
record Run(ClassName type, Split split, Var object, JavaExpressions expressions) {

    /** {@code Sweep sweep = new Sweep(); sweep.x = x;}, but for variables that get their values later. */
    CodeBlock start(List<Var> later) {
        CodeBlock.Builder code = CodeBlock.builder().addStatement("$1T $2N = new $1T()", type, object.name());
        for (Var variable : split.given()) {
            if (!later.contains(variable)) {
                code.add(given(variable));
            }
        }
        return code.build();
    }

    /** {@code sweep.seed = seed;}. */
    CodeBlock given(Var variable) {
        return split.given().contains(variable)
                ? CodeBlock.of("$N.$N = $N;\n", object.name(), variable.name(), variable.name())
                : CodeBlock.of("");
    }

    /** Calls a section's pieces. */
    CodeBlock section(int index) {
        return new JavaStatements(expressions).write(split.calls(index, object));
    }

    /** An expression over the method's variables, which are the object's now. */
    Expr read(Expr e) {
        return split.outside(e, object);
    }

    /** A variable of the method's. */
    String name(Var variable) {
        return split.outside(variable, object);
    }
}
