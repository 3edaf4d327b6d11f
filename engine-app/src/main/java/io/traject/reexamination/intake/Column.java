package io.traject.reexamination.intake;

import io.traject.kernel.EmailAddress;
import io.traject.sheets.SheetColumn;

/** The columns of a spreadsheet of residents, in the order of the template. */
public enum Column implements SheetColumn {
    BSN("BSN", Required.ALWAYS, Column.BY_FORM, "123456782"),
    INITIALS("VOORLETTERS", Required.ALWAYS, 30, "A.B."),
    INFIX("TUSSENVOEGSEL", Required.NEVER, 30, "van der"),
    SURNAME("ACHTERNAAM", Required.ALWAYS, 100, "Voorbeeld"),
    BIRTH_DATE("GEBOORTEDATUM", Required.ALWAYS, Column.BY_FORM, "31-12-1980"),
    STREET("STRAAT", Required.ALWAYS, 100, "Dorpsstraat"),
    HOUSE_NUMBER("HUISNUMMER", Required.ALWAYS, Column.BY_FORM, "12"),
    ADDITION("TOEVOEGING", Required.NEVER, 10, "A"),
    POSTCODE("POSTCODE", Required.ALWAYS, Column.BY_FORM, "1234 AB"),
    CITY("WOONPLAATS", Required.ALWAYS, 100, "Voorbeelddam"),
    EMAIL("EMAIL", Required.WHEN_MAILED, EmailAddress.MAX_LENGTH, "a.voorbeeld@example.org"),
    PHONE("TELEFOON", Required.NEVER, 25, "06 12345678"),
    PREFERENCE("COMM_VOORK", Required.ALWAYS, Column.BY_FORM, "EMAIL, BRIEF, BEIDE"),
    SCHEME("REGELING", Required.ALWAYS, 100, "Participatiewet"),
    FINAL_DATE("UITERSTE_DATUM", Required.ALWAYS, Column.BY_FORM, "31-12-2030");

    enum Required {
        ALWAYS,
        NEVER,
        /** When the resident wants mail. */
        WHEN_MAILED
    }

    /** The length follows from the form that the value must have. */
    private static final int BY_FORM = Integer.MAX_VALUE;

    private final String header;
    private final Required required;
    private final int maxLength;
    private final String example;

    Column(String header, Required required, int maxLength, String example) {
        this.header = header;
        this.required = required;
        this.maxLength = maxLength;
        this.example = example;
    }

    /** Also the column's name in REST. */
    @Override
    public String header() {
        return header;
    }

    Required required() {
        return required;
    }

    /** Longest value in characters. */
    int maxLength() {
        return maxLength;
    }

    String example() {
        return example;
    }
}
