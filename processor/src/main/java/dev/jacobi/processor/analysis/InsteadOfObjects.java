package dev.jacobi.processor.analysis;

import dev.jacobi.processor.ir.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** What to write in the place of an object that numbers go into, in which they aren't followed. */
final class InsteadOfObjects {

    private InsteadOfObjects() {}

    /** The first part of the sentence: what would have the numbers followed. */
    static String of(Type object) {
        TypeMirror mirror = object instanceof Type.Opaque opaque ? opaque.mirror() : null;
        TypeElement record = mirror == null ? null : record(mirror);
        if (mirror == null || record == null) {
            return "if " + object + " is a class of yours, make it a record, whose numbers are followed";
        }
        String argument = typeArgument(record, ((DeclaredType) mirror).getTypeArguments());
        if (argument != null) {
            return argument;
        }
        return holdsItself(record, record, new HashSet<>())
                ? "put the numbers of all " + record.getSimpleName() + "s into arrays or into one array of records, as"
                        + " a record that may hold its own kind has no fixed number of them"
                : "have the source of the record " + record.getSimpleName() + " in this compilation, and its accessors"
                        + " only give their components, so that its numbers are followed";
    }

    private static @Nullable TypeElement record(TypeMirror type) {
        return type instanceof DeclaredType declared
                        && declared.asElement() instanceof TypeElement element
                        && element.getKind() == ElementKind.RECORD
                ? element
                : null;
    }

    /** What to make of the first type parameter by which numbers may come in; null if there is none. */
    private static @Nullable String typeArgument(TypeElement record, List<? extends TypeMirror> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            TypeParameterElement parameter = record.getTypeParameters().get(i);
            String number = written(arguments.get(i));
            boolean bound = record(parameter.getBounds().get(0)) != null;
            if (number != null && !bound && isComponent(record, parameter)) {
                boolean bounds = record(arguments.get(i)) != null;
                return "in the declaration of the record " + record.getSimpleName() + " write " + number
                        + " in the place of " + parameter
                        + (bounds
                                ? ", or bound " + parameter + " by it (" + parameter + " extends " + number + ")"
                                : "")
                        + ", so that its numbers are followed";
            }
        }
        return null;
    }

    /** How a type is written that may have numbers in it; null for one that has none. */
    private static @Nullable String written(TypeMirror type) {
        if (type instanceof ArrayType) {
            return type.toString();
        }
        String name = type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement element
                ? element.getQualifiedName().toString()
                : "";
        return switch (name) {
            case "java.lang.Double" -> "double";
            case "java.lang.Float" -> "float";
            case "dev.jacobi.tensor.Tensor" -> "Tensor";
            default -> {
                TypeElement record = record(type);
                yield record == null ? null : record.getSimpleName().toString();
            }
        };
    }

    private static boolean isComponent(TypeElement record, TypeParameterElement parameter) {
        for (RecordComponentElement component : record.getRecordComponents()) {
            TypeMirror type = held(component);
            if (type.getKind() == TypeKind.TYPEVAR
                    && type.toString().equals(parameter.getSimpleName().toString())) {
                return true;
            }
        }
        return false;
    }

    private static boolean holdsItself(TypeElement wanted, TypeElement element, Set<TypeElement> seen) {
        if (!seen.add(element)) {
            return false;
        }
        for (RecordComponentElement component : element.getRecordComponents()) {
            TypeElement held = record(held(component));
            if (held != null && (held.equals(wanted) || holdsItself(wanted, held, seen))) {
                return true;
            }
        }
        return false;
    }

    /** The type of a component, or of the elements of an array. */
    private static TypeMirror held(RecordComponentElement component) {
        TypeMirror type = component.asType();
        while (type instanceof ArrayType array) {
            type = array.getComponentType();
        }
        return type;
    }
}
