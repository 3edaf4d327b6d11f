package io.traject.triggers.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.rules.triggers.Judgement;
import io.traject.triggers.api.TriggerViews.Judged;
import io.traject.triggers.log.LoggedAction;
import io.traject.triggers.log.LoggedEvent;
import io.traject.triggers.log.LoggedFiring;
import io.traject.triggers.log.TriggerLog;
import io.traject.triggers.log.TriggerLog.Came;
import io.traject.triggers.log.TriggerLog.Whole;
import io.traject.triggers.log.WhyNot;
import io.traject.triggers.log.WhyNot.Answer;
import io.traject.triggers.running.MendFirings;
import io.traject.web.api.Codes;
import io.traject.web.api.ItemPage;
import io.traject.web.api.PageQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What triggers did at which event, and why others did not. */
@RestController
@RequestMapping("/api/v1/trigger-events")
@Tag(name = "Triggers")
class TriggerLogApi {

    private static final PageQuery.Order NEWEST_FIRST = new PageQuery.Order(TriggerLog.AT, true);

    private final TriggerLog log;
    private final WhyNot whyNot;
    private final MendFirings mend;
    private final Authorization authorization;

    TriggerLogApi(TriggerLog log, WhyNot whyNot, MendFirings mend, Authorization authorization) {
        this.log = log;
        this.whyNot = whyNot;
        this.mend = mend;
        this.authorization = authorization;
    }

    record Event(UUID id, String type, Instant at, List<Fired> fired) {

        static Event of(LoggedEvent event) {
            return new Event(event.id(), event.type(), event.at(), Fired.all(event.fired()));
        }
    }

    /** @param evaluated whether triggers have looked at it @param cause the event that led to it */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record WholeEvent(UUID id, String type, Instant at, boolean evaluated, Optional<UUID> cause, List<Fired> fired) {

        static WholeEvent of(Whole whole) {
            return new WholeEvent(
                    whole.event().id(),
                    whole.event().type(),
                    whole.event().at(),
                    whole.publication().isPresent(),
                    whole.cause(),
                    Fired.all(whole.fired()));
        }
    }

    /**
     * @param state {@code done}, {@code under-way}, {@code failed} or {@code stopped}
     * @param stopped {@code depth}: too many events led to it; {@code rate}: it fired too often; left out otherwise
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Fired(
            UUID id,
            UUID trigger,
            String name,
            int version,
            String state,
            Optional<String> stopped,
            List<Action> actions) {

        static List<Fired> all(List<LoggedFiring> firings) {
            return firings.stream().map(Fired::of).toList();
        }

        private static Fired of(LoggedFiring firing) {
            return new Fired(
                    firing.id(),
                    firing.trigger(),
                    firing.name(),
                    firing.version(),
                    Codes.of(firing.state()),
                    firing.stopped().map(Codes::of),
                    firing.actions().stream().map(Action::of).toList());
        }
    }

    /**
     * @param position from 0
     * @param state {@code waiting}, {@code done}, {@code failed} or {@code skipped}
     * @param code of what was done or why it was not
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Action(
            @JsonInclude int position,
            String state,
            String kind,
            String code,
            List<String> arguments,
            @JsonInclude int attempts,
            Optional<Instant> at) {

        static Action of(LoggedAction action) {
            return new Action(
                    action.position(),
                    Codes.of(action.state()),
                    action.kind(),
                    action.code(),
                    action.arguments(),
                    action.attempts(),
                    action.at());
        }
    }

    /**
     * @param version number of what was looked at
     * @param published whether that version ran when the event was evaluated
     * @param judgement {@code fires}, {@code fails}, {@code other-event}, {@code not-yet-valid}, {@code no-longer-valid} or
     *     {@code unfit}
     * @param condition what became of it, part by part; left out when it was not looked at
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Explained(UUID trigger, int version, boolean published, String judgement, Optional<Judged> condition) {

        static Explained of(Answer answer, boolean medical) {
            Judgement judgement = answer.judgement().orElse(null);
            return new Explained(
                    answer.trigger().id(),
                    answer.version().number(),
                    answer.ran(),
                    switch (judgement) {
                        case null -> "unfit";
                        case Judgement.Fires fires -> "fires";
                        case Judgement.Fails fails -> "fails";
                        case Judgement.OtherEvent other -> "other-event";
                        case Judgement.NotYetValid notYet -> "not-yet-valid";
                        case Judgement.NoLongerValid noLonger -> "no-longer-valid";
                    },
                    switch (judgement) {
                        case Judgement.Fires(var explanation) -> Optional.of(Judged.of(explanation, medical));
                        case Judgement.Fails(var explanation) -> Optional.of(Judged.of(explanation, medical));
                        case null, default -> Optional.empty();
                    });
        }
    }

    @GetMapping
    @Operation(
            summary = "List the events that triggers looked at, the newest first",
            description = "came: fired, failed or stopped. event: a type. trigger: the id of one that fired."
                    + " number: of the case or the employee that it was about")
    ItemPage<Event> list(
            @RequestParam Optional<String> came,
            @RequestParam Optional<String> event,
            @RequestParam Optional<UUID> trigger,
            @RequestParam Optional<String> number,
            PageQuery query) {
        return ItemPage.of(
                        log.find(
                                new TriggerLog.Filter(Codes.parse(Came.class, "came", came), event, trigger, number),
                                query.portion(Set.of(TriggerLog.AT), NEWEST_FIRST)),
                        query,
                        LoggedEvent::id)
                .map(Event::of);
    }

    @GetMapping("/{event}")
    @Operation(summary = "Get an event with what fired and what became of it")
    WholeEvent get(@PathVariable UUID event) {
        return WholeEvent.of(log.get(event));
    }

    @GetMapping("/{event}/explanations/{trigger}")
    @Operation(summary = "Why a trigger fired at an event, or why not, with the value that each condition saw")
    Explained explain(@PathVariable UUID event, @PathVariable UUID trigger) {
        return Explained.of(whyNot.about(event, trigger), authorization.may(Permission.MEDICAL_VIEW));
    }

    @PostMapping("/{event}/firings/{firing}/actions/{position}/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Have an action tried once more that was not done",
            description = "409 trigger-action-not-failed, trigger-action-being-tried")
    void retry(@PathVariable UUID event, @PathVariable UUID firing, @PathVariable int position) {
        mend.retry(event, firing, position).orThrow();
    }

    @PostMapping("/{event}/firings/{firing}/actions/{position}/skip")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Leave an action undone; those after it are done",
            description = "409 trigger-action-not-failed, trigger-action-being-tried")
    void skip(@PathVariable UUID event, @PathVariable UUID firing, @PathVariable int position) {
        mend.skip(event, firing, position).orThrow();
    }
}
