package dev.jacobi.processor.split;

import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Substitution;
import dev.jacobi.processor.ir.Var;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Variables that the pieces read from another object.
 *
 * @param object the variable that holds that object; null where there is none
 * @param places for each variable, where it is in that object
 */
public record Remote(@Nullable Var object, Map<Var, Var> places) {

    /** None. */
    public static final Remote NONE = new Remote(null, Map.of());

    /** The fields of another run, in a variable. */
    public static Remote of(Var object, Split split, Collection<Var> variables) {
        Map<Var, Var> places = new LinkedHashMap<>();
        for (Var variable : variables) {
            places.put(variable, new Var(split.outside(variable, object), variable.type()));
        }
        return new Remote(object, places);
    }

    /** The variables that are in the other object. */
    public Set<Var> variables() {
        return places.keySet();
    }

    /** An expression with the variables read from where they are. */
    public Expr read(Expr e) {
        Map<Var, Expr> reads = new LinkedHashMap<>();
        places.forEach((variable, place) -> reads.put(variable, new Expr.Ref(place, e.span())));
        return Substitution.of(reads).rewrite(e);
    }

    List<Var> fields() {
        return object == null ? List.of() : List.of(object);
    }
}
