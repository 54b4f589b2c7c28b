package dev.jacobi.processor.random;

import java.util.List;

/** What generated programs call things. */
final class Names {

    /** Plain names, and names that generated code would like to have itself. */
    static final List<String> VARIABLES = List.of(
            "a",
            "b",
            "c",
            "d",
            "e",
            "k",
            "m",
            "n",
            "p",
            "q",
            "s",
            "t",
            "u",
            "v",
            "w",
            "x",
            "y",
            "z",
            "a2",
            "x2",
            "xBar",
            "xDot",
            "aBar",
            "aDot",
            "seed",
            "result",
            "value",
            "gradient",
            "jvp",
            "chosen",
            "taken",
            "sum",
            "product",
            "returned",
            "resultBar",
            "pullback",
            "hPullback",
            "fWithDot",
            "sin",
            "record",
            "hashCode",
            "toString",
            "self",
            "apply",
            "quotient",
            "direction",
            "x2Bar",
            "sum2");

    /** Labels may have the name of a variable, too. */
    static final List<String> LABELS = List.of("outer", "search", "sum", "next", "a", "loop");

    private Names() {}
}
