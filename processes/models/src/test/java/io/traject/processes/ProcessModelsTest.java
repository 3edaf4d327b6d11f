package io.traject.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ProcessModelsTest {

    @Test
    void shouldDeployEveryModelOfTheFolder() throws IOException, URISyntaxException {
        var folder = Path.of(ProcessModels.class.getResource("/bpmn").toURI());

        try (var files = Files.list(folder)) {
            assertThat(ProcessModels.all())
                    .extracting(ProcessModel::resourceName)
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(file -> file.getFileName().toString()).toList());
        }
    }

    @Test
    void shouldNameFilesAfterTheirProcess() {
        assertThat(ProcessModels.all())
                .allSatisfy(model -> assertThat(model.resourceName()).isEqualTo(model.processId() + ".bpmn"));
    }

    @Test
    void shouldTellWhenAModelChanges() {
        var model = new ProcessModel("p", "p.bpmn", "abc");

        assertThat(model.sha256()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
