package dev.jacobi.processor.backend;

import dev.jacobi.processor.ir.Adjoint;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Type;
import java.util.HashSet;
import java.util.Set;

/**
 * The names of methods of the classes inside a generated class. In these they hide the generated class's own methods
 * (JLS 6.4.1), which have to be called by its name there.
 */
final class InsideNames {
    private InsideNames() {}

    static Set<String> of(GeneratedClass generated) {
        Set<String> names = new HashSet<>(NameSupply.OF_OBJECTS);
        names.add("equals");
        names.add("value");
        for (Derivative derivative : generated.derivatives()) {
            if (derivative instanceof Derivative.PullbackHelper helper) {
                addResults(helper.split(), names);
            } else if (derivative instanceof Derivative.InPlaceHelper helper) {
                addResults(helper.sweeps(), names);
                if (helper.gradient() != null) {
                    helper.gradient().components().forEach(c -> names.add(c.name() + InPlaceHelperWriter.ADJOINT));
                }
            }
        }
        return names;
    }

    private static void addResults(Adjoint sweeps, Set<String> names) {
        for (Type.Component result : Adjoint.parts(sweeps.primal().type())) {
            names.add(result.name());
            names.add(result.name() + "Bar");
        }
    }
}
