package dev.jacobi.processor.ir;

import java.util.List;
import javax.lang.model.element.ExecutableElement;
import org.jspecify.annotations.Nullable;

/**
 * A method that copied functions call and generated code may not name, as it is private. It is written again as a
 * static method of the generated class.
 *
 * @param line where it stands in its file
 * @param owner the class that declares it
 * @param self what it calls the object that it is called on, its first parameter; null of a static method
 * @param body its statements
 */
public record CopiedMethod(
        String file,
        int line,
        Type owner,
        ExecutableElement method,
        @Nullable String self,
        List<CopiedCode> body) {
    public CopiedMethod {
        body = List.copyOf(body);
    }

    /** The name of the generated class, as it stands before the name of a copied method. */
    public record Home() implements CopiedCode {}

    /** The name of a copied method, which {@link CopiedFunction.Lookup} finds by this key. */
    public record Name(String key) implements CopiedCode {}
}
