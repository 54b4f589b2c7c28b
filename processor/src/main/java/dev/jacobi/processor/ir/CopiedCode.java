package dev.jacobi.processor.ir;

/** A piece of the source's code that generated code has once more. */
public sealed interface CopiedCode permits CopiedField.Part, CopiedMethod.Home, CopiedMethod.Name {}
