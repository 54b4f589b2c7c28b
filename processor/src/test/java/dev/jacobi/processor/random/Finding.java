package dev.jacobi.processor.random;

/**
 * Something wrong with one program.
 *
 * @param kind what sort of thing; a smaller program shows the same problem if it has a finding of the same kind
 * @param detail what was seen
 */
record Finding(String kind, String detail) {}
