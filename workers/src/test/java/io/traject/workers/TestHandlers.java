package io.traject.workers;

import io.traject.processes.JobTypes;
import io.traject.workers.engine.Job;
import io.traject.workers.engine.JobHandler;
import io.traject.workers.engine.JobOutcome;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Handlers of what the models ask for beyond the workers, and one whose work each test decides. */
@TestConfiguration
public class TestHandlers {

    @Bean
    Work work() {
        return new Work();
    }

    @Bean
    OpenTask openTask() {
        return new OpenTask();
    }

    @Bean
    RecordDecision recordDecision() {
        return new RecordDecision();
    }

    /** The work of a job, for the test that owns the id. */
    public interface Doing {
        JobOutcome on(Job<Work.Input> job) throws Exception;
    }

    /** Does what the test with the id of the job wants. */
    public static class Work implements JobHandler<Work.Input> {

        public static final String JOB_TYPE = "test.work";

        private final Map<UUID, Doing> doings = new ConcurrentHashMap<>();

        public UUID doing(Doing doing) {
            var id = UUID.randomUUID();
            doings.put(id, doing);
            return id;
        }

        @Override
        public String jobType() {
            return JOB_TYPE;
        }

        @Override
        public Class<Input> variables() {
            return Input.class;
        }

        @Override
        public JobOutcome handle(Job<Input> job) throws Exception {
            return doings.get(job.variables().testId()).on(job);
        }

        public record Input(UUID testId, @Nullable String note) {}
    }

    /** Remembers which element opened the task of a case. */
    public static class OpenTask implements JobHandler<OpenTask.Input> {

        private final Map<UUID, Long> elements = new ConcurrentHashMap<>();

        public @Nullable Long elementOf(UUID caseId) {
            return elements.get(caseId);
        }

        @Override
        public String jobType() {
            return JobTypes.OPEN_TASK;
        }

        @Override
        public Class<Input> variables() {
            return Input.class;
        }

        @Override
        public JobOutcome handle(Job<Input> job) {
            elements.put(job.variables().caseId(), job.elementInstanceKey());
            return JobOutcome.completed();
        }

        public record Input(UUID caseId, String taskType) {}
    }

    static class RecordDecision implements JobHandler<RecordDecision.Input> {

        @Override
        public String jobType() {
            return JobTypes.RECORD_DECISION;
        }

        @Override
        public Class<Input> variables() {
            return Input.class;
        }

        @Override
        public JobOutcome handle(Job<Input> job) {
            return JobOutcome.completed();
        }

        record Input(UUID caseId, String outcome) {}
    }
}
