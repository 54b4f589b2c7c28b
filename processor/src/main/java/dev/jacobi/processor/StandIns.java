package dev.jacobi.processor;

import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.jacobi.processor.backend.JavaWriter;
import dev.jacobi.processor.frontend.Enclosing;
import dev.jacobi.processor.frontend.Subjects;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.tools.JavaFileObject;

/**
 * Where there are errors, no derivatives are written. But the compiler still looks for the classes that are imported,
 * and would report each that isn't there.
 */
final class StandIns {

    private final ProcessingEnvironment environment;
    private final List<CharSequence> texts = new ArrayList<>();

    /** @param roots the classes whose files may mention generated ones; other compilers than javac go on anyway */
    StandIns(ProcessingEnvironment environment, Iterable<? extends Element> roots) {
        this.environment = environment;
        Trees trees = JacobiProcessor.trees(environment);
        for (Element root : roots) {
            TreePath path = trees == null ? null : trees.getPath(root);
            if (path != null) {
                read(path.getCompilationUnit().getSourceFile());
            }
        }
    }

    private void read(JavaFileObject file) {
        try {
            texts.add(file.getCharContent(true));
        } catch (IOException unreadable) {
            return; // the compiler says so
        }
    }

    private boolean isMentioned(String className) {
        return texts.stream().anyMatch(text -> text.toString().contains(className));
    }

    /** Writes a class for each of the methods whose derivatives are mentioned somewhere. */
    void write(List<ExecutableElement> methods) {
        for (ExecutableElement method : methods) {
            write(Enclosing.packageName(method), Subjects.className(method), method);
        }
    }

    private void write(String packageName, String className, ExecutableElement method) {
        String qualified = packageName.isEmpty() ? className : packageName + "." + className;
        boolean exists = environment.getElementUtils().getTypeElement(qualified) != null;
        if (exists || !Subjects.isClassName(className) || !isMentioned(className)) {
            return;
        }
        try {
            JavaWriter.writeStandIn(packageName, className, method, environment.getFiler());
        } catch (IOException | RuntimeException notNeeded) {
            return; // written for another method, or wrong itself: what is missing is reported then
        }
    }
}
