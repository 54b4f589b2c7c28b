package dev.jacobi.processor.random;

/** A parameter, local variable or static constant. */
record Variable(String name, Type type) {}
