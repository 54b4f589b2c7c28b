package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.InitializerDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.nodeTypes.NodeWithParameters;
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

    /** Where annotations give their members values. */
    public AnnotationPlaces annotations() {
        return new AnnotationPlaces(this);
    }

    /** The parameters of a method or a constructor, or the components of a record; none where the source is missing. */
    List<Parameter> parameters(Element of) {
        Sources.Parsed parsed = sources.of(of);
        if (parsed == null || parsed.unit() == null) {
            return List.of();
        }
        Node declaration = null;
        if (of instanceof TypeElement type) {
            declaration = MethodFinder.type(parsed.unit(), type);
        } else if (of instanceof ExecutableElement method) {
            declaration = method.getKind() == ElementKind.CONSTRUCTOR
                    ? finder.constructor(parsed.unit(), method)
                    : finder.find(parsed.unit(), method);
        }
        return declaration instanceof NodeWithParameters<?> found ? found.getParameters() : List.of();
    }

    /** The whole statement that declares a field, maybe beside others; null where its source is missing. */
    @Nullable
    FieldDeclaration declaration(VariableElement field) {
        VariableDeclarator variable = of(field);
        return variable != null && variable.getParentNode().orElse(null) instanceof FieldDeclaration whole
                ? whole
                : null;
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
    Scope scope(Element member, Element inside) {
        Sources.Parsed parsed = Objects.requireNonNull(sources.of(member));
        TypeNames names = new TypeNames(language, Objects.requireNonNull(parsed.unit()), inside);
        return Scope.of(names, new Origin(parsed.name(), member));
    }

    /** Where a method is declared: its name, or the whole method where its source is missing. */
    public Span span(ExecutableElement method) {
        MethodDeclaration declaration = of(method);
        return declaration == null ? missing(method) : scope(method, method).span(declaration.getName());
    }

    /** The place of something that the source doesn't write out, or whose source is missing: line 0. */
    Span missing(Element element) {
        Sources.Parsed parsed = sources.of(element);
        return new Span(new Origin(parsed == null ? "" : parsed.name(), element), 0, 0, 0, 0);
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

    /** That a method which is called with differentiated numbers is native or abstract. */
    Problem withoutBody(ExecutableElement method, FunctionName.Primal name) {
        String instead = Functions.isStatic(method)
                ? "give it a derivative with @DerivativeOf"
                : "write it in Java, in a final class or behind a sealed interface";
        return Problem.of(Kind.NO_BODY_CALLED, span(method), name.display(), instead);
    }
}
