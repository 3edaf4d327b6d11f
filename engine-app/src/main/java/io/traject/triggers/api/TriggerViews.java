package io.traject.triggers.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.traject.rules.triggers.Condition;
import io.traject.rules.triggers.Explanation;
import io.traject.triggers.editing.ContentJson;
import io.traject.triggers.editing.MedicalFields;
import io.traject.triggers.editing.Trigger;
import io.traject.triggers.editing.TriggerContent;
import io.traject.triggers.editing.TriggerSummary;
import io.traject.triggers.editing.TriggerVersion;
import io.traject.triggers.editing.TryTrigger.Trial;
import io.traject.web.api.Codes;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Triggers as programs see them. */
final class TriggerViews {

    private TriggerViews() {}

    /** In a list. @param event of the version that runs, or else of the newest */
    record Item(UUID id, String name, String event, List<Standing> versions, String changedBy, Instant changedAt) {

        static Item of(TriggerSummary trigger) {
            return new Item(
                    trigger.id(),
                    trigger.name(),
                    trigger.event(),
                    trigger.versions().stream()
                            .map(version -> new Standing(version.number(), Codes.of(version.state())))
                            .toList(),
                    trigger.changedBy(),
                    trigger.changedAt());
        }
    }

    /** @param state {@code draft}, {@code tested}, {@code published} or {@code retired} */
    record Standing(int number, String state) {}

    /** With everything that it says and said, the newest first. */
    record Whole(
            UUID id, String name, String description, List<Version> versions, String changedBy, Instant changedAt) {

        static Whole of(Trigger trigger) {
            return new Whole(
                    trigger.id(),
                    trigger.name(),
                    trigger.called().description(),
                    trigger.versions().stream().map(Version::of).toList(),
                    trigger.changedBy(),
                    trigger.changedAt());
        }
    }

    /** What it says under a number. */
    record Version(
            int number,
            String state,
            String event,
            JsonNode condition,
            JsonNode actions,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validUntil,
            String comment,
            String writtenBy,
            Instant writtenAt,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Instant testedAt,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Instant publishedAt,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Instant retiredAt) {

        static Version of(TriggerVersion version) {
            TriggerContent content = version.content();
            return new Version(
                    version.number(),
                    Codes.of(version.state()),
                    content.event(),
                    ContentJson.ofCondition(content.condition()),
                    ContentJson.ofActions(content.actions()),
                    content.from(),
                    content.until(),
                    version.comment(),
                    version.writtenBy(),
                    version.writtenAt(),
                    version.testedAt().orElse(null),
                    version.publishedAt().orElse(null),
                    version.retiredAt().orElse(null));
        }
    }

    /**
     * What came of a test.
     *
     * @param version number of what was tried
     * @param valid whether it fires on that day at all
     * @param actions as they would be, merged
     */
    record Tried(int version, boolean fires, boolean valid, Judged condition, JsonNode actions) {

        static Tried of(Trial trial, boolean medical) {
            return new Tried(
                    trial.version(),
                    trial.fires(),
                    trial.valid(),
                    Judged.of(trial.explanation(), medical),
                    ContentJson.ofActions(trial.actions()));
        }
    }

    /**
     * A part of the condition, judged.
     *
     * @param part as it is written, without what is in it
     * @param seen the value that the field had; left out when it had none
     * @param hidden whether it is left out because the caller may not see medical data
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Judged(
            String part,
            @JsonInclude(JsonInclude.Include.ALWAYS) boolean holds,
            @Nullable String field,
            @Nullable String operator,
            List<String> values,
            @Nullable Object seen,
            @Nullable Object seenBefore,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean hidden,
            List<Judged> parts) {

        static Judged of(Explanation explanation, boolean medical) {
            List<Judged> parts =
                    explanation.parts().stream().map(part -> of(part, medical)).toList();
            return switch (explanation.condition()) {
                case Condition.All all -> group("all", explanation, parts);
                case Condition.Any any -> group("any", explanation, parts);
                case Condition.Not not -> group("not", explanation, parts);
                case Condition.Test test -> {
                    boolean hidden = !medical && MedicalFields.includes(test.field());
                    yield new Judged(
                            "test",
                            explanation.holds(),
                            test.field(),
                            ContentJson.code(test.operator()),
                            test.operands(),
                            hidden ? null : plain(explanation.seen()),
                            hidden ? null : plain(explanation.seenBefore()),
                            hidden,
                            List.of());
                }
            };
        }

        private static Judged group(String part, Explanation explanation, List<Judged> parts) {
            return new Judged(part, explanation.holds(), null, null, List.of(), null, null, false, parts);
        }

        private static @Nullable Object plain(@Nullable Object value) {
            return value instanceof BigDecimal number
                    ? number.toPlainString()
                    : value instanceof LocalDate day ? day.toString() : value;
        }
    }
}
