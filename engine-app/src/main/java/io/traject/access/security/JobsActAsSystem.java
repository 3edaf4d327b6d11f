package io.traject.access.security;

import io.traject.access.SystemActor;
import io.traject.workers.engine.Job;
import io.traject.workers.engine.JobHandler;
import io.traject.workers.engine.JobOutcome;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/** Jobs of the engine are done by nobody in person: they act as the system. */
@Component
final class JobsActAsSystem implements BeanPostProcessor {

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        return bean instanceof JobHandler<?> handler ? new AsSystem<>(handler) : bean;
    }

    record AsSystem<V>(JobHandler<V> handler) implements JobHandler<V> {

        @Override
        public String jobType() {
            return handler.jobType();
        }

        @Override
        public Class<V> variables() {
            return handler.variables();
        }

        @Override
        public JobOutcome handle(Job<V> job) throws Exception {
            return SystemActor.call(() -> handler.handle(job));
        }

        @Override
        public int inFlight() {
            return handler.inFlight();
        }

        @Override
        public void windUp() {
            handler.windUp();
        }
    }
}
