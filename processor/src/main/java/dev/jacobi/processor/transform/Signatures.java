package dev.jacobi.processor.transform;

import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.Sharing;
import dev.jacobi.processor.ir.Type;
import java.util.List;
import java.util.SortedSet;

/** What the derivatives of a called function look like from outside. */
public interface Signatures {

    /** The parameters by which the derivative that will be called differentiates: at least those asked for. */
    SortedSet<Integer> active(FunctionName function, SortedSet<Integer> wanted, Sharing sharing);

    /**
     * Whether the halves take shadows of arrays; else, as of a method in another jar that only reads its arrays, their
     * adjoints are given by the backward half beside those of numbers, and it takes that of an array that is the
     * result.
     */
    boolean takesShadows(FunctionName function);

    /** The parameters' names and types. */
    List<Type.Component> parameters(FunctionName function);

    /**
     * What a tangent that is called gives: {@code value} and {@code jvp}; where the result is a record its parts, and
     * for each part that has one its tangent, named {@code xDot}.
     */
    Type.Struct tangent(FunctionName.Tangent name);

    /** The same of a tangent that is being made. */
    Type.Struct madeTangent(FunctionName.Tangent name);

    /** What the tangent of a function gives whose result carries no derivative: that result. */
    Type plainTangent(FunctionName.Tangent name, Type result);

    /**
     * What the forward half gives: a pullback with a {@code value}, and with a {@code valueBar} where that is an array;
     * where the result is a record, the same for each of its parts.
     */
    Type.Struct pullback(FunctionName.Forward name);

    /**
     * What the backward half gives: the one adjoint, or a struct with one per active parameter that is no array; void
     * where there is none.
     */
    Type gradient(FunctionName.Forward name);
}
