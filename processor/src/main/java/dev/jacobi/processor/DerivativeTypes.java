package dev.jacobi.processor;

import dev.jacobi.processor.ir.Leaves;
import dev.jacobi.processor.ir.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The types of derivatives as users see them. A number's, tensor's or array's derivative is shaped like it. A record's
 * is the record itself, where each of its components has a derivative and the compiler has written its constructor;
 * else a generated record of those components that have one, since a constructor may refuse a derivative.
 */
final class DerivativeTypes {

    private final String packageName;
    private final String className;
    private final Set<String> taken;
    private final Map<Type.Struct, Type.Struct> records = new LinkedHashMap<>();

    /** @param taken names that the generated class has given away */
    DerivativeTypes(String packageName, String className, Set<String> taken) {
        this.packageName = packageName;
        this.className = className;
        this.taken = taken;
    }

    Type of(Type type) {
        if (type instanceof Type.Array array) {
            return new Type.Array(of(array.element()));
        }
        return Leaves.isRecord(type) ? record((Type.Struct) type) : type;
    }

    /** The records that are generated. */
    List<Type.Struct> made() {
        List<Type.Struct> made = new ArrayList<>();
        records.forEach((record, derivative) -> {
            if (!record.equals(derivative)) {
                made.add(derivative);
            }
        });
        return made;
    }

    private Type.Struct record(Type.Struct record) {
        Type.Struct known = records.get(record);
        if (known == null) {
            known = derivative(record);
            records.put(record, known);
        }
        return known;
    }

    private Type.Struct derivative(Type.Struct record) {
        boolean itself = record.form() == Type.Form.PLAIN;
        List<Type.Component> components = new ArrayList<>();
        for (Type.Component component : record.components()) {
            if (component.type().carriesDerivative()) {
                Type derivative = of(component.type());
                itself &= derivative.equals(component.type());
                components.add(new Type.Component(component.name(), derivative));
            } else {
                itself = false;
            }
        }
        return itself ? record : new Type.Struct(packageName, className + "." + name(record), components);
    }

    private String name(Type.Struct record) {
        String simple = record.className().substring(record.className().lastIndexOf('.') + 1) + "Derivative";
        String name = simple;
        for (int version = 2; !taken.add(name); version++) {
            name = simple + version;
        }
        return name;
    }
}
