package dev.jacobi.processor.ir;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Both sweeps of a method's derivative as one member that works in the caller's arrays.
 *
 * @param adjoint the sweeps; the shadows that {@code bars} doesn't name as parameters are local variables
 * @param scratch what the sweeps ask for arrays
 * @param workspace the parameter that brings the scratch
 * @param value a name for the method's result
 * @param completes whether the forward sweep can end without an exception
 * @param bars what derivatives are added into, in the order of the parameters that are differentiated by
 * @param changed the array parameters that must share no array with others
 */
public record InPlace(
        Adjoint adjoint,
        Var scratch,
        Var workspace,
        Var value,
        boolean completes,
        List<Bar> bars,
        Set<Integer> changed) {
    public InPlace {
        bars = List.copyOf(bars);
    }

    /** With other sweeps. */
    public InPlace with(Adjoint newAdjoint) {
        return new InPlace(newAdjoint, scratch, workspace, value, completes, bars, changed);
    }

    /** How a derivative gets into the array that the caller gives for it. */
    public enum Kind {
        /** A number's: an array of one element, to which the sweeps' result is added. */
        NUMBER,
        /** The sweeps work in the caller's array itself. */
        ITSELF,
        /** The sweeps work in an array of zeros, which is added to the caller's. */
        APART,
        /**
         * The caller's array holds seeds, by the places where rows are in the end; the sweeps work in an array of
         * zeros, which takes these seeds before the backward sweep and the caller's array's place after it.
         */
        MOVED
    }

    /**
     * What the caller gives for one parameter.
     *
     * @param parameter the parameter that is differentiated by
     * @param bar the caller's array
     * @param shadow the array that the sweeps work in; null for a number
     */
    public record Bar(
            Kind kind, Var parameter, Var bar, @Nullable Var shadow) {}
}
