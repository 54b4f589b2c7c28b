package dev.jacobi.processor.transform;

import dev.jacobi.processor.analysis.Cost;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Arrays of derivatives beside arrays that a method has just made. */
public final class NewArrays {

    private NewArrays() {}

    /**
     * {@code new double[n]} again; its first length is that of what was made, unless it costs nothing to compute again.
     * Where C2 sees an array being made, it knows its class, so storing rows into it needs no check.
     *
     * @param held what was made
     * @param made the expression that made it
     * @return null where further lengths would have to be computed again
     */
    public static @Nullable Expr again(Expr.Ref held, Expr.Apply made) {
        List<Expr> lengths = new ArrayList<>(made.operands());
        if (!lengths.subList(1, lengths.size()).stream().allMatch(Cost::isCheap)) {
            return null;
        }
        if (Cost.isCheap(lengths.get(0))) {
            return made;
        }
        lengths.set(0, new Expr.Apply(Primitive.length(held.type()), List.of(held), held.span()));
        Primitive anew = Primitive.newArray((Type.Array) made.type(), Walk.types(lengths));
        return new Expr.Apply(anew, lengths, made.span());
    }
}
