/** Networks that learn by their gradients: one reads handwritten digits, one becomes a Lyapunov function. */
@NullMarked
package dev.jacobi.examples.learning;

import org.jspecify.annotations.NullMarked;
