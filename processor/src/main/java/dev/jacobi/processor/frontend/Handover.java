package dev.jacobi.processor.frontend;

import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import org.jspecify.annotations.Nullable;

/**
 * What calls hand over, where the types that generated code writes say less than the source's: a method with type
 * parameters is one function, whose type variables are their bounds.
 */
final class Handover {

    private final Reading reading;

    Handover(Reading reading) {
        this.reading = reading;
    }

    /** The object of a call as one that has the method: a type variable's second bound may declare it. */
    @Nullable
    Expr receiver(@Nullable Expr receiver, ExecutableElement method) {
        if (receiver == null || !(receiver.type() instanceof Type.Opaque)) {
            return receiver;
        }
        Type self = reading.members.isFunction(method)
                ? reading.types.read(Enclosing.type(method).asType())
                : reading.types.erased(Enclosing.type(method).asType());
        return reading.operators.convert(receiver, self);
    }

    /** The arguments of a function as its parameters are written. */
    List<Expr> arguments(List<Expr> given, ExecutableElement method) {
        List<Expr> arguments = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            Type parameter = reading.types.read(method.getParameters().get(i).asType());
            arguments.add(reading.operators.convert(given.get(i), parameter));
        }
        return arguments;
    }
}
