package dev.jacobi.processor.frontend;

import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.BodyDeclaration;
import com.github.javaparser.ast.body.CompactConstructorDeclaration;
import com.github.javaparser.ast.body.ConstructorDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** The declaration of a method in its parsed file: by the path of its classes, its name and its parameters' types. */
final class MethodFinder {

    private final Language language;

    MethodFinder(Language language) {
        this.language = language;
    }

    @Nullable
    MethodDeclaration find(CompilationUnit unit, ExecutableElement method) {
        TypeDeclaration<?> type = type(unit, Enclosing.type(method));
        if (type == null) {
            return null;
        }
        List<MethodDeclaration> sameShape = new ArrayList<>();
        for (BodyDeclaration<?> member : type.getMembers()) {
            if (member instanceof MethodDeclaration declaration && hasShapeOf(declaration, method)) {
                sameShape.add(declaration);
            }
        }
        if (sameShape.size() == 1) {
            return sameShape.get(0);
        }
        TypeNames names = new TypeNames(language, unit, method);
        for (MethodDeclaration declaration : sameShape) {
            if (hasTypesOf(declaration.getParameters(), method, names)) {
                return declaration;
            }
        }
        return null;
    }

    /** The declaration of a class. */
    static @Nullable TypeDeclaration<?> type(CompilationUnit unit, TypeElement element) {
        Element outer = element.getEnclosingElement();
        if (!(outer instanceof TypeElement outerType)) {
            return named(unit.getTypes(), element);
        }
        TypeDeclaration<?> declaration = type(unit, outerType);
        if (declaration == null) {
            return null;
        }
        return named(declaration.getMembers(), element);
    }

    private static @Nullable TypeDeclaration<?> named(
            Iterable<? extends BodyDeclaration<?>> members, TypeElement element) {
        for (BodyDeclaration<?> member : members) {
            if (member instanceof TypeDeclaration<?> type
                    && element.getSimpleName().contentEquals(type.getNameAsString())) {
                return type;
            }
        }
        return null;
    }

    private static boolean hasShapeOf(MethodDeclaration declaration, ExecutableElement method) {
        return method.getSimpleName().contentEquals(declaration.getNameAsString())
                && declaration.getParameters().size() == method.getParameters().size();
    }

    /** The declaration of a constructor; null where the compiler writes it. */
    @Nullable
    BodyDeclaration<?> constructor(CompilationUnit unit, ExecutableElement constructor) {
        TypeDeclaration<?> type = type(unit, Enclosing.type(constructor));
        return type == null ? null : constructor(type, constructor, new TypeNames(language, unit, constructor));
    }

    /** The declaration of a constructor; null where the compiler writes it. */
    @Nullable
    BodyDeclaration<?> constructor(TypeDeclaration<?> declaration, ExecutableElement constructor, TypeNames names) {
        for (BodyDeclaration<?> member : declaration.getMembers()) {
            if (member instanceof CompactConstructorDeclaration && RecordTypes.isCanonical(constructor)) {
                return member;
            }
            if (member instanceof ConstructorDeclaration code
                    && code.getParameters().size()
                            == constructor.getParameters().size()
                    && hasTypesOf(code.getParameters(), constructor, names)) {
                return member;
            }
        }
        return null;
    }

    private boolean hasTypesOf(List<Parameter> parameters, ExecutableElement method, TypeNames names) {
        for (int i = 0; i < parameters.size(); i++) {
            Parameter parameter = parameters.get(i);
            TypeMirror written = names.resolve(parameter.getType());
            TypeMirror resolved =
                    written != null && parameter.isVarArgs() ? language.types.getArrayType(written) : written;
            TypeMirror actual = method.getParameters().get(i).asType();
            if (resolved == null || !language.erasedName(resolved).equals(language.erasedName(actual))) {
                return false;
            }
        }
        return true;
    }
}
