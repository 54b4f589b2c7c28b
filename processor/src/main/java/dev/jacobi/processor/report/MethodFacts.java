package dev.jacobi.processor.report;

import dev.jacobi.processor.backend.Listing;
import dev.jacobi.processor.diag.Origin;
import dev.jacobi.processor.diag.Span;
import java.util.List;
import java.util.Optional;

/**
 * All that the report says about one method.
 *
 * @param name its qualified name
 * @param displayed how messages name it: {@code Model.energy}
 * @param parameters their types, as the source has them: {@code (double[], int)}
 * @param where its declaration's name
 * @param others the other methods that share its generated class
 * @param generated the generated class's simple name
 * @param listing the generated class
 * @param findings those of its own sweeps first, then those of what it calls
 */
public record MethodFacts(
        String name,
        String displayed,
        String parameters,
        Span where,
        List<Origin> others,
        String generated,
        Listing listing,
        List<Finding> findings,
        Excerpts excerpts) {

    /** Where the source of what was differentiated can be read. */
    public interface Excerpts {
        /** The method or field that an origin stands for; or some lines of its file. */
        Optional<Excerpt> of(Origin origin, int firstLine, int lastLine);
    }

    public MethodFacts {
        others = List.copyOf(others);
        findings = List.copyOf(findings);
    }

    /** Its own file's name. */
    String file() {
        return where.origin().file();
    }
}
