package dev.jacobi.processor.typer;

import com.github.javaparser.ParseException;
import com.github.javaparser.Range;
import com.github.javaparser.ast.CompilationUnit;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.Tree;
import dev.jacobi.processor.frontend.TyperProbe;
import dev.jacobi.processor.frontend.TyperProbe.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Compares the typer with javac on every expression of a corpus. */
final class Comparison {

    private final Oracle oracle;
    private final TyperProbe probe;
    private final Tally tally = new Tally();

    private Comparison(Oracle oracle) {
        this.oracle = oracle;
        this.probe = new TyperProbe(oracle.task().getElements(), oracle.task().getTypes());
    }

    static Tally of(Corpus corpus) {
        Comparison comparison = new Comparison(Oracle.of(corpus));
        for (CompilationUnitTree unit : comparison.oracle.units()) {
            if (comparison.oracle.isBroken(unit)) {
                comparison.tally.skip(fileName(unit));
            } else {
                comparison.file(unit);
            }
        }
        return comparison.tally;
    }

    private static String fileName(CompilationUnitTree unit) {
        String name = unit.getSourceFile().getName();
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private void file(CompilationUnitTree unit) {
        tally.addFile();
        Map<Oracle.Place, List<Oracle.Verdict>> verdicts = oracle.verdicts(unit);
        for (Answer answer : probe.file(parse(unit), fileName(unit))) {
            Range range = answer.expression().getRange().orElseThrow();
            // JavaParser's end is inclusive, and it counts a tab as one column, as the map's positions are asked for.
            LineMap lines = unit.getLineMap();
            long start = lines.getStartPosition(range.begin.line) + range.begin.column - 1;
            long end = lines.getStartPosition(range.end.line) + range.end.column;
            compare(answer, verdicts.getOrDefault(new Oracle.Place(start, end), List.of()), fileName(unit));
        }
    }

    private static CompilationUnit parse(CompilationUnitTree unit) {
        try {
            return TyperProbe.parse(unit.getSourceFile().getCharContent(true).toString());
        } catch (ParseException e) {
            throw new IllegalStateException(fileName(unit), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void compare(Answer answer, List<Oracle.Verdict> verdicts, String file) {
        String place = file + ":" + answer.expression().getBegin().orElseThrow();
        Oracle.Verdict verdict = null;
        for (Oracle.Verdict candidate : verdicts) {
            if (candidate.type() != null && candidate.type().getKind() != TypeKind.EXECUTABLE) {
                verdict = candidate;
                break;
            }
        }
        Element element = verdict == null ? null : verdict.element();
        boolean isName = element != null
                && (element.getKind().isClass() || element.getKind().isInterface());
        if (element != null && element.getKind().name().equals("PACKAGE")) {
            return;
        }
        if (verdict == null) {
            tally.unmatched(place, answer.expression());
        } else if (!answer.refusal().isEmpty()) {
            tally.refuse(place, answer.expression(), answer.refusal(), verdict.type());
        } else if (isName && verdict.kind() != Tree.Kind.NEW_CLASS) {
            boolean same = element.equals(answer.named());
            tally.add(same, place, answer.expression(), element, answer.named());
        } else {
            TypeMirror type = answer.type();
            boolean same = type != null && SameType.test(oracle.task().getTypes(), verdict.type(), type);
            tally.add(same, place, answer.expression(), verdict.type(), type == null ? answer.named() : type);
        }
    }
}
