package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import com.github.javaparser.ast.stmt.SwitchEntry;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The functions that one variable may hold at run time. In the intermediate language the variable is the number of the
 * one that it holds, which branches join and loops carry like any other; a call asks for it. What a function uses of
 * variables that end before the variable does is kept beside the number, in a <em>slot</em>, which is joined and
 * carried just so. (This is what compilers call defunctionalisation.)
 *
 * <p>An array or list of functions is an array of such numbers ({@link FunctionTable}); of a function that is put into
 * it later, each element has slots of its own, which are elements of arrays.
 */
final class Choice {

    private final List<Closure> options = new ArrayList<>();
    private final Map<Expression, Integer> expected = new IdentityHashMap<>();
    private final List<Map<String, String>> slots = new ArrayList<>();
    private final Set<String> arrays = new HashSet<>();
    private final @Nullable List<Stmt> home;
    private final Holds holds;
    private boolean closed;

    /** What a variable holds. */
    enum Holds {
        /** The number of one function. */
        ONE,
        /** An array of numbers. */
        MANY,
        /** An array of numbers from 1 on, where 0 is an element that nothing has been put into. */
        MANY_OR_NONE
    }

    private Choice(@Nullable List<Stmt> home, Holds holds) {
        this.home = home;
        this.holds = holds;
    }

    /** Functions with all that they use. */
    static Choice of(List<Closure> options) {
        return of(options, Holds.ONE);
    }

    static Choice of(List<Closure> options, Holds holds) {
        Choice choice = new Choice(null, holds);
        options.forEach(option -> {
            choice.options.add(option);
            choice.slots.add(Map.of());
        });
        choice.closed = true;
        return choice;
    }

    /**
     * A variable that will hold one of the functions that {@code leaves} are, as far as they are known before they are
     * read.
     *
     * @param owner the variable's name
     */
    static Choice among(List<Expression> leaves, String owner, Frame frame, FunctionReader functions) {
        Choice choice = new Choice(frame.out, Holds.ONE);
        choice.expect(leaves, owner, frame, functions);
        return choice;
    }

    /** An array or list that will hold some of the functions that {@code leaves} are. */
    static Choice table(Holds holds, List<Expression> leaves, String owner, Frame frame, FunctionReader functions) {
        Choice choice = new Choice(frame.out, holds);
        choice.expect(leaves, owner, frame, functions);
        return choice;
    }

    private void expect(List<Expression> leaves, String owner, Frame frame, FunctionReader functions) {
        for (Expression leaf : leaves) {
            expect(
                    leaf,
                    owner,
                    frame,
                    functions,
                    (name, type) -> new Frame.Local(Branches.placeholder(type, frame.scope.span(leaf)), type, false));
        }
    }

    /** Makes the slot of a variable that a function uses. */
    interface Slot {
        Frame.Local of(String name, Type type);
    }

    /** Functions that will be put into elements, each with slots that are arrays. */
    void expectElements(List<Expression> leaves, String owner, Frame frame, FunctionReader functions, Slot array) {
        for (Expression leaf : leaves) {
            expect(leaf, owner, frame, functions, (name, type) -> {
                Frame.Local slot = array.of(name, type);
                arrays.add(name);
                return slot;
            });
        }
    }

    private void expect(Expression leaf, String owner, Frame frame, FunctionReader functions, Slot made) {
        Closure closure = functions.known(leaf, frame);
        if (closure == null
                || expected.containsKey(leaf)
                || LaterLocals.areFunctions(leaf, closure, frame, functions.reading())) {
            return;
        }
        int number = add(closure);
        expected.put(leaf, number);
        LaterLocals.of(leaf, closure, frame, functions.reading()).forEach((name, type) -> {
            String slot = name + "?" + owner + "?" + number;
            slots.get(number).put(name, slot);
            frame.locals.put(slot, made.of(slot, type));
        });
    }

    /** Whether the variable is an array or list of functions. */
    boolean isTable() {
        return holds != Holds.ONE;
    }

    Holds holds() {
        return holds;
    }

    /** Whether each element has a slot of its own under a name. */
    boolean isArray(String slot) {
        return arrays.contains(slot);
    }

    boolean hasArrays() {
        return !arrays.isEmpty();
    }

    /** Whether what a function that a method gives uses is under a name. */
    static boolean isOfResult(String name) {
        return name.contains("?" + Frame.RESULT + "?");
    }

    /** The names of all slots. */
    List<String> slots() {
        return slots.stream().map(Map::values).flatMap(Collection::stream).toList();
    }

    /** The names of a function's slots, by the variables that it uses. */
    Map<String, String> slots(int number) {
        return slots.get(number);
    }

    /** Whether what is declared here is there wherever the variable is. */
    boolean isAt(Frame frame) {
        return Identity.same(home, frame.out);
    }

    /** The functions so far, as they were found. */
    List<Closure> allKnown() {
        return options;
    }

    /** The number of a function that is read now; less than 0 where it was not expected. */
    int expected(Expression leaf) {
        return expected.getOrDefault(leaf, -1);
    }

    /** The number of a function, which is one more from now on. */
    int add(Closure closure) {
        options.add(closure);
        slots.add(new LinkedHashMap<>());
        return options.size() - 1;
    }

    /** The functions, with what they use where the variable is now. */
    List<Closure> options(Frame frame) {
        closed = true;
        List<Closure> now = new ArrayList<>();
        for (int i = 0; i < options.size(); i++) {
            now.add(option(i, frame));
        }
        return now;
    }

    /** What a variable with a number means. */
    Handed held(Expr number, Frame frame) {
        return number instanceof Expr.Literal known
                ? option(Integer.parseInt(known.text()), frame)
                : new Handed.Chosen(options(frame), number);
    }

    Closure option(int number, Frame frame) {
        Closure option = options.get(number);
        Map<String, Frame.Local> kept = new LinkedHashMap<>();
        slots.get(number).forEach((name, slot) -> kept.put(name, frame.local(slot)));
        return option.with(kept);
    }

    /** What it may be; from now on that is all. */
    List<Closure> allOptions() {
        closed = true;
        return options;
    }

    /** The same functions, the variables that they use moved. */
    Choice moved(String name, Captures captures, Handed.Move move) {
        Choice moved = new Choice(null, holds);
        moved.arrays.addAll(arrays);
        for (int i = 0; i < options.size(); i++) {
            moved.options.add(options.get(i).moved(name, captures, move));
            moved.slots.add(slots.get(i));
        }
        moved.closed = true;
        return moved;
    }

    /**
     * Whether a call has been read as one of the functions so far: another, which a loop might bring back to that call,
     * would be missing there.
     */
    boolean isClosed() {
        return closed;
    }

    /** Whether a variable is to hold one of several functions: by a choice at its declaration, or by assignments. */
    static boolean isMadeBy(VariableDeclarator declarator) {
        Expression initializer = declarator.getInitializer().orElse(null);
        if (initializer != null && FunctionForms.isChoice(initializer)) {
            return true;
        }
        return assigned(declarator).stream().anyMatch(FunctionForms::isFunctionOrChoice);
    }

    /** The functions that a variable is given anywhere, by way of other variables, too. */
    static List<Expression> leaves(VariableDeclarator declarator) {
        List<Expression> leaves = new ArrayList<>();
        add(declarator, leaves, new ArrayList<>());
        return leaves;
    }

    private static void add(VariableDeclarator declarator, List<Expression> leaves, List<Node> seen) {
        if (Identity.contains(seen, declarator)) {
            return;
        }
        seen.add(declarator);
        declarator.getInitializer().ifPresent(value -> add(value, leaves, seen));
        assigned(declarator).forEach(value -> add(value, leaves, seen));
    }

    private static void add(Expression value, List<Expression> leaves, List<Node> seen) {
        for (Expression leaf : FunctionForms.leaves(value)) {
            leaves.add(leaf);
            if (leaf instanceof NameExpr name
                    && Locals.declaration(name.getNameAsString(), name) instanceof VariableDeclarator other) {
                add(other, leaves, seen);
            }
        }
    }

    /** The functions that a method may give, by way of variables, too. */
    static List<Expression> leaves(List<Expression> results) {
        List<Expression> leaves = new ArrayList<>();
        List<Node> seen = new ArrayList<>();
        results.forEach(result -> add(result, leaves, seen));
        return leaves;
    }

    /** What a variable is assigned behind its declaration. */
    static List<Expression> assigned(VariableDeclarator declarator) {
        List<Expression> values = new ArrayList<>();
        collect(block(declarator), declarator.getNameAsString(), values);
        return values;
    }

    /** Where a variable can be named. */
    static Node block(Node node) {
        Node block = node;
        while (!(block instanceof BlockStmt || block instanceof SwitchEntry)
                && block.getParentNode().isPresent()) {
            block = block.getParentNode().get();
        }
        return block;
    }

    private static void collect(Node node, String name, List<Expression> values) {
        if (node instanceof AssignExpr assign
                && assign.getTarget() instanceof NameExpr target
                && target.getNameAsString().equals(name)) {
            values.add(assign.getValue());
        }
        node.getChildNodes().forEach(child -> collect(child, name, values));
    }
}
