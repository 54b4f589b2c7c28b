package dev.jacobi.processor.frontend;

import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.CopiedMethod;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Private methods that a function calls which is handed on as it stands: they are written again in the class in which
 * the function is, with what they call.
 */
final class MethodCopies {

    private final Reading reading;

    /** What has been copied, or is being copied. */
    private final Set<String> known = new HashSet<>();

    MethodCopies(Reading reading) {
        this.reading = reading;
    }

    /** Copies for the classes of a package, of methods that generated code calls itself. */
    static MethodCopies of(Functions functions, String packageName) {
        MemberReader members = new MemberReader(functions.language, functions.types, functions, packageName, null);
        return new MethodCopies(
                new Reading(functions.typer, functions.types, functions.operators, members, functions.ruleTexts()));
    }

    /**
     * What finds a method's copy; null where generated code calls the method itself, or a copy would not do the same.
     *
     * @param span where it is called
     */
    @Nullable
    String of(ExecutableElement method, Span span) {
        Declarations.Body body = reading.members.isReachable(method) ? null : reading.members.source(method);
        if (body == null || Blanks.areIn(body.declaration()) || !isFree(method)) {
            return null;
        }
        String key = reading.members.copyKey(method);
        if (known.add(key)) {
            requireTypes(method, span);
            FunctionNames.Text text = FunctionNames.of(body.declaration(), reading, body.scope(), this);
            Span at = body.scope().span(body.declaration().getName());
            reading.members
                    .functionCopies()
                    .add(
                            key,
                            new CopiedMethod(
                                    at.origin().file(),
                                    at.line(),
                                    reading.types.erased(Enclosing.type(method).asType()),
                                    method,
                                    text.self(),
                                    text.parts()));
        }
        return key;
    }

    /** Whether a method does the same in another class: no other can run in its place, and it locks nothing. */
    private static boolean isFree(ExecutableElement method) {
        return !ReceiverCheck.isOverridable(method)
                && !method.getModifiers().contains(Modifier.SYNCHRONIZED)
                && (Functions.isStatic(method) || !isGeneric(Enclosing.type(method)));
    }

    private static boolean isGeneric(TypeElement type) {
        return !type.getTypeParameters().isEmpty()
                || type.getEnclosingElement() instanceof TypeElement outer && isGeneric(outer);
    }

    /** The copy has to write the types of its parameters and result. */
    private void requireTypes(ExecutableElement method, Span span) {
        List<TypeMirror> types = new ArrayList<>();
        types.add(method.getReturnType());
        method.getParameters().stream().map(VariableElement::asType).forEach(types::add);
        types.addAll(method.getThrownTypes());
        if (!Functions.isStatic(method)) {
            types.add(Enclosing.type(method).asType());
        }
        method.getTypeParameters().forEach(parameter -> types.addAll(parameter.getBounds()));
        for (TypeMirror type : types) {
            for (Element named : TypeReader.classesIn(type)) {
                reading.members.requireReachable(named, span);
            }
        }
    }
}
