package io.traject.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.camunda.zeebe.client.ZeebeClient;
import io.traject.broker.Broker;
import io.traject.broker.BrokerSettings;
import io.traject.broker.ExporterSetting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** A real broker with the models, shared by all tests of a run; its clock only moves forward. */
final class Engine implements AutoCloseable {

    private final Broker broker;
    private final ZeebeClient client;
    private final Trace trace;
    private Duration offset = Duration.ZERO;

    private Engine(Broker broker, Trace trace) {
        this.broker = broker;
        this.trace = trace;
        this.client = ZeebeClient.newClientBuilder()
                .usePlaintext()
                .grpcAddress(broker.grpcAddress())
                .restAddress(broker.restAddress())
                .build();
    }

    private static Engine start() {
        try {
            Path directory = Files.createTempDirectory(Path.of("target"), "engine");
            Path trace = directory.resolve("trace.txt").toAbsolutePath();
            var settings = BrokerSettings.forTests(directory.resolve("data")).toBuilder()
                    .classpathOf(TraceExporter.class)
                    .exporter(new ExporterSetting(
                            "trace", TraceExporter.class.getName(), Map.of("file", trace.toString())))
                    .build();
            var engine = new Engine(Broker.start(settings).awaitReady(Duration.ofMinutes(2)), new Trace(trace));
            ProcessModels.all().forEach(engine::deploy);
            return engine;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers the key of the version that new instances run from now on. */
    long deploy(ProcessModel model) {
        return client.newDeployResourceCommand()
                .addResourceStringUtf8(model.xml(), model.resourceName())
                .send()
                .join()
                .getProcesses()
                .getFirst()
                .getProcessDefinitionKey();
    }

    ZeebeClient client() {
        return client;
    }

    Trace trace() {
        return trace;
    }

    /** By the engine's clock, as precisely as that is. */
    Instant now() {
        return Instant.now().plus(offset).truncatedTo(ChronoUnit.MILLIS);
    }

    void advance(Duration duration) {
        broker.clock().advance(duration);
        offset = offset.plus(duration);
    }

    void publish(String message, UUID correlationKey, Map<String, Object> variables) {
        client.newPublishMessageCommand()
                .messageName(message)
                .correlationKey(correlationKey.toString())
                .messageId(UUID.randomUUID().toString())
                .timeToLive(Duration.ofDays(7))
                .variables(variables)
                .send()
                .join();
    }

    /** Starts a process by its message and waits until the engine has created the instance. */
    Instance start(String message, UUID businessKey, Map<String, Object> variables) {
        publish(message, businessKey, variables);
        var created = await().atMost(Instance.PATIENCE)
                .until(
                        () -> trace.lines()
                                .filter(line -> line.event().equals("MESSAGE_START_EVENT_SUBSCRIPTION.CORRELATED"))
                                .filter(line -> line.subject().equals(businessKey.toString()))
                                .toList(),
                        lines -> !lines.isEmpty());
        assertThat(created).hasSize(1);
        return new Instance(this, created.getFirst().processInstanceKey(), businessKey);
    }

    /** Starts a process for what another instance was about, which has ended. */
    Instance startAgain(String message, Instance ended, Map<String, Object> variables) {
        publish(message, ended.businessKey(), variables);
        var created = await().atMost(Instance.PATIENCE)
                .until(
                        () -> trace.lines()
                                .filter(line -> line.event().equals("MESSAGE_START_EVENT_SUBSCRIPTION.CORRELATED"))
                                .filter(line -> line.subject()
                                        .equals(ended.businessKey().toString()))
                                .filter(line -> line.processInstanceKey() != ended.key())
                                .toList(),
                        lines -> !lines.isEmpty());
        assertThat(created).hasSize(1);
        return new Instance(this, created.getFirst().processInstanceKey(), ended.businessKey());
    }

    @Override
    public void close() {
        client.close();
        broker.close();
    }

    /** Gives tests the engine of the run, started at the first need. */
    static final class Shared implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Engine.class;
        }

        @Override
        public Engine resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(Engine.class))
                    .computeIfAbsent(Engine.class, _ -> Engine.start(), Engine.class);
        }
    }
}
