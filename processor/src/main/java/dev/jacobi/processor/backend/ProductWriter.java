package dev.jacobi.processor.backend;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.jacobi.processor.ir.Var;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** {@code vjp}, {@code jvp} and {@code valueAndJvp}. */
final class ProductWriter {

    private final MemberWriter writer;

    ProductWriter(MemberWriter writer) {
        this.writer = writer;
    }

    void write(Derivative.Members members, TypeSpec.Builder type) {
        Var seed = Doors.seed(members);
        List<Var> directions = new ArrayList<>(members.parameters());
        directions.addAll(Doors.formalDots(members));
        type.addMethod(MethodSpec.methodBuilder("vjp")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc(Docs.vjp(members))
                .addParameters(MemberWriter.parameters(members.parameters()))
                .addParameter(MemberWriter.parameter(seed))
                .returns(GradientWriter.gradientType(members))
                .addCode(DirectionWriter.seedCopy(members, seed))
                .addStatement("return pullback($L).apply($N)", MemberWriter.names(members.parameters()), seed.name())
                .build());
        type.addMethod(MethodSpec.methodBuilder("jvp")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc(Docs.jvp(members))
                .addParameters(MemberWriter.parameters(directions))
                .returns(JavaTypes.of(members.given().derivative()))
                .addStatement("return valueAndJvp($L).jvp()", MemberWriter.names(directions))
                .build());
        type.addMethod(writer.tangent(members, members.names().valueAndJvp())
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc(Docs.valueAndJvp(members))
                .build());
        type.addType(Records.valueAndJvp(members)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("The value of {@code $L} and its directional derivative.\n", members.displayed())
                .build());
    }
}
