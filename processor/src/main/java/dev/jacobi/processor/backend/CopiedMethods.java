package dev.jacobi.processor.backend;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import dev.jacobi.processor.ir.CopiedCode;
import dev.jacobi.processor.ir.CopiedField;
import dev.jacobi.processor.ir.CopiedMethod;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;

/** The private methods of the source that a generated class has once more, as functions that it hands on call them. */
final class CopiedMethods {

    private final GeneratedClass generated;
    private final CopiedFields fields;
    private final Map<String, String> names = new HashMap<>();
    private final List<MethodSpec> methods = new ArrayList<>();

    CopiedMethods(GeneratedClass generated, CopiedFields fields) {
        this.generated = generated;
        this.fields = fields;
        names.putAll(generated.written());
    }

    /** All that were asked for. */
    List<MethodSpec> all() {
        List<MethodSpec> all = new ArrayList<>();
        generated.written().forEach((key, name) -> all.add(method(name, copied(key))));
        all.addAll(methods);
        return all;
    }

    /** The code of a function or method, with all that it needs. */
    CodeBlock code(List<CopiedCode> parts) {
        CodeBlock.Builder code = CodeBlock.builder();
        parts.forEach(part -> code.add(code(part)));
        return code.build();
    }

    private CodeBlock code(CopiedCode part) {
        if (part instanceof CopiedMethod.Home) {
            return CodeBlock.of("$T", ClassName.get(generated.packageName(), generated.name()));
        }
        return part instanceof CopiedMethod.Name method
                ? CodeBlock.of("$N", name(method.key()))
                : fields.code((CopiedField.Part) part);
    }

    /** One that calls itself has its name already. */
    private String name(String key) {
        String known = names.get(key);
        if (known != null) {
            return known;
        }
        CopiedMethod copied = copied(key);
        ExecutableElement method = copied.method();
        String wish =
                Objects.requireNonNull(method.getEnclosingElement()).getSimpleName() + "_" + method.getSimpleName();
        String name = wish;
        for (int i = 2; names.containsValue(name); i++) {
            name = wish + "_" + i;
        }
        names.put(key, name);
        methods.add(method(name, copied));
        return name;
    }

    private CopiedMethod copied(String key) {
        return Objects.requireNonNull(generated.functions().method(key), key);
    }

    /** What the compiler warned of in the source, it needn't warn of here again; javac doesn't know "all". */
    static AnnotationSpec quiet() {
        AnnotationSpec.Builder quiet = AnnotationSpec.builder(SuppressWarnings.class);
        for (String kind : List.of("all", "unchecked", "rawtypes", "deprecation", "removal", "cast", "fallthrough")) {
            quiet.addMember("value", "$S", kind);
        }
        return quiet.build();
    }

    private MethodSpec method(String name, CopiedMethod copied) {
        ExecutableElement source = copied.method();
        MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addAnnotation(quiet())
                .addJavadoc("The method of $L:$L, which can't be called here.\n", copied.file(), copied.line())
                .returns(TypeName.get(source.getReturnType()))
                .varargs(source.isVarArgs());
        source.getTypeParameters().forEach(parameter -> method.addTypeVariable(TypeVariableName.get(parameter)));
        if (copied.self() != null) {
            method.addParameter(JavaTypes.of(copied.owner()), copied.self());
        }
        source.getParameters()
                .forEach(parameter -> method.addParameter(
                        TypeName.get(parameter.asType()),
                        parameter.getSimpleName().toString()));
        source.getThrownTypes().forEach(thrown -> method.addException(TypeName.get(thrown)));
        return method.addCode(code(copied.body())).addCode("\n").build();
    }
}
