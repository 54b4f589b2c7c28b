package dev.jacobi.processor.ir;

import java.util.List;

/** Expressions as text, without spans, for messages and for looking at them: {@link Structure} compares them. */
public final class Printer implements Expr.Cases<String> {

    private static final Printer INSTANCE = new Printer();

    private Printer() {}

    public static String print(Expr e) {
        return e.match(INSTANCE);
    }

    private static String list(List<Expr> expressions) {
        StringBuilder text = new StringBuilder("(");
        String separator = "";
        for (Expr expression : expressions) {
            text.append(separator).append(print(expression));
            separator = ", ";
        }
        return text.append(')').toString();
    }

    @Override
    public String literal(Expr.Literal e) {
        return e.text() + ":" + e.type();
    }

    @Override
    public String ref(Expr.Ref e) {
        return e.variable().name();
    }

    @Override
    public String apply(Expr.Apply e) {
        return e.primitive().signature() + list(e.operands());
    }

    @Override
    public String call(Expr.Call e) {
        return e.function() + list(e.arguments());
    }

    @Override
    public String component(Expr.Component e) {
        return print(e.struct()) + "." + e.name();
    }

    @Override
    public String build(Expr.Build e) {
        return e.type() + list(e.components());
    }

    @Override
    public String choose(Expr.Choose e) {
        return "(" + print(e.condition()) + " ? " + print(e.whenTrue()) + " : " + print(e.whenFalse()) + ")";
    }
}
