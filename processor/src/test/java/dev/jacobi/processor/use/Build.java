package dev.jacobi.processor.use;

import static dev.jacobi.processor.use.Published.path;
import static dev.jacobi.processor.use.Published.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The ways to build a project and to run its class {@code acme.app.Main}. */
enum Build {

    /** Nothing but the compiler, told to accept no warning. */
    JAVAC {
        @Override
        Run compile(Project project) {
            return Run.of(
                    project.folder(),
                    javac(project, "-Xlint:all", "-Werror", "-cp", path(Published.runtime().stream())));
        }

        @Override
        Run run(Project project) {
            return Run.of(project.folder(), List.of(tool("java"), "-cp", classPath(project), MAIN));
        }
    },

    /** The same for a named module. */
    MODULE {
        @Override
        Run compile(Project project) {
            project.with("src/module-info.java", """
                    module acme {
                        requires transitive dev.jacobi.runtime;
                        exports acme.model;
                    }
                    """);
            // The runtime's module has a name, but no descriptor.
            String lint = "-Xlint:all,-requires-automatic,-requires-transitive-automatic";
            return Run.of(project.folder(), javac(project, lint, "-Werror", "-p", path(Published.runtime().stream())));
        }

        @Override
        Run run(Project project) {
            return Run.of(project.folder(), List.of(tool("java"), "-p", classPath(project), "-m", "acme/" + MAIN));
        }
    },

    /** Eclipse's batch compiler. */
    ECLIPSE {
        @Override
        Run compile(Project project) {
            List<String> command = new ArrayList<>();
            command.addAll(List.of(tool("java"), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
            command.addAll(List.of("-jar", Published.eclipseCompiler().toString()));
            command.addAll(List.of("--release", "17", "-encoding", "UTF-8"));
            command.addAll(List.of("-cp", path(Published.runtime().stream())));
            command.addAll(List.of("-processorpath", Published.processor().toString()));
            command.addAll(List.of("-s", "generated", "-d", "classes"));
            command.addAll(project.sourceFiles());
            return Run.of(project.folder(), command);
        }

        @Override
        Run run(Project project) {
            return JAVAC.run(project);
        }
    },

    /** Maven, with the processor among the {@code annotationProcessorPaths}. */
    MAVEN {
        @Override
        Run compile(Project project) {
            return MavenBuild.compile(project);
        }

        @Override
        Run run(Project project) {
            return JAVAC.run(project);
        }
    };

    private static final String MAIN = "acme.app.Main";

    /** Compiles the sources into {@code classes} and what Jacobi writes into {@code generated}. */
    abstract Run compile(Project project);

    abstract Run run(Project project);

    private static String classPath(Project project) {
        return path(Stream.concat(Stream.of(project.classes()), Published.runtime().stream()));
    }

    /** The compiler with the processor, for all files of a project. */
    static List<String> javac(Project project, String... options) {
        List<String> command = new ArrayList<>();
        command.addAll(List.of(
                tool("javac"),
                "-J-XX:TieredStopAtLevel=1",
                "-J-XX:+UseSerialGC",
                "-J-Duser.language=en",
                "-encoding",
                "UTF-8"));
        command.addAll(List.of("-processorpath", Published.processor().toString()));
        command.addAll(List.of("-s", "generated", "-d", "classes"));
        command.addAll(List.of(options));
        command.addAll(project.sourceFiles());
        return command;
    }
}
