package dev.jacobi.processor.split;

import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Walk;
import java.util.List;

/**
 * How many bytecodes javac makes of code: a guess that is rather too high. A loop weighs more than its bytecodes, since
 * what C2 makes of a method with many loops is slow long before the method is large.
 */
final class Weight implements Expr.Cases<Integer> {

    /** What a loop weighs besides its bytecodes: 60 of them fill a piece of {@link Splitter#LIMIT}. */
    private static final int LOOP = Splitter.LIMIT / 60;

    /** Reading a field or a local: four for the one, one or two for the other. */
    private static final int READ = 3;

    private static final int WRITE = 3;

    /** A test that gives true or false. */
    private static final int TEST = 10;

    private static final int JUMP = 6;

    private static final Weight INSTANCE = new Weight();

    private Weight() {}

    static int of(Expr e) {
        return e.match(INSTANCE);
    }

    static int of(List<Stmt> body) {
        int sum = 0;
        for (Stmt statement : body) {
            sum += of(statement);
        }
        return sum;
    }

    static int of(Stmt statement) {
        int sum = own(statement);
        for (Expr e : Walk.own(statement)) {
            sum += of(e);
        }
        for (List<Stmt> block : Walk.blocks(statement)) {
            sum += of(block);
        }
        return sum;
    }

    /** What a statement weighs without the expressions and statements in it. */
    private static int own(Stmt statement) {
        if (statement instanceof Stmt.Loop) {
            return LOOP + 2 * WRITE + 2 * JUMP;
        }
        return statement instanceof Stmt.Increment || statement instanceof Stmt.Accumulate ? READ + WRITE : WRITE;
    }

    private static int all(List<Expr> expressions) {
        int sum = 0;
        for (Expr e : expressions) {
            sum += of(e);
        }
        return sum;
    }

    @Override
    public Integer literal(Expr.Literal e) {
        return 3;
    }

    @Override
    public Integer ref(Expr.Ref e) {
        return READ;
    }

    @Override
    public Integer apply(Expr.Apply e) {
        return of(e.primitive()) + all(e.operands());
    }

    /** What a primitive weighs without its operands. */
    static int of(Primitive primitive) {
        return switch (primitive.form()) {
            case PREFIX, CAST, CONVERSION, INDEX -> 1;
            case INFIX -> primitive.result() == Type.Scalar.BOOLEAN ? TEST : 1;
            case FIELD, STATIC_FIELD -> 3;
            case STATIC_METHOD, METHOD, INSTANCE_OF, FUNCTION -> 5;
            case NEW, NEW_ARRAY -> 8;
            case ARRAY_LITERAL -> 8 + 5 * primitive.parameters().size();
        };
    }

    @Override
    public Integer call(Expr.Call e) {
        return 5 + all(e.arguments());
    }

    @Override
    public Integer component(Expr.Component e) {
        return 3 + of(e.struct());
    }

    @Override
    public Integer build(Expr.Build e) {
        return 8 + all(e.components());
    }

    @Override
    public Integer choose(Expr.Choose e) {
        return JUMP + of(e.condition()) + of(e.whenTrue()) + of(e.whenFalse());
    }
}
