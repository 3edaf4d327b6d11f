package io.traject.platform;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the embedded platform shows in health and metrics. */
@Configuration
class PlatformConfiguration {

    /** Up while every child that is needed runs; without embedded children, always. */
    @Bean
    HealthIndicator platformHealthIndicator(ObjectProvider<EmbeddedPlatform> platform) {
        return () -> {
            List<Supervisor> children = needed(platform);
            boolean running = children.stream().allMatch(child -> child.state() == Supervisor.State.RUNNING);
            Health.Builder health = running ? Health.up() : Health.down();
            children.forEach(child -> health.withDetail(child.name(), child.state()));
            return health.build();
        };
    }

    @Bean
    PlatformChildren platformChildren(ObjectProvider<EmbeddedPlatform> platform) {
        return () -> Stream.concat(
                        needed(platform).stream().map(child -> status(child, true)),
                        beside(platform).stream().map(child -> status(child, false)))
                .toList();
    }

    @Bean
    MeterBinder childRestarts(ObjectProvider<EmbeddedPlatform> platform) {
        return registry -> Stream.concat(needed(platform).stream(), beside(platform).stream())
                .forEach(child -> FunctionCounter.builder("traject.platform.restarts", child, Supervisor::restarts)
                        .description("How often a child that ended unexpectedly was started again")
                        .tag("child", child.name())
                        .register(registry));
    }

    private static PlatformChildren.ChildStatus status(Supervisor child, boolean needed) {
        return new PlatformChildren.ChildStatus(
                child.name(),
                needed,
                child.state() == Supervisor.State.RUNNING,
                child.state().name(),
                child.restarts(),
                child.since());
    }

    private static List<Supervisor> needed(ObjectProvider<EmbeddedPlatform> platform) {
        return platform.stream()
                .flatMap(embedded -> embedded.children().stream())
                .toList();
    }

    private static List<Supervisor> beside(ObjectProvider<EmbeddedPlatform> platform) {
        return platform.stream()
                .flatMap(embedded -> embedded.operate().children().stream())
                .toList();
    }
}
