package dev.jacobi.processor.random;

import java.util.List;
import java.util.Optional;

/** Runs statements in a frame. */
final class Execution implements Statement.Cases<Exit>, Loop.LoopCases<Exit>, Jump.JumpCases<Exit> {

    private final Interpreter interpreter;
    private final Frame frame;
    private final Evaluation terms;
    private Optional<String> label = Optional.empty();

    Execution(Interpreter interpreter, Frame frame) {
        this.interpreter = interpreter;
        this.frame = frame;
        this.terms = new Evaluation(interpreter, frame, this);
    }

    /** Runs statements up to the first that doesn't complete. */
    Exit body(List<Statement> statements) {
        for (Statement statement : statements) {
            Exit exit = statement.match(this);
            if (!exit.completes()) {
                return exit;
            }
        }
        return Exit.NEXT;
    }

    private boolean isTrue(Term condition) {
        return terms.eval(condition).isTrue();
    }

    @Override
    public Exit declare(Statement.Declare statement) {
        frame.declare(statement.variable(), statement.style() == Statement.Style.NO_DERIVATIVE);
        statement.value().ifPresent(value -> interpreter.store(frame, statement.variable(), terms.eval(value)));
        return Exit.NEXT;
    }

    @Override
    public Exit evaluate(Statement.Evaluate statement) {
        terms.eval(statement.term());
        return Exit.NEXT;
    }

    @Override
    public Exit branch(Statement.If statement) {
        return body(isTrue(statement.condition()) ? statement.then() : statement.otherwise());
    }

    @Override
    public Exit block(Statement.Block statement) {
        return body(statement.body());
    }

    @Override
    public Exit giveBack(Statement.Return statement) {
        Value value = statement.value().map(terms::eval).orElse(Value.NOTHING);
        Type type = frame.result();
        return Exit.giveBack(interpreter.numbers().convert(value, type));
    }

    @Override
    public Exit raise(Statement.Throw statement) {
        throw new IllegalStateException(statement.message());
    }

    @Override
    public Exit claim(Statement.Assert statement) {
        if (!isTrue(statement.condition())) {
            throw new AssertionError(statement.message());
        }
        return Exit.NEXT;
    }

    @Override
    public Exit choose(Statement.Switch statement) {
        Value selector = terms.eval(statement.selector());
        List<List<Term.Literal>> labels =
                statement.cases().stream().map(Statement.Case::labels).toList();
        int first = terms.chosen(selector, labels);
        int count = first < 0 ? 0 : statement.arrows() ? 1 : labels.size() - first;
        for (int i = 0; i < count; i++) {
            Exit exit = body(statement.cases().get(first + i).body());
            if (!exit.completes()) {
                return exit.breaks(Optional.empty()) ? Exit.NEXT : exit;
            }
        }
        return Exit.NEXT;
    }

    @Override
    public Exit define(Lambda statement) {
        Variable name = new Variable(statement.name(), Type.FUNCTION);
        interpreter.store(frame, name, terms.closure(statement.parameter(), statement.body()));
        return Exit.NEXT;
    }

    Evaluation terms() {
        return terms;
    }

    @Override
    public Exit loop(Loop statement) {
        return statement.matchLoop(this);
    }

    @Override
    public Exit jump(Jump statement) {
        return statement.matchJump(this);
    }

    @Override
    public Exit leave(Jump.Break statement) {
        return Exit.leave(statement.label());
    }

    @Override
    public Exit next(Jump.Continue statement) {
        return Exit.skip(statement.label());
    }

    @Override
    public Exit labelled(Jump.Labelled statement) {
        label = Optional.of(statement.label()).filter(l -> statement.statement() instanceof Loop);
        Exit exit = statement.statement().match(this);
        boolean here = exit.kind() == Exit.Kind.BREAK && exit.label().equals(Optional.of(statement.label()));
        return here ? Exit.NEXT : exit;
    }

    /** The label before the statement that starts. */
    private Optional<String> ownLabel() {
        Optional<String> own = label;
        label = Optional.empty();
        return own;
    }

    /** Runs a body once; empty to go on with the loop. */
    private Optional<Exit> once(List<Statement> body, Optional<String> own) {
        interpreter.trace().work();
        Exit exit = body(body);
        if (exit.completes() || exit.continues(own)) {
            return Optional.empty();
        }
        return Optional.of(exit.breaks(own) ? Exit.NEXT : exit);
    }

    @Override
    public Exit count(Loop.For statement) {
        Optional<String> own = ownLabel();
        statement.start().forEach(this::declare);
        while (isTrue(statement.condition())) {
            Optional<Exit> exit = once(statement.body(), own);
            if (exit.isPresent()) {
                return exit.get();
            }
            statement.updates().forEach(terms::eval);
        }
        return Exit.NEXT;
    }

    @Override
    public Exit each(Loop.Each statement) {
        Optional<String> own = ownLabel();
        Cells cells = terms.eval(statement.array()).cells();
        for (int i = 0; i < cells.length(); i++) {
            frame.declare(statement.variable(), false);
            Value element = cells.constant() ? interpreter.hold(cells.get(i)) : cells.get(i);
            interpreter.store(frame, statement.variable(), element);
            Optional<Exit> exit = once(statement.body(), own);
            if (exit.isPresent()) {
                return exit.get();
            }
        }
        return Exit.NEXT;
    }

    @Override
    public Exit repeat(Loop.While statement) {
        Optional<String> own = ownLabel();
        while (isTrue(statement.condition())) {
            Optional<Exit> exit = once(statement.body(), own);
            if (exit.isPresent()) {
                return exit.get();
            }
        }
        return Exit.NEXT;
    }

    @Override
    public Exit repeatAfter(Loop.Do statement) {
        Optional<String> own = ownLabel();
        do {
            Optional<Exit> exit = once(statement.body(), own);
            if (exit.isPresent()) {
                return exit.get();
            }
        } while (isTrue(statement.condition()));
        return Exit.NEXT;
    }
}
