package io.traject.triggers.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.Outcome;
import io.traject.triggers.editing.CheckTrigger;
import io.traject.triggers.editing.RetireTrigger;
import io.traject.triggers.editing.SaveTrigger;
import io.traject.triggers.editing.SaveTrigger.Draft;
import io.traject.triggers.editing.Trigger;
import io.traject.triggers.editing.TriggerBook;
import io.traject.triggers.editing.TriggerList;
import io.traject.triggers.editing.TriggerMistake;
import io.traject.triggers.editing.TriggerState;
import io.traject.triggers.editing.TriggerSummary;
import io.traject.triggers.exchange.ReadTrigger;
import io.traject.web.api.Codes;
import io.traject.web.api.EntityTags;
import io.traject.web.api.ItemPage;
import io.traject.web.api.PageQuery;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Triggers as JSON, in the format in which they are exported. What has mistakes is told so and not kept. */
@RestController
@RequestMapping("/api/v1/triggers")
@Tag(name = "Triggers")
class TriggerApi {

    private static final PageQuery.Order BY_NAME = new PageQuery.Order("name", false);

    private static final String FORMAT =
            "name, description, event, condition ({all}, {any}, {not} or {field, operator, values}),"
                    + " actions ({kind, settings}), validFrom, validUntil, comment. 422 names each mistake by its place";

    private final TriggerList list;
    private final TriggerBook book;
    private final SaveTrigger save;
    private final CheckTrigger check;
    private final RetireTrigger retire;
    private final Authorization authorization;

    TriggerApi(
            TriggerList list,
            TriggerBook book,
            SaveTrigger save,
            CheckTrigger check,
            RetireTrigger retire,
            Authorization authorization) {
        this.list = list;
        this.book = book;
        this.save = save;
        this.check = check;
        this.retire = retire;
        this.authorization = authorization;
    }

    @GetMapping
    @Operation(
            summary = "List the triggers of the organisation, by name",
            description =
                    "state: draft, tested, published or retired. q: part of name or description. Sortable: name, event,"
                            + " changedAt")
    ItemPage<TriggerViews.Item> list(
            @RequestParam Optional<String> state,
            @RequestParam Optional<String> event,
            @RequestParam Optional<String> q,
            PageQuery query) {
        return ItemPage.of(
                        list.find(
                                new TriggerList.Filter(
                                        Codes.parse(TriggerState.class, "state", state),
                                        event,
                                        q.filter(text -> !text.isBlank())),
                                query.portion(TriggerList.SORTABLE, BY_NAME)),
                        query,
                        TriggerSummary::id)
                .map(TriggerViews.Item::of);
    }

    @PostMapping
    @Operation(summary = "Make a trigger, with a draft", description = FORMAT + ". 409 trigger-name-taken")
    ResponseEntity<TriggerViews.Whole> create(@RequestBody JsonNode written) throws BindException {
        UUID organisation = authorization.organisation(Permission.TRIGGERS_EDIT);
        Trigger made = save.create(draft(organisation, written)).orThrow();
        return ResponseEntity.created(URI.create("/api/v1/triggers/" + made.id()))
                .eTag(EntityTags.of(made.version()))
                .body(TriggerViews.Whole.of(made));
    }

    @GetMapping("/{id}")
    @Operation(summary = "Get a trigger with all its versions")
    ResponseEntity<TriggerViews.Whole> get(@PathVariable UUID id) {
        return answer(book.get(id));
    }

    @PutMapping("/{id}")
    @Operation(
            summary = "Write the draft of a trigger; without one, the next version",
            description = "Needs If-Match. " + FORMAT + ". What changed must be tested anew. 409 trigger-name-taken")
    ResponseEntity<TriggerViews.Whole> save(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode written)
            throws BindException {
        Trigger trigger = book.get(id);
        EntityTags.require(ifMatch, trigger.version());
        Draft draft = draft(trigger.organisation(), written);
        return answer(save.save(id, draft, OptionalLong.of(trigger.version())).orThrow());
    }

    @PostMapping("/{id}/retirement")
    @Operation(summary = "Stop a trigger, from the next event on", description = "409 trigger-not-running")
    ResponseEntity<TriggerViews.Whole> retire(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        Outcome<Trigger> retired = retire.retire(id, EntityTags.seen(ifMatch));
        return answer(retired.orThrow());
    }

    @DeleteMapping("/{id}")
    @Operation(
            summary = "Delete a trigger",
            description = "It stops, and is gone from the list; its versions and what it did stay known")
    ResponseEntity<Void> delete(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        retire.delete(id, EntityTags.seen(ifMatch));
        return ResponseEntity.noContent().build();
    }

    private Draft draft(UUID organisation, JsonNode written) throws BindException {
        ReadTrigger read = ReadTrigger.of(written);
        List<TriggerMistake> mistakes = new ArrayList<>(read.mistakes());
        if (mistakes.isEmpty()) {
            mistakes.addAll(check.check(organisation, read.draft().orElseThrow().content()));
        }
        if (!mistakes.isEmpty()) {
            throw problems(mistakes);
        }
        return read.draft().orElseThrow();
    }

    private static BindException problems(List<TriggerMistake> mistakes) {
        BeanPropertyBindingResult errors = new BeanPropertyBindingResult(mistakes, "trigger");
        mistakes.forEach(mistake -> errors.addError(new FieldError(
                "trigger",
                mistake.place(),
                null,
                false,
                new String[] {mistake.messageKey()},
                mistake.arguments().toArray(),
                mistake.code())));
        return new BindException(errors);
    }

    private static ResponseEntity<TriggerViews.Whole> answer(Trigger trigger) {
        return ResponseEntity.ok().eTag(EntityTags.of(trigger.version())).body(TriggerViews.Whole.of(trigger));
    }
}
