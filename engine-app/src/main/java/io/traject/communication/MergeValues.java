package io.traject.communication;

import io.traject.kernel.Language;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The values of one mail or letter. A value is one line of plain text: control characters and text-direction overrides
 * are taken out when it comes in, so that it can't add a line to a mail's header or turn a text around.
 */
public final class MergeValues {

    private static final Pattern NOT_PLAIN = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");
    private static final Pattern INVISIBLE_DIRECTION =
            Pattern.compile("[\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060\\u2066-\\u2069\\uFEFF]");

    private final Map<MergeField, Object> values;

    private MergeValues(Map<MergeField, Object> values) {
        this.values = values;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Invented values for every field, to show what a template will look like. */
    public static MergeValues examples(Language language) {
        var builder = builder();
        for (MergeField field : MergeField.values()) {
            builder.values.put(field, field.example(language));
        }
        return builder.build();
    }

    /** These values, with others where these have none. */
    MergeValues orElse(MergeValues others) {
        var builder = builder();
        builder.values.putAll(others.values);
        builder.values.putAll(values);
        return builder.build();
    }

    /** These values, with those of the sender and the date filled in. */
    MergeValues with(Sender sender, LocalDate date) {
        var builder = builder();
        builder.values.putAll(values);
        return builder.put(MergeField.MUNICIPALITY_NAME, sender.name())
                .put(MergeField.MUNICIPALITY_DEPARTMENT, sender.department())
                .put(MergeField.MUNICIPALITY_PHONE, sender.phone())
                .put(MergeField.MUNICIPALITY_EMAIL, sender.email())
                .put(MergeField.LETTER_DATE, date)
                .build();
    }

    List<MergeField> missing(Collection<MergeField> wanted) {
        return wanted.stream().filter(field -> !values.containsKey(field)).toList();
    }

    /** The value as a reader of this language writes it; empty when there is none. */
    Optional<String> text(MergeField field, Language language) {
        return Optional.ofNullable(values.get(field)).map(value -> switch (value) {
            case LocalDate date -> date(date, language);
            case InEachLanguage texts -> texts.of().get(language);
            default -> value.toString();
        });
    }

    static String date(LocalDate date, Language language) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language.locale())
                .format(date);
    }

    /** One line of plain, composed (NFC) text. */
    static String plain(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        String line = NOT_PLAIN.matcher(composed).replaceAll(" ");
        return INVISIBLE_DIRECTION.matcher(line).replaceAll("").strip();
    }

    private record InEachLanguage(Map<Language, String> of) {}

    /** Collects values; a blank one counts as missing. */
    public static final class Builder {

        private final Map<MergeField, Object> values = new EnumMap<>(MergeField.class);

        private Builder() {}

        public Builder put(MergeField field, String value) {
            if (field.isDate()) {
                throw new IllegalArgumentException(field + " takes a date");
            }
            String plain = plain(value);
            if (!plain.isEmpty()) {
                values.put(field, plain);
            }
            return this;
        }

        /** A text that is another one in each language. */
        public Builder put(MergeField field, Function<Language, String> text) {
            var texts = new EnumMap<Language, String>(Language.class);
            for (Language language : Language.values()) {
                texts.put(language, plain(text.apply(language)));
            }
            values.put(field, new InEachLanguage(texts));
            return this;
        }

        public Builder put(MergeField field, LocalDate value) {
            if (!field.isDate()) {
                throw new IllegalArgumentException(field + " takes a text");
            }
            values.put(field, value);
            return this;
        }

        public MergeValues build() {
            return new MergeValues(new EnumMap<>(values));
        }
    }
}
