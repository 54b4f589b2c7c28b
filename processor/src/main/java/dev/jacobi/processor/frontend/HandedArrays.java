package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** Which methods only read an array that they are handed: some of Java's own, and those whose code shows it. */
final class HandedArrays implements OnlyRead.Handed {

    private static final Set<String> OF_JAVA = Set.of(
            "java.util.Arrays.copyOf",
            "java.util.Arrays.copyOfRange",
            "java.util.Arrays.binarySearch",
            "java.util.Arrays.equals",
            "java.util.Arrays.hashCode",
            "java.util.Arrays.toString");

    private final Language language;
    private final Typer typer;
    private final Declarations declarations;
    private final Set<List<Object>> met = new HashSet<>();

    HandedArrays(Language language, Typer typer, Declarations declarations) {
        this.language = language;
        this.typer = typer;
        this.declarations = declarations;
    }

    @Override
    public boolean isOnlyRead(MethodCallExpr call, Expression array, int rank) {
        if (call.getScope().filter(scope -> Identity.same(scope, array)).isPresent()) {
            return rank == 1 && call.getNameAsString().equals("clone");
        }
        int place = 0;
        while (!Identity.same(call.getArgument(place), array)) {
            place++;
        }
        int argument = place;
        return method(call).filter(method -> reads(method, argument, rank)).isPresent();
    }

    /** Whether what a name means, where it stands, is sure to be another variable than a field. */
    boolean isAnother(Expression use, VariableElement field) {
        return scope(use)
                .map(scope -> known(() -> typer.members().field(use, scope)))
                .filter(variable -> !field.equals(variable.field()))
                .isPresent();
    }

    /** The method that is called, where that can be told. */
    private Optional<ExecutableElement> method(MethodCallExpr call) {
        return scope(call)
                .map(scope -> known(() -> typer.members().method(call, scope)))
                .map(method -> method.choice().method());
    }

    private Optional<Scope> scope(Node node) {
        Node around = node;
        while (!(around instanceof TypeDeclaration<?>) && around.getParentNode().isPresent()) {
            around = around.getParentNode().get();
        }
        return around instanceof TypeDeclaration<?> type
                ? type.getFullyQualifiedName().map(language::find).map(declarations::inside)
                : Optional.empty();
    }

    private static <T> @Nullable T known(Supplier<T> looked) {
        try {
            return looked.get();
        } catch (Refusal e) {
            return null;
        }
    }

    /** Whether the array is what the method gets there, and no element of an array made for a variable arity. */
    private static boolean isWhole(ExecutableElement method, int place, int rank) {
        return !method.isVarArgs()
                || place < method.getParameters().size()
                        && OnlyRead.rank(method.getParameters().get(place).asType()) == rank;
    }

    private boolean reads(ExecutableElement method, int place, int rank) {
        String name = Enclosing.type(method).getQualifiedName() + "." + method.getSimpleName();
        if (OF_JAVA.contains(name) || place == 0 && name.equals("java.lang.System.arraycopy")) {
            return rank == 1;
        }
        // No other method runs in its place.
        boolean sure = method.getModifiers().contains(Modifier.STATIC)
                || method.getModifiers().contains(Modifier.PRIVATE)
                || method.getModifiers().contains(Modifier.FINAL);
        Declarations.Body body = sure && isWhole(method, place, rank) ? declarations.body(method) : null;
        return body != null
                && (!met.add(List.of(method, place))
                        || new OnlyRead(this, use -> false)
                                .inside(
                                        body.declaration(),
                                        body.declaration().getParameter(place).getName(),
                                        rank));
    }
}
