package dev.jacobi.processor.frontend;

import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.Leaves;
import dev.jacobi.processor.ir.Sharing;
import dev.jacobi.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * Calls of generated members, such as {@code EnergyGrad.gradient(x)} inside another method that is differentiated: they
 * are calls of derivatives of functions, whose own derivatives are known.
 */
final class GeneratedMembers {

    private final Language language;
    private final Functions functions;
    private final Subjects subjects;

    GeneratedMembers(Language language, Functions functions) {
        this.language = language;
        this.functions = functions;
        this.subjects = new Subjects(language.elements, functions, 1, false);
    }

    /**
     * A member that is called.
     *
     * @param of the annotated method
     * @param wrt its function's parameters that it is differentiated by
     * @param directions how many directions the member takes for each
     */
    record Member(FunctionName.Primal of, SortedSet<Integer> wrt, String name, int directions) {

        /** The function that the member is; empty for those that give a value as well. */
        Optional<FunctionName> function() {
            return switch (name) {
                case "jvp" -> Optional.of(jvp(of));
                case "vjp" -> Optional.of(new FunctionName.Gradient(new FunctionName.Weighted(of), wrt));
                case "valueAndJvp" -> Optional.of(new FunctionName.Tangent(of, wrt));
                case "valueAndGradient" -> Optional.empty();
                default -> Optional.of(gradient());
            };
        }

        /** The gradient of the function, or of its derivative along directions. */
        FunctionName gradient() {
            FunctionName along = of;
            for (int i = 0; i < directions; i++) {
                along = jvp(along);
            }
            return new FunctionName.Gradient(along, wrt);
        }

        private FunctionName jvp(FunctionName function) {
            return new FunctionName.Jvp(function, wrt, Sharing.NONE);
        }
    }

    /** The member that a method is; null where it is none, or one that is not a single derivative. */
    @Nullable
    Member of(ExecutableElement member) {
        TypeElement owner = Enclosing.type(member);
        AnnotationMirror generated = Annotations.find(owner, Annotations.GENERATED);
        int directions = directions(member.getSimpleName().toString());
        if (generated == null || directions < 0) {
            return null;
        }
        TypeElement source = language.elements.getTypeElement(Annotations.text(generated, "from"));
        for (ExecutableElement method :
                source == null ? List.<ExecutableElement>of() : ElementFilter.methodsIn(source.getEnclosedElements())) {
            if (isAnnotated(method, owner)) {
                Member found = of(member, method, directions);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static boolean isAnnotated(ExecutableElement method, TypeElement generated) {
        return Annotations.find(method, Annotations.DIFFERENTIABLE) != null
                && Subjects.className(method).equals(generated.getSimpleName().toString());
    }

    /** How many directions a member takes for each parameter that is differentiated by; negative for other members. */
    private static int directions(String name) {
        return switch (name) {
            case "gradient", "valueAndGradient", "vjp" -> 0;
            case "jvp", "valueAndJvp", "hvp" -> 1;
            default -> name.matches("derivative[3-9]") ? name.charAt(10) - '1' : -1;
        };
    }

    private @Nullable Member of(ExecutableElement member, ExecutableElement method, int directions) {
        if (NamedFields.areNamed(method)) {
            return null; // what is in the fields is no argument of the member
        }
        List<Functions.Formal> formals = functions.formals(method);
        SortedSet<Integer> asked = subjects.asked(method);
        String name = member.getSimpleName().toString();
        int more = name.equals("vjp") ? 1 : directions * asked.size();
        boolean gives = method.getReturnType().getKind() != TypeKind.VOID;
        boolean fits = gives && member.getParameters().size() == formals.size() + more;
        for (int i = 0; fits && i < formals.size(); i++) {
            fits = language.types.isSameType(
                    language.types.erasure(member.getParameters().get(i).asType()),
                    language.types.erasure(formals.get(i).type()));
        }
        FunctionName.Primal of = functions.name(method);
        return fits && functions.read(of).function() != null
                ? new Member(of, subjects.leaves(of, asked), name, name.equals("jvp") ? 0 : directions)
                : null;
    }

    /** The call, with records taken apart. */
    Expr call(Member member, List<Expr> arguments, CallReader.Hoisting hoisting, Span span) {
        List<Expr> leaves = leaves(member, arguments);
        Optional<FunctionName> function = member.function();
        if (function.isPresent()) {
            Expr given = call(function.get(), leaves, span);
            return hoisting.givesRecords() ? hoisting.build(Leaves.of(hoisting.hoist(member.name(), given))) : given;
        }
        List<Expr> held = new ArrayList<>();
        leaves.forEach(leaf -> held.add(ExpressionReader.isPure(leaf) ? leaf : hoisting.hoist("argument", leaf)));
        Expr value = hoisting.hoist("value", call(member.of(), held, span));
        Expr gradient = hoisting.hoist("gradient", call(member.gradient(), held, span));
        List<Expr> both = new ArrayList<>(Leaves.of(value));
        both.addAll(Leaves.of(gradient));
        return hoisting.build(both);
    }

    /** Of directions and seeds only what carries derivatives. */
    private List<Expr> leaves(Member member, List<Expr> arguments) {
        List<Expr> leaves = new ArrayList<>();
        arguments.forEach(argument -> leaves.addAll(Leaves.of(argument)));
        int own = functions.headers().parameters(member.of()).size();
        List<Expr> taken = new ArrayList<>(leaves.subList(0, own));
        leaves.subList(own, leaves.size()).stream()
                .filter(leaf -> leaf.type().carriesDerivative())
                .forEach(taken::add);
        return taken;
    }

    private Expr call(FunctionName function, List<Expr> arguments, Span span) {
        Type type = functions.headers().result(function);
        return new Expr.Call(function, arguments, type, span);
    }
}
