package dev.jacobi.processor.backend;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Walk;
import java.util.List;
import java.util.ListIterator;
import java.util.function.Predicate;
import javax.lang.model.element.Modifier;

/**
 * The checked exceptions that a method declares, declared by all that computes it again. What only sends seeds back
 * throws none, unless it computes something of the method once more.
 */
record ThrowsClauses(List<TypeName> exceptions) {

    static ThrowsClauses of(Derivative derivative, GeneratedClass generated) {
        return new ThrowsClauses(generated.thrown().by(primal(derivative).name().primal()).stream()
                .map(TypeName::get)
                .toList());
    }

    boolean areNone() {
        return exceptions.isEmpty();
    }

    /** Writes a derivative, and says behind each method that computes what it may throw. */
    void write(Derivative derivative, MemberWriter members, Bodies bodies, TypeSpec.Builder type) {
        if (areNone()) {
            members.write(derivative, type);
            return;
        }
        int cut = bodies.types().size();
        TypeSpec.Builder alone = TypeSpec.classBuilder("Alone");
        members.write(derivative, alone);
        TypeSpec written = alone.build();
        type.addFields(written.fieldSpecs());
        written.methodSpecs().forEach(method -> type.addMethod(declaring(method)));
        boolean applies = bodies.types().size() > cut
                || GeneratedClass.marksLoops(primal(derivative))
                || mayThrow(backward(derivative));
        for (TypeSpec nested : written.typeSpecs()) {
            boolean isRecord = nested.kind() == TypeSpec.Kind.RECORD;
            type.addType(isRecord || !applies ? nested : declaring(nested, "apply"::equals));
        }
        for (ListIterator<TypeSpec> pieces = bodies.types().listIterator(cut); pieces.hasNext(); ) {
            pieces.set(declaring(pieces.next(), name -> true));
        }
    }

    private TypeSpec declaring(TypeSpec nested, Predicate<String> names) {
        TypeSpec.Builder type = TypeSpec.classBuilder(nested.name())
                .addJavadoc(nested.javadoc())
                .addAnnotations(nested.annotations())
                .addModifiers(nested.modifiers().toArray(Modifier[]::new))
                .superclass(nested.superclass())
                .addSuperinterfaces(nested.superinterfaces())
                .addFields(nested.fieldSpecs())
                .addTypes(nested.typeSpecs());
        for (MethodSpec method : nested.methodSpecs()) {
            type.addMethod(names.test(method.name()) ? declaring(method) : method);
        }
        return type.build();
    }

    private MethodSpec declaring(MethodSpec method) {
        return method.toBuilder().addExceptions(exceptions).build();
    }

    /** Whether statements of a backward sweep compute something of the method. */
    private static boolean mayThrow(List<Stmt> backward) {
        return !Walk.calls(backward).isEmpty()
                || Walk.all(backward).stream().anyMatch(statement -> statement instanceof Stmt.Throw);
    }

    /** What a pullback does with a seed; empty where there is none. */
    private static List<Stmt> backward(Derivative derivative) {
        if (derivative instanceof Derivative.Members members) {
            return members.split().backward();
        }
        if (derivative instanceof Derivative.PullbackHelper helper) {
            return helper.split().backward();
        }
        return derivative instanceof Derivative.InPlaceHelper helper
                ? helper.sweeps().backward()
                : List.of();
    }

    private static Function primal(Derivative derivative) {
        if (derivative instanceof Derivative.Members members) {
            return members.primal();
        }
        if (derivative instanceof Derivative.TangentHelper helper) {
            return helper.tangent();
        }
        if (derivative instanceof Derivative.PullbackHelper helper) {
            return helper.split().primal();
        }
        return derivative instanceof Derivative.InPlaceHelper helper
                ? helper.sweeps().primal()
                : ((Derivative.Copy) derivative).primal();
    }
}
