package dev.jacobi.processor.random;

import dev.jacobi.Differentiable;
import dev.jacobi.processor.JacobiProcessor;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/**
 * Programs compiled together, each in a package of its own. Those that don't compile are left out, with the reason, and
 * the others compiled again.
 */
final class Compilation {

    private static final Pattern PACKAGE = Pattern.compile("/p(\\d+)/");
    private static final Pattern ID = Pattern.compile("\\[jacobi:([\\w-]+)]");
    private static final Pattern PLACE = Pattern.compile(" at ([\\w.$]+\\([\\w.]+:\\d+\\))");
    /** What the verifier says of a variable, without its name. */
    private static final Pattern COMPLAINT = Pattern.compile("]: \\w+ ([a-z ]+)");

    /** More options for the processor: {@code -Djacobi.options="-Ajacobi.without=algebra,trips"}. */
    private static final List<String> OPTIONS = Stream.of(
                    System.getProperty("jacobi.options", "").split(" "))
            .filter(option -> !option.isBlank())
            .toList();

    /** Whether the members give the bits of the methods. */
    static final boolean KEEPS_BITS = OPTIONS.stream().noneMatch(option -> option.startsWith("-Ajacobi.functions="));

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();
    private static final JavaFileManager FILES =
            COMPILER.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);

    private final List<Program> programs;
    private final Map<Integer, Finding> broken = new TreeMap<>();
    private MemoryFiles files = new MemoryFiles(FILES);
    private ClassLoader loader = files.loader();

    private Compilation(List<Program> programs) {
        this.programs = programs;
    }

    static Compilation of(List<Program> programs) {
        Compilation compilation = new Compilation(programs);
        boolean again = true;
        while (again) {
            again = !compilation.leaveOutBroken(true).isEmpty();
        }
        return compilation;
    }

    /** Compiles without the processor. */
    static Compilation plain(List<Program> programs) {
        Compilation compilation = new Compilation(programs);
        boolean again = true;
        while (again) {
            again = !compilation.leaveOutBroken(false).isEmpty();
        }
        return compilation;
    }

    /** Compiles for the problems alone. Where the processor refuses one program, javac doesn't look at the others. */
    static Compilation problems(List<Program> programs) {
        Compilation compilation = new Compilation(programs);
        boolean again = true;
        while (again) {
            again = compilation.leaveOutBroken(true).stream().anyMatch(Compilation::isRefused);
        }
        return compilation;
    }

    /** Whether javac takes a program without the processor. */
    static boolean isJava(Program program) {
        return new Compilation(List.of(program)).leaveOutBroken(false).isEmpty();
    }

    private Collection<Finding> leaveOutBroken(boolean processed) {
        Map<Integer, Finding> found = compile(processed);
        broken.putAll(found);
        return found.values();
    }

    /** Why a program doesn't compile, if it doesn't. */
    Optional<Finding> broken(int index) {
        return Optional.ofNullable(broken.get(index));
    }

    /** The class of a program, or one generated for it. */
    Class<?> load(int index, String simpleName) throws ClassNotFoundException {
        return loader.loadClass("p" + index + "." + simpleName);
    }

    /** The same of one that is known to be there. */
    Class<?> known(int index, String simpleName) {
        try {
            return load(index, simpleName);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    String generated(int index, String simpleName) {
        return files.generated("p" + index + "." + simpleName);
    }

    /** The derivatives of programs as text, with one more option for the processor, or none. */
    static List<String> derivatives(List<Program> programs, String option) {
        MemoryFiles files = new MemoryFiles(FILES);
        List<JavaFileObject> sources = new ArrayList<>();
        for (int i = 0; i < programs.size(); i++) {
            sources.add(source(i, programs.get(i)));
        }
        List<String> all = new ArrayList<>(List.of("-proc:only", "-nowarn", "-Xlint:none", "-classpath", classPath()));
        all.addAll(OPTIONS);
        Stream.of(option).filter(o -> !o.isBlank()).forEach(all::add);
        JavaCompiler.CompilationTask task =
                COMPILER.getTask(null, files, new DiagnosticCollector<>(), all, null, sources);
        task.setProcessors(List.of(new JacobiProcessor()));
        task.call();
        return IntStream.range(0, programs.size())
                .mapToObj(i -> programs.get(i).differentiable().stream()
                        .map(m -> files.generated("p" + i + "." + m.derivative()))
                        .collect(Collectors.joining()))
                .toList();
    }

    private static JavaFileObject source(int index, Program program) {
        return MemoryFiles.source("p" + index + ".Sample", JavaPrinter.print(program, "p" + index, "Sample"));
    }

    private Map<Integer, Finding> compile(boolean processed) {
        files = new MemoryFiles(FILES);
        loader = files.loader();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<JavaFileObject> sources = new ArrayList<>();
        for (int i = 0; i < programs.size(); i++) {
            if (!broken.containsKey(i)) {
                Program program = processed ? programs.get(i) : programs.get(i).withoutDerivatives();
                sources.add(source(i, program));
            }
        }
        if (sources.isEmpty()) {
            return new TreeMap<>();
        }
        List<String> options = new ArrayList<>(List.of(
                "-nowarn",
                "-Xlint:none",
                "-Xmaxerrs",
                "10000",
                "-XDshould-stop.ifError=FLOW",
                "-classpath",
                classPath()));
        if (!processed) {
            options.add("-proc:none");
        } else {
            options.add("-Ajacobi.verify");
            options.addAll(OPTIONS);
        }
        JavaCompiler.CompilationTask task = COMPILER.getTask(null, files, diagnostics, options, null, sources);
        if (processed) {
            task.setProcessors(List.of(new JacobiProcessor()));
        }
        boolean success = task.call();
        Map<Integer, Finding> found = findings(diagnostics.getDiagnostics());
        if (!success && found.isEmpty()) {
            throw new IllegalStateException("javac failed: " + diagnostics.getDiagnostics());
        }
        return found;
    }

    private static Map<Integer, Finding> findings(List<Diagnostic<? extends JavaFileObject>> diagnostics) {
        Map<Integer, Finding> found = new TreeMap<>();
        for (Diagnostic<? extends JavaFileObject> d : diagnostics) {
            if (d.getKind() != Diagnostic.Kind.ERROR || d.getSource() == null) {
                continue;
            }
            Matcher matcher = PACKAGE.matcher(d.getSource().toUri().toString());
            if (matcher.find()) {
                found.putIfAbsent(Integer.parseInt(matcher.group(1)), finding(d));
            }
        }
        // Where one is refused nothing is generated, and javac misses that in others.
        if (found.values().stream().anyMatch(Compilation::isRefused)) {
            found.values().removeIf(f -> !isRefused(f));
        }
        return found;
    }

    private static boolean isRefused(Finding finding) {
        return finding.kind().startsWith("refused");
    }

    private static Finding finding(Diagnostic<? extends JavaFileObject> d) {
        String message = d.getMessage(Locale.ROOT);
        String where = d.getSource().toUri().getPath() + ":" + d.getLineNumber() + ": ";
        return new Finding(kind(d.getCode(), message), where + message + "\n" + line(d));
    }

    private static String kind(String code, String message) {
        Matcher id = ID.matcher(message);
        if (!id.find()) {
            return "javac: " + code;
        }
        Matcher place = PLACE.matcher(message);
        Matcher complaint = COMPLAINT.matcher(message);
        return "refused: " + id.group(1)
                + (complaint.find() ? " " + complaint.group(1) : "")
                + (place.find() ? " at " + place.group(1) : "");
    }

    private static String line(Diagnostic<? extends JavaFileObject> d) {
        try {
            List<String> lines =
                    d.getSource().getCharContent(true).toString().lines().toList();
            int at = (int) d.getLineNumber() - 1;
            return at >= 0 && at < lines.size() ? lines.get(at).strip() : "";
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String classPath() {
        return location(Journal.class) + File.pathSeparator + location(Differentiable.class);
    }

    private static Path location(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
