package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.nodeTypes.NodeWithAnnotations;
import dev.jacobi.processor.diag.Span;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** Where annotations in the source give their members values: the expression, be it a literal or a constant. */
public final class AnnotationPlaces {

    private final Declarations declarations;

    AnnotationPlaces(Declarations declarations) {
        this.declarations = declarations;
    }

    /** The one value of a member; see {@link #value(Element, String, String, int)}. */
    public Span value(Element marked, String annotation, String member) {
        return value(marked, annotation, member, 0);
    }

    /**
     * One of the values of a member; where it is left out, what is annotated.
     *
     * @param marked a method, a parameter, a field or a record's component
     * @param annotation its qualified name
     */
    Span value(Element marked, String annotation, String member, int index) {
        Node declaration = declaration(marked);
        if (declaration == null) {
            return declarations.missing(origin(marked));
        }
        Element origin = origin(marked);
        Scope scope = declarations.scope(origin, origin instanceof VariableElement ? Enclosing.type(origin) : origin);
        for (AnnotationExpr expression : ((NodeWithAnnotations<?>) declaration).getAnnotations()) {
            Expression value =
                    Annotations.is(expression, annotation, scope) ? Annotations.value(expression, member) : null;
            if (value != null) {
                return scope.span(
                        value instanceof ArrayInitializerExpr all
                                ? all.getValues().get(index)
                                : value);
            }
        }
        return scope.span(declaration instanceof MethodDeclaration method ? method.getName() : declaration);
    }

    /** What the source is looked up by: of parameters and components, what has them. */
    private static Element origin(Element marked) {
        boolean isPart = marked.getKind() == ElementKind.PARAMETER || marked.getKind() == ElementKind.RECORD_COMPONENT;
        return isPart ? Objects.requireNonNull(marked.getEnclosingElement()) : marked;
    }

    /** What has the annotation in the source; null where the source isn't there, or doesn't write it out. */
    private @Nullable Node declaration(Element marked) {
        if (marked instanceof ExecutableElement method) {
            return declarations.of(method);
        }
        if (marked instanceof VariableElement field && marked.getKind() == ElementKind.FIELD) {
            return declarations.declaration(field);
        }
        List<Parameter> parameters = declarations.parameters(origin(marked));
        for (Parameter parameter : parameters) {
            if (marked.getSimpleName().contentEquals(parameter.getNameAsString())) {
                return parameter;
            }
        }
        return null;
    }
}
