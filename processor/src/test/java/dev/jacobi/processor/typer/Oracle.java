package dev.jacobi.processor.typer;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** javac's own attribution of a corpus. */
final class Oracle {

    private final JavacTask task;
    private final Trees trees;
    private final List<CompilationUnitTree> units = new ArrayList<>();
    private final Set<String> broken = new HashSet<>();

    private Oracle(JavacTask task) {
        this.task = task;
        this.trees = Trees.instance(task);
    }

    /** Parses and attributes all files of a corpus. */
    static Oracle of(Corpus corpus) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        StandardJavaFileManager files =
                compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8);
        List<String> options = List.of(
                "-classpath",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "-proc:none",
                "-Xmaxerrs",
                "10000",
                "-XDshould-stop.ifError=ATTR");
        JavacTask task = (JavacTask) compiler.getTask(null, files, diagnostics, options, null, corpus.sources());
        Oracle oracle = new Oracle(task);
        try {
            task.parse().forEach(oracle.units::add);
            task.analyze();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics.getDiagnostics()) {
            if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
                oracle.broken.add(
                        diagnostic.getSource() == null
                                ? ""
                                : diagnostic.getSource().getName());
            }
        }
        return oracle;
    }

    JavacTask task() {
        return task;
    }

    List<CompilationUnitTree> units() {
        return units;
    }

    /** Whether javac found an error in a file, so that its types can't be trusted. */
    boolean isBroken(CompilationUnitTree unit) {
        return broken.contains(unit.getSourceFile().getName());
    }

    /** Where a tree stands: offsets of its first character and behind its last. */
    record Place(long start, long end) {}

    /** What javac says of the tree at a place; the element is null for what is no name. */
    record Verdict(Tree.Kind kind, TypeMirror type, Element element) {}

    /** All expressions of a file; of several at one place, all. */
    Map<Place, List<Verdict>> verdicts(CompilationUnitTree unit) {
        Map<Place, List<Verdict>> verdicts = new HashMap<>();
        SourcePositions positions = trees.getSourcePositions();
        new TreePathScanner<Void, Void>() {
            @Override
            public Void scan(Tree tree, Void unused) {
                if (tree instanceof ExpressionTree) {
                    Place place =
                            new Place(positions.getStartPosition(unit, tree), positions.getEndPosition(unit, tree));
                    TreePath path = new TreePath(getCurrentPath(), tree);
                    Verdict verdict = new Verdict(tree.getKind(), trees.getTypeMirror(path), trees.getElement(path));
                    verdicts.computeIfAbsent(place, p -> new ArrayList<>()).add(verdict);
                }
                return super.scan(tree, null);
            }
        }.scan(new TreePath(unit), null);
        return verdicts;
    }
}
