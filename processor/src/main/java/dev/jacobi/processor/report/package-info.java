/**
 * The report that {@code -Ajacobi.report=DIR} asks for: pages that show source and derivative side by side, and why the
 * derivative costs what it costs. None of these classes is loaded without the option.
 *
 * <p>In: facts that other stages have found, and generated classes line by line. Out: HTML, the same byte for byte for
 * the same source.
 *
 * <p>Invariant: nothing here decides anything about a derivative.
 */
@NullMarked
package dev.jacobi.processor.report;

import org.jspecify.annotations.NullMarked;
