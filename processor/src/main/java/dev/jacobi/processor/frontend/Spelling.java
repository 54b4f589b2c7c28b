package dev.jacobi.processor.frontend;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Finds what a method's name was meant to be that isn't there. */
final class Spelling {

    static final String CHECK = "check the spelling";

    static final String TENSOR = "dev.jacobi.tensor.Tensor";

    private static final int MOST = 3;

    private final Language language;

    Spelling(Language language) {
        this.language = language;
    }

    /** What to write in the place of a call of a method that isn't there. */
    String remedy(String called, TypeMirror receiver) {
        if (receiver.getKind().isPrimitive()) {
            boolean inMath = names(language.declared("java.lang.Math")).contains(called);
            return "a " + receiver + " has no methods" + (inMath ? ": write Math." + called + "(…)" : "");
        }
        if (receiver.getKind() == TypeKind.ARRAY) {
            return called.equals("length") || called.equals("size")
                    ? "write length, without brackets"
                    : "arrays have no methods but clone(); those of the class Arrays take them";
        }
        String foreign = ForeignNames.instead(called, receiver.toString());
        if (foreign != null) {
            return foreign;
        }
        List<String> near = near(called, names(receiver));
        return near.isEmpty() ? CHECK : CHECK + ": there is " + String.join(", ", near);
    }

    /** What to write in the place of a field that isn't there, or can't be reached; null if nothing is known. */
    @Nullable
    String remedyOfField(String name, TypeMirror receiver) {
        TypeElement owner = language.classOf(receiver);
        boolean hasMethod = owner != null
                && ElementFilter.methodsIn(language.elements.getAllMembers(owner)).stream()
                        .anyMatch(method -> method.getSimpleName().contentEquals(name)
                                && method.getParameters().isEmpty()
                                && method.getModifiers().contains(Modifier.PUBLIC));
        return hasMethod ? "call the method " + name + "()" : ForeignNames.instead(name, receiver.toString());
    }

    /** A method as its declaration begins: {@code pow(double, double)}. */
    static String display(ExecutableElement method) {
        StringBuilder text = new StringBuilder();
        text.append(
                method.getSimpleName().contentEquals("<init>")
                        ? Enclosing.type(method).getSimpleName()
                        : method.getSimpleName());
        text.append('(');
        String separator = "";
        for (VariableElement parameter : method.getParameters()) {
            text.append(separator).append(parameter.asType());
            separator = ", ";
        }
        return text.append(')').toString();
    }

    /** What to write where a method of Math is given a tensor. */
    String ofTensor(String called, String otherwise) {
        String name = called.substring(called.lastIndexOf('.') + 1);
        return names(language.declared(TENSOR)).contains(name)
                ? "tensors have a method for it: x." + name + "(…)"
                : otherwise;
    }

    private Set<String> names(TypeMirror type) {
        Set<String> names = new HashSet<>();
        TypeElement owner = language.classOf(type);
        if (owner != null) {
            for (ExecutableElement method : ElementFilter.methodsIn(language.elements.getAllMembers(owner))) {
                names.add(method.getSimpleName().toString());
            }
        }
        return names;
    }

    /** The names that are spelled nearly like this one, in their order. */
    static List<String> near(String name, Collection<String> names) {
        List<String> near = new ArrayList<>();
        for (String other : new TreeSet<>(names)) {
            if (isNear(name, other) && near.size() < MOST) {
                near.add(other);
            }
        }
        return near;
    }

    private static boolean isNear(String a, String b) {
        int shorter = Math.min(a.length(), b.length());
        boolean begins = shorter >= 3 && a.substring(0, shorter).equalsIgnoreCase(b.substring(0, shorter));
        return begins || distance(a, b) <= (shorter < 2 ? 0 : shorter < 6 ? 1 : 2);
    }

    /** How many letters have to be put in, left out or changed (Levenshtein 1966). */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (same(a.charAt(i - 1), b.charAt(j - 1)) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }

    private static boolean same(char a, char b) {
        return Character.toLowerCase(a) == Character.toLowerCase(b);
    }
}
