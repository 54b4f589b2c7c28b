/**
 * What the members that work in the caller's arrays promise besides right derivatives: no allocation, clear refusals.
 */
package dev.jacobi.processor.inplace;
