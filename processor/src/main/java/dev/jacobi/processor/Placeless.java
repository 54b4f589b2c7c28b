package dev.jacobi.processor;

import dev.jacobi.processor.ir.FunctionName;
import dev.jacobi.processor.ir.HandRule;
import dev.jacobi.processor.ir.Sharing;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.transform.Signatures;
import java.util.List;
import java.util.SortedSet;

/** What derivatives look like by a class's plan, where none is asked for by being looked at. */
record Placeless(Plan plan) implements Signatures {

    @Override
    public SortedSet<Integer> active(FunctionName function, SortedSet<Integer> wantedActive, Sharing sharing) {
        return plan.active(function, wantedActive, sharing);
    }

    @Override
    public boolean takesShadows(FunctionName function) {
        return plan.takesShadows(function);
    }

    @Override
    public List<HandRule> rules(FunctionName.Ruled function) {
        return plan.rules(function);
    }

    @Override
    public Type result(FunctionName function) {
        return plan.result(function);
    }

    @Override
    public List<Type.Component> parameters(FunctionName function) {
        return plan.parameters(function);
    }

    @Override
    public Type.Struct tangent(FunctionName.Tangent name) {
        return plan.placelessTangent(name);
    }

    @Override
    public Type.Struct madeTangent(FunctionName.Tangent name) {
        return plan.placelessTangent(name);
    }

    @Override
    public Type plainTangent(FunctionName.Tangent name, Type result) {
        return result;
    }

    @Override
    public Type.Struct pullback(FunctionName.Forward name) {
        return plan.pullback(name);
    }

    @Override
    public Type gradient(FunctionName.Forward name) {
        return plan.gradient(name);
    }
}
