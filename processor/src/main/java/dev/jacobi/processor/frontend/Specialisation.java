package dev.jacobi.processor.frontend;

import dev.jacobi.processor.ir.Leaves;
import dev.jacobi.processor.ir.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * A method that is read for a certain use of it, of which its function takes more or other parameters than its source
 * has.
 *
 * <p>One that calls itself is read for the functions that it is handed: each is read as its body where it is called,
 * and what it uses is handed over in its place. So {@code adaptive(t -> k * t, a, b)} is a call of {@code adaptive(k,
 * a, b)}. And one that is differentiated by fields, or called by such a method, is handed what is in them behind its
 * own parameters.
 *
 * @param handed the functions, in the places of their parameters; null for other parameters
 * @param self the class of the object that the method is called on, where more is known of it than that it has the
 *     method; or null
 * @param exact whether the object is known to have this very code for the method
 * @param fields what is handed over of the fields of an object; null for nothing
 * @param home the package of the method that hands them over, whose classes can name what the functions name
 */
record Specialisation(
        ExecutableElement method,
        List<@Nullable Handed> handed,
        @Nullable TypeElement self,
        boolean exact,
        @Nullable Fields fields,
        String home) {

    Specialisation {
        handed = Collections.unmodifiableList(new ArrayList<>(handed));
    }

    /**
     * Fields that a method is handed.
     *
     * @param owner the class of the object that has them, which is then handed over as well; null where the method is
     *     called on that object
     */
    record Fields(FieldReach reach, @Nullable TypeElement owner) {
        @Override
        public String toString() {
            List<String> names = new ArrayList<>();
            reach.fields().forEach(field -> names.add(Enclosing.type(field) + "." + field));
            return names + (owner == null ? "" : " of " + owner);
        }
    }

    /** The method, handed no functions. */
    static List<@Nullable Handed> none(ExecutableElement method) {
        List<@Nullable Handed> none = new ArrayList<>();
        method.getParameters().forEach(parameter -> none.add(null));
        return none;
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
        for (Functions.Formal more : more()) {
            int index = formals.size() + more().indexOf(more);
            add(more.name(), functions.type(more.type()), more.constant(), index, leaves);
        }
        return leaves;
    }

    /** The parameters behind the method's own: the fields, then their object if that isn't the method's. */
    List<Functions.Formal> more() {
        List<Functions.Formal> more = new ArrayList<>();
        if (fields != null) {
            for (VariableElement field : fields.reach().fields()) {
                more.add(new Functions.Formal(name(field), field.asType(), false));
            }
            if (fields.owner() != null) {
                more.add(new Functions.Formal("owner", fields.owner().asType(), true));
            }
        }
        return more;
    }

    /** {@code k}; {@code thisK} beside a parameter k. */
    private String name(VariableElement field) {
        String name = field.getSimpleName().toString();
        boolean taken = method.getParameters().stream()
                .anyMatch(parameter -> parameter.getSimpleName().contentEquals(name));
        return taken ? "this" + Leaves.capitalised(name) : name;
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
