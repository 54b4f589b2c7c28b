package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MemberValuePair;
import com.github.javaparser.ast.expr.NormalAnnotationExpr;
import com.github.javaparser.ast.expr.SingleMemberAnnotationExpr;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Jacobi's annotations, on elements and in source. */
public final class Annotations {

    public static final String DIFFERENTIABLE = "dev.jacobi.Differentiable";
    public static final String NO_DERIVATIVE = "dev.jacobi.NoDerivative";

    public static final String DERIVATIVE_OF = "dev.jacobi.DerivativeOf";

    static final String CHECKPOINT = "dev.jacobi.Checkpoint";

    static final String FIXED_POINT = "dev.jacobi.FixedPoint";

    public static final String GENERATED = "dev.jacobi.Generated";

    public static final String READS_ONLY = "dev.jacobi.tape.ReadsOnly";

    public static final String SHAPE = "dev.jacobi.Shape";

    private Annotations() {}

    /** The annotation of a name on an element, or null. */
    public static @Nullable AnnotationMirror find(Element element, String name) {
        for (AnnotationMirror annotation : element.getAnnotationMirrors()) {
            TypeElement type = (TypeElement) annotation.getAnnotationType().asElement();
            if (type.getQualifiedName().contentEquals(name)) {
                return annotation;
            }
        }
        return null;
    }

    /** What an annotation says for a member that is text; empty where it says nothing. */
    static String text(AnnotationMirror annotation, String member) {
        for (var entry : annotation.getElementValues().entrySet()) {
            if (entry.getKey().getSimpleName().contentEquals(member)) {
                return String.valueOf(entry.getValue().getValue());
            }
        }
        return "";
    }

    /** Whether {@code @NoDerivative} is on an element. */
    public static boolean holdsConstant(Element element) {
        return find(element, NO_DERIVATIVE) != null;
    }

    /** Whether {@code @NoDerivative} is among the annotations of a local variable. */
    static boolean holdsConstant(List<AnnotationExpr> annotations, Scope scope) {
        for (AnnotationExpr annotation : annotations) {
            if (is(annotation, NO_DERIVATIVE, scope)) {
                return true;
            }
        }
        return false;
    }

    /** The expression that an annotation in the source gives one of its members; null where it says nothing. */
    static @Nullable Expression value(AnnotationExpr annotation, String member) {
        if (annotation instanceof SingleMemberAnnotationExpr single && member.equals("value")) {
            return single.getMemberValue();
        }
        if (annotation instanceof NormalAnnotationExpr normal) {
            for (MemberValuePair pair : normal.getPairs()) {
                if (pair.getNameAsString().equals(member)) {
                    return pair.getValue();
                }
            }
        }
        return null;
    }

    /** Whether an annotation in the source is the one of that name. */
    static boolean is(AnnotationExpr annotation, String name, Scope scope) {
        TypeElement type = scope.names().dotted(annotation.getNameAsString());
        return type != null && type.getQualifiedName().contentEquals(name);
    }
}
