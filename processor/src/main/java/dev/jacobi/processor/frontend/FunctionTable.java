package dev.jacobi.processor.frontend;

import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Type;
import java.util.List;

/**
 * An array or list of functions whose bodies are in sight.
 *
 * @param numbers an array that tells of each element which function it is
 */
record FunctionTable(Choice choice, Expr numbers) implements Handed {

    static final Type.Array NUMBERS = new Type.Array(Type.Scalar.INT);

    /** The functions, with all that they use. */
    List<Closure> options() {
        return choice.allOptions();
    }

    @Override
    public boolean isObject() {
        return options().stream().anyMatch(Closure::isObject);
    }

    /** Whether the table can be named in other code. */
    boolean isMovable() {
        return !choice.hasArrays();
    }

    /** The same with what its functions use at their sides, so that it can be named elsewhere. */
    FunctionTable settled(Frame frame) {
        return choice.slots().isEmpty()
                ? this
                : new FunctionTable(Choice.of(choice.options(frame), choice.holds()), numbers);
    }

    @Override
    public FunctionTable moved(String name, Captures captures, Move move) {
        Frame.Local moved = move.move(name, new Frame.Local(numbers, NUMBERS, true));
        return new FunctionTable(choice.moved(name, captures, move), moved.value() == null ? numbers : moved.value());
    }

    @Override
    public void bind(String name, Frame frame) {
        frame.closures.remove(name);
        frame.choices.put(name, choice);
        frame.locals.put(name, new Frame.Local(numbers, NUMBERS, true));
    }
}
