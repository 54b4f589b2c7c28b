/** How fast derivatives are, beside PyTorch's, and how long compiling takes with the processor. */
@NullMarked
package dev.jacobi.examples.benchmarks;

import org.jspecify.annotations.NullMarked;
