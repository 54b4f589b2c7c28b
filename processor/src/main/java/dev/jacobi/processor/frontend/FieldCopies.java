package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.body.VariableDeclarator;
import dev.jacobi.processor.ir.CopiedField;
import dev.jacobi.processor.ir.Sinks;
import dev.jacobi.processor.ir.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * The static final fields that other classes may not name, as far as their values can be written again: numbers, truth
 * values, texts and records of such that an initializer makes of constants, arrays of these that nothing changes, and
 * loggers, which are the same for the same name.
 */
public final class FieldCopies {

    private final Functions functions;
    private final Map<String, Optional<CopiedField>> copies = new TreeMap<>();

    FieldCopies(Functions functions) {
        this.functions = functions;
    }

    /** By the signature of the primitive that reads a field; null where it isn't copied. */
    public @Nullable CopiedField of(String signature) {
        return copies.getOrDefault(signature, Optional.empty()).orElse(null);
    }

    /** Whether a field can be copied; it is then known by its signature. */
    boolean has(VariableElement field) {
        String signature = signature(field);
        if (!copies.containsKey(signature)) {
            copies.put(signature, Optional.empty()); // one that needs itself can't be
            copies.put(signature, Optional.ofNullable(read(field)));
        }
        return copies.getOrDefault(signature, Optional.empty()).isPresent();
    }

    String signature(VariableElement field) {
        return owner(field) + "." + field.getSimpleName();
    }

    private Type owner(VariableElement field) {
        return functions.types.read(
                functions.language.types.erasure(Enclosing.type(field).asType()));
    }

    private @Nullable CopiedField read(VariableElement field) {
        boolean constant = field.getModifiers().contains(Modifier.STATIC)
                && field.getModifiers().contains(Modifier.FINAL)
                && (isPlain(field.asType()) || isLogger(field));
        VariableDeclarator variable = constant ? functions.declarations().declarator(field) : null;
        if (variable == null || variable.getInitializer().isEmpty() || !isSteady(field, variable)) {
            return null;
        }
        Scope scope = functions.declarations().inside(Enclosing.type(field));
        List<CopiedField.Part> value = new InitializerText(functions, this, field, scope)
                .of(variable.getInitializer().get());
        String home = Enclosing.isReachable(field, Enclosing.packageName(field)) ? Enclosing.packageName(field) : "";
        String of = Enclosing.type(field).getSimpleName() + "." + field.getSimpleName();
        return value == null ? null : new CopiedField(of, home, functions.type(field.asType()), value);
    }

    /**
     * Whether nothing that makes the static fields of a class could ask for another class's, so that they have their
     * values for whoever asks first.
     */
    boolean areSettled(VariableElement field) {
        TypeElement owner = Enclosing.type(field);
        boolean alone = owner.getKind() == ElementKind.INTERFACE
                || owner.getKind() == ElementKind.CLASS && isObject(owner.getSuperclass());
        return alone
                && !functions.declarations().hasStaticBlock(owner)
                && ElementFilter.fieldsIn(owner.getEnclosedElements()).stream()
                        .filter(other -> other.getModifiers().contains(Modifier.STATIC))
                        .allMatch(other -> other.getConstantValue() != null || has(other));
    }

    private static boolean isObject(TypeMirror type) {
        return type.toString().equals("java.lang.Object");
    }

    /** Code of its class might say first what the logger shows. */
    private boolean isLogger(VariableElement field) {
        return Sinks.isLogger(field.asType().toString())
                && !functions.declarations().hasStaticBlock(Enclosing.type(field));
    }

    private static boolean isPlain(TypeMirror type) {
        return type instanceof ArrayType array ? isPlain(array.getComponentType()) : isValue(type);
    }

    /** Whether nothing can change what is of a type. */
    static boolean isValue(TypeMirror type) {
        if (type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement record) {
            return type.toString().equals("java.lang.String")
                    || record.getKind() == ElementKind.RECORD
                            && record.getRecordComponents().stream().allMatch(c -> isValue(c.asType()));
        }
        return type.getKind().isPrimitive();
    }

    /** Of an array's elements only the file can say that nothing changes them, if no other can reach them. */
    private boolean isSteady(VariableElement field, VariableDeclarator variable) {
        if (field.asType().getKind() != TypeKind.ARRAY) {
            return true;
        }
        Element hidden = Enclosing.hidden(field, Enclosing.packageName(field));
        HandedArrays handed = new HandedArrays(functions.language, functions.typer, functions.declarations());
        OnlyRead onlyRead = new OnlyRead(handed, use -> handed.isAnother(use, field));
        return hidden != null && onlyRead.inFile(variable, OnlyRead.rank(field.asType()));
    }
}
