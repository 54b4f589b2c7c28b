package dev.jacobi.processor;

import dev.jacobi.processor.analysis.Memory;
import dev.jacobi.processor.diag.Kind;
import dev.jacobi.processor.diag.Problem;
import dev.jacobi.processor.frontend.Functions;
import dev.jacobi.processor.frontend.Subject;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.Leaves;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Writing to arrays of records that stand in records of an array. Members take each apart into arrays of its own, so
 * one that stands in two places would become two.
 */
final class NestedRows {

    private NestedRows() {}

    static List<Problem> check(Subject subject, Function function, Memory memory, Functions functions) {
        List<Functions.Formal> formals = functions.formals(subject.name());
        List<Functions.Leaf> leaves = functions.leaves(subject.name());
        List<Boolean> nested = new ArrayList<>();
        formals.forEach(formal -> mark(functions.type(formal.type()), 0, nested));
        Set<String> written = new LinkedHashSet<>();
        for (int i = 0; i < leaves.size(); i++) {
            if (nested.get(i) && isChanged(function.parameters().get(i), memory)) {
                written.add(formals.get(leaves.get(i).formal()).name());
            }
        }
        return written.stream()
                .map(name -> Problem.of(
                        Kind.UNSUPPORTED,
                        functions.declarations().span(subject.method()),
                        "writing to arrays of records that stand in the records of the array " + name,
                        "write to arrays that the method makes, or give it the inner array as a parameter"))
                .toList();
    }

    /** Arrays of numbers that records hold are the caller's own: only other arrays in their places are new. */
    private static boolean isChanged(Var leaf, Memory memory) {
        if (!(leaf.type() instanceof Type.Array)) {
            return false;
        }
        Var region = memory.region(leaf);
        return memory.movesRows(region) || memory.isWritten(region);
    }

    /** Tells of each leaf of a type whether it is made of such an inner array. */
    private static void mark(Type type, int depth, List<Boolean> nested) {
        if (type instanceof Type.Struct struct && struct.isRecord()) {
            struct.components().forEach(component -> mark(component.type(), depth, nested));
        } else if (Leaves.isRows(type)) {
            Type element = ((Type.Array) type).element();
            boolean innermost = element instanceof Type.Struct;
            mark(element, innermost ? depth + 1 : depth, nested);
            if (innermost) {
                nested.add(depth > 0); // tells which elements are there
            }
        } else {
            nested.add(depth > 1 && !(type instanceof Type.Array));
        }
    }
}
