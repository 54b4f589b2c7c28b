/**
 * Tests derivatives by running them.
 *
 * <p>The table is the methods that {@link Sample} marks, in {@code src/test/resources/samples} and in sources that
 * tests write: a method there, with the points at which it is tested, gets every check of {@link Modes} and of
 * {@link Slopes} by being there. {@link HarnessTest} makes sure that these checks find mistakes. Samples in
 * {@code samples-next} wait for their Java to be differentiated: until then {@link NextSamplesTest} checks only them
 * themselves.
 *
 * <h2>Mutations</h2>
 *
 * <p>The profile {@code pitest} changes the code of {@code analysis} and {@code transform} and looks whether
 * {@link SamplesAtOnce}, {@link OptimisedCodeTest}, the errors' tests or those in place notice. Most mutants that
 * survive the samples change only what is recorded, recomputed or allocated: these belong into
 * {@link OptimisedCodeTest} or {@code inplace.AllocationTest}. Some change nothing at all:
 *
 * <ul>
 *   <li>{@code inplace.Reuse.conditions}, the last result: only a {@code Reverse} would come there, and {@code Tapes}
 *       has left none;
 *   <li>{@code inplace.BarParameters.renamed}: shadows of results are asked of pullbacks only, which members in place
 *       have none of;
 *   <li>{@code sparsity.DirectPattern.note}: that an array is as long as it was made simplification finds as well;
 *   <li>{@code sparsity.Sparsity.raise}: the sweeps that a matrix is made of throw the same;
 *   <li>{@code tangent.RuledTangents.of}, which arguments get a name: the others are computed twice, without effect.
 * </ul>
 */
package dev.jacobi.processor.samples;
