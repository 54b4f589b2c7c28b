package dev.jacobi.processor.frontend;

import dev.jacobi.processor.diag.Kind;
import dev.jacobi.processor.diag.Problem;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.HandRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads one {@code @DerivativeOf}: which method it means, and what it says of that. */
final class HandRuleReader {

    private final Functions functions;
    private final Language language;

    HandRuleReader(Functions functions) {
        this.functions = functions;
        this.language = functions.language;
    }

    /** A rule that is as it should be. */
    record Found(FunctionName.Primal of, ExecutableElement method, HandRule rule) {}

    /**
     * What an annotation says.
     *
     * @param parameters null where it says nothing of them
     */
    record Said(
            TypeElement type,
            String method,
            @Nullable List<TypeMirror> parameters,
            HandRule.Form form,
            List<String> by) {

        /** {@code Erf.erf}. */
        String display() {
            return type.getSimpleName() + "." + method;
        }
    }

    /** What a rule's annotation says; null where the compiler can't make sense of it, and says so itself. */
    @Nullable
    Said said(ExecutableElement rule) {
        AnnotationMirror annotation = Objects.requireNonNull(Annotations.find(rule, Annotations.DERIVATIVE_OF));
        TypeElement type = null;
        String method = null;
        List<TypeMirror> parameters = null;
        HandRule.Form form = HandRule.Form.PARTIAL;
        List<String> by = new ArrayList<>();
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
                annotation.getElementValues().entrySet()) {
            Object value = entry.getValue().getValue();
            switch (entry.getKey().getSimpleName().toString()) {
                case "type" -> type = value instanceof TypeMirror mirror ? language.classOf(mirror) : null;
                case "method" -> method = String.valueOf(value);
                case "parameters" -> parameters = types(value);
                case "form" ->
                    form = value instanceof VariableElement constant
                            ? HandRule.Form.valueOf(constant.getSimpleName().toString())
                            : form;
                default -> strings(value, by);
            }
        }
        return type == null || method == null ? null : new Said(type, method, parameters, form, by);
    }

    private static List<TypeMirror> types(Object value) {
        List<TypeMirror> types = new ArrayList<>();
        if (value instanceof List<?> list) {
            for (Object item : list) {
                if (((AnnotationValue) item).getValue() instanceof TypeMirror type) {
                    types.add(type);
                }
            }
        }
        return types;
    }

    private static void strings(Object value, List<String> into) {
        if (value instanceof List<?> list) {
            list.forEach(item -> into.add(String.valueOf(((AnnotationValue) item).getValue())));
        }
    }

    /** The rule, or null if there is a problem now. */
    @Nullable
    Found read(ExecutableElement rule, Said said, List<Problem> problems) {
        List<ExecutableElement> candidates = candidates(rule, said, problems);
        List<Found> fitting = new ArrayList<>();
        List<Problem> ofTheOne = new ArrayList<>();
        for (ExecutableElement candidate : candidates) {
            List<Problem> wrong = new ArrayList<>();
            HandRule read = new HandRuleHeader(functions, rule, candidate, said, wrong).check();
            if (read != null && wrong.isEmpty()) {
                fitting.add(new Found(functions.name(candidate), candidate, read));
            }
            ofTheOne = wrong;
        }
        if (fitting.size() == 1) {
            return fitting.get(0);
        }
        if (fitting.size() > 1) {
            problems.add(Problem.of(
                    Kind.RULE_AMBIGUOUS,
                    functions.declarations().annotations().value(rule, Annotations.DERIVATIVE_OF, "method"),
                    said.display(),
                    names(candidates(fitting)),
                    literals(fitting.get(0).method())));
        } else if (candidates.size() == 1) {
            problems.addAll(ofTheOne);
        } else if (!candidates.isEmpty()) {
            problems.add(Problem.of(
                    Kind.RULE_FITS_NONE,
                    functions.declarations().span(rule),
                    functions.name(rule).display(),
                    names(candidates),
                    literals(candidates.get(0))));
        }
        return null;
    }

    private static List<ExecutableElement> candidates(List<Found> found) {
        List<ExecutableElement> methods = new ArrayList<>();
        found.forEach(f -> methods.add(f.method()));
        return methods;
    }

    /** The methods of the name, or the one of them that has the given parameters. */
    private List<ExecutableElement> candidates(ExecutableElement rule, Said said, List<Problem> problems) {
        List<ExecutableElement> named = language.methods(said.type(), said.method());
        List<ExecutableElement> candidates = new ArrayList<>();
        for (ExecutableElement method : named) {
            if (said.parameters() == null || takes(method, said.parameters())) {
                candidates.add(method);
            }
        }
        if (candidates.isEmpty()) {
            String remedy = named.isEmpty()
                    ? "check the spelling and the class"
                    : "give the types of one of these: " + names(named);
            problems.add(Problem.of(
                    Kind.RULE_NO_METHOD,
                    functions.declarations().annotations().value(rule, Annotations.DERIVATIVE_OF, "method"),
                    said.display(),
                    named.isEmpty() ? "" : " that takes " + parenthesised(Objects.requireNonNull(said.parameters())),
                    remedy));
        }
        return candidates;
    }

    private boolean takes(ExecutableElement method, List<TypeMirror> types) {
        boolean same = method.getParameters().size() == types.size();
        for (int i = 0; same && i < types.size(); i++) {
            same = language.types.isSameType(
                    language.types.erasure(method.getParameters().get(i).asType()),
                    language.types.erasure(types.get(i)));
        }
        return same;
    }

    private String names(List<ExecutableElement> methods) {
        List<String> names = new ArrayList<>();
        methods.forEach(method -> names.add(functions.name(method).display()));
        return String.join(", ", names);
    }

    private static String parenthesised(List<TypeMirror> types) {
        List<String> texts = new ArrayList<>();
        types.forEach(type -> texts.add(type.toString()));
        return "(" + String.join(", ", texts) + ")";
    }

    /** {@code {double.class, int.class}}. */
    private String literals(ExecutableElement method) {
        List<String> literals = new ArrayList<>();
        for (VariableElement parameter : method.getParameters()) {
            literals.add(language.erasedName(parameter.asType()) + ".class");
        }
        return "{" + String.join(", ", literals) + "}";
    }
}
