package io.traject.processes;

import io.camunda.zeebe.exporter.api.Exporter;
import io.camunda.zeebe.exporter.api.context.Context;
import io.camunda.zeebe.exporter.api.context.Controller;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.RecordType;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.value.IncidentRecordValue;
import io.camunda.zeebe.protocol.record.value.MessageStartEventSubscriptionRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import io.camunda.zeebe.protocol.record.value.TimerRecordValue;
import io.camunda.zeebe.protocol.record.value.UserTaskRecordValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;

/** Runs inside the broker and writes what happens to a file, one {@link Trace.Line} a line. */
public final class TraceExporter implements Exporter {

    private static final Set<ValueType> TRACED = Set.of(
            ValueType.MESSAGE_START_EVENT_SUBSCRIPTION,
            ValueType.PROCESS_INSTANCE,
            ValueType.TIMER,
            ValueType.USER_TASK,
            ValueType.INCIDENT);

    private Path file;
    private Writer writer;
    private Controller controller;

    @Override
    public void configure(Context context) {
        file = Path.of((String) context.getConfiguration().getArguments().get("file"));
        context.setFilter(new Context.RecordFilter() {
            @Override
            public boolean acceptType(RecordType type) {
                return type == RecordType.EVENT;
            }

            @Override
            public boolean acceptValue(ValueType type) {
                return TRACED.contains(type);
            }
        });
    }

    @Override
    public void open(Controller theController) {
        controller = theController;
        try {
            writer = Files.newBufferedWriter(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void export(Record<?> record) {
        try {
            writer.write(line(record) + "\n");
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        controller.updateLastExportedRecordPosition(record.getPosition());
    }

    private static Trace.Line line(Record<?> record) {
        var event = record.getValueType() + "." + record.getIntent();
        return switch (record.getValue()) {
            case MessageStartEventSubscriptionRecordValue start ->
                new Trace.Line(event, record.getKey(), start.getProcessInstanceKey(), start.getCorrelationKey());
            case ProcessInstanceRecordValue element ->
                new Trace.Line(event, record.getKey(), element.getProcessInstanceKey(), element.getElementId());
            case TimerRecordValue timer ->
                new Trace.Line(
                        event,
                        record.getKey(),
                        timer.getProcessInstanceKey(),
                        Instant.ofEpochMilli(timer.getDueDate()).toString());
            case UserTaskRecordValue task ->
                new Trace.Line(event, record.getKey(), task.getProcessInstanceKey(), task.getElementId());
            case IncidentRecordValue incident ->
                new Trace.Line(event, record.getKey(), incident.getProcessInstanceKey(), incident.getElementId());
            default -> throw new IllegalStateException("Not asked for: " + record);
        };
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
