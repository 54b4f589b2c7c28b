package dev.jacobi.processor.use;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same source gives the same bytes: sources and classes, in another folder, in another order, by another compiler.
 */
final class SameBytesIT {

    @TempDir
    Path folder;

    @Test
    void everyTime() {
        Project first = Project.copy("energy", folder.resolve("first"));
        Project second = Project.copy("energy", folder.resolve("elsewhere/second"));
        Project eclipse = Project.copy("energy", folder.resolve("eclipse"));
        Build.JAVAC.compile(first).inSilence();
        compileBackwards(second).inSilence();
        Build.ECLIPSE.compile(eclipse).inSilence();
        assertThat(Project.files(first.generated())).hasSize(3);
        same(first.generated(), second.generated());
        same(first.classes(), second.classes());
        same(first.generated(), eclipse.generated());
    }

    private static Run compileBackwards(Project project) {
        List<String> command =
                new ArrayList<>(Build.javac(project, "-cp", Published.path(Published.runtime().stream())));
        int files = project.sourceFiles().size();
        Collections.reverse(command.subList(command.size() - files, command.size()));
        return Run.of(project.folder(), command);
    }

    private static void same(Path one, Path other) {
        Map<String, byte[]> expected = Project.files(one);
        Map<String, byte[]> actual = Project.files(other);
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        expected.forEach((file, bytes) -> assertThat(actual.get(file)).as(file).isEqualTo(bytes));
    }
}
