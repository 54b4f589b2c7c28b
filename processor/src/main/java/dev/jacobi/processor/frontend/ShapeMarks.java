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
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
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

    /**
     * Those on these elements, but for the copies that the compiler hands from a record's components to its fields,
     * accessors and constructor: these have no place in the source.
     */
    public List<Mark> all(Iterable<? extends Element> marked) {
        List<Mark> marks = new ArrayList<>();
        for (Element element : marked) {
            TypeMirror type = element instanceof ExecutableElement method ? method.getReturnType() : element.asType();
            Mark mark = type.getKind() == TypeKind.ERROR ? null : mark(element, functions.type(type));
            if (mark != null && mark.span().line() > 0) {
                marks.add(mark);
            }
        }
        return marks;
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
            List<@Nullable Mark> found = own ? of(parameters.get(formal - first)) : List.of();
            for (int leaf = 0; leaf < count; leaf++) {
                marks.add(found.size() == count ? found.get(leaf) : null);
            }
            i += count;
        }
        return marks;
    }

    /** Of a record its components have them. */
    private List<@Nullable Mark> of(VariableElement parameter) {
        Type type = functions.type(parameter.asType());
        List<@Nullable Mark> marks = new ArrayList<>();
        Mark whole = mark(parameter, type);
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
                Mark mark = record == null ? null : mark(component, type);
                marks.add(mark == null ? null : new Mark(mark.text(), own, type, mark.span()));
            }
        }
    }

    /** That of what a function gives; null without. */
    public @Nullable Mark result(FunctionName.Primal name) {
        ExecutableElement method = functions.method(name);
        return mark(method, functions.type(method.getReturnType()));
    }

    /** That of a field; null without. */
    public @Nullable Mark field(Primitive primitive) {
        VariableElement field = element(primitive);
        return field == null ? null : mark(field, primitive.result());
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

    private @Nullable Mark mark(Element element, Type type) {
        AnnotationMirror annotation = Annotations.find(element, Annotations.SHAPE);
        if (annotation == null) {
            return null;
        }
        String name = element.getSimpleName().toString();
        return new Mark(
                Annotations.text(annotation, "value"),
                element.getKind() == ElementKind.METHOD ? "the result of " + name : name,
                type,
                functions.declarations().annotations().value(element, Annotations.SHAPE, "value"));
    }
}
