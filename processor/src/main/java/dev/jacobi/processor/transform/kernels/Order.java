package dev.jacobi.processor.transform.kernels;

import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * In which pass over the iterations each step of a body runs: the last one in which its numbers are in time, so that
 * few have to go from pass to pass. What one iteration hands to another stays within one pass.
 */
final class Order {

    /** That one step follows another, at the earliest in the next pass if a kernel runs between them. */
    private record Edge(int from, int to) {}

    private final Steps steps;
    private final int[] groups;
    private final List<Edge> edges = new ArrayList<>();

    /** The steps behind which a kernel runs. */
    private final Set<Integer> kernels = new HashSet<>();

    private final int[] pass;

    private Order(Steps steps) {
        this.steps = steps;
        int size = steps.statements().size();
        this.groups = new int[size];
        this.pass = new int[size];
        for (int i = 0; i < size; i++) {
            groups[i] = i;
        }
    }

    static Order of(Steps steps, Elements elements) {
        Order order = new Order(steps);
        order.variables();
        order.arrays(elements);
        order.choose();
        order.settle();
        return order;
    }

    /** How many passes there are. */
    int passes() {
        return Arrays.stream(pass).max().orElse(0) + 1;
    }

    int pass(int step) {
        return pass[step];
    }

    /** Whether a step's function is computed by a kernel, behind the pass that lays down its argument. */
    boolean isKernel(int step) {
        return kernels.contains(step);
    }

    private Stmt statement(int step) {
        return steps.statements().get(step);
    }

    private int size() {
        return steps.statements().size();
    }

    /** Its own variables go from where they are finished to where they are read; carried ones tie steps together. */
    private void variables() {
        List<Set<Var>> reads = new ArrayList<>();
        List<Set<Var>> writes = new ArrayList<>();
        Set<Var> all = new HashSet<>();
        for (Stmt statement : steps.statements()) {
            reads.add(Walk.reads(List.of(statement)));
            writes.add(written(statement));
            all.addAll(writes.get(writes.size() - 1));
        }
        for (Var variable : all) {
            int finished = last(writes, variable);
            for (int step = 0; step < size(); step++) {
                boolean writesIt = writes.get(step).contains(variable);
                boolean readsIt = reads.get(step).contains(variable);
                boolean behind = steps.own().contains(variable) && step > finished;
                if (readsIt && behind) {
                    edges.add(new Edge(finished, step));
                } else if (writesIt || readsIt) {
                    tie(finished, step);
                }
            }
        }
    }

    /** The variables that a statement declares, assigns or adds to, but for those that live inside it. */
    private static Set<Var> written(Stmt statement) {
        if (statement instanceof Stmt.Declare s) {
            return Set.of(s.variable());
        }
        Set<Var> written = new HashSet<>(Walk.assigns(List.of(statement)));
        Walk.declares(List.of(statement)).forEach(written::remove);
        return written;
    }

    private static int last(List<Set<Var>> writes, Var variable) {
        int last = writes.size() - 1;
        while (!writes.get(last).contains(variable)) {
            last--;
        }
        return last;
    }

    private void arrays(Elements elements) {
        for (int first = 0; first < size(); first++) {
            for (int second = first + 1; second < size(); second++) {
                switch (elements.between(first, second)) {
                    case NOTHING -> {}
                    case SAME_ITERATION -> edges.add(new Edge(first, second));
                    case ANY_ITERATION -> tie(first, second);
                }
            }
        }
    }

    private void tie(int first, int second) {
        groups[root(first)] = root(second);
    }

    private int root(int step) {
        int root = step;
        while (groups[root] != root) {
            root = groups[root];
        }
        return root;
    }

    /** A kernel can't run between steps that are tied together. */
    private void choose() {
        for (int step = 0; step < size(); step++) {
            if (steps.kernel(step) != null && !comesBack(step)) {
                kernels.add(step);
            }
        }
    }

    private boolean comesBack(int kernel) {
        Set<Integer> seen = new HashSet<>();
        Deque<Integer> open = new ArrayDeque<>();
        for (Edge edge : edges) {
            if (edge.from() == kernel && seen.add(root(edge.to()))) {
                open.add(root(edge.to()));
            }
        }
        while (!open.isEmpty()) {
            int group = open.remove();
            for (Edge edge : edges) {
                if (root(edge.from()) == group && seen.add(root(edge.to()))) {
                    open.add(root(edge.to()));
                }
            }
        }
        return seen.contains(root(kernel));
    }

    /** First how many passes there have to be, then for each step the last that is early enough. */
    private void settle() {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Edge edge : edges) {
                changed |= move(edge.to(), Math.max(pass[root(edge.to())], pass[root(edge.from())] + between(edge)));
            }
        }
        Arrays.fill(pass, Arrays.stream(pass).max().orElse(0));
        changed = true;
        while (changed) {
            changed = false;
            for (Edge edge : edges) {
                changed |= move(edge.from(), Math.min(pass[root(edge.from())], pass[root(edge.to())] - between(edge)));
            }
        }
        for (int step = 0; step < size(); step++) {
            pass[step] = pass[root(step)];
        }
    }

    private boolean move(int step, int to) {
        boolean moves = pass[root(step)] != to;
        pass[root(step)] = to;
        return moves;
    }

    /** Edges from a kernel's step are those of its variable: no element is read or written there but read ones. */
    private int between(Edge edge) {
        return kernels.contains(edge.from()) && reads(edge) ? 1 : 0;
    }

    private boolean reads(Edge edge) {
        return statement(edge.from()) instanceof Stmt.Declare s
                && Walk.reads(List.of(statement(edge.to()))).contains(s.variable());
    }
}
