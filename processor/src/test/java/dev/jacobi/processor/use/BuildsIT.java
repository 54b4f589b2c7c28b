package dev.jacobi.processor.use;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every way to build a project gives the same program, without a word. */
final class BuildsIT {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void printsWhatItPromises(Build build) {
        Project project = Project.copy("energy", folder);
        build.compile(project).inSilence();
        Run run = build.run(project);
        assertThat(run.output().lines()).containsExactlyElementsOf(project.promised());
        assertThat(run.exit()).isZero();
    }
}
