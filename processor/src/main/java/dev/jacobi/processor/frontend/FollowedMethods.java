package dev.jacobi.processor.frontend;

import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.Type;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** Which calls are followed into the code of the methods that they call, and what keeps others from being. */
final class FollowedMethods {

    private final Functions functions;
    private final TypeReader types;
    private final Sources sources;
    private final Declarations declarations;

    FollowedMethods(Functions functions, TypeReader types, Sources sources) {
        this.functions = functions;
        this.types = types;
        this.sources = sources;
        this.declarations = functions.declarations();
    }

    /**
     * Whether calls of a method are calls of a function: it gives a result that carries derivatives, or generated code
     * can't call it, and its source is there.
     */
    boolean has(ExecutableElement method) {
        if (functions.rules().has(method)) {
            return true;
        }
        String owner = Enclosing.type(method).getQualifiedName().toString();
        if (owner.startsWith("java.") || owner.startsWith("dev.jacobi.tensor.") || isGenerated(method)) {
            return false;
        }
        return isWanted(method)
                && isPlain(method)
                && (declarations.of(method) != null || functions.library(method) != null);
    }

    /** The function that a method would be which isn't followed; null where another may run in its place. */
    FunctionName.@Nullable Primal source(ExecutableElement method) {
        boolean ofJava = Enclosing.type(method).getQualifiedName().toString().startsWith("java.");
        boolean fixed = isPlain(method) && !ReceiverCheck.isOverridable(method);
        return fixed && !ofJava && !isGenerated(method) ? functions.name(method) : null;
    }

    /** Whether a method that needn't be a function can be one. */
    boolean canBeRead(ExecutableElement method) {
        return isPlain(method) && functions.body(method) != null;
    }

    /** Whether what a method does with numbers counts, or generated code can't call it. */
    private boolean isWanted(ExecutableElement method) {
        return types.read(method.getReturnType()).carriesDerivative()
                || method.getModifiers().contains(Modifier.PRIVATE)
                || takesArray(method)
                || functions.takesRecord(method);
    }

    /**
     * What may run where a method is called on an object; null where that isn't known, or the method's name says it.
     */
    @Nullable
    List<Implementations.Case> implementations(TypeElement type, ExecutableElement method) {
        String owner = Enclosing.type(method).getQualifiedName().toString();
        boolean library = owner.startsWith("dev.jacobi.tensor.") || sources.of(type) == null;
        boolean fixed = Functions.isStatic(method) || isPlain(method) && !ReceiverCheck.isOverridable(method);
        if (library || fixed || !isWanted(method) || !TypeVariables.areReplaceableIn(method)) {
            return null;
        }
        Implementations implementations = new Implementations(functions);
        return implementations.isAmbiguous(type, method) ? null : implementations.of(type, method);
    }

    /** What a method does with an array that it is given matters even where it gives nothing. */
    private boolean takesArray(ExecutableElement method) {
        for (VariableElement parameter : method.getParameters()) {
            Type type = types.read(parameter.asType());
            if (type instanceof Type.Array && type.carriesDerivative()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPlain(ExecutableElement method) {
        boolean inherited = Enclosing.type(method).getKind().isInterface()
                && !Functions.isStatic(method)
                && !method.getModifiers().contains(Modifier.PRIVATE);
        return !inherited && TypeVariables.areReplaceableIn(method);
    }

    /**
     * What keeps a method from being followed whose source is there, or that has none as it is abstract; empty where
     * nothing does, or where the source is missing.
     */
    String obstacle(ExecutableElement method) {
        if (isGenerated(method)) {
            return "generated";
        }
        String owner = Enclosing.type(method).getQualifiedName().toString();
        if (owner.startsWith("dev.jacobi.tensor.")) {
            return "";
        }
        if (isPlain(method)) {
            return givesObject(method) ? "object" : takesArrayUnseen(method) ? "unseen" : "";
        }
        boolean function = owner.startsWith("java.util.function.");
        if (owner.startsWith("java.") && !function) {
            return "";
        }
        if (declarations.of(method) == null) {
            return method.getModifiers().contains(Modifier.ABSTRACT) ? "interface" : "";
        }
        return TypeVariables.areReplaceableIn(method) ? "interface" : "generic";
    }

    /** Whether a method whose source is there gives an object, in which nobody looks for numbers. */
    private boolean givesObject(ExecutableElement method) {
        boolean ofJava = Enclosing.type(method).getQualifiedName().toString().startsWith("java.");
        return !ofJava && types.read(method.getReturnType()) instanceof Type.Opaque && declarations.of(method) != null;
    }

    /** Whether a method whose source is there takes its arrays, if any, as objects: so it isn't followed. */
    private boolean takesArrayUnseen(ExecutableElement method) {
        boolean ofJava = Enclosing.type(method).getQualifiedName().toString().startsWith("java.");
        return !ofJava && !isWanted(method) && declarations.of(method) != null;
    }

    /** Whether a method is one that Jacobi has generated. */
    private static boolean isGenerated(ExecutableElement method) {
        return Annotations.find(Enclosing.type(method), Annotations.GENERATED) != null;
    }
}
