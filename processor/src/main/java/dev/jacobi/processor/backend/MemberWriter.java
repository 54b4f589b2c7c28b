package dev.jacobi.processor.backend;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.Function;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** Writes the members of one function's derivative into the generated class. */
final class MemberWriter {

    private static final ClassName SHADOWS = ClassName.get("dev.jacobi.tape", "Shadows");

    private final String className;
    private final JavaExpressions expressions;

    MemberWriter(String className, JavaExpressions expressions) {
        this.className = className;
        this.expressions = expressions;
    }

    void write(Derivative derivative, TypeSpec.Builder type) {
        if (derivative instanceof Derivative.Members members) {
            members(members, type);
        } else if (derivative instanceof Derivative.TangentHelper helper) {
            type.addMethod(tangent(helper.names().valueAndJvp(), helper.tangent(), CodeBlock.of(""))
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                    .build());
            if (helper.tangent().type() instanceof Type.Struct) {
                type.addType(Records.valueAndJvp(helper.names(), helper.tangent())
                        .addModifiers(Modifier.PRIVATE)
                        .build());
            }
        } else if (derivative instanceof Derivative.PullbackHelper helper) {
            new PullbackWriter(className, expressions).helper(helper, type);
        } else if (derivative instanceof Derivative.InPlaceHelper helper) {
            new InPlaceHelperWriter(expressions).write(helper, type);
        } else {
            copy((Derivative.Copy) derivative, type);
        }
    }

    private void members(Derivative.Members members, TypeSpec.Builder type) {
        if (members.result() == Type.Scalar.VOID) {
            type.addMethod(tangent("jvp", members.tangent(), distinctChecks(members, className + ".jvp", dots(members)))
                    .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                    .addJavadoc(Docs.jvp(members))
                    .build());
            new InPlaceWriter(className, expressions).write(members, type);
            return;
        }
        if (!(members.result() instanceof Type.Array)) {
            new GradientWriter(className, expressions).write(members, type);
        } else if (members.gradient() != null) {
            new GradientWriter(className, expressions).record(members, type);
        }
        new ProductWriter(className, this).write(members, type);
        new PullbackWriter(className, expressions).write(members, type);
        new JacobianWriter().write(members, type);
        new ArrayJacobianWriter().write(members, type);
        for (int i = 0; i < members.columns().size(); i++) {
            type.addMethod(
                    tangent(JacobianWriter.method(members, i), members.columns().get(i), CodeBlock.of(""))
                            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                            .build());
        }
        new VariableWriter().write(members, type);
        new InPlaceWriter(className, expressions).write(members, type);
    }

    /** The directions that the tangent takes. */
    static List<Var> dots(Derivative.Members members) {
        List<Var> all = members.tangent().parameters();
        return all.subList(members.parameters().size(), all.size());
    }

    /** The method that computes value and tangent together. */
    MethodSpec.Builder tangent(String name, Function tangent, CodeBlock checks) {
        return MethodSpec.methodBuilder(name)
                .addParameters(parameters(tangent.parameters()))
                .returns(JavaTypes.of(tangent.type()))
                .addCode(checks)
                .addCode(body(tangent.body()))
                .addCode(
                        tangent.result() == null
                                ? CodeBlock.of("")
                                : CodeBlock.of("return $L;\n", expressions.write(tangent.result())));
    }

    private void copy(Derivative.Copy copy, TypeSpec.Builder type) {
        Function primal = copy.primal();
        MethodSpec.Builder method = MethodSpec.methodBuilder(copy.name())
                .addJavadoc(
                        "{@code $L}, which generated code can't call.\n",
                        primal.name().primal().display())
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameters(parameters(primal.parameters()))
                .returns(JavaTypes.of(primal.type()))
                .addCode(body(primal.body()));
        Expr result = primal.result();
        if (result != null) {
            method.addStatement("return $L", expressions.write(result));
        }
        type.addMethod(method.build());
    }

    private CodeBlock body(List<Stmt> body) {
        return new JavaStatements(expressions).write(body);
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
            separator = ", ";
        }
        return names.build();
    }

    /**
     * Arguments that share an array are refused where that would give wrong derivatives.
     *
     * @param dots the directions of the active parameters; empty where there are none
     */
    static CodeBlock distinctChecks(Derivative.Members members, String member, List<Var> dots) {
        CodeBlock.Builder code = CodeBlock.builder();
        List<Integer> active = List.copyOf(members.active());
        for (List<Integer> pair : members.distinct()) {
            Var a = members.parameters().get(pair.get(0));
            Var b = members.parameters().get(pair.get(1));
            distinct(code, a, b, member);
            int first = active.indexOf(pair.get(0));
            int second = active.indexOf(pair.get(1));
            if (!dots.isEmpty() && first >= 0 && second >= 0) {
                distinct(code, dots.get(first), dots.get(second), member);
            }
        }
        return code.build();
    }

    private static void distinct(CodeBlock.Builder code, Var a, Var b, String member) {
        code.addStatement(
                "$T.checkDistinct($N, $N, $S)",
                SHADOWS,
                a.name(),
                b.name(),
                member + ": " + a.name() + " and " + b.name()
                        + " share an array that the method changes or gives back: pass a copy of one");
    }

    /** Null is refused before anything is done. */
    static CodeBlock nullChecks(List<Var> variables, String member) {
        CodeBlock.Builder code = CodeBlock.builder();
        for (Var variable : variables) {
            if (variable.type() instanceof Type.Tensor) {
                code.addStatement(
                        "$T.requireNonNull($N, $S)",
                        Objects.class,
                        variable.name(),
                        member + ": " + variable.name() + " is null");
            }
        }
        return code.build();
    }
}
