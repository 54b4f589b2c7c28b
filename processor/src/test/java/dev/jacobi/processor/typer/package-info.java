/**
 * The typer compared with javac: sources in, every expression on which the two disagree out.
 *
 * <p>{@link dev.jacobi.processor.typer.Corpora} names the sources, {@link dev.jacobi.processor.typer.Oracle} has javac
 * attribute them, {@link dev.jacobi.processor.typer.Comparison} compares place by place,
 * {@link dev.jacobi.processor.typer.SameType} says when two types are the same and
 * {@link dev.jacobi.processor.typer.Remit} what the typer may refuse.
 */
package dev.jacobi.processor.typer;
