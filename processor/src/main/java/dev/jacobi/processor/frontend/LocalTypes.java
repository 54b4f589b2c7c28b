package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.FieldDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithTypeParameters;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.LocalClassDeclarationStmt;
import com.github.javaparser.ast.stmt.LocalRecordDeclarationStmt;
import com.github.javaparser.ast.stmt.Statement;
import com.github.javaparser.ast.stmt.SwitchEntry;
import com.github.javaparser.ast.type.TypeParameter;
import dev.jacobi.processor.diag.Kind;
import dev.jacobi.processor.diag.Problem;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import org.jspecify.annotations.Nullable;

/**
 * Classes declared inside methods: anonymous and local ones. The compiler's model has no elements for them, so that
 * what is needed of them is read from the source.
 */
final class LocalTypes {

    private static final String USE = "a class declared inside the method";

    private LocalTypes() {}

    /** The refusal of what is declared inside the method. */
    static Refusal refusal(Node use, Scope scope) {
        return new Refusal(Problem.of(Kind.UNSUPPORTED, scope.span(use), USE, "declare it outside the method"));
    }

    /** Whether a problem only follows from a class that is declared inside the method. */
    static boolean isUse(Problem problem) {
        return problem.kind() == Kind.UNSUPPORTED && problem.arguments().get(0).equals(USE);
    }

    /** Whether a node is the declaration of a class inside a method, or what declares an anonymous one. */
    static boolean isLocal(Node node) {
        if (node instanceof ObjectCreationExpr creation) {
            return creation.getAnonymousClassBody().isPresent();
        }
        if (node instanceof EnumConstantDeclaration constant) {
            return !constant.getClassBody().isEmpty();
        }
        if (!(node instanceof TypeDeclaration<?>)) {
            return false;
        }
        Node parent = node.getParentNode().orElse(null);
        return parent instanceof Statement
                || parent instanceof ObjectCreationExpr
                || parent instanceof EnumConstantDeclaration
                || parent instanceof TypeDeclaration<?> outer && isInside(outer);
    }

    /** Whether a node stands in the body of a class declared inside a method. */
    private static boolean isInside(Node node) {
        return isLocal(node)
                || node.getParentNode().filter(LocalTypes::isInside).isPresent();
    }

    /** The innermost class that a node stands in the body of, if it is one declared inside a method; else null. */
    static @Nullable Node around(Node at) {
        Node node = at;
        for (Node parent = parent(at); parent != null; parent = parent(node)) {
            if (node instanceof BodyDeclaration<?>) {
                return isLocal(parent) ? parent : null;
            }
            node = parent;
        }
        return null;
    }

    private static @Nullable Node parent(Node node) {
        return node.getParentNode().orElse(null);
    }

    /** Whether an anonymous class declares a field. */
    static boolean hasField(ObjectCreationExpr local, String name) {
        return FunctionForms.fields(local).stream()
                .anyMatch(field -> field.getNameAsString().equals(name));
    }

    /** The making of the anonymous class of an object: only {@code var} keeps it as a variable's type. */
    static @Nullable ObjectCreationExpr made(Expression object) {
        Expression inner = ExpressionReader.unenclosed(object);
        Node declared = inner instanceof NameExpr name ? Locals.declaration(name.getNameAsString(), name) : null;
        Expression value = declared instanceof VariableDeclarator variable
                        && variable.getType().toString().equals("var")
                ? variable.getInitializer().map(ExpressionReader::unenclosed).orElse(null)
                : inner;
        return value instanceof ObjectCreationExpr creation && isLocal(creation) ? creation : null;
    }

    /** The members of a class declared inside a method. */
    static NodeList<BodyDeclaration<?>> members(Node node) {
        if (node instanceof ObjectCreationExpr creation) {
            return creation.getAnonymousClassBody().orElseThrow();
        }
        return node instanceof EnumConstantDeclaration constant
                ? constant.getClassBody()
                : ((TypeDeclaration<?>) node).getMembers();
    }

    static @Nullable VariableDeclarator field(Node local, String name) {
        for (BodyDeclaration<?> member : members(local)) {
            if (member instanceof FieldDeclaration field) {
                for (VariableDeclarator variable : field.getVariables()) {
                    if (variable.getNameAsString().equals(name)) {
                        return variable;
                    }
                }
            }
        }
        return null;
    }

    static boolean hasMethod(Node local, String name) {
        for (BodyDeclaration<?> member : members(local)) {
            if (member instanceof MethodDeclaration method
                    && method.getNameAsString().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a class has a method of a name that doesn't override one of those that it inherits. */
    static boolean addsMethod(Node local, String name, List<ExecutableElement> inherited) {
        for (BodyDeclaration<?> member : members(local)) {
            if (member instanceof MethodDeclaration method
                    && method.getNameAsString().equals(name)
                    && method.getAnnotationByName("Override").isEmpty()
                    && inherited.stream().noneMatch(other -> hasSameParameters(method, other))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the types of two methods' parameters read alike, as they do where one overrides the other. */
    private static boolean hasSameParameters(MethodDeclaration method, ExecutableElement other) {
        if (method.getParameters().size() != other.getParameters().size()) {
            return false;
        }
        for (int i = 0; i < method.getParameters().size(); i++) {
            String type = other.getParameters().get(i).asType().toString().replaceAll("\\w+\\.", "");
            String written = method.getParameter(i).getTypeAsString()
                    + (method.getParameter(i).isVarArgs() ? "[]" : "");
            if (!written.replaceAll("\\w+\\.", "").equals(type)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a simple name means a class, or a type parameter of one or of its methods, inside the method. */
    static boolean declares(Node at, String name) {
        return declares(at, name, null);
    }

    /** @param end where to stop looking: what is declared around it doesn't count */
    static boolean declares(Node at, String name, @Nullable Node end) {
        boolean inside = false;
        Node node = at;
        while (node != null && !Identity.same(node, end)) {
            if (isLocal(node)
                    && node instanceof TypeDeclaration<?> type
                    && type.getNameAsString().equals(name)) {
                return true;
            }
            if (declaresBeside(node, name) || isLocal(node) && declaresMember(node, name)) {
                return true;
            }
            inside = isInsideMethodOf(node);
            if (inside && declaresParameter(node, name)) {
                return true;
            }
            node = node.getParentNode().orElse(null);
        }
        return false;
    }

    private static boolean isInsideMethodOf(Node node) {
        return node instanceof NodeWithTypeParameters<?> && isInside(node);
    }

    private static boolean declaresParameter(Node node, String name) {
        for (TypeParameter parameter : ((NodeWithTypeParameters<?>) node).getTypeParameters()) {
            if (parameter.getNameAsString().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean declaresMember(Node local, String name) {
        for (BodyDeclaration<?> member : members(local)) {
            if (member instanceof TypeDeclaration<?> type
                    && type.getNameAsString().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean declaresBeside(Node node, String name) {
        NodeList<Statement> statements = node instanceof BlockStmt block
                ? block.getStatements()
                : node instanceof SwitchEntry entry ? entry.getStatements() : new NodeList<>();
        for (Statement statement : statements) {
            boolean named = statement instanceof LocalClassDeclarationStmt local
                            && local.getClassDeclaration().getNameAsString().equals(name)
                    || statement instanceof LocalRecordDeclarationStmt row
                            && row.getRecordDeclaration().getNameAsString().equals(name);
            if (named) {
                return true;
            }
        }
        return false;
    }
}
