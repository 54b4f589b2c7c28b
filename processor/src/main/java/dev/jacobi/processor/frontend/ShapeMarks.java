package dev.jacobi.processor.frontend;

import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.Leaves;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** What {@code @Shape} says of parameters, results and fields. */
public final class ShapeMarks {

    private final Functions functions;

    ShapeMarks(Functions functions) {
        this.functions = functions;
    }

    /**
     * A {@code @Shape}.
     *
     * @param of what it is on, as messages name it
     * @param type the type of that
     */
    public record Mark(String text, String of, Type type, Span span) {}

    /** Whether there is any on a method or its parameters. */
    public boolean areOn(FunctionName.Primal name) {
        ExecutableElement method = functions.method(name);
        boolean any = Annotations.find(method, Annotations.SHAPE) != null;
        for (VariableElement parameter : method.getParameters()) {
            any |= Annotations.find(parameter, Annotations.SHAPE) != null;
        }
        return any;
    }

    /** Those of the parameters of a function, one for each leaf; null in the place of one without. */
    public List<@Nullable Mark> parameters(FunctionName.Primal name) {
        ExecutableElement method = functions.method(name);
        List<? extends VariableElement> parameters = method.getParameters();
        int first = Functions.isStatic(method) ? 0 : 1;
        List<Functions.Leaf> leaves = functions.leaves(name);
        List<@Nullable Mark> marks = new ArrayList<>();
        for (int i = 0; i < leaves.size(); ) {
            int formal = leaves.get(i).formal();
            int count = 1;
            while (i + count < leaves.size() && leaves.get(i + count).formal() == formal) {
                count++;
            }
            boolean own = formal >= first && formal - first < parameters.size();
            List<@Nullable Mark> found = own ? of(parameters.get(formal - first), method) : List.of();
            for (int leaf = 0; leaf < count; leaf++) {
                marks.add(found.size() == count ? found.get(leaf) : null);
            }
            i += count;
        }
        return marks;
    }

    /** Of a record its components have them. */
    private List<@Nullable Mark> of(VariableElement parameter, ExecutableElement method) {
        Type type = functions.type(parameter.asType());
        List<@Nullable Mark> marks = new ArrayList<>();
        Mark whole = mark(parameter, method, type);
        if (whole == null && Leaves.isRecord(type) && !Leaves.isRows(type)) {
            components(parameter.getSimpleName().toString(), functions.language.classOf(parameter.asType()), marks);
        } else {
            marks.add(whole);
        }
        return marks;
    }

    private void components(String path, @Nullable TypeElement record, List<@Nullable Mark> marks) {
        for (RecordComponentElement component :
                record == null ? List.<RecordComponentElement>of() : record.getRecordComponents()) {
            Type type = functions.type(component.asType());
            String own = path + "." + component.getSimpleName() + "()";
            if (Leaves.isRows(type)) {
                Leaves.of("", type).forEach(leaf -> marks.add(null));
            } else if (Leaves.isRecord(type)) {
                components(own, functions.language.classOf(component.asType()), marks);
            } else {
                Mark mark = record == null ? null : mark(component, record, type);
                marks.add(mark == null ? null : new Mark(mark.text(), own, type, mark.span()));
            }
        }
    }

    /** That of what a function gives; null without. */
    public @Nullable Mark result(FunctionName.Primal name) {
        ExecutableElement method = functions.method(name);
        AnnotationMirror annotation = Annotations.find(method, Annotations.SHAPE);
        if (annotation == null) {
            return null;
        }
        String text = Annotations.text(annotation, "value");
        String of = "the result of " + method.getSimpleName();
        Span span = functions.declarations().annotationSpan(method, text);
        return new Mark(text, of, functions.type(method.getReturnType()), span);
    }

    /** That of a field; null without. */
    public @Nullable Mark field(Primitive primitive) {
        VariableElement field = element(primitive);
        return field == null ? null : mark(field, field, primitive.result());
    }

    /** The value of a field that is a constant whole number; null of any other. */
    public @Nullable Integer constant(Primitive primitive) {
        VariableElement field = element(primitive);
        return field != null && field.getConstantValue() instanceof Integer value ? value : null;
    }

    private @Nullable VariableElement element(Primitive primitive) {
        TypeElement owner =
                primitive.owner() instanceof Type.Opaque opaque ? functions.language.classOf(opaque.mirror()) : null;
        for (VariableElement field :
                owner == null ? List.<VariableElement>of() : ElementFilter.fieldsIn(owner.getEnclosedElements())) {
            if (field.getSimpleName().contentEquals(primitive.name()) && field.getKind() == ElementKind.FIELD) {
                return field;
            }
        }
        return null;
    }

    private @Nullable Mark mark(Element element, Element of, Type type) {
        AnnotationMirror annotation = Annotations.find(element, Annotations.SHAPE);
        if (annotation == null) {
            return null;
        }
        String text = Annotations.text(annotation, "value");
        Span span = functions.declarations().annotationSpan(element, of, text);
        return new Mark(text, element.getSimpleName().toString(), type, span);
    }
}
