package dev.jacobi.processor.backend;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.jacobi.processor.ir.Adjoint;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.split.Remote;
import dev.jacobi.processor.split.Section;
import dev.jacobi.processor.split.Split;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The sweeps of a pullback that are cut. Where more values are kept than a constructor has parameters, the pullback
 * holds the object that ran the forward sweep, whose fields they are.
 */
final class PullbackPieces {

    /** Of 255 slots for a constructor's parameters, of which a double takes two. */
    private static final int MOST_SLOTS = 200;

    private final Adjoint adjoint;
    private final List<Var> kept;
    private final DerivativeNames names;
    private final Bodies bodies;
    private final @Nullable Run forward;
    private final @Nullable Var holder;

    private PullbackPieces(
            Adjoint adjoint,
            List<Var> kept,
            DerivativeNames names,
            Bodies bodies,
            @Nullable Run forward,
            @Nullable Var holder) {
        this.adjoint = adjoint;
        this.kept = kept;
        this.names = names;
        this.bodies = bodies;
        this.forward = forward;
        this.holder = holder;
    }

    /** Whether any of the two sweeps is cut. */
    static boolean cuts(Adjoint adjoint, Bodies bodies) {
        return keepsMany(adjoint)
                || bodies.isLarge(adjoint.forward(), List.of())
                || bodies.isLarge(adjoint.backward(), adjoint.bars());
    }

    private static boolean keepsMany(Adjoint adjoint) {
        int slots = 0;
        for (Var variable : adjoint.kept()) {
            slots += variable.type() == Type.Scalar.DOUBLE || variable.type() == Type.Scalar.LONG ? 2 : 1;
        }
        return slots > MOST_SLOTS;
    }

    /**
     * Cuts the forward sweep, if it is large.
     *
     * @param kept what the pullback keeps
     * @param free names for a variable of its own
     */
    static PullbackPieces of(Adjoint adjoint, List<Var> kept, DerivativeNames names, NameSupply free, Bodies bodies) {
        boolean many = keepsMany(adjoint);
        if (!many && !bodies.isLarge(adjoint.forward(), List.of())) {
            return new PullbackPieces(adjoint, kept, names, bodies, null, null);
        }
        Run forward = bodies.cut(
                names.pullback(),
                names.pullbackType() + "Forward",
                "forward",
                List.of(new Section("forward", adjoint.forward())),
                adjoint.parameters(),
                Remote.NONE,
                new HashSet<>(kept));
        Var holder = many ? new Var(free.fresh("forward"), forward.object().type()) : null;
        return new PullbackPieces(adjoint, kept, names, bodies, forward, holder);
    }

    boolean cutsForward() {
        return forward != null;
    }

    boolean cutsBackward() {
        return holder != null || bodies.isLarge(adjoint.backward(), adjoint.bars());
    }

    /** Runs the forward sweep and makes the pullback. */
    CodeBlock forward(ClassName type, CodeBlock end) {
        Run run = Objects.requireNonNull(forward);
        CodeBlock.Builder code = CodeBlock.builder()
                .add(run.start(List.of()))
                .add(run.section(0))
                .add(end);
        if (holder != null) {
            return code.addStatement("return new $T($N)", type, run.object().name())
                    .build();
        }
        List<CodeBlock> arguments = new ArrayList<>();
        kept.forEach(variable -> arguments.add(CodeBlock.of("$N", run.name(variable))));
        return code.addStatement("return new $T($L)", type, CodeBlock.join(arguments, ",$W"))
                .build();
    }

    /** What the pullback stores. */
    List<Var> stored() {
        return holder == null ? kept : List.of(holder);
    }

    /** A kept variable in the pullback's code. */
    String name(Var variable) {
        return holder == null ? variable.name() : split().outside(variable, holder);
    }

    private Split split() {
        return Objects.requireNonNull(forward).split();
    }

    /** An expression over kept variables and what the backward sweep's run has. */
    Expr read(Expr e, Run run) {
        return run.read(remote().read(e));
    }

    private Remote remote() {
        return holder == null ? Remote.NONE : Remote.of(holder, split(), kept);
    }

    /** Cuts the backward sweep. */
    Run backward() {
        List<Var> given = new ArrayList<>(holder == null ? kept : List.of());
        given.addAll(adjoint.seeds());
        return bodies.cut(
                names.pullbackType() + ".apply",
                names.pullbackType() + "Backward",
                "backward",
                List.of(new Section("backward", adjoint.backward())),
                given,
                remote(),
                adjoint.results());
    }
}
