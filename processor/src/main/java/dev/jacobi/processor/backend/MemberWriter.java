package dev.jacobi.processor.backend;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.Leaves;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.ir.Walk;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.lang.model.element.Modifier;

/** Writes the members of one function's derivative into the generated class. */
final class MemberWriter {

    private final String className;
    private final JavaExpressions expressions;
    private final Bodies bodies;
    private final RowsMethods rows;
    private final GeneratedClass generated;

    MemberWriter(GeneratedClass generated, JavaExpressions expressions, Bodies bodies, RowsMethods rows) {
        this.generated = generated;
        this.className = generated.name();
        this.expressions = expressions;
        this.bodies = bodies;
        this.rows = rows;
    }

    void write(Derivative derivative, TypeSpec.Builder type) {
        if (derivative instanceof Derivative.Members members) {
            members(members, type);
        } else if (derivative instanceof Derivative.TangentHelper helper) {
            type.addMethod(tangent(helper.names().valueAndJvp(), helper.tangent(), CodeBlock.of(""))
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                    .build());
            if (helper.tangent().type() instanceof Type.Struct struct) {
                type.addType(Records.of(struct).addModifiers(Modifier.PRIVATE).build());
            }
        } else if (derivative instanceof Derivative.PullbackHelper helper) {
            new PullbackWriter(className, expressions, bodies, rows).helper(helper, type);
        } else if (derivative instanceof Derivative.InPlaceHelper helper) {
            new InPlaceHelperWriter(expressions, bodies).write(helper, type);
        } else {
            copy((Derivative.Copy) derivative, type);
        }
    }

    private void members(Derivative.Members members, TypeSpec.Builder type) {
        ShapeChecks.declare(members, type);
        if (members.result() == Type.Scalar.VOID) {
            type.addMethod(tangent(members, "jvp")
                    .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                    .addJavadoc(Docs.jvp(members))
                    .build());
            new SparseWriter(className).write(members, type);
            new InPlaceWriter(generated, expressions, bodies).write(members, type);
            return;
        }
        if (!(members.result() instanceof Type.Array) && !members.given().isRecord()) {
            new GradientWriter(className, expressions, bodies, rows).write(members, type);
        } else if (members.gradient() != null) {
            new GradientWriter(className, expressions, bodies, rows).record(members, type);
        }
        new ProductWriter(this).write(members, type);
        new PullbackWriter(className, expressions, bodies, rows).write(members, type);
        boolean checked = generated.isChecked(members);
        if (!members.hasRecords() && !checked) {
            new JacobianWriter(className, bodies).write(members, type);
            new ArrayJacobianWriter(className).write(members, type);
        }
        if (!checked) {
            new RecordJacobianWriter(className, expressions, bodies, rows).write(members, type);
        }
        for (int i = 0; !checked && i < members.columns().size(); i++) {
            type.addMethod(
                    tangent(JacobianWriter.method(members, i), members.columns().get(i), CodeBlock.of(""))
                            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                            .build());
        }
        if (!checked) {
            new VariableWriter(className).write(members, type);
        }
        new HigherOrderWriter(className, expressions, bodies, rows, generated).write(members, type);
        new SparseWriter(className).write(members, type);
        new InPlaceWriter(generated, expressions, bodies).write(members, type);
    }

    /** The member that computes value and tangent together, records taken apart first. */
    MethodSpec.Builder tangent(Derivative.Members members, String name) {
        Function tangent = members.tangent();
        List<Var> formals = new ArrayList<>(members.parameters());
        formals.addAll(Doors.formalDots(members));
        Set<Var> read = Doors.reads(tangent.body());
        if (tangent.result() != null) {
            read.addAll(Walk.reads(tangent.result()));
        }
        members.doors().stream().filter(Door::isWrittenRows).forEach(door -> read.addAll(door.leaves()));
        read.addAll(DirectionWriter.reads(members));
        String member = className + ".jvp";
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addParameters(parameters(formals))
                .addCode(nullChecks(members.parameters(), member))
                .addCode(Doors.unpack(members, read, member))
                .addCode(Doors.unpackDots(members, Doors.formalDots(members), member))
                .addCode(SharedArrays.checks(members, member))
                .addCode(new DirectionWriter(members, member, false)
                        .write(Doors.dots(members), Doors.formalDots(members)))
                .addCode(new FunctionWriter(bodies, expressions)
                        .body(name, "Sweep", tangent, result -> end(members, result)));
        return tangent.result() == null
                ? method
                : method.returns(ClassName.get("", members.names().valueAndJvpType()));
    }

    /** Gives value and tangent, and what was written to arrays of records. */
    private CodeBlock end(Derivative.Members members, UnaryOperator<Expr> read) {
        CodeBlock.Builder code = CodeBlock.builder().add(Doors.handBack(members, rows));
        if (members.tangent().result() == null) {
            return code.add(Doors.handBackDots(members, rows)).build();
        }
        List<CodeBlock> all = new ArrayList<>();
        Expr both = read.apply(members.tangent().result());
        ((Expr.Build) both).components().forEach(c -> all.add(expressions.write(c)));
        int values = Leaves.of("", members.result()).size();
        return code.addStatement(
                        "return new $T($L, $L)",
                        ClassName.get("", members.names().valueAndJvpType()),
                        Doors.value(members, all.subList(0, values), rows),
                        Doors.pack(
                                members.given().derivative(),
                                false,
                                all.subList(values, all.size()).iterator(),
                                rows))
                .build();
    }

    /** The method that computes value and tangent together. */
    MethodSpec.Builder tangent(String name, Function tangent, CodeBlock checks) {
        return MethodSpec.methodBuilder(name)
                .addParameters(parameters(tangent.parameters()))
                .returns(JavaTypes.of(tangent.type()))
                .addCode(checks)
                .addCode(new FunctionWriter(bodies, expressions).body(name, "Sweep", tangent));
    }

    private void copy(Derivative.Copy copy, TypeSpec.Builder type) {
        Function primal = copy.primal();
        MethodSpec.Builder method = MethodSpec.methodBuilder(copy.name())
                .addJavadoc(Docs.copy(primal.name()))
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameters(parameters(primal.parameters()))
                .returns(JavaTypes.of(primal.type()))
                .addCode(new FunctionWriter(bodies, expressions).body(copy.name(), "Body", primal));
        type.addMethod(method.build());
    }

    static List<ParameterSpec> parameters(List<Var> variables) {
        List<ParameterSpec> parameters = new ArrayList<>();
        for (Var variable : variables) {
            parameters.add(parameter(variable));
        }
        return parameters;
    }

    static ParameterSpec parameter(Var variable) {
        return ParameterSpec.builder(JavaTypes.of(variable.type()), variable.name())
                .build();
    }

    /** {@code x, y}. */
    static CodeBlock names(List<Var> variables) {
        CodeBlock.Builder names = CodeBlock.builder();
        String separator = "";
        for (Var variable : variables) {
            names.add(separator).add("$N", variable.name());
            separator = ",$W";
        }
        return names.build();
    }

    /** Tensors that are null are refused before anything is done. */
    static CodeBlock nullChecks(List<Var> variables, String member) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (Var variable : variables) {
            if (variable.type() instanceof Type.Tensor) {
                code.add(nullCheck(variable, variable.name(), member));
            }
        }
        return code.build();
    }

    /** So are arrays that are null, where the method throws for them first. */
    static CodeBlock arrayChecks(Derivative.Members members, String member) {
        return arrayChecks(members, member, true);
    }

    /** The same where records haven't been taken apart. */
    static CodeBlock wholeArrayChecks(Derivative.Members members, String member) {
        return arrayChecks(members, member, false);
    }

    private static CodeBlock arrayChecks(Derivative.Members members, String member, boolean apart) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (int i : members.present()) {
            Var parameter = members.primal().parameters().get(i);
            Door door = members.door(parameter);
            if ((apart || !door.isRecord())
                    && RowArray.of(door).stream()
                            .noneMatch(array -> array.leaves().contains(parameter))) {
                code.add(nullCheck(parameter, Doors.path(door, parameter), member));
            }
        }
        return code.build();
    }

    /** How many numbers an array has; of null, none. */
    static CodeBlock length(Derivative.Members members, Var array) {
        boolean present =
                members.present().contains(members.primal().parameters().indexOf(array));
        return present
                ? CodeBlock.of("$N.length", array.name())
                : CodeBlock.of("$T.count($N)", ClassName.get("dev.jacobi.tape", "Flat"), array.name());
    }

    static CodeBlock nullCheck(Var variable, String called, String member) {
        return CodeBlock.builder()
                .addStatement(
                        "$T.requireNonNull($N, $S)",
                        Objects.class,
                        variable.name(),
                        member + ": " + called + " is null")
                .build();
    }
}
