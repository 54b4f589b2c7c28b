package dev.jacobi.processor;

import dev.jacobi.processor.analysis.CallGraph;
import dev.jacobi.processor.frontend.Functions;
import dev.jacobi.processor.frontend.Headers;
import dev.jacobi.processor.frontend.Subjects;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.HandRule;
import dev.jacobi.processor.ir.Sharing;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.options.Optimisations;
import dev.jacobi.processor.rules.Partials;
import dev.jacobi.processor.transform.Signatures;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What calls are followed into, wherever the derivatives go that are made of it. */
final class CalledFunctions implements CallGraph.Bodies {

    private final Functions functions;
    private final Subjects declarations;
    private final Headers headers;
    private final CallGraph calls;
    private final DerivedFunctions derived;

    CalledFunctions(
            Functions functions,
            Subjects declarations,
            Partials partials,
            Optimisations optimisations,
            Stages stages,
            boolean verify) {
        this.functions = functions;
        this.declarations = declarations;
        this.headers = functions.headers();
        this.calls = new CallGraph(this, partials);
        this.derived = new DerivedFunctions(
                name -> functions.read(name).function(),
                headers,
                new Placeless(functions),
                calls,
                partials,
                optimisations,
                stages,
                verify);
    }

    CallGraph calls() {
        return calls;
    }

    @Override
    public @Nullable Function body(FunctionName name) {
        return derived.body(name);
    }

    @Override
    public @Nullable Function looked(FunctionName name) {
        Function body = body(name);
        return body == null && name instanceof FunctionName.Primal primal
                ? functions.read(primal).outline().whole()
                : body;
    }

    @Override
    public boolean isHere(FunctionName name) {
        return name instanceof FunctionName.Primal primal && functions.isHere(primal);
    }

    @Override
    public Set<Integer> differentiable(FunctionName name) {
        if (name instanceof FunctionName.Primal primal) {
            return declarations.differentiable(primal);
        }
        Set<Integer> indices = new TreeSet<>();
        List<Type.Component> parameters = headers.parameters(name);
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).type().carriesDerivative()) {
                indices.add(i);
            }
        }
        indices.removeAll(constants(name));
        return indices;
    }

    /** The parameters of the method behind a function that {@code @NoDerivative} holds constant: they come first. */
    private Set<Integer> constants(FunctionName name) {
        Set<Integer> constants = new TreeSet<>();
        List<Functions.Leaf> leaves = functions.leaves(name.primal());
        for (int i = 0; i < leaves.size(); i++) {
            if (leaves.get(i).constant()) {
                constants.add(i);
            }
        }
        return constants;
    }

    @Override
    public Set<Integer> objects(FunctionName name) {
        return declarations.objects(name.primal());
    }

    @Override
    public Set<Integer> changed(FunctionName name) {
        return name instanceof FunctionName.Primal primal ? functions.changedArrays(primal) : Set.of();
    }

    @Override
    public List<Type.Component> parameters(FunctionName name) {
        return headers.parameters(name);
    }

    @Override
    public Type result(FunctionName name) {
        return headers.result(name);
    }

    /** What derivatives look like before it is known which class they are in. */
    private record Placeless(Functions functions) implements Signatures {
        @Override
        public SortedSet<Integer> active(FunctionName function, SortedSet<Integer> wanted, Sharing sharing) {
            return wanted;
        }

        @Override
        public boolean takesShadows(FunctionName function) {
            return true;
        }

        @Override
        public List<HandRule> rules(FunctionName.Ruled function) {
            return functions.rules().of(function.of());
        }

        @Override
        public Type result(FunctionName function) {
            return functions.headers().result(function);
        }

        @Override
        public List<Type.Component> parameters(FunctionName function) {
            return functions.headers().parameters(function);
        }

        @Override
        public Type.Struct tangent(FunctionName.Tangent name) {
            return (Type.Struct) functions.headers().result(name);
        }

        @Override
        public Type.Struct madeTangent(FunctionName.Tangent name) {
            return tangent(name);
        }

        @Override
        public Type plainTangent(FunctionName.Tangent name, Type result) {
            return result;
        }

        @Override
        public Type.Struct pullback(FunctionName.Forward name) {
            throw new IllegalStateException("forward mode calls no pullback: " + name);
        }

        @Override
        public Type gradient(FunctionName.Forward name) {
            throw new IllegalStateException("forward mode calls no pullback: " + name);
        }
    }
}
