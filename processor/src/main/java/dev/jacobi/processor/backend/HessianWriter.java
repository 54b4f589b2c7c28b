package dev.jacobi.processor.backend;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.jacobi.processor.ir.Leaves;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/**
 * {@code hessian}: a row for each number that is differentiated by, each one {@code hvp} along a unit direction. By one
 * tensor it is a tensor, by one number a number, else a matrix over all numbers side by side.
 */
final class HessianWriter {

    private static final ClassName JACOBIAN = ClassName.get("dev.jacobi.tensor", "Jacobian");
    private static final ClassName JACOBIANS = ClassName.get("dev.jacobi.tape", "Jacobians");
    private static final ClassName SHADOWS = ClassName.get("dev.jacobi.tape", "Shadows");
    private static final ClassName FLAT = ClassName.get("dev.jacobi.tape", "Flat");
    private static final Type VECTOR = new Type.Array(Type.Scalar.DOUBLE);
    private static final TypeName MATRIX = JavaTypes.of(new Type.Array(VECTOR));

    private final String className;

    HessianWriter(String className) {
        this.className = className;
    }

    void write(Derivative.Members members, TypeSpec.Builder type) {
        List<Door> by = members.activeDoors();
        boolean rows = by.stream().anyMatch(door -> hasRows(door.derivative()));
        boolean changed = members.doors().stream()
                .anyMatch(door -> (door.isRecord() || door.field() != null) && FreshArguments.isChanged(members, door));
        if (rows || changed) {
            return; // null elements have no numbers; records and fields whose arrays are overwritten would have to be
            // copied
        }
        MethodSpec.Builder method = MethodSpec.methodBuilder("hessian")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addParameters(MemberWriter.parameters(members.parameters()));
        if (by.stream().anyMatch(door -> door.field() != null)) {
            method.addCode(Doors.fields(members, className + ".hessian"));
        }
        method.addCode(MemberWriter.wholeArrayChecks(members, className + ".hessian"));
        members.doors().forEach(door -> method.addCode(nullCheck(door)));
        method.addCode(SharedArrays.wholeChecks(members, className + ".hessian"));
        Var only = by.size() == 1 ? by.get(0).formal() : null;
        CodeBlock arguments = FreshArguments.of(members);
        String along = NameSupply.after(members.tangent()).fresh("direction");
        if (only != null && only.type() instanceof Type.Scalar) {
            method.returns(JavaTypes.of(only.type())).addStatement("return hvp($L, 1)", arguments);
        } else if (only != null && only.type() instanceof Type.Tensor) {
            method.returns(JavaTypes.TENSOR)
                    .addStatement(
                            "return $1T.byRows($2N, $2N, $3N -> hvp($4L, $3N))",
                            JACOBIAN,
                            only.name(),
                            along,
                            arguments);
        } else if (only != null && only.type().equals(VECTOR)) {
            String several = NameSupply.after(members.tangent()).fresh("directions");
            method.returns(MATRIX)
                    .addStatement(
                            "return $1T.byRows($2L, $3N -> hvp($4L, $3N)$5L)",
                            JACOBIANS,
                            MemberWriter.length(members, only),
                            along,
                            arguments,
                            LaneCalls.of(members, several));
        } else {
            flat(members, along, arguments, method);
        }
        type.addMethod(method.addJavadoc(Docs.hessian(members)).build());
    }

    private static boolean hasRows(Type type) {
        return type instanceof Type.Array array && Doors.isWhole(array.element())
                || type instanceof Type.Struct struct
                        && struct.components().stream().anyMatch(c -> hasRows(c.type()));
    }

    private void flat(Derivative.Members members, String along, CodeBlock arguments, MethodSpec.Builder method) {
        NameSupply names = NameSupply.after(members.tangent());
        names.fresh(along);
        String size = names.fresh("size");
        String taken = names.fresh("taken");
        String row = names.fresh("row");
        List<CodeBlock> counts = new ArrayList<>();
        List<CodeBlock> directions = new ArrayList<>();
        List<CodeBlock> puts = new ArrayList<>();
        List<Door> doors = members.activeDoors();
        for (int i = 0; i < doors.size(); i++) {
            Door door = doors.get(i);
            List<CodeBlock> leaves = leaves(CodeBlock.of("$N", door.formal().name()), door.derivative());
            leaves.forEach(leaf -> counts.add(CodeBlock.of("$T.count($L)", FLAT, leaf)));
            rowsStandOnce(door, leaves, method);
            List<CodeBlock> takes = new ArrayList<>();
            leaves.forEach(leaf -> takes.add(CodeBlock.of("$N.take($L)", taken, leaf)));
            directions.add(Doors.pack(door.derivative(), false, takes.iterator(), new RowsMethods()));
            CodeBlock bar = members.gradient() == null
                    ? CodeBlock.of("$N", row)
                    : CodeBlock.of(
                            "$N.$N()",
                            row,
                            members.gradient().components().get(i).name());
            leaves(bar, door.derivative()).forEach(leaf -> puts.add(CodeBlock.of(".put($L)", leaf)));
        }
        method.returns(MATRIX)
                .addStatement("int $N = $L", size, CodeBlock.join(counts, " + "))
                .addCode("return $T.byRows($N, $N -> {\n$>", JACOBIANS, size, along)
                .addStatement("$1T $2N = new $1T($3N)", FLAT, taken, along)
                .addStatement(
                        "$T $N = hvp($L, $L)",
                        GradientWriter.gradientType(members),
                        row,
                        arguments,
                        CodeBlock.join(directions, ", "))
                .addStatement("return new $T(new double[$N])$L.numbers()", FLAT, size, CodeBlock.join(puts, ""))
                .addCode("$<});\n");
    }

    /** A row that stands twice is one row of the gradient, but would be two of the matrix. */
    private void rowsStandOnce(Door door, List<CodeBlock> leaves, MethodSpec.Builder method) {
        List<Type> types = types(door.derivative());
        for (int i = 0; i < leaves.size(); i++) {
            if (types.get(i) instanceof Type.Array array && array.element() instanceof Type.Array) {
                method.addStatement(
                        "$T.checkRows($L, $S)",
                        SHADOWS,
                        leaves.get(i),
                        className + ".hessian: " + leaves.get(i)
                                + " holds one array in two places, and would have two rows of the matrix: pass copies");
            }
        }
    }

    private CodeBlock nullCheck(Door door) {
        return door.isRecord()
                ? CodeBlock.builder()
                        .addStatement(
                                "$T.requireNonNull($N, $S)",
                                Objects.class,
                                door.formal().name(),
                                className + ".hessian: " + door.formal().name() + " is null")
                        .build()
                : CodeBlock.of("");
    }

    /** Those of {@link #leaves}. */
    private static List<Type> types(Type type) {
        if (!(type instanceof Type.Struct)) {
            return List.of(type);
        }
        List<Type> types = new ArrayList<>();
        Leaves.components(type).forEach(component -> types.addAll(types(component.type())));
        return types;
    }

    private static List<CodeBlock> leaves(CodeBlock whole, Type type) {
        List<CodeBlock> leaves = new ArrayList<>();
        if (type instanceof Type.Struct) {
            for (Type.Component component : Leaves.components(type)) {
                leaves.addAll(leaves(CodeBlock.of("$L.$N()", whole, component.name()), component.type()));
            }
        } else {
            leaves.add(whole);
        }
        return leaves;
    }
}
