package dev.jacobi.processor.backend;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.jacobi.processor.ir.Leaves;
import dev.jacobi.processor.ir.NameSupply;
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

    /** The names that records have in the methods' names. */
    private final Map<Type.Struct, String> names = new LinkedHashMap<>();

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
        String name = names.computeIfAbsent((Type.Struct) rows.innermost(), this::name);
        String key = name + rows + given;
        if (!methods.containsKey(key)) {
            methods.put(key, method(name, rows, given));
        }
        return name;
    }

    /** {@code vectorRows}; two classes may each have a record Vector. */
    private String name(Type.Struct record) {
        String simple = record.className().substring(record.className().lastIndexOf('.') + 1);
        String wish = simple.substring(0, 1).toLowerCase(Locale.ROOT) + simple.substring(1) + "Rows";
        String name = wish;
        for (int i = 2; names.containsValue(name); i++) {
            name = wish + i;
        }
        return name;
    }

    private MethodSpec method(String name, Type.Array rows, boolean given) {
        List<Type.Component> leaves = leaves(rows, given);
        TypeName type = JavaTypes.of(rows);
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(type);
        NameSupply free = new NameSupply();
        List<String> arrays = new ArrayList<>();
        for (Type.Component leaf : leaves) {
            String array = free.fresh(leaf.name());
            method.addParameter(JavaTypes.of(leaf.type()), array);
            arrays.add(array);
        }
        String i = free.fresh("i");
        String made = free.fresh("rows");
        List<CodeBlock> elements = new ArrayList<>();
        arrays.forEach(array -> elements.add(CodeBlock.of("$N[$N]", array, i)));
        CodeBlock element = rows.element() instanceof Type.Array inner
                ? call(inner, given, elements)
                : record(rows.element(), given, elements);
        CodeBlock length = CodeBlock.of("$N.length", arrays.get(0));
        return method.addStatement("$T $N = $L", type, made, made(rows, length))
                .beginControlFlow("for (int $1N = 0; $1N < $2L; $1N++)", i, length)
                .addStatement("$N[$N] = $L", made, i, element)
                .endControlFlow()
                .addStatement("return $N", made)
                .build();
    }

    private CodeBlock record(Type element, boolean given, List<CodeBlock> elements) {
        CodeBlock made = Doors.pack(element, given, elements.iterator(), this);
        return given ? CodeBlock.of("$L ? $L : null", elements.get(elements.size() - 1), made) : made;
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
