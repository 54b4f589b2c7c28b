package dev.jacobi.processor.frontend;

import dev.jacobi.processor.diag.Kind;
import dev.jacobi.processor.diag.Problem;
import dev.jacobi.processor.diag.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** What the generated class, which stands in the method's package, can name. */
final class Reach {
    private final Language language;
    private final String packageName;
    private final List<Problem> insidePackage = new ArrayList<>();

    Reach(Language language, String packageName) {
        this.language = language;
        this.packageName = packageName;
    }

    /** What was named so far that only this package can reach. */
    List<Problem> insidePackage() {
        return insidePackage;
    }

    /** Refuses a member that can't be named. */
    void require(Element member, Span span) {
        check(
                member,
                problem -> {
                    throw new Refusal(problem);
                },
                span);
    }

    /** The same, to a log. */
    void check(Element member, Consumer<Problem> log, Span span) {
        Element hidden = Enclosing.hidden(member, packageName);
        if (hidden != null) {
            log.accept(unreachable(hidden, span));
            return;
        }
        Element elsewhere = Enclosing.hidden(member, Subjects.ANOTHER_PACKAGE);
        if (elsewhere != null) {
            insidePackage.add(unreachable(elsewhere, span));
        }
    }

    /** The problem that generated code can't name a member or class. */
    Problem unreachable(Element member, Span span) {
        boolean written = !member.getSimpleName().contentEquals("<init>") || isWritten(member);
        Element hidden = written ? member : Enclosing.type(member); // as private as its class
        String name = hidden.getSimpleName().contentEquals("<init>")
                ? "the constructor of " + Enclosing.type(hidden).getSimpleName()
                : hidden.getSimpleName().toString();
        boolean samePackage = Enclosing.packageName(hidden).equals(packageName);
        boolean isPrivate = hidden.getModifiers().contains(Modifier.PRIVATE);
        return Problem.of(
                Kind.UNREACHABLE,
                span,
                name,
                isPrivate ? "private" : "not public, and another package's class needs it",
                "make " + name + (isPrivate && samePackage ? " package-private" : " public"),
                hidden instanceof TypeElement type
                        ? type.getQualifiedName().toString()
                        : hidden.getEnclosingElement() + "." + hidden);
    }

    /** Whether a constructor stands in the source. */
    private boolean isWritten(Element constructor) {
        return language.elements.getOrigin(constructor) != Elements.Origin.MANDATED;
    }
}
