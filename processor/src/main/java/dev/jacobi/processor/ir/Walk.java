package dev.jacobi.processor.ir;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What is inside expressions and statements, in the order of evaluation. */
public final class Walk {

    private Walk() {}

    /** The operands of an expression, in the order of evaluation. */
    public static List<Expr> operands(Expr expression) {
        return expression.match(OPERANDS);
    }

    private static final Expr.Cases<List<Expr>> OPERANDS = new Expr.Cases<>() {
        @Override
        public List<Expr> literal(Expr.Literal e) {
            return List.of();
        }

        @Override
        public List<Expr> ref(Expr.Ref e) {
            return List.of();
        }

        @Override
        public List<Expr> apply(Expr.Apply e) {
            return e.operands();
        }

        @Override
        public List<Expr> call(Expr.Call e) {
            return e.arguments();
        }

        @Override
        public List<Expr> component(Expr.Component e) {
            return List.of(e.struct());
        }

        @Override
        public List<Expr> build(Expr.Build e) {
            return e.components();
        }

        @Override
        public List<Expr> choose(Expr.Choose e) {
            return List.of(e.condition(), e.whenTrue(), e.whenFalse());
        }
    };

    /** The types of expressions. */
    public static List<Type> types(List<Expr> expressions) {
        List<Type> types = new ArrayList<>(expressions.size());
        for (Expr expression : expressions) {
            types.add(expression.type());
        }
        return types;
    }

    /** Every statement of a body, those inside branches and loops included. */
    public static List<Stmt> all(List<Stmt> body) {
        List<Stmt> all = new ArrayList<>();
        addAll(body, all);
        return all;
    }

    private static void addAll(List<Stmt> body, List<Stmt> all) {
        for (Stmt statement : body) {
            all.add(statement);
            for (List<Stmt> block : blocks(statement)) {
                addAll(block, all);
            }
        }
    }

    /** The blocks inside a statement. */
    public static List<List<Stmt>> blocks(Stmt statement) {
        if (statement instanceof Stmt.If s) {
            return List.of(s.then(), s.otherwise());
        }
        if (statement instanceof Stmt.Loop s) {
            return List.of(s.body());
        }
        return statement instanceof Stmt.Reverse s ? List.of(s.body()) : List.of();
    }

    /** The statement with something else in the place of each block inside it. */
    public static Stmt withBlocks(Stmt statement, UnaryOperator<List<Stmt>> change) {
        if (statement instanceof Stmt.If s) {
            return new Stmt.If(s.condition(), change.apply(s.then()), change.apply(s.otherwise()), s.note());
        }
        if (statement instanceof Stmt.Loop s) {
            return s.with(change.apply(s.body()));
        }
        return statement instanceof Stmt.Reverse s
                ? new Stmt.Reverse(s.label(), change.apply(s.body()), s.note())
                : statement;
    }

    /** The expressions that a statement itself holds; those of statements inside it are not among them. */
    public static List<Expr> own(Stmt statement) {
        return statement.match(OWN);
    }

    private static final Stmt.Cases<List<Expr>> OWN = new Stmt.Cases<>() {
        @Override
        public List<Expr> declare(Stmt.Declare s) {
            return s.value() == null ? List.of() : List.of(s.value());
        }

        @Override
        public List<Expr> assign(Stmt.Assign s) {
            return List.of(s.value());
        }

        @Override
        public List<Expr> increment(Stmt.Increment s) {
            return List.of(s.value());
        }

        @Override
        public List<Expr> store(Stmt.Store s) {
            return List.of(s.array(), s.index(), s.value());
        }

        @Override
        public List<Expr> accumulate(Stmt.Accumulate s) {
            return List.of(s.array(), s.index(), s.value());
        }

        @Override
        public List<Expr> loop(Stmt.Loop s) {
            return s.counter() == null
                    ? List.of(s.condition())
                    : List.of(s.counter().from(), s.condition());
        }

        @Override
        public List<Expr> reverse(Stmt.Reverse s) {
            return List.of();
        }

        @Override
        public List<Expr> branch(Stmt.If s) {
            return List.of(s.condition());
        }

        @Override
        public List<Expr> effect(Stmt.Effect s) {
            return List.of(s.value());
        }

        @Override
        public List<Expr> raise(Stmt.Throw s) {
            return List.of(s.value());
        }
    };

    /** The variables that an expression reads, in order. */
    public static Set<Var> reads(Expr expression) {
        Set<Var> variables = new LinkedHashSet<>();
        addReads(expression, variables);
        return variables;
    }

    private static void addReads(Expr expression, Set<Var> variables) {
        if (expression instanceof Expr.Ref ref) {
            variables.add(ref.variable());
        }
        for (Expr operand : operands(expression)) {
            addReads(operand, variables);
        }
    }

    /** The variables that statements read or increment, in order. */
    public static Set<Var> reads(List<Stmt> body) {
        Set<Var> variables = new LinkedHashSet<>();
        for (Stmt statement : all(body)) {
            for (Expr expression : own(statement)) {
                addReads(expression, variables);
            }
            if (statement instanceof Stmt.Increment increment) {
                variables.add(increment.variable());
            }
        }
        return variables;
    }

    /** The variables that a body declares, those inside branches and loops included. */
    public static List<Var> declares(List<Stmt> body) {
        List<Var> variables = new ArrayList<>();
        for (Stmt statement : all(body)) {
            if (statement instanceof Stmt.Declare declare) {
                variables.add(declare.variable());
            } else if (statement instanceof Stmt.Loop loop && loop.counter() != null) {
                variables.add(loop.counter().variable());
            }
        }
        return variables;
    }

    /** The variables that a body assigns or increments after they were declared, in order. */
    public static Set<Var> assigns(List<Stmt> body) {
        Set<Var> variables = new LinkedHashSet<>();
        for (Stmt statement : all(body)) {
            if (statement instanceof Stmt.Assign assign) {
                variables.add(assign.variable());
            } else if (statement instanceof Stmt.Increment increment) {
                variables.add(increment.variable());
            }
        }
        return variables;
    }

    /** The variables from outside that a loop's body assigns. */
    public static Set<Var> carried(List<Stmt> body) {
        Set<Var> variables = assigns(body);
        declares(body).forEach(variables::remove);
        return variables;
    }

    /** Whether there is a tensor anywhere in a function. */
    public static boolean hasTensors(Function function) {
        for (Var parameter : function.parameters()) {
            if (isTensor(parameter.type())) {
                return true;
            }
        }
        for (Stmt statement : all(function.body())) {
            for (Expr expression : own(statement)) {
                if (hasTensors(expression)) {
                    return true;
                }
            }
        }
        return function.result() != null && hasTensors(function.result());
    }

    private static boolean hasTensors(Expr expression) {
        if (isTensor(expression.type())) {
            return true;
        }
        for (Expr operand : operands(expression)) {
            if (hasTensors(operand)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTensor(Type type) {
        return type instanceof Type.Tensor || type instanceof Type.Array array && isTensor(array.element());
    }

    /** The calls in a body, in order. */
    public static List<Expr.Call> calls(List<Stmt> body) {
        List<Expr.Call> calls = new ArrayList<>();
        for (Stmt statement : all(body)) {
            for (Expr expression : own(statement)) {
                addCalls(expression, calls);
            }
        }
        return calls;
    }

    private static void addCalls(Expr expression, List<Expr.Call> calls) {
        if (expression instanceof Expr.Call call) {
            calls.add(call);
        }
        for (Expr operand : operands(expression)) {
            addCalls(operand, calls);
        }
    }
}
