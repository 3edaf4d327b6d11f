package io.traject.organisation.imports;

import io.traject.sheets.SheetColumn;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The columns of the sheet of employees: who somebody is, and the employment. */
enum EmployeeColumn implements SheetColumn {
    EMPLOYER("WERKGEVER", "employer", "Bakkerij De Korenaar"),
    NUMBER("PERSONEELSNUMMER", "number", "1042"),
    BSN("BSN", "bsn", "123456782"),
    INITIALS("VOORLETTERS", "initials", "A.B."),
    FIRST_NAME("VOORNAAM", "firstName", "Anna"),
    PREFERRED_FIRST_NAME("ROEPNAAM", "preferredFirstName", "An"),
    PREFIX("TUSSENVOEGSEL", "prefix", "van der"),
    LAST_NAME("ACHTERNAAM", "lastName", "Voorbeeld"),
    BIRTH_DATE("GEBOORTEDATUM", "birthDate", "31-12-1980"),
    GENDER("GESLACHT", "gender", "V"),
    LANGUAGE("TAAL", "language", "NL"),
    WORK_EMAIL("EMAIL_WERK", "workEmail", "a.voorbeeld@example.org"),
    WORK_PHONE("TELEFOON_WERK", "workPhone", "030 123 4567"),
    PRIVATE_EMAIL("EMAIL_PRIVE", "privateEmail", "anna@example.org"),
    PRIVATE_PHONE("TELEFOON_PRIVE", "privatePhone", "06 1234 5678"),
    STREET("STRAAT", "street", "Dorpsstraat"),
    HOUSE_NUMBER("HUISNUMMER", "houseNumber", "12 A"),
    POSTCODE("POSTCODE", "postcode", "1234 AB"),
    CITY("WOONPLAATS", "city", "Voorbeelddam"),
    COUNTRY("LAND", "country", "NL"),
    PART("ONDERDEEL", "part", "Utrecht > Productie > Ovens"),
    FUNCTION("FUNCTIE", "function", "Bakker"),
    FUNCTION_CODE("FUNCTIECODE", "functionCode", "BAK"),
    EMPLOYMENT_NUMBER("DIENSTVERBANDNUMMER", "employmentNumber", "1042-1"),
    START("IN_DIENST", "start", "01-03-2024"),
    END("UIT_DIENST", "end", "31-12-2030"),
    PART_TIME("DEELTIJD", "partTime", "80");

    static final Set<EmployeeColumn> DATES = EnumSet.of(BIRTH_DATE, START, END);
    static final Set<EmployeeColumn> OF_EMPLOYMENT = EnumSet.range(PART, PART_TIME);

    private final String header;
    private final String field;
    private final String example;

    EmployeeColumn(String header, String field, String example) {
        this.header = header;
        this.field = field;
        this.example = example;
    }

    @Override
    public String header() {
        return header;
    }

    @Override
    public boolean mayBeMissing() {
        return this != EMPLOYER && this != NUMBER;
    }

    /** What the same is called in forms. */
    String field() {
        return field;
    }

    String example() {
        return example;
    }

    static Optional<EmployeeColumn> ofField(String field) {
        return Arrays.stream(values())
                .filter(column -> column.field.equals(field))
                .findFirst();
    }
}
