package dev.jacobi.processor.backend;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Writes the classes by which other compilations find a jar's rules. */
final class RuleEntryWriter {

    private RuleEntryWriter() {}

    /**
     * @param name the qualified name of the class
     * @param rules where the rules are
     */
    static JavaFile file(String name, TypeElement rules) {
        int dot = name.lastIndexOf('.');
        AnnotationSpec generated = AnnotationSpec.builder(ClassName.get("dev.jacobi", "Generated"))
                .addMember("value", "$S", "dev.jacobi.processor.JacobiProcessor")
                .addMember("from", "$S", rules.getQualifiedName())
                .build();
        TypeSpec entry = TypeSpec.classBuilder(name.substring(dot + 1))
                .addJavadoc("Tells other compilations that {@code $L} has derivatives written by hand.", rules)
                .addAnnotation(generated)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addOriginatingElement(rules)
                .build();
        return JavaFile.builder(name.substring(0, dot), entry)
                .indent("  ")
                .skipJavaLangImports(true)
                .build();
    }
}
