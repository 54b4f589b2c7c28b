package dev.jacobi.processor.shapes;

import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.Primitive;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What source and class files say that is no code. */
public interface Declared {

    /**
     * A {@code @Shape}.
     *
     * @param of what it is on, as messages name it
     * @param isTensor whether that is a tensor
     */
    record Mark(String text, String of, boolean isTensor, Span span) {}

    /** Those of the parameters of a function; null in the place of one without. */
    List<@Nullable Mark> parameters(FunctionName.Primal function);

    /** That of what a function gives; null without. */
    @Nullable
    Mark result(FunctionName.Primal function);

    /** That of a field; null without. */
    @Nullable
    Mark field(Primitive field);

    /** The value of a field that is a constant whole number; null of any other. */
    @Nullable
    Integer constant(Primitive field);

    /** The body of a function; null where it can't be had. */
    @Nullable
    Function body(FunctionName.Primal function);
}
