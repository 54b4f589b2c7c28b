package dev.jacobi.processor.backend;

import dev.jacobi.processor.fuse.FusedLoop;
import dev.jacobi.processor.ir.CopiedField;
import dev.jacobi.processor.ir.CopiedFunction;
import dev.jacobi.processor.ir.FieldAccessor;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Walk;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;

/**
 * A class to be written.
 *
 * @param from the class whose methods are differentiated, as Javadoc names it
 * @param records the records that users get for the derivatives of theirs
 * @param parts the records of what copied methods give whose result is a record
 * @param namesakes classes of the package that are called like those of {@code java.lang}
 * @param loops what runs elementwise operations on tensors, by their classes
 * @param targets where the functions that its code calls have gone
 * @param copies the fields that it may have to copy
 * @param accessors the methods by which it reads fields that it may not name
 * @param thrown the checked exceptions that methods declare
 * @param functions the functions that it may have to copy
 * @param suppressed the kinds of warnings that are off in the source
 * @param written the methods that stand in it as they do in the source: their names, by their keys
 */
public record GeneratedClass(
        String packageName,
        String name,
        boolean isPublic,
        String from,
        List<Element> origins,
        List<Derivative> derivatives,
        List<Type.Struct> records,
        List<Type.Struct> parts,
        List<String> namesakes,
        Map<Type.Struct, FusedLoop> loops,
        Map<FunctionName, Target> targets,
        CopiedField.Lookup copies,
        FieldAccessor.Lookup accessors,
        Thrown thrown,
        CopiedFunction.Lookup functions,
        SortedSet<String> suppressed,
        Map<String, String> written) {
    public GeneratedClass {
        origins = List.copyOf(origins);
        derivatives = List.copyOf(derivatives);
        records = List.copyOf(records);
        parts = List.copyOf(parts);
    }

    /** Whether the method itself declares checked exceptions, which no lambda may throw that the runtime takes. */
    boolean isChecked(Derivative.Members members) {
        return !thrown.by(members.primal().name().primal()).isEmpty();
    }

    /**
     * Whether a function that it differentiates in place has a loop that is marked {@code @Checkpoint} or
     * {@code @FixedPoint}.
     */
    boolean marksLoops() {
        return derivatives.stream().anyMatch(derivative -> {
            if (derivative instanceof Derivative.InPlaceHelper helper) {
                return marksLoops(helper.sweeps().primal());
            }
            return derivative instanceof Derivative.Members members && marksLoops(members.primal());
        });
    }

    /** Whether a function has a loop that is computed again. */
    static boolean marksLoops(Function function) {
        return Walk.calls(function.body()).stream().anyMatch(call -> call.function() instanceof FunctionName.FixedPoint)
                || Walk.all(function.body()).stream()
                        .anyMatch(statement -> statement instanceof Stmt.Loop loop && loop.wish() != null);
    }

    /**
     * A method that calls of a function have become calls of.
     *
     * @param packageName its class's package
     * @param className its class's name with the enclosing ones', or empty for the generated class itself
     * @param onReceiver whether the first argument is the object that the method is called on
     */
    public record Target(String packageName, String className, String method, boolean onReceiver) {}

    /** The checked exceptions that a method declares. */
    public interface Thrown {
        List<TypeMirror> by(FunctionName.Primal method);
    }
}
