package com.github.javaparser;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.expr.Expression;

/**
 * JavaParser's grammar without its configuration, whose table of language levels takes longer to load than a small
 * compilation: a third of the processor's cold start. javac has checked the syntax already, so no validator is missed.
 * It stands in JavaParser's package because the grammar's class is visible there only.
 */
public final class QuickParser {

    private final GeneratedJavaParser parser;

    private QuickParser(String text) {
        this.parser = new GeneratedJavaParser(Providers.provider(text));
        parser.setTabSize(1);
        parser.setStoreTokens(true);
        parser.setYieldSupported();
    }

    /**
     * Parses a file.
     *
     * @throws ParseException where the text is not Java
     */
    public static CompilationUnit file(String text) throws ParseException {
        QuickParser quick = new QuickParser(text);
        CompilationUnit unit = quick.parser.CompilationUnit();
        quick.complain();
        return unit;
    }

    /**
     * Parses an expression.
     *
     * @throws ParseException where the text is not an expression
     */
    public static Expression expression(String text) throws ParseException {
        QuickParser quick = new QuickParser(text);
        Expression expression = quick.parser.ExpressionParseStart();
        quick.complain();
        return expression;
    }

    /** The grammar collects what it could recover from; for us that is an error too. */
    private void complain() throws ParseException {
        if (!parser.problems.isEmpty()) {
            String message = parser.problems.get(0).getVerboseMessage();
            int alternatives = message.indexOf(", expected ");
            ParseException problem =
                    new ParseException(alternatives < 0 ? message : message.substring(0, alternatives));
            parser.problems.get(0).getLocation().flatMap(TokenRange::toRange).ifPresent(place -> {
                problem.currentToken = new Token();
                problem.currentToken.beginLine = place.begin.line;
                problem.currentToken.beginColumn = place.begin.column;
            });
            throw problem;
        }
    }
}
