package io.traject.triggers.web;

import io.traject.events.EventCatalogue;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.Language;
import io.traject.rules.triggers.Field;
import io.traject.rules.triggers.FieldType;
import io.traject.triggers.editing.FactsReader;
import io.traject.triggers.editing.RuleWords;
import io.traject.triggers.editing.TestedHow;
import io.traject.triggers.editing.Trigger;
import io.traject.triggers.editing.TriggerBook;
import io.traject.triggers.editing.TriggerContent;
import io.traject.triggers.editing.TryTrigger;
import io.traject.triggers.editing.TryTrigger.Attempt;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Tries a trigger on values that are filled in: what each condition says to them, and what the actions would be. */
@Controller
@RequestMapping("/admin/triggers/{id}/test")
class TriggerTestPage {

    private static final String NOW = "f.";
    private static final String BEFORE = "b.";

    private final TriggerBook book;
    private final TryTrigger tryTrigger;
    private final TestFields testFields;
    private final EventCatalogue events;
    private final RuleWords words;
    private final TrialView trialView;
    private final MessageSource messages;
    private final BusinessTime time;

    TriggerTestPage(
            TriggerBook book,
            TryTrigger tryTrigger,
            TestFields testFields,
            EventCatalogue events,
            RuleWords words,
            TrialView trialView,
            MessageSource messages,
            BusinessTime time) {
        this.book = book;
        this.tryTrigger = tryTrigger;
        this.testFields = testFields;
        this.events = events;
        this.words = words;
        this.trialView = trialView;
        this.messages = messages;
        this.time = time;
    }

    @GetMapping
    String form(@PathVariable UUID id, @RequestParam(defaultValue = "false") boolean all, Locale locale, Model model) {
        Trigger trigger = book.get(id);
        return page(trigger, new LinkedMultiValueMap<>(), all, List.of(), Language.of(locale), model);
    }

    @PostMapping
    String tryOut(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "false") boolean all,
            Locale locale,
            Model model) {
        Trigger trigger = book.get(id);
        Language language = Language.of(locale);
        TriggerContent content = trigger.written().content();
        List<Field> fields = events.fields(trigger.organisation(), content.event());
        FactsReader read = FactsReader.read(
                trigger.organisation(),
                content.event(),
                day(sent),
                fields,
                typed(sent, NOW, fields),
                typed(sent, BEFORE, fields),
                new HashSet<>(Objects.requireNonNullElse(sent.get("changed"), List.of())));
        List<Fault> faults = new ArrayList<>();
        read.wrong()
                .forEach(key -> faults.add(new Fault(
                        EditorView.idOf(NOW + key),
                        messages.getMessage("triggers.test.unreadable", null, language.locale()))));
        if (faults.isEmpty()) {
            trialView.show(
                    trigger,
                    content,
                    tryTrigger.on(id, new Attempt(read.facts(), Map.of(), TestedHow.BY_HAND), language),
                    language,
                    model);
        }
        return page(book.get(id), sent, all, faults, language, model);
    }

    private String page(
            Trigger trigger,
            MultiValueMap<String, String> sent,
            boolean all,
            List<Fault> faults,
            Language language,
            Model model) {
        TriggerContent content = trigger.written().content();
        List<Field> fields = events.fields(trigger.organisation(), content.event());
        model.addAttribute("trigger", trigger);
        model.addAttribute("number", trigger.written().number());
        model.addAttribute("sentence", words.sentence(trigger.organisation(), content, language));
        model.addAttribute("on", day(sent));
        model.addAttribute("all", all);
        model.addAttribute("faults", faults);
        model.addAttribute(
                "fields",
                testFields.of(
                        trigger.organisation(),
                        content,
                        all,
                        typed(sent, NOW, fields),
                        typed(sent, BEFORE, fields),
                        Set.copyOf(Objects.requireNonNullElse(sent.get("changed"), List.of())),
                        language));
        return "triggers/test";
    }

    private LocalDate day(MultiValueMap<String, String> sent) {
        try {
            return LocalDate.parse(Objects.requireNonNullElse(sent.getFirst("on"), ""));
        } catch (DateTimeException none) {
            return time.today();
        }
    }

    private static Map<String, List<String>> typed(
            MultiValueMap<String, String> sent, String prefix, List<Field> fields) {
        Map<String, List<String>> typed = new HashMap<>();
        for (Field field : fields) {
            List<String> values = sent.get(prefix + field.key());
            if (values != null) {
                typed.put(
                        field.key(),
                        values.stream()
                                .flatMap(value -> field.type() == FieldType.CODES ? value.lines() : Stream.of(value))
                                .map(value -> TypedValue.canonical(field.type(), value))
                                .filter(value -> !value.isEmpty())
                                .toList());
            }
        }
        return typed;
    }
}
