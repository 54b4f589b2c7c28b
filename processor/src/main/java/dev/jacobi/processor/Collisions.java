package dev.jacobi.processor;

import dev.jacobi.processor.backend.DerivativeNames;
import dev.jacobi.processor.diag.Kind;
import dev.jacobi.processor.diag.Log;
import dev.jacobi.processor.diag.Problem;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.frontend.Enclosing;
import dev.jacobi.processor.frontend.Functions;
import dev.jacobi.processor.frontend.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Finds generated classes and members that would get in each other's way. */
final class Collisions {

    private final Functions functions;
    private final Log log;
    private final Elements elements;

    Collisions(Functions functions, Log log, Elements elements) {
        this.functions = functions;
        this.log = log;
        this.elements = elements;
    }

    /** The methods whose classes and members get in nobody's way; the log has the others. */
    List<Subject> free(List<Subject> subjects) {
        Map<String, List<Subject>> byClass = new HashMap<>();
        List<Subject> free = new ArrayList<>();
        for (Subject subject : subjects) {
            List<Subject> sharing = byClass.get(subject.qualifiedClassName());
            if (sharing == null) {
                sharing = new ArrayList<>();
                byClass.put(subject.qualifiedClassName(), sharing);
            }
            Problem problem = exists(subject)
                    ? problem(Kind.CLASS_EXISTS, subject, subject.qualifiedClassName(), otherName(subject))
                    : isInside(subject)
                            ? problem(Kind.NAME_INSIDE, subject, subject.className(), otherName(subject))
                            : collision(subject, sharing);
            if (problem == null) {
                free.add(subject);
                sharing.add(subject);
            } else {
                log.add(problem);
            }
        }
        return free;
    }

    /** Asked of the method's own module: without it the compiler searches every module for a class that isn't there. */
    private boolean exists(Subject subject) {
        ModuleElement module = elements.getModuleOf(subject.method());
        return module == null
                ? elements.getTypeElement(subject.qualifiedClassName()) != null
                : elements.getTypeElement(module, subject.qualifiedClassName()) != null;
    }

    /** Whether a generated class has the name of one that stands in every such class. */
    private static boolean isInside(Subject subject) {
        return DerivativeNames.ofMethod(0).all().contains(subject.className());
    }

    private @Nullable Problem collision(Subject subject, List<Subject> sharing) {
        for (Subject other : sharing) {
            if (!home(other).equals(home(subject)) || !sameName(other, subject)) {
                return problem(
                        Kind.SAME_CLASS,
                        subject,
                        other.name().display(),
                        subject.qualifiedClassName(),
                        otherName(subject));
            }
            String member = sameMember(other, subject);
            if (member != null) {
                Span span = functions.declarations().span(subject.method());
                return Problem.of(
                        Kind.SAME_MEMBER,
                        span,
                        other.name().display(),
                        subject.name().display(),
                        member,
                        otherName(subject));
            }
        }
        return null;
    }

    private static Element home(Subject subject) {
        return Enclosing.type(subject.method());
    }

    private static boolean sameName(Subject a, Subject b) {
        return a.name().method().equals(b.name().method());
    }

    private Problem problem(Kind kind, Subject subject, Object... more) {
        List<Object> arguments = new ArrayList<>();
        arguments.add(subject.name().display());
        arguments.addAll(List.of(more));
        return Problem.of(kind, functions.declarations().span(subject.method()), arguments.toArray());
    }

    private static String otherName(Subject subject) {
        String owner = subject.name().owner();
        String simple = owner.substring(owner.lastIndexOf('.') + 1);
        return simple + DerivativeNames.capitalised(subject.name().method()) + "Grad";
    }

    /** A member that both overloads would have with the same parameters. */
    private static @Nullable String sameMember(Subject a, Subject b) {
        if (vjp(a).equals(vjp(b))) {
            return "vjp(" + String.join(", ", vjp(a)) + ")";
        }
        return jvp(a).equals(jvp(b)) ? "jvp(" + String.join(", ", jvp(a)) + ")" : null;
    }

    private static List<String> vjp(Subject subject) {
        List<String> types = new ArrayList<>(subject.name().parameterTypes());
        types.add(subject.method().getReturnType().toString());
        return types;
    }

    private static List<String> jvp(Subject subject) {
        List<String> types = new ArrayList<>(subject.name().parameterTypes());
        boolean onObject = !subject.method().getModifiers().contains(Modifier.STATIC);
        int first = onObject ? 1 : 0; // the object comes before the parameters
        for (int i : subject.formals()) {
            boolean parameter = i - first < subject.name().parameterTypes().size();
            types.add(parameter ? subject.name().parameterTypes().get(i - first) : "field " + i);
        }
        return types;
    }
}
