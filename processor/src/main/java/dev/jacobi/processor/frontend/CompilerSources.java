package dev.jacobi.processor.frontend;

import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * Gets source text from the compiler that runs the processor: from javac's trees; from Eclipse's compiler by the file
 * object of a class (JDK 18 and later); else from the source path.
 */
public final class CompilerSources implements Sources.Lookup {

    private final ProcessingEnvironment environment;
    private final @Nullable Trees trees;

    /** @param trees javac's trees, or null under another compiler */
    public CompilerSources(ProcessingEnvironment environment, @Nullable Trees trees) {
        this.environment = environment;
        this.trees = trees;
    }

    @Override
    public Sources.@Nullable File find(TypeElement topLevel) {
        FileObject file = trees != null ? fromTrees(trees, topLevel) : fromElements(topLevel);
        if (file == null && trees == null) {
            Sources.File named = fromFileName(topLevel);
            if (named != null) {
                return named;
            }
            file = fromSourcePath(topLevel);
        }
        return file == null ? null : read(file);
    }

    /** Eclipse's own {@code getFileName} of a class: on JDK 17, where Elements can't tell. */
    private static Sources.@Nullable File fromFileName(TypeElement type) {
        try {
            Object name = type.getClass().getMethod("getFileName").invoke(type);
            Path path = Path.of(String.valueOf(name));
            return path.toString().endsWith(".java")
                    ? new Sources.File(String.valueOf(path.getFileName()), Files.readString(path))
                    : null;
        } catch (ReflectiveOperationException | IOException | InvalidPathException | LinkageError notThere) {
            return null;
        }
    }

    private static @Nullable FileObject fromTrees(Trees trees, TypeElement type) {
        TreePath path = trees.getPath(type);
        return path == null ? null : path.getCompilationUnit().getSourceFile();
    }

    /** {@code Elements.getFileObjectOf}, which the Java 17 API doesn't have yet. */
    private @Nullable FileObject fromElements(TypeElement type) {
        try {
            Object file = Elements.class
                    .getMethod("getFileObjectOf", javax.lang.model.element.Element.class)
                    .invoke(environment.getElementUtils(), type);
            return file instanceof FileObject source && source.getName().endsWith(".java") ? source : null;
        } catch (ReflectiveOperationException | LinkageError notThere) {
            return null;
        }
    }

    private @Nullable FileObject fromSourcePath(TypeElement type) {
        String packageName = Enclosing.packageName(type);
        String fileName = type.getSimpleName() + ".java";
        try {
            return environment.getFiler().getResource(StandardLocation.SOURCE_PATH, packageName, fileName);
        } catch (IOException | IllegalArgumentException | UnsupportedOperationException notThere) {
            return null;
        }
    }

    private static Sources.@Nullable File read(FileObject file) {
        try {
            String name = file.getName().replace('\\', '/');
            return new Sources.File(
                    name.substring(name.lastIndexOf('/') + 1),
                    file.getCharContent(true).toString());
        } catch (IOException unreadable) {
            return null;
        }
    }
}
