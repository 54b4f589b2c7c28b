package dev.jacobi.processor.transform.stack;

import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.ir.Adjoint;
import dev.jacobi.processor.ir.Arithmetic;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Primitive;
import dev.jacobi.processor.ir.Rewriter;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * A backward sweep of tensors that takes a stack of seeds, with one dimension more in front, and gives a stack of
 * adjoints. What depends on the seed is a stack, too, and operations on it take their form for stacks
 * ({@link Operation}); everything else is there once, for all seeds.
 *
 * <pre>
 *   xBar = seed.mul(y).matmulBarLeft(x, m)    becomes    xBar = Stacked.matmulBarLeft(seeds.mul(y), x, m)
 * </pre>
 *
 * so that a product of a matrix and each seed is one product of matrices. (JAX: the {@code vmap} of a vjp.) Branches
 * and loops are the same for all seeds, or there is no such sweep.
 */
public final class Stack extends Rewriter {

    private static final Type STACKED = new Type.Library("dev.jacobi.tensor.Stacked");

    private final Set<Var> stacks;
    private final Var seed;
    private final Var seeds;
    private final Stretches stretches;

    private boolean isPossible = true;
    private boolean pays;

    private Stack(Set<Var> stacks, Var seed, Var seeds, Stretches stretches) {
        this.stacks = stacks;
        this.seed = seed;
        this.seeds = seeds;
        this.stretches = stretches;
    }

    /**
     * The sweep for a stack of seeds; nothing where there is none, or it isn't worth it.
     *
     * @param sweep gives one of the adjoints; its last parameter is the seed
     * @param adjoint both sweeps, of which that is a part
     * @param whatever whether to make it even if it doesn't pay
     */
    public static Optional<Function> of(Function sweep, Adjoint adjoint, boolean whatever) {
        List<Var> parameters = new ArrayList<>(sweep.parameters());
        Var seed = parameters.remove(parameters.size() - 1);
        Var seeds = new Var(NameSupply.after(adjoint).fresh(seed.name() + "s"), seed.type());
        Set<Var> stacks = Dependent.of(sweep.body(), seed);
        Expr bar = sweep.result();
        if (bar == null || !isTensor(bar.type()) || !isTensor(seed.type())) {
            return Optional.empty();
        }
        Stack stack = new Stack(stacks, seed, seeds, Stretches.of(adjoint, stacks));
        List<Stmt> body = stack.rewrite(sweep.body());
        Expr rows = stack.asStack(bar);
        parameters.add(seeds);
        Function made = new Function(sweep.name(), parameters, sweep.reserved(), body, rows, sweep.type());
        return stack.isPossible && (stack.pays || whatever) ? Optional.of(made) : Optional.empty();
    }

    private boolean isStack(Expr e) {
        return Dependent.isIn(e, stacks);
    }

    private static boolean isTensor(Type type) {
        return type instanceof Type.Tensor;
    }

    @Override
    protected Var target(Var variable) {
        return variable.equals(seed) ? seeds : variable;
    }

    @Override
    public Stmt declare(Stmt.Declare s) {
        return s.value() == null ? s : new Stmt.Declare(s.variable(), value(s.variable(), s.value()), s.note());
    }

    @Override
    public Stmt assign(Stmt.Assign s) {
        return new Stmt.Assign(s.variable(), value(s.variable(), s.value()), s.note());
    }

    @Override
    public Stmt increment(Stmt.Increment s) {
        if (!stacks.contains(s.variable())) {
            return new Stmt.Increment(s.variable(), shared(s.value()), s.note());
        }
        isPossible &= isTensor(s.variable().type());
        Expr value = isStack(s.value()) ? rewrite(s.value()) : shared(s.value());
        Expr to = new Expr.Ref(s.variable(), s.value().span());
        return new Stmt.Increment(s.variable(), isStack(s.value()) ? aligned(value, s.value(), to) : value, s.note());
    }

    @Override
    public Stmt branch(Stmt.If s) {
        return new Stmt.If(shared(s.condition()), rewrite(s.then()), rewrite(s.otherwise()), s.note());
    }

    @Override
    public Stmt loop(Stmt.Loop s) {
        shared(s.condition());
        if (s.counter() != null) {
            shared(s.counter().from());
        }
        return s.with(rewrite(s.body()));
    }

    @Override
    public Stmt reverse(Stmt.Reverse s) {
        return impossible(s);
    }

    @Override
    public Stmt store(Stmt.Store s) {
        return impossible(s);
    }

    @Override
    public Stmt accumulate(Stmt.Accumulate s) {
        return impossible(s);
    }

    @Override
    public Stmt effect(Stmt.Effect s) {
        return impossible(s);
    }

    @Override
    public Stmt raise(Stmt.Throw s) {
        return impossible(s);
    }

    private <T> T impossible(T same) {
        isPossible = false;
        return same;
    }

    private Expr value(Var variable, Expr value) {
        return stacks.contains(variable) ? asStack(value) : shared(value);
    }

    /** A stack, even if all of its tensors are the same. */
    private Expr asStack(Expr e) {
        isPossible &= isTensor(e.type()) && !(e instanceof Expr.Literal);
        return isStack(e) ? rewrite(e) : runtime("each", List.of(shared(e), new Expr.Ref(seeds, e.span())), e.span());
    }

    /** What all seeds share is computed once instead of once for each. */
    private Expr shared(Expr e) {
        isPossible &= !isStack(e) && isRepeatable(e);
        return e;
    }

    private static boolean isRepeatable(Expr e) {
        boolean repeatable = e instanceof Expr.Apply apply ? apply.primitive().pure() : !(e instanceof Expr.Call);
        return repeatable && Walk.operands(e).stream().allMatch(Stack::isRepeatable);
    }

    @Override
    public Expr call(Expr.Call e) {
        return impossible(e);
    }

    @Override
    public Expr component(Expr.Component e) {
        return impossible(e);
    }

    @Override
    public Expr build(Expr.Build e) {
        return impossible(e);
    }

    @Override
    public Expr choose(Expr.Choose e) {
        return new Expr.Choose(shared(e.condition()), asStack(e.whenTrue()), asStack(e.whenFalse()), e.span());
    }

    /** An operation on a stack. */
    @Override
    public Expr apply(Expr.Apply e) {
        List<Integer> places = new ArrayList<>();
        List<Expr> operands = new ArrayList<>();
        for (Expr operand : e.operands()) {
            boolean stack = isStack(operand);
            if (stack) {
                places.add(operands.size());
            }
            operands.add(stack ? rewrite(operand) : shared(operand));
        }
        Operation operation = Operation.of(e.primitive(), places);
        if (operation == null
                || !e.primitive().pure()
                || !places.stream().allMatch(i -> isTensor(e.operands().get(i).type()))) {
            return impossible(e);
        }
        pays |= operation.product();
        return switch (operation.form()) {
            case ELEMENTS -> onElements(e, operands, places);
            case DIMS -> withDims(e, operation, operands);
            case RUNTIME -> runtime(operation.method(e.primitive()), operands, e.span());
        };
    }

    private Expr onElements(Expr.Apply e, List<Expr> operands, List<Integer> places) {
        List<Expr> aligned = new ArrayList<>(operands);
        for (int i : places) {
            for (Expr other : e.operands()) {
                Expr own = e.operands().get(i);
                boolean meets = other != own && Stretches.hasShape(other);
                aligned.set(i, meets ? aligned(aligned.get(i), own, other) : aligned.get(i));
            }
        }
        return new Expr.Apply(e.primitive(), aligned, e.span());
    }

    /** The stack with as many dimensions as what it meets, if it isn't known to have them. */
    private Expr aligned(Expr stack, Expr own, Expr other) {
        Set<Var> missing = stretches.missing(own, other);
        if (missing == null) {
            return impossible(stack);
        }
        List<Expr> tensors = new ArrayList<>();
        List<Expr> others = new ArrayList<>();
        Expr aligned = stack;
        for (Var variable : missing) {
            Expr read = rewrite(new Expr.Ref(variable, stack.span()));
            if (!isTensor(variable.type())) {
                aligned = runtime("aligned", List.of(aligned, read), stack.span()); // with a mask
            } else {
                (stacks.contains(variable) ? others : tensors).add(read);
            }
        }
        return aligned("alignedWith", aligned("aligned", aligned, tensors), others);
    }

    private static Expr aligned(String method, Expr stack, List<Expr> others) {
        List<Expr> all = new ArrayList<>(List.of(stack));
        all.addAll(others);
        return others.isEmpty() ? stack : runtime(method, all, stack.span());
    }

    private Expr withDims(Expr.Apply e, Operation operation, List<Expr> operands) {
        List<Expr> counted = new ArrayList<>();
        boolean fromLast = false;
        for (int i = 0; i < operands.size(); i++) {
            counted.add(operation.isDim(i) ? behind(operands.get(i)) : operands.get(i));
            fromLast |=
                    operation.isDim(i) && Arithmetic.constant(operands.get(i)).orElse(-1) < 0;
        }
        if (fromLast && Operation.takesNumbers(e.primitive())) {
            counted.set(0, runtime("ofVectors", List.of(counted.get(0)), e.span()));
        }
        return new Expr.Apply(e.primitive(), counted, e.span());
    }

    /** A dimension counted behind the one that a stack has more; from the last it is counted as before. */
    private Expr behind(Expr dim) {
        if (dim.type() != Type.Scalar.INT) {
            return impossible(dim); // several in an array
        }
        OptionalDouble constant = Arithmetic.constant(dim);
        if (constant.isEmpty()) {
            return runtime("behind", Type.Scalar.INT, List.of(dim), dim.span());
        }
        return constant.getAsDouble() < 0
                ? dim
                : Arithmetic.number(constant.getAsDouble() + 1, Type.Scalar.INT, dim.span());
    }

    private static Expr runtime(String method, List<Expr> operands, Span span) {
        return runtime(method, Type.Tensor.TYPE, operands, span);
    }

    private static Expr runtime(String method, Type result, List<Expr> operands, Span span) {
        Primitive primitive = new Primitive(
                Primitive.Form.STATIC_METHOD,
                STACKED,
                method,
                Walk.types(operands),
                result,
                true,
                "dev.jacobi.tensor.Stacked." + method + "()");
        return new Expr.Apply(primitive, operands, span);
    }
}
