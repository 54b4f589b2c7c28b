package dev.jacobi.processor.diag;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * Hands problems to the compiler: under javac at the offending expression, elsewhere at the method, with file, line and
 * column in the text.
 */
public final class Reporter {

    private final Messager messager;
    private final @Nullable Trees trees;

    /** @param trees javac's trees, or null under another compiler */
    public Reporter(Messager messager, @Nullable Trees trees) {
        this.messager = messager;
        this.trees = trees;
    }

    public void report(Problem problem) {
        Diagnostic.Kind kind = problem.kind().isWarning() ? Diagnostic.Kind.MANDATORY_WARNING : Diagnostic.Kind.ERROR;
        Span span = problem.span();
        Element element = span.origin().element();
        TreePath path = trees == null ? null : trees.getPath(element);
        if (trees == null || path == null || span.line() == 0) {
            String place = span.line() == 0 ? "" : span.fileAndLine() + ":" + span.column() + ": ";
            messager.printMessage(kind, place + problem.text(), element);
            return;
        }
        CompilationUnitTree unit = path.getCompilationUnit();
        trees.printMessage(kind, problem.text(), tree(trees, path, span), unit);
    }

    /** The tree with exactly the span, or the smallest that holds its start. */
    private static Tree tree(Trees trees, TreePath path, Span span) {
        CompilationUnitTree unit = path.getCompilationUnit();
        Lines lines = new Lines(text(unit));
        long start = lines.offset(span.line(), span.column());
        long end = lines.offset(span.endLine(), span.endColumn()) + 1L;
        Finder finder = new Finder(trees.getSourcePositions(), unit, start, end);
        finder.scan(path.getLeaf(), null);
        return finder.best == null ? path.getLeaf() : finder.best;
    }

    private static CharSequence text(CompilationUnitTree unit) {
        try {
            return unit.getSourceFile().getCharContent(true);
        } catch (IOException unreadable) {
            return "";
        }
    }

    /** Finds the tree at a stretch of text. */
    private static final class Finder extends TreeScanner<@Nullable Void, @Nullable Void> {
        private final SourcePositions positions;
        private final CompilationUnitTree unit;
        private final long start;
        private final long end;
        private long bestLength = Long.MAX_VALUE;

        @Nullable
        Tree best;

        Finder(SourcePositions positions, CompilationUnitTree unit, long start, long end) {
            this.positions = positions;
            this.unit = unit;
            this.start = start;
            this.end = end;
        }

        @Override
        public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
            if (tree != null) {
                consider(tree);
            }
            return super.scan(tree, null);
        }

        private void consider(Tree tree) {
            long from = positions.getStartPosition(unit, tree);
            long to = positions.getEndPosition(unit, tree);
            boolean holds = from <= start && end <= to;
            if (holds && to - from < bestLength) {
                best = tree;
                bestLength = to - from;
            }
        }
    }
}
