package dev.jacobi.processor;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.jacobi.processor.diag.Kind;
import dev.jacobi.processor.diag.Origin;
import dev.jacobi.processor.diag.Problem;
import dev.jacobi.processor.diag.Reporter;
import dev.jacobi.processor.diag.Span;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Annotations in classes that are declared inside methods or have no name: compilers don't show these to processors, so
 * without this guard such an annotation would do nothing, silently. It looks only into files that import Jacobi, and
 * only under javac.
 */
public final class LocalClassGuard extends AbstractProcessor {

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("*");
    }

    /** The other processor's, which may have nothing to do in a compilation that names them. */
    @Override
    public Set<String> getSupportedOptions() {
        return Set.of(JacobiProcessor.TIMINGS, JacobiProcessor.VERIFY);
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        Trees trees = JacobiProcessor.trees(processingEnv);
        if (trees != null) {
            Reporter reporter = new Reporter(processingEnv.getMessager(), trees);
            for (Element root : round.getRootElements()) {
                TreePath path = trees.getPath(root);
                if (path != null && importsJacobi(path.getCompilationUnit())) {
                    new Finder(trees, root, reporter).scan(path, null);
                }
            }
        }
        return false;
    }

    private static boolean importsJacobi(CompilationUnitTree unit) {
        for (ImportTree declaration : unit.getImports()) {
            if (declaration.getQualifiedIdentifier().toString().startsWith("dev.jacobi.")) {
                return true;
            }
        }
        return false;
    }

    /** Finds annotated methods in classes that stand inside a method, or that have no name. */
    private static final class Finder extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private static final String IN_A_METHOD = "declared in a class inside a method";

        private final Trees trees;
        private final Element root;
        private final Reporter reporter;

        /** Why generated code can't name the class around; empty where it can. */
        private String inside = "";

        Finder(Trees trees, Element root, Reporter reporter) {
            this.trees = trees;
            this.root = root;
            this.reporter = reporter;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
            if (!inside.isEmpty() && isAnnotated(method)) {
                report(method);
            }
            String around = enter(IN_A_METHOD);
            super.visitMethod(method, null);
            inside = around;
            return null;
        }

        /** Initialisers of a class, besides the blocks in its methods. */
        @Override
        public @Nullable Void visitBlock(BlockTree block, @Nullable Void unused) {
            String around = enter(IN_A_METHOD);
            super.visitBlock(block, null);
            inside = around;
            return null;
        }

        /** An anonymous class, or the body of an enum's constant. */
        @Override
        public @Nullable Void visitNewClass(NewClassTree created, @Nullable Void unused) {
            String around = created.getClassBody() == null ? inside : enter("declared in a class without a name");
            super.visitNewClass(created, null);
            inside = around;
            return null;
        }

        /** @return what there was around before */
        private String enter(String place) {
            String around = inside;
            inside = around.isEmpty() ? place : around;
            return around;
        }

        private static boolean isAnnotated(MethodTree method) {
            for (AnnotationTree annotation : method.getModifiers().getAnnotations()) {
                String name = annotation.getAnnotationType().toString();
                if (name.equals("Differentiable") || name.equals("dev.jacobi.Differentiable")) {
                    return true;
                }
            }
            return false;
        }

        private void report(MethodTree method) {
            CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
            LineMap lines = unit.getLineMap();
            long start = trees.getSourcePositions().getStartPosition(unit, method);
            long end = trees.getSourcePositions().getEndPosition(unit, method) - 1;
            String file = unit.getSourceFile().getName().replaceFirst(".*[/\\\\]", "");
            Span span = new Span(
                    new Origin(file, root),
                    (int) lines.getLineNumber(start),
                    (int) lines.getColumnNumber(start),
                    (int) lines.getLineNumber(end),
                    (int) lines.getColumnNumber(end));
            reporter.report(Problem.of(
                    Kind.UNREACHABLE,
                    span,
                    "the method " + method.getName(),
                    inside,
                    inside.equals(IN_A_METHOD)
                            ? "move the class that declares " + method.getName() + " out of the method"
                            : "declare " + method.getName() + " in a class that has one"));
        }
    }
}
