package dev.jacobi.processor.frontend;

import com.github.javaparser.ParseException;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.AnnotationMemberDeclaration;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.PatternExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import com.github.javaparser.ast.expr.VariableDeclarationExpr;
import dev.jacobi.processor.diag.Origin;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Asks the typer, which is visible in this package only, for the type of every expression of a file. */
public final class TyperProbe {

    /** Parses a file as the processor does. */
    public static CompilationUnit parse(String text) throws ParseException {
        return Sources.unit(text);
    }

    private final Language language;
    private final Typer typer;

    public TyperProbe(Elements elements, Types types) {
        this.language = new Language(elements, types);
        this.typer = new Typer(language);
    }

    /**
     * What the typer says of an expression.
     *
     * @param type null where it refuses, or where the expression names a class
     * @param named the class that the expression names, or null
     * @param refusal why it refuses; empty if it doesn't
     */
    public record Answer(Expression expression, TypeMirror type, TypeElement named, String refusal) {}

    /** The answers for all expressions in the bodies and initializers that a file has. */
    public List<Answer> file(CompilationUnit unit, String name) {
        List<Answer> answers = new ArrayList<>();
        for (TypeDeclaration<?> type : unit.getTypes()) {
            String packageName = unit.getPackageDeclaration()
                    .map(p -> p.getNameAsString() + ".")
                    .orElse("");
            TypeElement element = language.elements.getTypeElement(packageName + type.getNameAsString());
            type(type, element, unit, name, answers);
        }
        return answers;
    }

    private void type(
            TypeDeclaration<?> type, TypeElement element, CompilationUnit unit, String name, List<Answer> answers) {
        List<BodyDeclaration<?>> members = new ArrayList<>(type.getMembers());
        if (type instanceof EnumDeclaration constants) {
            members.addAll(constants.getEntries());
        }
        for (BodyDeclaration<?> member : members) {
            if (member instanceof TypeDeclaration<?> inner) {
                type(inner, member(element, inner), unit, name, answers);
            } else {
                Element home = home(member, type, element);
                Scope scope = Scope.of(new TypeNames(language, unit, home), new Origin(name, home));
                collect(member, scope, answers);
            }
        }
    }

    private static TypeElement member(TypeElement outer, TypeDeclaration<?> inner) {
        return ElementFilter.typesIn(outer.getEnclosedElements()).stream()
                .filter(t -> t.getSimpleName().contentEquals(inner.getNameAsString()))
                .findFirst()
                .orElseThrow();
    }

    /** The method or constructor that a declaration with type parameters declares, else its class. */
    private static Element home(BodyDeclaration<?> member, TypeDeclaration<?> type, TypeElement owner) {
        if (!(member instanceof CallableDeclaration<?> callable)
                || callable.getTypeParameters().isEmpty()) {
            return owner;
        }
        String name = callable.isConstructorDeclaration() ? "<init>" : callable.getNameAsString();
        List<? extends Element> elements = owner.getEnclosedElements().stream()
                .filter(e -> e instanceof ExecutableElement && e.getSimpleName().contentEquals(name))
                .toList();
        int index = 0;
        for (BodyDeclaration<?> other : type.getMembers()) {
            if (other == member) {
                break;
            }
            boolean overload = other instanceof CallableDeclaration<?> method
                    && method.isConstructorDeclaration() == callable.isConstructorDeclaration()
                    && method.getNameAsString().equals(callable.getNameAsString());
            index += overload ? 1 : 0;
        }
        return elements.get(index);
    }

    private void collect(Node node, Scope scope, List<Answer> answers) {
        if (node instanceof AnnotationExpr || node instanceof AnnotationMemberDeclaration) {
            return;
        }
        if (node instanceof Expression e && isValue(e)) {
            answers.add(answer(e, scope));
        }
        for (Node child : node.getChildNodes()) {
            collect(child, scope, answers);
        }
    }

    /** Whether an expression of JavaParser's is one of the language: it calls more things so. */
    private static boolean isValue(Expression e) {
        boolean bracesOfCreation = e instanceof ArrayInitializerExpr
                && e.getParentNode().filter(ArrayCreationExpr.class::isInstance).isPresent();
        return !(e instanceof PatternExpr
                || e instanceof TypeExpr
                || e instanceof VariableDeclarationExpr
                || bracesOfCreation);
    }

    private Answer answer(Expression e, Scope scope) {
        try {
            TypeElement named = typer.members().named(e, scope);
            return named != null ? new Answer(e, null, named, "") : new Answer(e, typer.typeOf(e, scope), null, "");
        } catch (Refusal refusal) {
            return new Answer(e, null, null, refusal.problem.text());
        }
    }
}
