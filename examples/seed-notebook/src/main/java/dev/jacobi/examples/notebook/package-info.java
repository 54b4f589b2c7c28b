/** The notebook that Jacobi grew from, cell by cell, differentiated when it is compiled. */
@NullMarked
package dev.jacobi.examples.notebook;

import org.jspecify.annotations.NullMarked;
