package io.traject.triggers.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.events.EventCatalogue;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.Refusal;
import io.traject.triggers.editing.FactsReader;
import io.traject.triggers.editing.PublishTrigger;
import io.traject.triggers.editing.PublishTrigger.Outlook;
import io.traject.triggers.editing.TestedHow;
import io.traject.triggers.editing.Trigger;
import io.traject.triggers.editing.TriggerBook;
import io.traject.triggers.editing.TryTrigger;
import io.traject.triggers.editing.TryTrigger.Attempt;
import io.traject.web.api.EntityTags;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The way of a draft to publication: tried, looked at, published. */
@RestController
@RequestMapping("/api/v1/triggers/{id}")
@Tag(name = "Triggers")
class TriggerPublicationApi {

    private final TriggerBook book;
    private final TryTrigger tryTrigger;
    private final PublishTrigger publish;
    private final EventCatalogue events;
    private final Authorization authorization;
    private final BusinessTime time;

    TriggerPublicationApi(
            TriggerBook book,
            TryTrigger tryTrigger,
            PublishTrigger publish,
            EventCatalogue events,
            Authorization authorization,
            BusinessTime time) {
        this.book = book;
        this.tryTrigger = tryTrigger;
        this.publish = publish;
        this.events = events;
        this.authorization = authorization;
        this.time = time;
    }

    /**
     * What is supposed.
     *
     * @param day on which it happens; left out: today
     * @param now values of fields by their keys: texts, numbers, {@code true} and {@code false}, days as {@code 2026-11-29}, lists
     * @param before what fields were that the event changed
     * @param changed keys of fields that changed, also where {@code before} says nothing
     */
    record Supposed(
            @Nullable LocalDate day,
            @Nullable Map<String, JsonNode> now,
            @Nullable Map<String, JsonNode> before,
            @Nullable Set<String> changed) {}

    /** @param agreedLoops keys of loops that may be */
    record Publication(@Nullable Set<String> agreedLoops) {}

    /**
     * @param refusal code of what stands in the way; left out when nothing does
     * @param loops of which each must be agreed to
     */
    record Prospect(Optional<String> refusal, List<Loop> loops) {}

    /** @param triggers by name, in the order in which they set each other off */
    record Loop(String key, List<String> triggers) {}

    @PostMapping("/test")
    @Operation(
            summary = "Try the draft on what is supposed; nothing is done",
            description =
                    "Then it is tested, and can be published. 409 trigger-mistakes, 422 with the fields that can’t be read")
    TriggerViews.Tried test(@PathVariable UUID id, @RequestBody Supposed supposed) throws BindException {
        Trigger trigger = book.get(id);
        String event = trigger.written().content().event();
        FactsReader read = FactsReader.read(
                trigger.organisation(),
                event,
                Objects.requireNonNullElseGet(supposed.day(), time::today),
                events.fields(trigger.organisation(), event),
                texts(supposed.now()),
                texts(supposed.before()),
                Objects.requireNonNullElse(supposed.changed(), Set.of()));
        if (!read.wrong().isEmpty()) {
            throw unreadable(read);
        }
        return TriggerViews.Tried.of(
                tryTrigger
                        .on(
                                id,
                                new Attempt(read.facts(), Map.of(), TestedHow.BY_HAND),
                                authorization.actor().language())
                        .orThrow(),
                authorization.may(Permission.MEDICAL_VIEW));
    }

    @PostMapping("/test/{event}")
    @Operation(
            summary = "Try the draft on an event that really happened; nothing is done",
            description = "Then it is tested. 409 trigger-mistakes, trigger-other-event")
    TriggerViews.Tried testOn(@PathVariable UUID id, @PathVariable UUID event) {
        return TriggerViews.Tried.of(
                tryTrigger.onPast(id, event, authorization.actor().language()).orThrow(),
                authorization.may(Permission.MEDICAL_VIEW));
    }

    @GetMapping("/publication")
    @Operation(summary = "See what stands in the way of publication, and which loops would have to be agreed to")
    Prospect outlook(@PathVariable UUID id) {
        Outlook outlook = publish.outlook(id);
        return new Prospect(
                outlook.refusal().map(Refusal::code),
                outlook.loops().stream()
                        .map(loop -> new Loop(loop.key(), loop.names()))
                        .toList());
    }

    @PostMapping("/publication")
    @Operation(
            summary = "Let the draft run from the next event on",
            description =
                    "409 trigger-no-draft, trigger-untested, trigger-mistakes, trigger-loop-own for one that sets off"
                            + " itself, trigger-loop until agreedLoops names it")
    ResponseEntity<TriggerViews.Whole> publish(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Publication publication) {
        Trigger published = publish.publish(
                        id, EntityTags.seen(ifMatch), Objects.requireNonNullElse(publication.agreedLoops(), Set.of()))
                .orThrow();
        return ResponseEntity.ok().eTag(EntityTags.of(published.version())).body(TriggerViews.Whole.of(published));
    }

    private static Map<String, List<String>> texts(@Nullable Map<String, JsonNode> values) {
        Map<String, List<String>> texts = new HashMap<>();
        Objects.requireNonNullElse(values, Map.<String, JsonNode>of())
                .forEach((key, value) -> texts.put(
                        key,
                        value.isArray()
                                ? value.valueStream()
                                        .map(TriggerPublicationApi::text)
                                        .toList()
                                : List.of(text(value))));
        return texts;
    }

    private static String text(JsonNode value) {
        return value.isNumber()
                ? value.decimalValue().toPlainString()
                : value.isValueNode() && !value.isNull() ? value.asString() : "";
    }

    private static BindException unreadable(FactsReader read) {
        BeanPropertyBindingResult errors = new BeanPropertyBindingResult(read, "supposed");
        read.wrong().stream()
                .sorted()
                .forEach(key -> errors.addError(new FieldError(
                        "supposed", key, null, false, new String[] {"triggers.test.unreadable"}, null, key)));
        return new BindException(errors);
    }
}
