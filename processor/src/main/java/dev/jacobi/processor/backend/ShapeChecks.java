package dev.jacobi.processor.backend;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeSpec;
import dev.jacobi.processor.ir.Var;
import javax.lang.model.element.Modifier;

/** What {@code @Shape} says of parameters, checked where members are called. */
final class ShapeChecks {

    private static final ClassName SHAPES = ClassName.get("dev.jacobi.tape", "Shapes");

    private ShapeChecks() {}

    private static boolean areAsked(Derivative.Members members) {
        return members.doors().stream().anyMatch(door -> !door.shapes().isEmpty());
    }

    /** {@code SHAPES}, and with a number for a method that shares the class with overloads before it. */
    private static String field(Derivative.Members members) {
        return "SHAPES" + members.names().pullbackType().replaceAll("[^0-9]", "");
    }

    /** {@code private static final Shapes SHAPES = Shapes.of("x", "batch, 3");} */
    static void declare(Derivative.Members members, TypeSpec.Builder type) {
        if (!areAsked(members)) {
            return;
        }
        CodeBlock.Builder all = CodeBlock.builder();
        String separator = "";
        for (Door door : members.doors()) {
            for (Var leaf : door.leaves()) {
                String text = door.shapes().get(leaf);
                if (text != null) {
                    all.add(separator).add("$S, $S", Doors.path(door, leaf), text);
                    separator = ", ";
                }
            }
        }
        type.addField(FieldSpec.builder(SHAPES, field(members), Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer("$T.of($L)", SHAPES, all.build())
                .build());
    }

    /** {@code SHAPES.check("VGrad.gradient", x);} */
    static CodeBlock call(Derivative.Members members, String member) {
        if (!areAsked(members)) {
            return CodeBlock.of("");
        }
        CodeBlock.Builder all = CodeBlock.builder();
        for (Door door : members.doors()) {
            for (Var leaf : door.leaves()) {
                if (door.shapes().containsKey(leaf)) {
                    all.add(", $N", leaf.name());
                }
            }
        }
        return CodeBlock.builder()
                .addStatement("$N.check($S$L)", field(members), member, all.build())
                .build();
    }
}
