package dev.jacobi.processor.random;

import java.util.List;

/** What a call names. */
record Signature(String name, List<Type> parameters, Type result) {}
