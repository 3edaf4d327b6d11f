package io.traject.agenda.web;

import io.traject.agenda.ConsultationType;
import io.traject.agenda.ConsultationTypeDetails;
import io.traject.agenda.LocalName;
import io.traject.agenda.TypeCode;
import io.traject.cases.CaseType;
import io.traject.kernel.Language;
import io.traject.kernel.Languages;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.validation.Errors;

/**
 * A consultation type as it is typed.
 *
 * @param code empty for what the name comes down to
 */
record ConsultationTypeForm(
        @Size(max = LocalName.MAX_LENGTH, message = "{agenda.type.name.tooLong}")
        String dutch,

        @Size(max = LocalName.MAX_LENGTH, message = "{agenda.type.name.tooLong}")
        String english,

        String code,
        String minutes,
        String preferredCaseType,
        boolean noDuplicates,
        String reminderDays,
        long version) {

    static final ConsultationTypeForm BLANK = new ConsultationTypeForm("", "", "", "30", "", false, "", 0);

    ConsultationTypeForm {
        dutch = Typed.line(dutch);
        english = Typed.line(english);
        code = Typed.line(code);
        minutes = Typed.line(minutes);
        preferredCaseType = Typed.line(preferredCaseType);
        reminderDays = Typed.line(reminderDays);
    }

    static ConsultationTypeForm of(ConsultationType type) {
        ConsultationTypeDetails details = type.details();
        return new ConsultationTypeForm(
                details.name().exactly(Language.NL).orElse(""),
                details.name().exactly(Language.EN).orElse(""),
                type.code().value(),
                Long.toString(details.duration().toMinutes()),
                details.preferredCaseType().map(CaseType::name).orElse(""),
                details.noDuplicates(),
                details.reminderDays().map(Object::toString).orElse(""),
                type.version());
    }

    ConsultationTypeForm begunFrom(long newVersion) {
        return new ConsultationTypeForm(
                dutch, english, code, minutes, preferredCaseType, noDuplicates, reminderDays, newVersion);
    }

    String name(Language language) {
        return switch (language) {
            case NL -> dutch;
            case EN -> english;
        };
    }

    /** The name of the form's field. */
    static String field(Language language) {
        return switch (language) {
            case NL -> "dutch";
            case EN -> "english";
        };
    }

    /** Of a new type; empty once the mistake has been told. */
    Optional<TypeCode> typeCode(Errors errors, Languages languages) {
        String name = name(languages.standard());
        Optional<TypeCode> made = TypeCode.from(Typed.filled(code).orElse(name));
        if (made.isEmpty() && !(code.isEmpty() && name.isEmpty())) {
            errors.rejectValue("code", "agenda.type.code.invalid");
        }
        return made;
    }

    /**
     * What was typed, once nothing in it is wrong; otherwise empty, with the errors told.
     *
     * @param stored the name as it stands, of which languages that are not offered keep theirs
     */
    Optional<ConsultationTypeDetails> details(Errors errors, Languages languages, Optional<LocalName> stored) {
        if (name(languages.standard()).isEmpty()) {
            errors.rejectValue(field(languages.standard()), "agenda.type.name.required");
        }
        Optional<Integer> length = wholeMinutes();
        if (length.isEmpty()) {
            errors.rejectValue(
                    "minutes",
                    "agenda.type.minutes.invalid",
                    new Object[] {ConsultationTypeDetails.LEAST_MINUTES, ConsultationTypeDetails.MOST_MINUTES},
                    minutes);
        }
        Optional<Integer> days = wholeNumber(reminderDays)
                .filter(number -> number >= 1 && number <= ConsultationTypeDetails.MOST_REMINDER_DAYS);
        if (days.isEmpty() && !reminderDays.isEmpty()) {
            errors.rejectValue(
                    "reminderDays",
                    "agenda.type.reminderDays.invalid",
                    new Object[] {ConsultationTypeDetails.MOST_REMINDER_DAYS},
                    reminderDays);
        }
        Optional<CaseType> preferred = CaseType.aboutEmployees().stream()
                .filter(type -> type.name().equals(preferredCaseType))
                .findFirst();
        return errors.hasErrors()
                ? Optional.empty()
                : Optional.of(new ConsultationTypeDetails(
                        names(languages, stored),
                        Duration.ofMinutes(length.orElseThrow()),
                        preferred,
                        noDuplicates,
                        days));
    }

    private LocalName names(Languages languages, Optional<LocalName> stored) {
        Map<Language, String> texts = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            Optional<String> text = languages.offered().contains(language)
                    ? Typed.filled(name(language))
                    : stored.flatMap(name -> name.exactly(language));
            text.ifPresent(given -> texts.put(language, given));
        }
        return new LocalName(texts);
    }

    private static Optional<Integer> wholeNumber(String typed) {
        return Optional.of(typed).filter(text -> text.matches("[0-9]{1,4}")).map(Integer::parseInt);
    }

    private Optional<Integer> wholeMinutes() {
        return wholeNumber(minutes)
                .filter(number -> number >= ConsultationTypeDetails.LEAST_MINUTES
                        && number <= ConsultationTypeDetails.MOST_MINUTES);
    }
}
