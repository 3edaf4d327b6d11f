package io.traject.workers.engine;

import io.traject.processes.ProcessModel;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The models in every version that was deployed, for those who draw them. */
@Repository
public class DeployedModels {

    private final JdbcClient jdbc;
    private final String engineId;

    DeployedModels(JdbcClient jdbc, WorkerProperties properties) {
        this.jdbc = jdbc;
        this.engineId = properties.engineId();
    }

    /** BPMN 2.0 XML; empty for a version that was deployed before models were kept, or by somebody else. */
    public Optional<String> xml(String processId, int version) {
        return jdbc.sql("select xml from engine_model where engine = ? and process_id = ? and version = ?")
                .params(engineId, processId, version)
                .query(String.class)
                .optional();
    }

    /** Keeps those of these that are deployed as they are. */
    void keep(List<ProcessModel> models) {
        for (var model : models) {
            jdbc.sql("""
                            insert into engine_model (engine, process_id, version, xml)
                            select engine, ?, version, ? from engine_deployment
                            where engine = ? and resource = ? and sha256 = ?
                            on conflict do nothing""")
                    .params(model.processId(), model.xml(), engineId, model.resourceName(), model.sha256())
                    .update();
        }
    }
}
