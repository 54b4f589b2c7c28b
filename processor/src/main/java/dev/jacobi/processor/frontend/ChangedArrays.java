package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.body.Parameter;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.Type;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeKind;

/** Which arrays a method may change that it is given, and whose body can't be read as a function. */
final class ChangedArrays {

    private final Functions functions;

    ChangedArrays(Functions functions) {
        this.functions = functions;
    }

    /** All but those that its text only reads, by the indices of its function's parameters. */
    Set<Integer> of(FunctionName.Primal name) {
        ExecutableElement method = functions.method(name);
        Declarations.Body body = functions.declarations().body(method);
        List<Functions.Leaf> leaves = functions.leaves(name);
        Set<Integer> changed = new TreeSet<>();
        for (int i = 0; i < leaves.size(); i++) {
            int parameter = leaves.get(i).formal() - (Functions.isStatic(method) ? 0 : 1);
            boolean read = body != null
                    && parameter >= 0
                    && parameter < method.getParameters().size()
                    && isOnlyRead(method, body, parameter);
            if (leaves.get(i).type() instanceof Type.Array && !read) {
                changed.add(i);
            }
        }
        return changed;
    }

    private boolean isOnlyRead(ExecutableElement method, Declarations.Body body, int index) {
        Parameter parameter = body.declaration().getParameter(index);
        boolean array = method.getParameters().get(index).asType().getKind() == TypeKind.ARRAY;
        int rank = OnlyRead.rank(method.getParameters().get(index).asType());
        HandedArrays handed = new HandedArrays(functions.language, functions.typer, functions.declarations());
        return array
                && !Blanks.areIn(body.declaration())
                && new OnlyRead(handed, use -> false).inside(body.declaration(), parameter.getName(), rank);
    }
}
