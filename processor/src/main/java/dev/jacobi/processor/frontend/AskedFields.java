package dev.jacobi.processor.frontend;

import dev.jacobi.processor.ir.Expr;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * The fields of an object that a method is differentiated by, as one of the functions sees them that it consists of:
 * each is a parameter of the function, whose value stands wherever the field is read.
 *
 * @param owner the object
 * @param values what is in the fields
 * @param reach which methods are handed them
 */
record AskedFields(Expr owner, Map<VariableElement, Expr> values, FieldReach reach) {

    AskedFields {
        values = Map.copyOf(values);
    }

    /** In the order of the function's parameters. */
    List<VariableElement> fields() {
        return reach.fields();
    }

    boolean has(@Nullable VariableElement field) {
        return field != null && values.containsKey(field);
    }

    /** Whether a value is known to be the object; another may be it all the same. */
    boolean isOwner(Expr object) {
        return object instanceof Expr.Ref given
                && owner instanceof Expr.Ref own
                && given.variable().equals(own.variable());
    }
}
