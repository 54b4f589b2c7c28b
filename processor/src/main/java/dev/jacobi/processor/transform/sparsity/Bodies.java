package dev.jacobi.processor.transform.sparsity;

import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.Type;

/** What is known of the functions that are called. */
public interface Bodies {

    /** Whether a function can be looked into; else its results depend on all of its active arguments. */
    boolean isKnown(FunctionName function);

    /** What a function gives that tells what its result depends on: of each part of it the value and the sets. */
    Type result(FunctionName.Sparsity name);
}
