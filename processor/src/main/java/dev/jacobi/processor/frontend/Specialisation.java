package dev.jacobi.processor.frontend;

import dev.jacobi.processor.ir.Leaves;
import dev.jacobi.processor.ir.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * A method that calls itself, read for the functions that it is handed: each is read as its body where it is called,
 * and what it uses is handed over in its place. So {@code adaptive(t -> k * t, a, b)} is a call of {@code adaptive(k,
 * a, b)}.
 *
 * @param handed the functions, in the places of their parameters; null for other parameters
 * @param self the class of the object that the method is called on, where more is known of it than that it has the
 *     method; or null
 * @param home the package of the method that hands them over, whose classes can name what the functions name
 */
record Specialisation(
        ExecutableElement method,
        List<@Nullable Handed> handed,
        @Nullable TypeElement self,
        String home) {

    Specialisation {
        handed = Collections.unmodifiableList(new ArrayList<>(handed));
    }

    /** What the method's function takes. */
    List<Functions.Leaf> leaves(Functions functions) {
        List<Functions.Leaf> leaves = new ArrayList<>();
        List<Functions.Formal> formals = Functions.declared(method);
        int first = formals.size() - handed.size();
        for (int i = 0; i < formals.size(); i++) {
            Functions.Formal formal = i < first ? object(formals.get(i)) : formals.get(i);
            Handed function = i < first ? null : handed.get(i - first);
            int index = i;
            if (function == null) {
                add(formal.name(), functions.type(formal.type()), formal.constant(), index, leaves);
            } else {
                function.moved(formal.name(), functions.captures(), (name, local) -> {
                    add(wish(name), local.type(), local.constant(), index, leaves);
                    return local;
                });
            }
        }
        return leaves;
    }

    /** The object that the method is called on. */
    Functions.Formal object(Functions.Formal declared) {
        return self == null ? declared : new Functions.Formal(declared.name(), self.asType(), declared.constant());
    }

    /** A word for what a function uses. */
    static String wish(String name) {
        return name.equals(Frame.THIS) ? "self" : Branches.wish(name);
    }

    private static void add(String name, Type type, boolean constant, int formal, List<Functions.Leaf> leaves) {
        for (Type.Component leaf : Leaves.of(name, type)) {
            String unique = leaf.name();
            for (int version = 2; isTaken(unique, leaves); version++) {
                unique = leaf.name() + version;
            }
            leaves.add(new Functions.Leaf(unique, leaf.type(), constant, formal));
        }
    }

    private static boolean isTaken(String name, List<Functions.Leaf> leaves) {
        return leaves.stream().anyMatch(leaf -> leaf.name().equals(name));
    }
}
