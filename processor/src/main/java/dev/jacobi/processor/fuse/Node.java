package dev.jacobi.processor.fuse;

import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Var;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One operation of a loop, while the loop is made. */
final class Node {

    /** What an operation takes. */
    sealed interface Operand {
        /** An element of a tensor that the loop is given. */
        record Element(Var array) implements Operand {}

        /** A number, by its name or as it is written. */
        record Plain(String text) implements Operand {}

        /** What another operation gives. */
        record Result(Node node) implements Operand {}
    }

    /** How an operation comes to its elements. */
    enum Kind {
        /** By a line in a loop. */
        LINE,
        /** By a line that chooses between two values, which keeps C2 from vectorising the loop that it stands in. */
        CHOICE,
        /** By a pass of its own. */
        PASS,
        /** It makes one number of all elements. */
        TOTAL;

        /** Whether it is a line in a loop. */
        boolean isLine() {
            return switch (this) {
                case LINE, CHOICE -> true;
                case PASS, TOTAL -> false;
            };
        }

        /** Whether what it takes must be there before its loop begins. */
        private boolean comesAfterOperands() {
            return switch (this) {
                case CHOICE, PASS -> true;
                case LINE, TOTAL -> false;
            };
        }
    }

    final String text;
    final List<Operand> operands;
    final Kind kind;
    final FusedLoop.@Nullable Total total;
    /** How many passes lie before it. */
    final int level;

    final Stmt.Note note;
    String name = "";
    boolean stored;
    boolean inline;
    int part;

    private Node(String text, List<Operand> operands, Kind kind, FusedLoop.@Nullable Total total, Stmt.Note note) {
        this.text = text;
        this.operands = operands;
        this.kind = kind;
        this.total = total;
        this.note = note;
        int deepest = 0;
        for (Operand operand : operands) {
            deepest = Math.max(deepest, operand instanceof Operand.Result r ? r.node().level : 0);
        }
        this.level = deepest + (kind.comesAfterOperands() ? 1 : 0);
    }

    /** @param text as in {@link Elementwise} */
    static Node line(String text, List<Operand> operands, Stmt.Note note) {
        return new Node(text, operands, Kind.LINE, null, note);
    }

    /** @param text as in {@link Elementwise} */
    static Node choice(String text, List<Operand> operands, Stmt.Note note) {
        return new Node(text, operands, Kind.CHOICE, null, note);
    }

    /** @param function the pass's name */
    static Node pass(String function, List<Operand> operands, Stmt.Note note) {
        return new Node(function, operands, Kind.PASS, null, note);
    }

    static Node total(FusedLoop.Total total, Operand of, Stmt.Note note) {
        return new Node("$0", List.of(of), Kind.TOTAL, total, note);
    }

    boolean isPass() {
        return kind == Kind.PASS;
    }

    boolean isTotal() {
        return kind == Kind.TOTAL;
    }

    boolean isChoice() {
        return kind == Kind.CHOICE;
    }

    /** Whether it stands in another loop than one that it takes something from. */
    boolean isApartFrom(Node other) {
        return isPass() || level != other.level || part != other.part;
    }

    /** Whether all elements are one number. Each loop that wants it has it, unless an array must hold it. */
    boolean isNumber() {
        return kind == Kind.LINE
                && operands.size() == 1
                && text.equals("$0")
                && operands.get(0) instanceof Operand.Plain;
    }

    /** Whether all elements are 1. */
    boolean isOne() {
        return isNumber()
                && operands.get(0) instanceof Operand.Plain number
                && number.text().equals("1");
    }
}
