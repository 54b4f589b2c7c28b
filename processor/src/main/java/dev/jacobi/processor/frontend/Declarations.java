package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AnnotationExpr;
import com.github.javaparser.ast.expr.ArrayInitializerExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import dev.jacobi.processor.diag.Kind;
import dev.jacobi.processor.diag.Origin;
import dev.jacobi.processor.diag.Problem;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.FunctionName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** What source files write of methods, fields and enums: where it stands, and what names mean in it. */
public final class Declarations {

    private final Language language;
    private final Sources sources;
    private final MethodFinder finder;

    Declarations(Language language, Sources sources) {
        this.language = language;
        this.sources = sources;
        this.finder = new MethodFinder(language);
    }

    /** The declaration of a method; null where the source writes none, or is not there. */
    @Nullable
    MethodDeclaration of(ExecutableElement method) {
        Sources.Parsed parsed = sources.of(method);
        return parsed == null || parsed.unit() == null ? null : finder.find(parsed.unit(), method);
    }

    /** Whether the compiler makes a method that the source doesn't write out. */
    boolean isImplicit(ExecutableElement method) {
        Sources.Parsed parsed = sources.of(method);
        return parsed != null && parsed.unit() != null && of(method) == null;
    }

    /** A method's own code, and what names mean in it. */
    record Body(MethodDeclaration declaration, Scope scope) {}

    /** Null where the method has none, or its source is not there. */
    @Nullable
    Body body(ExecutableElement method) {
        MethodDeclaration declaration = of(method);
        return declaration == null || declaration.getBody().isEmpty() || Blanks.lost(declaration) != null
                ? null
                : new Body(declaration, scope(method, method));
    }

    /** Why the body of a method can't be read although its source is there; null where it can. */
    @Nullable
    String lost(ExecutableElement method) {
        MethodDeclaration declaration = of(method);
        return declaration == null ? null : Blanks.lost(declaration);
    }

    /** The declarator of a field; null where its source is not there, or can't be read. */
    @Nullable
    VariableDeclarator declarator(VariableElement field) {
        VariableDeclarator variable = of(field);
        return variable == null || Blanks.lost(variable) != null ? null : variable;
    }

    /** Whether a class has code of its own that makes its static fields, or may have. */
    boolean hasStaticBlock(TypeElement type) {
        Sources.Parsed parsed = sources.of(type);
        TypeDeclaration<?> declaration =
                parsed == null || parsed.unit() == null ? null : MethodFinder.type(parsed.unit(), type);
        return declaration == null
                || declaration.getMembers().stream()
                        .anyMatch(member -> member instanceof InitializerDeclaration block && block.isStatic());
    }

    /** What names mean in the body of a class whose source is there. */
    Scope inside(TypeElement type) {
        return scope(type, type);
    }

    /** The declaration of an enum, its file, and what names mean in it. */
    record DeclaredEnum(EnumDeclaration declaration, String file, TypeNames names) {}

    /** Null where the source of the enum is not there. */
    @Nullable
    DeclaredEnum ofEnum(TypeElement type) {
        Sources.Parsed parsed = sources.of(type);
        return parsed != null
                        && parsed.unit() != null
                        && MethodFinder.type(parsed.unit(), type) instanceof EnumDeclaration found
                ? new DeclaredEnum(found, parsed.name(), new TypeNames(language, parsed.unit(), type))
                : null;
    }

    /** The function that a field's declaration makes it, and what names mean in it. */
    record Initializer(Expression code, Scope scope) {}

    /** Null where the declaration makes it none, or is not there. */
    @Nullable
    Initializer initializer(VariableElement field) {
        VariableDeclarator variable = declarator(field);
        Expression code = variable == null ? null : FunctionReader.initial(variable);
        return code == null ? null : new Initializer(code, scope(field, Enclosing.type(field)));
    }

    /** Those that a field's declaration makes the elements of an array or list that nothing changes; else none. */
    List<Initializer> initializers(VariableElement field) {
        VariableDeclarator variable = declarator(field);
        List<Initializer> functions = new ArrayList<>();
        if (variable != null) {
            for (Expression code : ConstantTable.of(variable, field)) {
                functions.add(new Initializer(code, scope(field, Enclosing.type(field))));
            }
        }
        return functions;
    }

    /** Where an annotation of a parameter, a field or a record's component says a string; line 0 without a source. */
    Span annotationSpan(Element member, Element of, String text) {
        Sources.Parsed parsed = sources.of(of);
        Node declaration = parsed == null || parsed.unit() == null ? null : declaration(member, of);
        if (declaration == null) {
            return new Span(new Origin(parsed == null ? "" : parsed.name(), of), 0, 0, 0, 0);
        }
        Node literal = literal(declaration, text);
        Element inside = of instanceof VariableElement ? Enclosing.type(of) : of;
        return scope(of, inside).span(literal == null ? declaration : literal);
    }

    private @Nullable Node declaration(Element member, Element of) {
        if (member instanceof VariableElement field && member.getKind() == ElementKind.FIELD) {
            VariableDeclarator variable = of(field);
            return variable == null ? null : variable.getParentNode().orElse(variable);
        }
        List<Parameter> parameters = List.of();
        if (of instanceof ExecutableElement method) {
            MethodDeclaration declaration = of(method);
            parameters = declaration == null ? parameters : declaration.getParameters();
        } else if (of instanceof TypeElement type) {
            Sources.Parsed parsed = Objects.requireNonNull(sources.of(of));
            boolean record =
                    MethodFinder.type(Objects.requireNonNull(parsed.unit()), type) instanceof RecordDeclaration;
            parameters = record
                    ? ((RecordDeclaration) Objects.requireNonNull(MethodFinder.type(parsed.unit(), type)))
                            .getParameters()
                    : parameters;
        }
        for (Parameter parameter : parameters) {
            if (member.getSimpleName().contentEquals(parameter.getNameAsString())) {
                return parameter;
            }
        }
        return null;
    }

    private @Nullable VariableDeclarator of(VariableElement field) {
        Sources.Parsed parsed = sources.of(field);
        TypeDeclaration<?> declaration = parsed == null || parsed.unit() == null
                ? null
                : MethodFinder.type(parsed.unit(), Enclosing.type(field));
        if (declaration == null) {
            return null;
        }
        for (FieldDeclaration fields : declaration.getFields()) {
            for (VariableDeclarator variable : fields.getVariables()) {
                if (field.getSimpleName().contentEquals(variable.getNameAsString())) {
                    return variable;
                }
            }
        }
        return null;
    }

    /** What names mean inside a method or class, in the file that declares a member. */
    private Scope scope(Element member, Element inside) {
        Sources.Parsed parsed = Objects.requireNonNull(sources.of(member));
        TypeNames names = new TypeNames(language, Objects.requireNonNull(parsed.unit()), inside);
        return Scope.of(names, new Origin(parsed.name(), member));
    }

    /** Where a method is declared: its name, or the whole method where its source is missing. */
    public Span span(ExecutableElement method) {
        MethodDeclaration declaration = of(method);
        if (declaration == null) {
            Sources.Parsed parsed = sources.of(method);
            return new Span(new Origin(parsed == null ? "" : parsed.name(), method), 0, 0, 0, 0);
        }
        return scope(method, method).span(declaration.getName());
    }

    /** The lines of a method's declaration, annotations included; line 0 where its source is missing. */
    public Span extent(ExecutableElement method) {
        Span name = span(method);
        MethodDeclaration declaration = of(method);
        return declaration == null
                ? name
                : declaration
                        .getRange()
                        .map(r -> new Span(name.origin(), r.begin.line, r.begin.column, r.end.line, r.end.column))
                        .orElse(name);
    }

    /** Where a method's annotation says a string; the method's name where that can't be found. */
    Span annotationSpan(ExecutableElement method, String text) {
        MethodDeclaration declaration = of(method);
        for (AnnotationExpr annotation :
                declaration == null ? List.<AnnotationExpr>of() : declaration.getAnnotations()) {
            Node literal = literal(annotation, text);
            if (literal != null) {
                return scope(method, method).span(literal);
            }
        }
        return span(method);
    }

    /**
     * Where {@code @Differentiable} gives a member its value, or that element of several, be it a literal or a
     * constant; the method's name where it is left out, or the source isn't there.
     */
    Span annotationSpan(ExecutableElement method, String member, int index) {
        MethodDeclaration declaration = of(method);
        if (declaration != null) {
            Scope scope = scope(method, method);
            for (AnnotationExpr annotation : declaration.getAnnotations()) {
                Expression value = Annotations.is(annotation, Annotations.DIFFERENTIABLE, scope)
                        ? Annotations.value(annotation, member)
                        : null;
                if (value != null) {
                    return scope.span(
                            value instanceof ArrayInitializerExpr all
                                    ? all.getValues().get(index)
                                    : value);
                }
            }
        }
        return span(method);
    }

    private static @Nullable Node literal(Node node, String text) {
        if (node instanceof StringLiteralExpr literal && literal.asString().equals(text)) {
            return literal;
        }
        for (Node child : node.getChildNodes()) {
            Node found = literal(child, text);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** That a method which is called with differentiated numbers is native or abstract. */
    Problem withoutBody(ExecutableElement method, FunctionName.Primal name) {
        String instead = Functions.isStatic(method)
                ? "give it a derivative with @DerivativeOf"
                : "write it in Java, in a final class or behind a sealed interface";
        return Problem.of(Kind.NO_BODY_CALLED, span(method), name.display(), instead);
    }
}
