package io.traject.workers.engine;

import io.traject.processes.ProcessModel;
import io.traject.processes.ProcessModels;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Deploys the models that differ from what was deployed last; one instance at a time. The applications' work: workers of an
 * older version, started again, would put the older models back.
 */
@Component
class DeployModels {

    private static final Logger log = LoggerFactory.getLogger(DeployModels.class);

    private final Engine engine;
    private final JdbcClient jdbc;
    private final DeployedModels models;
    private final WorkerProperties properties;

    DeployModels(Engine engine, JdbcClient jdbc, DeployedModels models, WorkerProperties properties) {
        this.engine = engine;
        this.jdbc = jdbc;
        this.models = models;
        this.properties = properties;
    }

    @Transactional
    public void deployChanged() {
        if (!properties.deploysModels()) {
            return;
        }
        jdbc.sql("select pg_advisory_xact_lock(hashtext('engine_deployment'))")
                .query((row, number) -> number)
                .list();
        var deployed = deployed();
        var changed = ProcessModels.all().stream()
                .filter(model -> !model.sha256().equals(deployed.get(model.resourceName())))
                .toList();
        if (!changed.isEmpty()) {
            record(changed, engine.deploy(changed).join());
        }
        models.keep(ProcessModels.all());
    }

    private Map<String, String> deployed() {
        var hashes = new HashMap<String, String>();
        jdbc.sql("select resource, sha256 from engine_deployment where engine = ?")
                .param(properties.engineId())
                .query(row -> {
                    hashes.put(row.getString("resource"), row.getString("sha256"));
                });
        return hashes;
    }

    private void record(List<ProcessModel> models, Map<String, Integer> versions) {
        for (var model : models) {
            var version = versions.getOrDefault(model.resourceName(), 0);
            jdbc.sql("""
                            insert into engine_deployment (engine, resource, sha256, version) values (?, ?, ?, ?)
                            on conflict (engine, resource) do update
                            set sha256 = excluded.sha256, version = excluded.version, deployed_at = now()""")
                    .params(properties.engineId(), model.resourceName(), model.sha256(), version)
                    .update();
            log.info("Deployed {} as version {}", model.resourceName(), version);
        }
    }
}
