package dev.jacobi.processor.typer;

import java.util.List;
import javax.tools.JavaFileObject;

/**
 * Sources that are attributed in one run of javac.
 *
 * @param classPath what they are compiled against
 */
record Corpus(String name, List<? extends JavaFileObject> sources, String classPath) {
    @Override
    public String toString() {
        return name;
    }
}
