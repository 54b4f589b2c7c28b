package dev.jacobi.processor.frontend;

import com.github.javaparser.ParseException;
import com.github.javaparser.QuickParser;
import com.github.javaparser.TokenMgrException;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.expr.Expression;
import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** The parsed source files of the compilation; each is parsed once. */
public final class Sources {

    /** Where the text of a class's source file comes from. */
    public interface Lookup {

        /** The file that declares a top-level class, or null if only its class file is there. */
        @Nullable
        File find(TypeElement topLevel);
    }

    /** A source file's own name and text. */
    public record File(String name, String text) {}

    /**
     * A parsed file.
     *
     * @param unit null if the text couldn't be parsed
     * @param problem why not, empty if it was
     */
    record Parsed(String name, @Nullable CompilationUnit unit, String problem) {}

    private final Lookup lookup;
    private final Map<TypeElement, @Nullable Parsed> files = new HashMap<>();

    public Sources(Lookup lookup) {
        this.lookup = lookup;
    }

    /** The file that declares a class or member, or null if its source isn't part of this compilation. */
    @Nullable
    Parsed of(Element element) {
        TypeElement topLevel = topLevel(element);
        if (!files.containsKey(topLevel)) {
            File file = lookup.find(topLevel);
            files.put(topLevel, file == null ? null : parse(file));
        }
        return files.get(topLevel);
    }

    private static Parsed parse(File file) {
        try {
            return new Parsed(file.name(), unit(file.text()), "");
        } catch (ParseException | TokenMgrException e) {
            return new Parsed(file.name(), null, String.valueOf(e.getMessage()));
        }
    }

    /** The parsed text, escapes read; its positions are those in the text. */
    static CompilationUnit unit(String text) throws ParseException {
        if (!Escapes.in(text)) {
            return Blanks.parse(text);
        }
        Escapes escapes = Escapes.of(text);
        CompilationUnit unit = Blanks.parse(escapes.plain());
        escapes.restore(unit);
        return unit;
    }

    /** A rule's text. */
    Expression expression(String text) {
        try {
            return QuickParser.expression(text);
        } catch (ParseException e) {
            throw new IllegalArgumentException("not an expression: " + text, e);
        }
    }

    static TypeElement topLevel(Element element) {
        Element e = element;
        while (e.getEnclosingElement() != null && e.getEnclosingElement().getKind() != ElementKind.PACKAGE) {
            e = e.getEnclosingElement();
        }
        return (TypeElement) e;
    }
}
