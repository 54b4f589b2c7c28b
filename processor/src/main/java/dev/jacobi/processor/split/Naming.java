package dev.jacobi.processor.split;

import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Rewriter;
import dev.jacobi.processor.ir.Var;
import java.util.Map;

/** Puts {@code run.x} in the place of {@code x}, and the object in the place of {@code this}. */
final class Naming extends Rewriter {

    private final Map<Var, Var> places;
    private final Var object;

    Naming(Map<Var, Var> places, Var object) {
        this.places = places;
        this.object = object;
    }

    Expr outside(Expr e) {
        return rewrite(e);
    }

    String path(Var variable) {
        Var place = places.get(variable);
        return place == null ? variable.name() : object.name() + "." + place.name();
    }

    @Override
    public Expr ref(Expr.Ref e) {
        if (e.variable().name().equals(Split.THIS)) {
            return new Expr.Ref(object, e.span());
        }
        return places.containsKey(e.variable()) ? new Expr.Ref(new Var(path(e.variable()), e.type()), e.span()) : e;
    }
}
