package io.traject.communication;

import io.traject.kernel.Language;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a template may fill in, written <code>{{resident.name}}</code>. Texts and dates only: a value never becomes
 * markup, a link's scheme or a header. Its label on pages has the key {@code communication.field.<name>}.
 */
public enum MergeField {
    RESIDENT_SALUTATION("resident.salutation", "Geachte mevrouw De Vries", "Dear Ms De Vries"),
    RESIDENT_NAME("resident.name", "J.A. de Vries", "J.A. de Vries"),
    RESIDENT_SURNAME("resident.surname", "De Vries", "De Vries"),
    /** An address that is made here; the only one that may stand as a whole behind a link's text. */
    RESIDENT_SUPPLY_LINK(
            "resident.supplyLink",
            "https://traject.voorbeeld.example/supply/xxxxx-xxxxx-xxxxx-xxxxx",
            "https://traject.voorbeeld.example/supply/xxxxx-xxxxx-xxxxx-xxxxx"),
    CASE_REFERENCE("case.reference", "HO-2026-000123", "HO-2026-000123"),
    CASE_SCHEME("case.scheme", "Participatiewet", "Participatiewet"),
    CASE_FINAL_DATE("case.finalDate", LocalDate.of(2026, 12, 31)),
    EMPLOYER_NAME("employer.name", "Voorbeeld B.V.", "Voorbeeld B.V."),
    MUNICIPALITY_NAME("municipality.name", "Gemeente Voorbeeld", "Gemeente Voorbeeld"),
    MUNICIPALITY_DEPARTMENT("municipality.department", "Werk en Inkomen", "Work and Income"),
    MUNICIPALITY_PHONE("municipality.phone", "14 0123", "14 0123"),
    MUNICIPALITY_EMAIL("municipality.email", "inkomen@voorbeeld.example", "inkomen@voorbeeld.example"),
    LETTER_DATE("letter.date", LocalDate.of(2026, 11, 23));

    private final String fieldName;
    private final Object dutchExample;
    private final Object englishExample;

    MergeField(String fieldName, String dutchExample, String englishExample) {
        this.fieldName = fieldName;
        this.dutchExample = dutchExample;
        this.englishExample = englishExample;
    }

    MergeField(String fieldName, LocalDate example) {
        this.fieldName = fieldName;
        this.dutchExample = example;
        this.englishExample = example;
    }

    /** As a template names it: {@code resident.name}. */
    public String fieldName() {
        return fieldName;
    }

    /** As it stands in a template: <code>{{resident.name}}</code>. */
    public String placeholder() {
        return "{{" + fieldName + "}}";
    }

    public String labelKey() {
        return "communication.field." + fieldName;
    }

    /** Whether its value is a whole web address. */
    boolean isAddress() {
        return this == RESIDENT_SUPPLY_LINK;
    }

    /** What it is about, which pages show such fields under: {@code resident}. */
    public String groupKey() {
        return "communication.fieldGroup." + fieldName.substring(0, fieldName.indexOf('.'));
    }

    /** The invented value as a reader of this language sees it. */
    public String exampleText(Language language) {
        return MergeValues.examples(language).text(this, language).orElseThrow();
    }

    boolean isDate() {
        return dutchExample instanceof LocalDate;
    }

    /** An invented value for previews: a {@link String}, or a {@link LocalDate} for a date. */
    Object example(Language language) {
        return language == Language.EN ? englishExample : dutchExample;
    }

    /** The invented resident's address. */
    static List<String> exampleAddress() {
        return List.of("J.A. de Vries", "Dorpsstraat 12 a", "1234 CD  VOORBEELD");
    }

    static String exampleMailbox() {
        return "j.devries@voorbeeld.example";
    }

    static Optional<MergeField> named(String fieldName) {
        return Arrays.stream(values())
                .filter(field -> field.fieldName.equals(fieldName))
                .findFirst();
    }
}
