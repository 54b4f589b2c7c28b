package dev.jacobi.processor.frontend;

import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Type;
import java.util.List;

/** A function as a value, with what it uses: one whose body is known, or one of several of which a number tells. */
sealed interface Handed permits Closure, Handed.Chosen, FunctionTable {

    /** What a variable that a function uses becomes. */
    interface Move {
        Frame.Local move(String name, Frame.Local local);
    }

    /** The same function, the variables that it uses moved. */
    Handed moved(String name, Captures captures, Move move);

    /** Whether it is, or may be, an object of a known class. */
    boolean isObject();

    /** Makes a name mean the function. */
    void bind(String name, Frame frame);

    /**
     * One of several functions.
     *
     * @param number says at run time which it is
     */
    record Chosen(List<Closure> options, Expr number) implements Handed {
        public Chosen {
            options = List.copyOf(options);
        }

        @Override
        public Chosen moved(String name, Captures captures, Move move) {
            Frame.Local moved = move.move(name, new Frame.Local(number, Type.Scalar.INT, true));
            List<Closure> functions = options.stream()
                    .map(option -> option.moved(name, captures, move))
                    .toList();
            return new Chosen(functions, moved.value() == null ? number : moved.value());
        }

        @Override
        public boolean isObject() {
            return options.stream().anyMatch(Closure::isObject);
        }

        @Override
        public void bind(String name, Frame frame) {
            frame.closures.remove(name);
            frame.choices.put(name, Choice.of(options));
            frame.locals.put(name, new Frame.Local(number, Type.Scalar.INT, true));
        }
    }
}
