/**
 * From the intermediate language to Java that reads as if a colleague had written it.
 *
 * <p>In: a {@link dev.jacobi.processor.backend.GeneratedClass}. Out: a source file.
 *
 * <p>Invariant: JavaPoet's types occur here only, and the same input gives the same bytes.
 */
@NullMarked
package dev.jacobi.processor.backend;

import org.jspecify.annotations.NullMarked;
