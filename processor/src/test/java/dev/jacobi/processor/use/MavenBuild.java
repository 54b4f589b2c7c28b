package dev.jacobi.processor.use;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Maven build that downloads Jacobi from a repository of the test's own, and all else from what the build that runs
 * the tests has downloaded: it needs no network, and leaves nothing behind in the user's repository.
 */
final class MavenBuild {

    private static final String VERSION = System.getProperty("jacobi.version");

    /** Quick to start; the last two keep old Mavens quiet on new JDKs. */
    private static final String JVM = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:+IgnoreUnrecognizedVMOptions"
            + " --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow";

    private MavenBuild() {}

    /** Compiles the project with {@code annotationProcessorPaths}. */
    static Run compile(Project project) {
        deploy(project, "jacobi", Path.of("../pom.xml"), null);
        deploy(
                project,
                "jacobi-runtime",
                Path.of("../runtime/pom.xml"),
                Published.runtime().get(0));
        deploy(project, "jacobi-processor", Path.of("target/dependency-reduced-pom.xml"), Published.processor());
        project.with(".mvn/jvm.config", JVM)
                .with("settings.xml", settings(project))
                .with("pom.xml", pom(project));
        String maven = Path.of(System.getProperty("maven.home"), "bin", windows() ? "mvn.cmd" : "mvn")
                .toString();
        return Run.of(
                project.folder(), List.of(maven, "-B", "-q", "-s", "settings.xml", "-gs", "settings.xml", "compile"));
    }

    private static boolean windows() {
        return System.getProperty("os.name").startsWith("Windows");
    }

    /** Puts an artifact where a remote repository has it. */
    private static void deploy(Project project, String artifact, Path pom, @Nullable Path jar) {
        try {
            Path folder = project.folder()
                    .resolve("repository/dev/jacobi")
                    .resolve(artifact)
                    .resolve(VERSION);
            Files.createDirectories(folder);
            Files.copy(pom, folder.resolve(artifact + "-" + VERSION + ".pom"));
            if (jar != null) {
                Files.copy(jar, folder.resolve(artifact + "-" + VERSION + ".jar"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String settings(Project project) {
        return """
                <settings>
                  <localRepository>%s</localRepository>
                  <mirrors>
                    <mirror>
                      <id>downloaded</id>
                      <mirrorOf>external:*</mirrorOf>
                      <url>%s</url>
                    </mirror>
                  </mirrors>
                </settings>
                """.formatted(
                        project.folder().resolve("local"),
                        Path.of(System.getProperty("maven.repo")).toUri());
    }

    private static String pom(Project project) {
        return """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>acme</groupId>
                  <artifactId>acme</artifactId>
                  <version>1</version>
                  <properties>
                    <maven.compiler.release>17</maven.compiler.release>
                    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
                    <jacobi.version>%s</jacobi.version>
                  </properties>
                  <repositories>
                    <repository>
                      <id>jacobi</id>
                      <url>%s</url>
                    </repository>
                  </repositories>
                  <dependencies>
                    <dependency>
                      <groupId>dev.jacobi</groupId>
                      <artifactId>jacobi-runtime</artifactId>
                      <version>${jacobi.version}</version>
                    </dependency>
                  </dependencies>
                  <build>
                    <sourceDirectory>src</sourceDirectory>
                    <outputDirectory>classes</outputDirectory>
                    <plugins>
                      <plugin>
                        <artifactId>maven-resources-plugin</artifactId>
                        <version>%s</version>
                      </plugin>
                      <plugin>
                        <artifactId>maven-compiler-plugin</artifactId>
                        <version>%s</version>
                        <configuration>
                          <generatedSourcesDirectory>generated</generatedSourcesDirectory>
                          <annotationProcessorPaths>
                            <path>
                              <groupId>dev.jacobi</groupId>
                              <artifactId>jacobi-processor</artifactId>
                              <version>${jacobi.version}</version>
                            </path>
                          </annotationProcessorPaths>
                        </configuration>
                      </plugin>
                    </plugins>
                  </build>
                </project>
                """.formatted(
                        VERSION,
                        project.folder().resolve("repository").toUri(),
                        System.getProperty("maven.resources-plugin"),
                        System.getProperty("maven.compiler-plugin"));
    }
}
