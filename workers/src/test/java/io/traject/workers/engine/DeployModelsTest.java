package io.traject.workers.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.traject.processes.ProcessModels;
import io.traject.workers.WorkersTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;

@WorkersTest
class DeployModelsTest {

    @Autowired
    private DeployModels deployModels;

    @Autowired
    private DeployedModels models;

    @Autowired
    private EngineHealthIndicator health;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void shouldBeReadyOnceTheModelsAreDeployedAndJobsAreTaken() {
        await().untilAsserted(() -> assertThat(health.health().getStatus()).isEqualTo(Status.UP));
        assertThat(deployments()).hasSize(ProcessModels.all().size());
    }

    @Test
    void shouldDeployOnlyWhatChanged() {
        await().untilAsserted(() ->
                assertThat(deployments()).hasSize(ProcessModels.all().size()));
        var before = deployments();
        deployModels.deployChanged();
        assertThat(deployments()).isEqualTo(before);

        jdbc.sql("update engine_deployment set sha256 = 'older' where resource = 're-examination-case.bpmn'")
                .update();
        deployModels.deployChanged();
        assertThat(jdbc.sql("select count(*) from engine_deployment where sha256 = 'older'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void shouldKeepEachVersionOfAModelAsItWasDeployed() {
        deployModels.deployChanged();
        var model = ProcessModels.all().getFirst();
        int version = jdbc.sql("select version from engine_deployment where resource = ?")
                .param(model.resourceName())
                .query(Integer.class)
                .single();

        assertThat(models.xml(model.processId(), version)).hasValue(model.xml());
        assertThat(models.xml(model.processId(), version + 1)).isEmpty();
    }

    private List<Map<String, Object>> deployments() {
        return jdbc.sql("select * from engine_deployment order by resource")
                .query()
                .listOfRows();
    }
}
