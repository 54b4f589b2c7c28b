package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.ForEachStmt;
import dev.jacobi.processor.diag.Kind;
import dev.jacobi.processor.diag.Problem;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import javax.lang.model.type.TypeMirror;

/**
 * A loop over a collection as what it means (JLS 14.14.2): {@code for (T t : c) …} is {@code for (Iterator i =
 * c.iterator(); i.hasNext(); ) { T t = i.next(); … }}.
 *
 * @param hasNext asks for another element
 * @param next gives it
 */
record Iteration(Expression hasNext, Expression next) {

    /** Makes the iterator, in a variable that no Java variable can hide. */
    static Iteration over(ForEachStmt loop, Reading reading, ExpressionReader expressions, Frame frame) {
        Expression iterable = loop.getIterable();
        String at = " at " + iterable.getBegin().map(Object::toString).orElse("");
        TypeMirror type = reading.typer.typeOf(iterable, frame.scope);
        if (!reading.typer.isIterable(type)) {
            throw new Refusal(Problem.of(
                    Kind.WRONG_TYPE,
                    frame.scope.span(iterable),
                    "an array or a collection",
                    "a " + type,
                    "loop over an array, a list or another Iterable"));
        }
        bind("iterable" + at, type, iterable, "iterable", reading, expressions, frame);
        Expression iterator = call("iterable" + at, "iterator", iterable);
        TypeMirror iterators = reading.typer.typeOf(iterator, frame.scope);
        bind("iterator" + at, iterators, iterator, "iterator", reading, expressions, frame);
        return new Iteration(call("iterator" + at, "hasNext", iterable), call("iterator" + at, "next", iterable));
    }

    private static void bind(
            String name,
            TypeMirror mirror,
            Expression value,
            String wish,
            Reading reading,
            ExpressionReader expressions,
            Frame frame) {
        Type type = reading.types.read(mirror);
        Expr read = expressions.readAs(value, type, frame);
        Span span = frame.scope.span(value);
        if (!(read instanceof Expr.Ref)) {
            Var variable = expressions.declare(wish, read, type, frame, new Stmt.Note(Stmt.Role.PRIMAL, span));
            read = new Expr.Ref(variable, span);
        }
        frame.scope.declare(name, mirror);
        frame.locals.put(name, new Frame.Local(read, type, false));
    }

    private static MethodCallExpr call(String receiver, String method, Node place) {
        MethodCallExpr call = new MethodCallExpr(new NameExpr(receiver), method);
        place.getRange().ifPresent(range -> {
            call.setRange(range);
            call.getName().setRange(range);
        });
        return call;
    }
}
