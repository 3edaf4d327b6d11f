package io.traject.triggers.exchange;

import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.Outcome;
import io.traject.triggers.editing.CheckTrigger;
import io.traject.triggers.editing.SaveTrigger;
import io.traject.triggers.editing.SaveTrigger.Draft;
import io.traject.triggers.editing.Trigger;
import io.traject.triggers.editing.TriggerBook;
import io.traject.triggers.editing.TriggerMistake;
import io.traject.triggers.editing.TriggerName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes drafts of the triggers in a file. Nothing is published by it. */
@Component
public class ImportTriggers {

    /** Of a file, in characters. */
    public static final int LARGEST = 500_000;

    public static final int MOST_TRIGGERS = 500;

    private static final JsonMapper JSON = new JsonMapper();

    private final TriggerBook book;
    private final SaveTrigger save;
    private final CheckTrigger check;
    private final Authorization authorization;

    ImportTriggers(TriggerBook book, SaveTrigger save, CheckTrigger check, Authorization authorization) {
        this.book = book;
        this.save = save;
        this.check = check;
        this.authorization = authorization;
    }

    /**
     * What would come of a trigger in the file.
     *
     * @param name as it stands in the file
     * @param draft what would be made, under a name that is free; empty when nothing can be
     * @param mistakes what would have to be mended
     * @param report what became of what the older format had
     */
    public record Item(String name, Optional<Draft> draft, List<TriggerMistake> mistakes, List<Conversion> report) {

        /** Whether it gets another name, because there is one of that name. */
        public boolean renamed() {
            return draft.filter(made -> !made.called().name().equals(name)).isPresent();
        }
    }

    /**
     * What would be made. Refused with {@code triggers-file-too-large}, {@code triggers-file-unreadable} or {@code
     * triggers-file-too-many}.
     */
    @Transactional(readOnly = true)
    public Outcome<List<Item>> preview(String file) {
        UUID organisation = authorization.organisation(Permission.TRIGGERS_EDIT);
        return read(file).map(triggers -> items(organisation, triggers));
    }

    /** Makes the drafts, and answers what became of each. Refused as {@link #preview}. */
    @Transactional
    public Outcome<List<Item>> run(String file) {
        return preview(file).map(items -> {
            items.forEach(
                    item -> item.draft().ifPresent(draft -> save.create(draft).orThrow()));
            return items;
        });
    }

    private record Converted(JsonNode trigger, List<Conversion> report) {}

    private static Outcome<List<Converted>> read(String file) {
        if (file.length() > LARGEST) {
            return Outcome.refused("triggers-file-too-large", LARGEST);
        }
        try {
            JsonNode node = JSON.readTree(file);
            JsonNode triggers = node.get(TriggerFile.TRIGGERS);
            if (triggers == null || !triggers.isArray()) {
                return Outcome.refused("triggers-file-unreadable");
            }
            if (triggers.size() > MOST_TRIGGERS) {
                return Outcome.refused("triggers-file-too-many", MOST_TRIGGERS);
            }
            boolean older = OlderTrigger.isOne(node);
            return Outcome.done(triggers.valueStream()
                    .map(trigger -> older ? converted(trigger) : new Converted(trigger, List.of()))
                    .toList());
        } catch (JacksonException unreadable) {
            return Outcome.refused("triggers-file-unreadable");
        }
    }

    private static Converted converted(JsonNode older) {
        OlderTrigger trigger = OlderTrigger.convert(older);
        return new Converted(trigger.converted(), trigger.report());
    }

    private List<Item> items(UUID organisation, List<Converted> triggers) {
        Set<String> taken =
                book.all().stream().map(Trigger::name).map(ImportTriggers::key).collect(Collectors.toSet());
        Set<String> names = new HashSet<>(taken);
        List<Item> items = new ArrayList<>();
        for (Converted converted : triggers) {
            ReadTrigger read = ReadTrigger.of(converted.trigger());
            Optional<Draft> draft = read.draft().map(written -> {
                String name = free(written.called().name(), names);
                names.add(key(name));
                return new Draft(
                        new TriggerName(name, written.called().description()), written.content(), written.comment());
            });
            List<TriggerMistake> mistakes = Stream.concat(
                            read.mistakes().stream(),
                            draft.stream().flatMap(made -> check.check(organisation, made.content()).stream()))
                    .toList();
            items.add(new Item(read.name(), draft, mistakes, converted.report()));
        }
        return List.copyOf(items);
    }

    private static String free(String wanted, Set<String> taken) {
        String name = wanted;
        for (int number = 2; taken.contains(key(name)); number++) {
            String ending = " (" + number + ")";
            name = wanted.substring(0, Math.min(wanted.length(), Trigger.MAX_NAME_LENGTH - ending.length())) + ending;
        }
        return name;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
