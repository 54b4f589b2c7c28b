package dev.jacobi.processor;

import dev.jacobi.processor.backend.JavaWriter;
import dev.jacobi.processor.frontend.Enclosing;
import dev.jacobi.processor.frontend.Subjects;
import java.io.IOException;
import java.util.List;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ExecutableElement;

/**
 * Where there are errors, no derivatives are written. But the compiler still looks for the classes that are imported,
 * and would report each that isn't there.
 */
final class StandIns {

    private final ProcessingEnvironment environment;

    StandIns(ProcessingEnvironment environment) {
        this.environment = environment;
    }

    /** Writes a class for each of the methods. */
    void write(List<ExecutableElement> methods) {
        for (ExecutableElement method : methods) {
            write(Enclosing.packageName(method), Subjects.className(method), method);
        }
    }

    private void write(String packageName, String className, ExecutableElement method) {
        String qualified = packageName.isEmpty() ? className : packageName + "." + className;
        boolean exists = environment.getElementUtils().getTypeElement(qualified) != null;
        if (exists || !Subjects.isClassName(className)) {
            return;
        }
        try {
            JavaWriter.writeStandIn(packageName, className, method, environment.getFiler());
        } catch (IOException | RuntimeException notNeeded) {
            return; // written for another method, or wrong itself: what is missing is reported then
        }
    }
}
