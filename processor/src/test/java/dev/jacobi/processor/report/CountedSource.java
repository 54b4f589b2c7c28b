package dev.jacobi.processor.report;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.visitor.ModifierVisitor;
import com.github.javaparser.ast.visitor.Visitable;
import java.util.Map;

/**
 * Java source with calls of {@link Counted} in the place of arithmetic and of what is put on tapes. Java's own choice
 * among overloads tells floating-point operations from others.
 */
final class CountedSource extends ModifierVisitor<Void> {
    private static final Map<BinaryExpr.Operator, String> OPERATORS = Map.of(
            BinaryExpr.Operator.PLUS, "plus",
            BinaryExpr.Operator.MINUS, "minus",
            BinaryExpr.Operator.MULTIPLY, "times",
            BinaryExpr.Operator.DIVIDE, "divide",
            BinaryExpr.Operator.REMAINDER, "remainder");

    private CountedSource() {}

    static String of(String source) {
        ParserConfiguration configuration =
                new ParserConfiguration().setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_17);
        CompilationUnit unit =
                new JavaParser(configuration).parse(source).getResult().orElseThrow();
        unit.accept(new CountedSource(), null);
        return unit.toString();
    }

    private static Expression counted(String method, Expression... operands) {
        return new MethodCallExpr(null, "dev.jacobi.processor.report.Counted." + method, NodeList.nodeList(operands));
    }

    private static boolean isTape(String name) {
        return name.matches("\\w+Tape\\d*");
    }

    @Override
    public Visitable visit(MethodDeclaration method, Void nothing) {
        method.getAnnotationByName("Differentiable").ifPresent(Node::remove);
        return super.visit(method, nothing);
    }

    @Override
    public Visitable visit(BinaryExpr e, Void nothing) {
        super.visit(e, nothing);
        String method = OPERATORS.get(e.getOperator());
        return method == null ? e : counted(method, e.getLeft(), e.getRight());
    }

    @Override
    public Visitable visit(AssignExpr e, Void nothing) {
        super.visit(e, nothing);
        e.getOperator().toBinaryOperator().ifPresent(operator -> {
            e.setValue(counted(OPERATORS.get(operator), e.getTarget().clone(), e.getValue()));
            e.setOperator(AssignExpr.Operator.ASSIGN);
        });
        if (e.getTarget() instanceof ArrayAccessExpr access
                && isTape(access.getName().toString())) {
            e.setValue(counted("record", e.getValue()));
        }
        return e;
    }

    @Override
    public Visitable visit(MethodCallExpr e, Void nothing) {
        super.visit(e, nothing);
        String scope = e.getScope().map(Object::toString).orElse("");
        if (scope.equals("Math")) {
            return counted("function", e);
        }
        boolean grows = scope.equals("Shadows") && e.getNameAsString().equals("grown");
        return grows ? counted("grown", e, e.getArgument(0).clone()) : e;
    }

    @Override
    public Visitable visit(VariableDeclarator variable, Void nothing) {
        super.visit(variable, nothing);
        variable.getInitializer()
                .filter(made -> made instanceof ArrayCreationExpr && isTape(variable.getNameAsString()))
                .ifPresent(made -> variable.setInitializer(counted("made", made)));
        return variable;
    }
}
