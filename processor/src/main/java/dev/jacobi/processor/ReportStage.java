package dev.jacobi.processor;

import dev.jacobi.processor.backend.GeneratedClass;
import dev.jacobi.processor.backend.JavaWriter;
import dev.jacobi.processor.backend.Listing;
import dev.jacobi.processor.diag.Kind;
import dev.jacobi.processor.diag.Origin;
import dev.jacobi.processor.diag.Problem;
import dev.jacobi.processor.diag.Span;
import dev.jacobi.processor.frontend.CompilerSources;
import dev.jacobi.processor.frontend.Enclosing;
import dev.jacobi.processor.frontend.Functions;
import dev.jacobi.processor.frontend.Sources;
import dev.jacobi.processor.frontend.Subject;
import dev.jacobi.processor.report.Excerpt;
import dev.jacobi.processor.report.MethodFacts;
import dev.jacobi.processor.report.Report;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** Writes the report that {@code -Ajacobi.report=DIR} asks for. */
final class ReportStage {

    private static final Pattern PACKAGES = Pattern.compile("\\b(?:[\\w$]+\\.)+");

    private final ProcessingEnvironment environment;
    private final String folder;
    private @Nullable Report report;

    /** @param folder as it is given; relative to where the compiler was started */
    ReportStage(ProcessingEnvironment environment, String folder) {
        this.environment = environment;
        this.folder = folder;
        try {
            if (folder.isBlank()) {
                throw new IOException("no directory is named");
            }
            report = new Report(Path.of(folder));
        } catch (IOException | InvalidPathException | SecurityException e) {
            failed(e);
        }
    }

    /** Writes the pages of methods that share a class. */
    void add(List<Subject> sharing, GeneratedClass generated, int limit, Findings findings, Functions functions) {
        if (report == null) {
            return;
        }
        Listing listing = JavaWriter.listing(generated, limit);
        try {
            for (Subject subject : sharing) {
                report.add(facts(subject, sharing, generated, listing, findings, functions));
            }
        } catch (IOException e) {
            failed(e);
        }
    }

    /** Writes the list of all pages. */
    void finish() {
        try {
            if (report != null) {
                report.finish();
            }
        } catch (IOException e) {
            failed(e);
        }
    }

    private void failed(Exception e) {
        report = null;
        Problem problem = Problem.of(Kind.REPORT_NOT_WRITTEN, Span.NOWHERE, folder, why(e));
        environment.getMessager().printMessage(Diagnostic.Kind.ERROR, problem.text());
    }

    private static String why(Exception e) {
        if (e instanceof FileAlreadyExistsException) {
            return "a file of that name is in the way";
        }
        if (e instanceof AccessDeniedException) {
            return "access is denied";
        }
        String why = e instanceof FileSystemException system ? system.getReason() : e.getMessage();
        return why == null ? e.getClass().getSimpleName() : why;
    }

    private MethodFacts facts(
            Subject subject,
            List<Subject> sharing,
            GeneratedClass generated,
            Listing listing,
            Findings findings,
            Functions functions) {
        TypeElement owner = Enclosing.type(subject.method());
        List<Origin> others = new ArrayList<>();
        for (Subject other : sharing) {
            if (!other.method().equals(subject.method())) {
                others.add(functions.declarations().span(other.method()).origin());
            }
        }
        return new MethodFacts(
                owner.getQualifiedName() + "." + subject.method().getSimpleName(),
                owner.getSimpleName() + "." + subject.method().getSimpleName(),
                parameters(subject.method()),
                functions.declarations().span(subject.method()),
                others,
                generated.name(),
                listing,
                findings.of(subject.name()),
                (origin, first, last) -> excerpt(origin, first, last, functions));
    }

    private static String parameters(ExecutableElement method) {
        List<String> types = new ArrayList<>();
        method.getParameters()
                .forEach(p -> types.add(PACKAGES.matcher(p.asType().toString()).replaceAll("")));
        return "(" + String.join(", ", types) + ")";
    }

    private Optional<Excerpt> excerpt(Origin origin, int first, int last, Functions functions) {
        Element element = origin.element();
        if (element == null) {
            return Optional.empty();
        }
        Sources.File file =
                new CompilerSources(environment, JacobiProcessor.trees(environment)).find(topLevel(element));
        if (file == null) {
            return Optional.empty();
        }
        List<String> lines = List.of(file.text().split("\r\n|\r|\n", -1));
        int begin = first;
        int end = last;
        if (element instanceof ExecutableElement method) {
            Span whole = functions.declarations().extent(method);
            begin = whole.line() == 0 ? first : Math.min(first, whole.line());
            end = Math.max(last, whole.endLine());
        }
        begin = Math.max(1, begin);
        end = Math.min(lines.size(), end);
        return begin > end
                ? Optional.empty()
                : Optional.of(new Excerpt(file.name(), begin, lines.subList(begin - 1, end)));
    }

    private static TypeElement topLevel(Element element) {
        Element e = element;
        while (e.getEnclosingElement() != null && e.getEnclosingElement().getKind() != ElementKind.PACKAGE) {
            e = e.getEnclosingElement();
        }
        return (TypeElement) e;
    }
}
