package dev.jacobi.processor.backend;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.jacobi.processor.ir.Expr;
import dev.jacobi.processor.ir.NameSupply;
import dev.jacobi.processor.ir.Stmt;
import dev.jacobi.processor.ir.Type;
import dev.jacobi.processor.ir.Var;
import dev.jacobi.processor.split.Piece;
import dev.jacobi.processor.split.Remote;
import dev.jacobi.processor.split.Section;
import dev.jacobi.processor.split.Split;
import dev.jacobi.processor.split.Splitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** Writes the bodies of one generated class's methods: whole, or in pieces where they are too large. */
final class Bodies {

    private final JavaExpressions expressions;
    private final Splitter splitter;
    private final Type.Struct enclosing;
    private final NameSupply typeNames = new NameSupply();
    private final List<TypeSpec> types = new ArrayList<>();

    /** @param enclosing the generated class */
    Bodies(Type.Struct enclosing, JavaExpressions expressions, Splitter splitter) {
        this.enclosing = enclosing;
        this.expressions = expressions;
        this.splitter = splitter;
    }

    /** The classes that have pieces, for the generated class to nest. */
    List<TypeSpec> types() {
        return types;
    }

    boolean isLarge(List<Stmt> body, List<Expr> results) {
        return splitter.isLarge(body, results);
    }

    CodeBlock whole(List<Stmt> body) {
        return new JavaStatements(expressions).write(body);
    }

    /**
     * Cuts a method.
     *
     * @param of what is cut, as Javadoc names it
     * @param wish the class's name, if it is free
     * @param object the variable that is to hold the object, if that name is free
     * @param results what the method reads when the pieces have run
     */
    Run cut(
            String of,
            String wish,
            String object,
            List<Section> sections,
            List<Var> given,
            Remote remote,
            Set<Var> results) {
        String name = typeNames.fresh(wish);
        Type.Struct type = new Type.Struct(enclosing.packageName(), enclosing.className() + "." + name, List.of());
        NameSupply names = new NameSupply();
        given.forEach(v -> names.fresh(v.name()));
        results.forEach(v -> names.fresh(v.name()));
        remote.variables().forEach(v -> names.fresh(v.name()));
        if (remote.object() != null) {
            names.fresh(remote.object().name());
        }
        Split split = splitter.split(type, sections, given, remote, results);
        types.add(type(of, name, split));
        return new Run(ClassName.get("", name), split, new Var(names.fresh(object), type), expressions);
    }

    private TypeSpec type(String of, String name, Split split) {
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc(
                        "{@code $L} in pieces, since HotSpot compiles no method over 8,000 bytecodes. "
                                + "What one piece leaves to\nanother is a field.\n",
                        of);
        for (Var field : split.fields()) {
            type.addField(
                    FieldSpec.builder(JavaTypes.of(field.type()), field.name()).build());
        }
        split.banks().forEach((bank, length) -> {
            TypeName element = JavaTypes.of(((Type.Array) bank.type()).element());
            type.addField(FieldSpec.builder(JavaTypes.of(bank.type()), bank.name(), Modifier.FINAL)
                    .initializer("new $T[$L]", element, length)
                    .build());
        });
        for (Piece piece : split.pieces()) {
            type.addMethod(MethodSpec.methodBuilder(piece.name())
                    .addParameters(MemberWriter.parameters(piece.parameters()))
                    .addCode(whole(piece.body()))
                    .build());
        }
        return type.build();
    }
}
