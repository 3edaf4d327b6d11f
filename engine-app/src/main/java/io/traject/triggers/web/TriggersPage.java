package io.traject.triggers.web;

import io.traject.kernel.Language;
import io.traject.kernel.Outcome;
import io.traject.kernel.lists.Slice;
import io.traject.triggers.editing.CheckTrigger;
import io.traject.triggers.editing.FieldNames;
import io.traject.triggers.editing.RetireTrigger;
import io.traject.triggers.editing.RuleWords;
import io.traject.triggers.editing.Trigger;
import io.traject.triggers.editing.TriggerBook;
import io.traject.triggers.editing.TriggerList;
import io.traject.triggers.editing.TriggerList.Filter;
import io.traject.triggers.editing.TriggerState;
import io.traject.triggers.editing.TriggerSummary;
import io.traject.triggers.editing.TriggerVersion;
import io.traject.triggers.log.TriggerLog;
import io.traject.web.Flash;
import io.traject.web.ListDefaults;
import io.traject.web.ListPage;
import io.traject.web.ListQuery;
import io.traject.web.Option;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
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

/** The triggers of the organisation, and each with its versions; how they are stopped and deleted. */
@Controller
@RequestMapping("/admin/triggers")
class TriggersPage {

    private static final String LIST = "redirect:/admin/triggers";

    private final TriggerList list;
    private final TriggerBook book;
    private final TriggerLog log;
    private final RetireTrigger retire;
    private final CheckTrigger check;
    private final FieldNames names;
    private final RuleWords words;
    private final MessageSource messages;

    TriggersPage(
            TriggerList list,
            TriggerBook book,
            TriggerLog log,
            RetireTrigger retire,
            CheckTrigger check,
            FieldNames names,
            RuleWords words,
            MessageSource messages) {
        this.list = list;
        this.book = book;
        this.log = log;
        this.retire = retire;
        this.check = check;
        this.names = names;
        this.words = words;
        this.messages = messages;
    }

    /** @param event in the reader's words */
    record Row(TriggerSummary trigger, String event) {}

    @GetMapping
    String list(
            @ListDefaults(
                            sort = "name",
                            sortable = {"name", "event", "changedAt"},
                            filters = {"q", "event", "state"})
                    ListQuery query,
            Locale locale,
            Model model) {
        Language language = Language.of(locale);
        Slice<TriggerSummary> found = list.find(
                new Filter(
                        query.filter("state").flatMap(TriggersPage::state), query.filter("event"), query.filter("q")),
                query.portion());
        model.addAttribute(
                "list",
                ListPage.of(query, found, TriggerSummary::id)
                        .map(trigger -> new Row(trigger, names.event(trigger.event(), language))));
        model.addAttribute(
                "events",
                list.events().stream()
                        .map(event -> new Option(event, names.event(event, language)))
                        .sorted(Comparator.comparing(Option::label))
                        .toList());
        model.addAttribute(
                "states",
                Arrays.stream(TriggerState.values())
                        .map(state -> new Option(
                                state.name(), messages.getMessage("triggers.states." + state, null, language.locale())))
                        .toList());
        model.addAttribute("trouble", log.trouble());
        return "triggers/list";
    }

    /** @param sentence what it says */
    record Version(TriggerVersion version, String sentence) {}

    @GetMapping("/deleted")
    String deleted(
            @ListDefaults(
                            sort = "-at",
                            sortable = {"name", "at"},
                            filters = "q")
                    ListQuery query,
            Model model) {
        model.addAttribute(
                "list", ListPage.of(query, list.deleted(query.filter("q"), query.portion()), TriggerList.Deleted::id));
        return "triggers/deleted";
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Locale locale, Model model) {
        Trigger trigger = book.read(id);
        Language language = Language.of(locale);
        List<Version> versions = trigger.versions().stream()
                .map(version ->
                        new Version(version, words.sentence(trigger.organisation(), version.content(), language)))
                .toList();
        model.addAttribute("trigger", trigger);
        model.addAttribute("versions", versions);
        model.addAttribute("running", one(versions, trigger.running()));
        model.addAttribute("open", one(versions, trigger.open()));
        model.addAttribute(
                "mistakes",
                trigger.open()
                        .map(draft -> check.check(trigger.organisation(), draft.content())
                                .size())
                        .orElse(0));
        return "triggers/trigger";
    }

    @GetMapping("/{id}/retirement")
    String askRetirement(@PathVariable UUID id, Locale locale, Model model) {
        return ask(book.get(id), "retirement", locale, model);
    }

    @PostMapping("/{id}/retirement")
    String retire(@PathVariable UUID id, @RequestParam long version, RedirectAttributes redirect) {
        switch (retire.retire(id, OptionalLong.of(version))) {
            case Outcome.Done<Trigger>(Trigger trigger) -> Flash.success(redirect, "triggers.retired", trigger.name());
            case Outcome.Refused<Trigger>(var refusal) ->
                Flash.danger(redirect, refusal.messageKey(), refusal.arguments().toArray());
        }
        return LIST + "/" + id;
    }

    @GetMapping("/{id}/deletion")
    String askDeletion(@PathVariable UUID id, Locale locale, Model model) {
        return ask(book.get(id), "deletion", locale, model);
    }

    @PostMapping("/{id}/deletion")
    String delete(@PathVariable UUID id, @RequestParam long version, RedirectAttributes redirect) {
        Flash.success(
                redirect,
                "triggers.deleted",
                retire.delete(id, OptionalLong.of(version)).name());
        return LIST;
    }

    private String ask(Trigger trigger, String what, Locale locale, Model model) {
        model.addAttribute("trigger", trigger);
        model.addAttribute("what", what);
        model.addAttribute(
                "consequences",
                List.of(messages.getMessage(
                        "triggers." + what + (trigger.running().isPresent() ? ".running" : ".stopped"), null, locale)));
        return "triggers/ending";
    }

    private static @Nullable Version one(List<Version> versions, Optional<TriggerVersion> wanted) {
        return versions.stream()
                .filter(each -> wanted.filter(one -> one == each.version()).isPresent())
                .findFirst()
                .orElse(null);
    }

    private static Optional<TriggerState> state(String name) {
        return Arrays.stream(TriggerState.values())
                .filter(state -> state.name().equals(name))
                .findFirst();
    }
}
