package io.traject.triggers.web;

import static io.traject.access.FilePart.EVENT;
import static io.traject.access.FilePart.MEDICAL;

import io.traject.access.AccessLog;
import io.traject.access.Authorization;
import io.traject.access.FileKind;
import io.traject.access.Permission;
import io.traject.access.PersonalFile;
import io.traject.events.EventCatalogue;
import io.traject.events.EventSnapshot;
import io.traject.kernel.Language;
import io.traject.kernel.Outcome;
import io.traject.kernel.Refusal;
import io.traject.rules.triggers.Explanation;
import io.traject.rules.triggers.Facts;
import io.traject.rules.triggers.Field;
import io.traject.rules.triggers.Judgement;
import io.traject.triggers.editing.ExplainedLine;
import io.traject.triggers.editing.FieldNames;
import io.traject.triggers.editing.MedicalFields;
import io.traject.triggers.editing.RuleWords;
import io.traject.triggers.editing.RuleWords.Teller;
import io.traject.triggers.editing.Trigger;
import io.traject.triggers.editing.TriggerBook;
import io.traject.triggers.log.LoggedAction;
import io.traject.triggers.log.LoggedEvent;
import io.traject.triggers.log.LoggedFiring;
import io.traject.triggers.log.TriggerLog;
import io.traject.triggers.log.TriggerLog.Came;
import io.traject.triggers.log.TriggerLog.Filter;
import io.traject.triggers.log.TriggerLog.Whole;
import io.traject.triggers.log.WhyNot;
import io.traject.triggers.log.WhyNot.Answer;
import io.traject.triggers.running.MendFirings;
import io.traject.web.Flash;
import io.traject.web.ListDefaults;
import io.traject.web.ListPage;
import io.traject.web.ListQuery;
import io.traject.web.Option;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What triggers did at which event, why others did not, and what is to be done about what failed. */
@Controller
@RequestMapping("/admin/triggers/log")
class TriggerLogPage {

    private final TriggerLog log;
    private final WhyNot whyNot;
    private final MendFirings mend;
    private final TriggerBook book;
    private final EventCatalogue events;
    private final FieldNames names;
    private final RuleWords words;
    private final Authorization authorization;
    private final AccessLog accessLog;
    private final MessageSource messages;

    TriggerLogPage(
            TriggerLog log,
            WhyNot whyNot,
            MendFirings mend,
            TriggerBook book,
            EventCatalogue events,
            FieldNames names,
            RuleWords words,
            Authorization authorization,
            AccessLog accessLog,
            MessageSource messages) {
        this.log = log;
        this.whyNot = whyNot;
        this.mend = mend;
        this.book = book;
        this.events = events;
        this.names = names;
        this.words = words;
        this.authorization = authorization;
        this.accessLog = accessLog;
        this.messages = messages;
    }

    /** @param name of the event in the reader's words */
    record Row(LoggedEvent event, String name) {}

    @GetMapping
    String list(
            @ListDefaults(
                            sort = "-at",
                            sortable = TriggerLog.AT,
                            filters = {"q", "came", "event", "trigger"})
                    ListQuery query,
            Locale locale,
            Model model) {
        Language language = Language.of(locale);
        Filter filter = new Filter(
                query.filter("came").flatMap(TriggerLogPage::came),
                query.filter("event"),
                query.filter("trigger").flatMap(TriggerLogPage::id),
                query.filter("q"));
        model.addAttribute(
                "list",
                ListPage.of(query, log.find(filter, query.portion()), LoggedEvent::id)
                        .map(event -> new Row(event, names.event(event.type(), language))));
        model.addAttribute(
                "came",
                Arrays.stream(Came.values())
                        .map(came ->
                                new Option(came.name(), messages.getMessage("triggers.log.came." + came, null, locale)))
                        .toList());
        model.addAttribute(
                "events",
                log.types().stream()
                        .map(type -> new Option(type, names.event(type, language)))
                        .sorted(Comparator.comparing(Option::label))
                        .toList());
        model.addAttribute("triggers", triggers(filter.trigger()));
        return "triggers/log";
    }

    /** An action in words. @param kind empty while nobody tried it */
    record Line(LoggedAction action, String kind, String text) {}

    /** @param lines what became of its actions */
    record Fired(LoggedFiring firing, List<Line> lines) {}

    /** Something that was known. */
    record Known(String label, Optional<String> value, Optional<String> before) {}

    /**
     * Why a trigger did not fire, or did.
     *
     * @param text the reason in one sentence
     * @param lines what became of each condition; empty when they were not looked at
     */
    record Why(Answer answer, String text, List<ExplainedLine> lines) {}

    /** @param why a trigger of which the reader wants to know it */
    @GetMapping("/{event}")
    String show(
            @PathVariable UUID event, @RequestParam(required = false) @Nullable UUID why, Locale locale, Model model) {
        Whole whole = log.get(event);
        Language language = Language.of(locale);
        EventSnapshot snapshot = whole.event();
        Teller teller = words.of(snapshot.organisation(), snapshot.type(), language);
        model.addAttribute("whole", whole);
        model.addAttribute("name", names.event(snapshot.type(), language));
        model.addAttribute(
                "fired",
                whole.fired().stream()
                        .map(firing -> new Fired(
                                firing,
                                firing.actions().stream()
                                        .map(action -> line(action, teller, locale))
                                        .toList()))
                        .toList());
        List<Field> known = known(snapshot);
        List<Field> shown = known.stream().filter(this::mayKnow).toList();
        model.addAttribute(
                "known",
                shown.stream()
                        .map(field -> known(field, snapshot.facts(), teller))
                        .toList());
        accessLog.looked(files(snapshot), shown.stream().anyMatch(MedicalFields::includes) ? MEDICAL : EVENT);
        model.addAttribute("hidden", known.size() - shown.size());
        model.addAttribute("triggers", triggers(Optional.empty()));
        model.addAttribute("why", why == null ? null : why(whyNot.about(event, why), teller, language));
        return "triggers/logged";
    }

    @PostMapping("/{event}/firings/{firing}/actions/{position}/retry")
    String retry(
            @PathVariable UUID event,
            @PathVariable UUID firing,
            @PathVariable int position,
            RedirectAttributes redirect) {
        return mended(event, mend.retry(event, firing, position), "triggers.log.retried", redirect);
    }

    @PostMapping("/{event}/firings/{firing}/actions/{position}/skip")
    String skip(
            @PathVariable UUID event,
            @PathVariable UUID firing,
            @PathVariable int position,
            RedirectAttributes redirect) {
        return mended(event, mend.skip(event, firing, position), "triggers.log.skipped", redirect);
    }

    private static String mended(UUID event, Outcome<UUID> outcome, String success, RedirectAttributes redirect) {
        switch (outcome) {
            case Outcome.Done<UUID> done -> Flash.success(redirect, success);
            case Outcome.Refused<UUID>(Refusal refusal) ->
                Flash.danger(redirect, refusal.messageKey(), refusal.arguments().toArray());
        }
        return "redirect:/admin/triggers/log/" + event;
    }

    private Line line(LoggedAction action, Teller teller, Locale locale) {
        String key = switch (action.state()) {
            case WAITING -> "triggers.log.waiting";
            case DONE -> "trigger.done." + action.code();
            case FAILED, SKIPPED -> action.code().equals("fault") ? "triggers.log.fault" : "refusal." + action.code();
        };
        String text = messages.getMessage(key, action.arguments().toArray(), action.code(), locale);
        return new Line(
                action, action.kind().isEmpty() ? "" : teller.kind(action.kind()), text == null ? action.code() : text);
    }

    private List<Field> known(EventSnapshot snapshot) {
        Facts facts = snapshot.facts();
        return events.fields(snapshot.organisation(), snapshot.type()).stream()
                .filter(field ->
                        facts.now().containsKey(field.key()) || facts.changed().contains(field.key()))
                .toList();
    }

    private boolean mayKnow(Field field) {
        return !MedicalFields.includes(field) || authorization.may(Permission.MEDICAL_VIEW);
    }

    private static Known known(Field field, Facts facts, Teller teller) {
        return new Known(
                teller.field(field.key()),
                teller.seen(field.key(), facts.now().get(field.key())),
                teller.seen(field.key(), facts.before().get(field.key())));
    }

    private Why why(Answer answer, Teller teller, Language language) {
        Locale locale = language.locale();
        Judgement judgement = answer.judgement().orElse(null);
        Optional<Explanation> explanation = switch (judgement) {
            case Judgement.Fires(Explanation whole) -> Optional.of(whole);
            case Judgement.Fails(Explanation whole) -> Optional.of(whole);
            case null, default -> Optional.empty();
        };
        String text = switch (judgement) {
            case null -> messages.getMessage("triggers.log.why.unfit", null, locale);
            case Judgement.OtherEvent none ->
                messages.getMessage(
                        "triggers.log.why.otherEvent",
                        new Object[] {names.event(answer.version().content().event(), language)},
                        locale);
            case Judgement.NotYetValid(var from) ->
                messages.getMessage("triggers.log.why.notYet", new Object[] {teller.day(from)}, locale);
            case Judgement.NoLongerValid(var until) ->
                messages.getMessage("triggers.log.why.noLonger", new Object[] {teller.day(until)}, locale);
            case Judgement.Fires fires -> messages.getMessage("triggers.log.why.fires", null, locale);
            case Judgement.Fails(Explanation whole) ->
                messages.getMessage(
                        "triggers.log.why.fails",
                        new Object[] {
                            whole.firstFailure()
                                    .map(failure -> teller.condition(failure.condition()))
                                    .orElse("")
                        },
                        locale);
        };
        return new Why(
                answer,
                text,
                explanation
                        .map(whole -> ExplainedLine.of(
                                whole,
                                teller,
                                group -> messages.getMessage("triggers.editor.group." + group, null, locale),
                                authorization.may(Permission.MEDICAL_VIEW)))
                        .orElse(List.of()));
    }

    /** @param chosen one that may have been deleted */
    private List<Option> triggers(Optional<UUID> chosen) {
        List<Trigger> offered = new ArrayList<>(book.all());
        chosen.filter(id -> offered.stream().noneMatch(one -> one.id().equals(id)))
                .flatMap(id -> book.deleted(id))
                .ifPresent(offered::add);
        return offered.stream()
                .map(trigger -> new Option(trigger.id().toString(), trigger.name()))
                .toList();
    }

    private static List<PersonalFile> files(EventSnapshot event) {
        return Stream.of(FileKind.CASE, FileKind.EMPLOYEE)
                .flatMap(kind -> Stream.ofNullable(
                                event.things().get(kind.name().toLowerCase(Locale.ROOT)))
                        .map(id -> PersonalFile.of(kind, id, event.organisation())))
                .toList();
    }

    private static Optional<Came> came(String name) {
        return Arrays.stream(Came.values())
                .filter(came -> came.name().equals(name))
                .findFirst();
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
