package dev.jacobi.processor.typer;

import dev.jacobi.processor.testing.SourceText;
import java.util.List;

/** Sources that are attributed in one run of javac, against the tests' class path. */
record Corpus(String name, List<SourceText> sources) {
    @Override
    public String toString() {
        return name;
    }
}
