package dev.jacobi.processor.backend;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import dev.jacobi.processor.ir.CopiedField;
import dev.jacobi.processor.ir.Primitive;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** The copies of other classes' fields that a generated class needs, in the order in which they need one another. */
final class CopiedFields {

    private final GeneratedClass generated;
    private final Map<String, String> names = new HashMap<>();
    private final List<FieldSpec> fields = new ArrayList<>();

    CopiedFields(GeneratedClass generated) {
        this.generated = generated;
    }

    /** All that were asked for. */
    List<FieldSpec> all() {
        return fields;
    }

    /** What stands for a field; null where its own name does. */
    @Nullable
    CodeBlock of(Primitive primitive) {
        CopiedField copied = generated.copies().find(primitive.signature());
        return copied == null || copied.isReachable(generated.packageName())
                ? null
                : CodeBlock.of(
                        "$T.$N",
                        ClassName.get(generated.packageName(), generated.name()),
                        copy(primitive.signature(), copied));
    }

    private String copy(String signature, CopiedField copied) {
        String name = names.get(signature);
        if (name == null) {
            name = fresh(copied.of().replace('.', '_'));
            CodeBlock value = code(copied.value());
            names.put(signature, name);
            fields.add(FieldSpec.builder(
                            JavaTypes.of(copied.type()), name, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                    .addJavadoc("The same as {@code $L}, which can't be named here.\n", copied.of())
                    .initializer(value)
                    .build());
        }
        return name;
    }

    private String fresh(String wish) {
        String name = wish;
        for (int i = 2; names.containsValue(name); i++) {
            name = wish + "_" + i;
        }
        return name;
    }

    /** Code that is written again. */
    private CodeBlock code(List<CopiedField.Part> parts) {
        CodeBlock.Builder value = CodeBlock.builder();
        parts.forEach(part -> value.add(code(part)));
        return value.build();
    }

    /** A piece of it. */
    CodeBlock code(CopiedField.Part part) {
        if (part instanceof CopiedField.Part.Text text) {
            return CodeBlock.of("$L", text.text());
        }
        if (part instanceof CopiedField.Part.Next) {
            return CodeBlock.of(",$W");
        }
        if (part instanceof CopiedField.Part.Named named) {
            return CodeBlock.of("$T", JavaTypes.of(named.type()));
        }
        String other = ((CopiedField.Part.Copied) part).signature();
        return CodeBlock.of(
                "$N", copy(other, Objects.requireNonNull(generated.copies().find(other))));
    }
}
