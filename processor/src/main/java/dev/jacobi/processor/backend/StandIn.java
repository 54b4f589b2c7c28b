package dev.jacobi.processor.backend;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.TreeSet;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;

/**
 * A class in the place of one that isn't generated because of an error. It only has the names of what would be in it:
 * imports of the class and its members, and types of fields and parameters, are looked up by the compiler even where
 * there are errors, and would be so many errors more.
 */
final class StandIn {

    private StandIn() {}

    /**
     * @param packageName the class's package
     * @param className its simple name
     * @param method what it would have the derivative of
     */
    static JavaFile file(String packageName, String className, Element method) {
        TypeSpec.Builder type = TypeSpec.classBuilder(className)
                .addJavadoc(
                        "Stands for the derivatives of {@code $L}, which the compiler's errors keep from being made.",
                        method)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addOriginatingElement(method);
        for (String member : new TreeSet<>(DerivativeNames.MEMBERS)) {
            type.addMethod(MethodSpec.methodBuilder(member)
                    .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                    .build());
        }
        DerivativeNames names = DerivativeNames.ofMethod(0);
        for (String inside : new TreeSet<>(names.all())) {
            if (!DerivativeNames.MEMBERS.contains(inside) && !inside.equals(className)) {
                type.addType(TypeSpec.classBuilder(inside)
                        .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                        .build());
            }
        }
        return JavaFile.builder(packageName, type.build())
                .skipJavaLangImports(true)
                .build();
    }
}
