package io.traject.cases.web;

import io.traject.access.Actor;
import io.traject.events.DomainEventLog;
import io.traject.web.Meaning;
import io.traject.web.TimelineEntry;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What happened to a case, told in the reader's language, the newest first. */
@Component
class CaseTimeline {

    private final DomainEventLog events;
    private final MessageSource messages;

    CaseTimeline(DomainEventLog events, MessageSource messages) {
        this.events = events;
        this.messages = messages;
    }

    List<TimelineEntry> of(UUID caseId, Locale locale) {
        return events.ofCase(caseId).reversed().stream()
                .map(event -> entry(event, locale))
                .toList();
    }

    private TimelineEntry entry(DomainEventLog.Entry event, Locale locale) {
        TimelineEntry told = TimelineEntry.of(
                        event.at(), meaning(event.type()), text("cases.event." + event.type(), event.type(), locale))
                .by(
                        event.actorKind() == Actor.Kind.RESIDENT
                                ? text("cases.supplied.byResident", event.actor(), locale)
                                : event.actor());
        String more = more(event, locale);
        return more.isEmpty() ? told : told.saying(more);
    }

    private String more(DomainEventLog.Entry event, Locale locale) {
        String outcome = Objects.toString(event.facts().get("outcome"), "");
        if (event.facts().get("taskType") instanceof String task) {
            String title = text("task." + task + ".title", task, locale);
            return outcome.isEmpty()
                    ? title
                    : title + ": " + text("task." + task + ".outcome." + outcome, outcome, locale);
        }
        if (event.facts().get("reason") instanceof String reason) {
            return reason;
        }
        if (event.after().get("reason") instanceof String reason) {
            return reason;
        }
        if (event.facts().get("step") instanceof String step) {
            return text("processes." + event.facts().get("process") + "." + step, step, locale);
        }
        return outcome.isEmpty() ? "" : text("cases.outcome." + outcome, outcome, locale);
    }

    private String text(String key, String otherwise, Locale locale) {
        return Objects.requireNonNullElse(messages.getMessage(key, new Object[0], otherwise, locale), otherwise);
    }

    private static Meaning meaning(String type) {
        return switch (type) {
            case "case.cancelled" -> Meaning.WARNING;
            case "case.closed", "task.completed" -> Meaning.SUCCESS;
            default -> Meaning.INFO;
        };
    }
}
