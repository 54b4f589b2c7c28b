package dev.jacobi.processor.backend;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** {@code jacobian} of methods that give an array, by parameters that are arrays or numbers: a row for each result. */
final class ArrayJacobianWriter {

    private static final ClassName JACOBIANS = ClassName.get("dev.jacobi.tape", "Jacobians");

    private final String className;

    ArrayJacobianWriter(String className) {
        this.className = className;
    }

    void write(Derivative.Members members, TypeSpec.Builder type) {
        if (!isVector(members.result())
                || !members.differentiated().stream()
                        .allMatch(v -> isVector(v.type()) || v.type().isFloating())) {
            return;
        }
        List<Var> by = members.differentiated();
        boolean one = by.size() == 1;
        boolean columns = one
                && by.get(0).type().equals(new Type.Array(Type.Scalar.DOUBLE))
                && members.result().equals(by.get(0).type())
                && members.snapshots().containsAll(members.active());
        MethodSpec.Builder method = MethodSpec.methodBuilder("jacobian")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc(Docs.arrayJacobian(members))
                .addParameters(MemberWriter.parameters(members.parameters()));
        if (columns && members.lanes() != null) {
            type.addMethod(lanes(members, by.get(0), method));
        } else if (columns) {
            type.addMethod(cheaper(members, by.get(0), method));
        } else {
            rows(members, method, type);
        }
    }

    private static boolean isVector(Type type) {
        return type instanceof Type.Array array && array.element().isFloating();
    }

    /** By rows or by columns, whichever are fewer. */
    private MethodSpec cheaper(Derivative.Members members, Var x, MethodSpec.Builder method) {
        NameSupply names = NameSupply.after(members.tangent());
        String pullback = names.fresh("pullback");
        String results = names.fresh("results");
        String dot = members.tangent()
                .parameters()
                .get(members.tangent().parameters().size() - 1)
                .name();
        return method.returns(JavaTypes.of(new Type.Array(x.type())))
                .addCode(Doors.fields(members, "jacobian"))
                .addCode(MemberWriter.wholeArrayChecks(members, className + ".jacobian"))
                .addStatement(
                        "$T $N = pullback($L)",
                        ClassName.get("", members.names().pullbackType()),
                        pullback,
                        MemberWriter.names(members.parameters()))
                .addStatement("int $N = $N.value().length", results, pullback)
                .addStatement(
                        "return $1L < $2N\n? $3T.byColumns($2N, $1L, $4N -> jvp($5L, $4N))\n"
                                + ": $3T.byRows($2N, $6N::apply)",
                        MemberWriter.length(members, x),
                        results,
                        JACOBIANS,
                        dot,
                        MemberWriter.names(members.parameters()),
                        pullback)
                .build();
    }

    /** The same, several columns at once: of a few arguments they are cheaper than rows, however few results. */
    private MethodSpec lanes(Derivative.Members members, Var x, MethodSpec.Builder method) {
        NameSupply names = NameSupply.after(members.tangent());
        String pullback = names.fresh("pullback");
        CodeBlock arguments = MemberWriter.names(members.parameters());
        return method.returns(JavaTypes.of(new Type.Array(x.type())))
                .addCode(Doors.fields(members, "jacobian"))
                .addCode(MemberWriter.wholeArrayChecks(members, className + ".jacobian"))
                .addCode(
                        "return $1T.cheaper($2L, $3N -> jvp($4L, $3N)$5L,\n() -> {\n$>",
                        JACOBIANS,
                        MemberWriter.length(members, x),
                        names.fresh(x.name() + "Dot"),
                        arguments,
                        LaneCalls.of(members, names.fresh(x.name() + "Dots")))
                .addStatement(
                        "$T $N = pullback($L)",
                        ClassName.get("", members.names().pullbackType()),
                        pullback,
                        arguments)
                .addStatement("return new $1T.Rows($2N.value().length, $2N::apply)", JACOBIANS, pullback)
                .addCode("$<});\n")
                .build();
    }

    private static void rows(Derivative.Members members, MethodSpec.Builder method, TypeSpec.Builder type) {
        NameSupply names = NameSupply.after(members.primal());
        String pullback = names.fresh("pullback");
        String seed = names.fresh("seed");
        String row = names.fresh("row");
        String index = names.fresh("i");
        List<Var> by = members.differentiated();
        TypeName result = JavaTypes.of(members.result());
        TypeName number = JavaTypes.of(((Type.Array) members.result()).element());
        method.addStatement(
                "$T $N = pullback($L)",
                ClassName.get("", members.names().pullbackType()),
                pullback,
                MemberWriter.names(members.parameters()));
        method.addStatement("$T $N = new $T[$N.value().length]", result, seed, number, pullback);
        List<String> held = new ArrayList<>();
        for (Var variable : by) {
            String name = names.fresh(variable.name() + "Jacobian");
            held.add(name);
            TypeName rows = JavaTypes.of(new Type.Array(variable.type()));
            CodeBlock made = isVector(variable.type())
                    ? CodeBlock.of("new $T[$N.length][]", JavaTypes.of(((Type.Array) variable.type()).element()), seed)
                    : CodeBlock.of("new $T[$N.length]", JavaTypes.of(variable.type()), seed);
            method.addStatement("$T $N = $L", rows, name, made);
        }
        method.beginControlFlow("for (int $1N = 0; $1N < $2N.length; $1N++)", index, seed);
        method.addStatement("$N[$N] = 1", seed, index);
        method.addStatement("$T $N = $N.apply($N)", GradientWriter.gradientType(members), row, pullback, seed);
        for (int i = 0; i < by.size(); i++) {
            Type.Struct gradient = members.gradient();
            CodeBlock component = gradient == null
                    ? CodeBlock.of("$N", row)
                    : CodeBlock.of("$N.$N()", row, gradient.components().get(i).name());
            method.addStatement("$N[$N] = $L", held.get(i), index, component);
        }
        method.addStatement("$N[$N] = 0", seed, index).endControlFlow();
        if (by.size() == 1) {
            type.addMethod(method.returns(JavaTypes.of(new Type.Array(by.get(0).type())))
                    .addStatement("return $N", held.get(0))
                    .build());
            return;
        }
        record(members, held, method, type);
    }

    private static void record(
            Derivative.Members members, List<String> held, MethodSpec.Builder method, TypeSpec.Builder type) {
        Type.Struct gradient = Objects.requireNonNull(members.gradient());
        ClassName record = ClassName.get("", members.names().jacobiansType());
        List<ParameterSpec> components = new ArrayList<>();
        for (Type.Component component : gradient.components()) {
            components.add(ParameterSpec.builder(JavaTypes.of(new Type.Array(component.type())), component.name())
                    .build());
        }
        type.addMethod(method.returns(record)
                .addStatement("return new $T($L)", record, String.join(", ", held))
                .build());
        type.addType(Records.record(members.names().jacobiansType(), components)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("The Jacobians of {@code $L} by each parameter.\n", members.displayed())
                .build());
    }
}
