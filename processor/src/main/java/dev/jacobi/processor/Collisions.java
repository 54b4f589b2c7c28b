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
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** Finds generated classes and members that would get in each other's way. */
final class Collisions {

    private final Functions functions;
    private final Log log;

    Collisions(Functions functions, Log log) {
        this.functions = functions;
        this.log = log;
    }

    /** @param exists whether a class of a qualified name is there already */
    List<Subject> withoutColliding(List<Subject> subjects, Predicate<String> exists) {
        Map<String, List<Subject>> byClass = new HashMap<>();
        List<Subject> free = new ArrayList<>();
        for (Subject subject : subjects) {
            List<Subject> sharing = byClass.computeIfAbsent(subject.qualifiedClassName(), n -> new ArrayList<>());
            Problem problem = exists.test(subject.qualifiedClassName())
                    ? problem(Kind.CLASS_EXISTS, subject, subject.qualifiedClassName(), otherName(subject))
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
                Span span = functions.span(subject.method());
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
        return Problem.of(kind, functions.span(subject.method()), arguments.toArray());
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
        subject.wrt().forEach(i -> types.add(subject.name().parameterTypes().get(i)));
        return types;
    }
}
