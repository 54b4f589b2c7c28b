package dev.jacobi.processor.backend;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.jacobi.processor.ir.Leaves;
import dev.jacobi.processor.ir.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/** The private methods by which a generated class makes arrays of records from an array for each leaf. */
final class RowsMethods {

    private final Map<String, MethodSpec> methods = new LinkedHashMap<>();

    Collection<MethodSpec> all() {
        return methods.values();
    }

    /**
     * {@code vectorRows(xs, ys)}.
     *
     * @param given whether the last of the arrays tells which elements are not null
     */
    CodeBlock call(Type.Array rows, boolean given, List<CodeBlock> leaves) {
        return CodeBlock.of("$N($L)", name(rows, given), CodeBlock.join(leaves, ", "));
    }

    private String name(Type.Array rows, boolean given) {
        Type element = rows;
        while (element instanceof Type.Array array) {
            element = array.element();
        }
        String record = ((Type.Struct) element).className();
        String simple = record.substring(record.lastIndexOf('.') + 1);
        String name = simple.substring(0, 1).toLowerCase(Locale.ROOT) + simple.substring(1) + "Rows";
        String key = name + rows + given;
        if (!methods.containsKey(key)) {
            methods.put(key, method(name, rows, given));
        }
        return name;
    }

    private MethodSpec method(String name, Type.Array rows, boolean given) {
        List<Type.Component> leaves = leaves(rows, given);
        TypeName type = JavaTypes.of(rows);
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(type);
        List<CodeBlock> elements = new ArrayList<>();
        for (Type.Component leaf : leaves) {
            method.addParameter(JavaTypes.of(leaf.type()), leaf.name());
            elements.add(CodeBlock.of("$N[i]", leaf.name()));
        }
        String first = leaves.get(0).name();
        CodeBlock element = rows.element() instanceof Type.Array inner
                ? call(inner, given, elements)
                : record(rows.element(), given, elements, leaves);
        return method.addStatement("$T rows_ = $L", type, made(rows, CodeBlock.of("$N.length", first)))
                .beginControlFlow("for (int i = 0; i < $N.length; i++)", first)
                .addStatement("rows_[i] = $L", element)
                .endControlFlow()
                .addStatement("return rows_")
                .build();
    }

    private CodeBlock record(Type element, boolean given, List<CodeBlock> elements, List<Type.Component> leaves) {
        CodeBlock made = Doors.pack(element, given, elements.iterator(), this);
        return given
                ? CodeBlock.of(
                        "$N[i] ? $L : null", leaves.get(leaves.size() - 1).name(), made)
                : made;
    }

    /** {@code new Vector[n][]}. */
    private static CodeBlock made(Type.Array rows, CodeBlock length) {
        Type element = rows;
        int rank = 0;
        while (element instanceof Type.Array array) {
            element = array.element();
            rank++;
        }
        return CodeBlock.of("new $T[$L]$L", JavaTypes.of(element), length, "[]".repeat(rank - 1));
    }

    /** The arrays of an array's leaves, with or without the one that tells which elements are there. */
    static List<Type.Component> leaves(Type.Array rows, boolean given) {
        return leaves(rows, given, Function.identity());
    }

    private static List<Type.Component> leaves(Type.Array rows, boolean given, Function<Type, Type> around) {
        Function<Type, Type> inner = type -> around.apply(new Type.Array(type));
        if (rows.element() instanceof Type.Array array) {
            return leaves(array, given, inner);
        }
        List<Type.Component> leaves = new ArrayList<>();
        add("", rows.element(), given, inner, leaves);
        if (given) {
            leaves.add(new Type.Component(Leaves.GIVEN, inner.apply(Type.Scalar.BOOLEAN)));
        }
        return leaves;
    }

    private static void add(
            String name, Type type, boolean given, Function<Type, Type> around, List<Type.Component> leaves) {
        if (type instanceof Type.Struct struct) {
            for (Type.Component component : struct.components()) {
                add(Leaves.joined(name, component.name()), component.type(), given, around, leaves);
            }
        } else if (Doors.isWhole(type)) {
            for (Type.Component component : leaves((Type.Array) type, given)) {
                leaves.add(new Type.Component(Leaves.joined(name, component.name()), around.apply(component.type())));
            }
        } else {
            leaves.add(new Type.Component(name, around.apply(type)));
        }
    }
}
