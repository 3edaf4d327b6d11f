package io.traject.organisation.imports;

/** The sheets of the spreadsheet, in the order in which their rows are carried out. */
public enum SheetKind {
    PARTS("Onderdelen"),
    EMPLOYEES("Medewerkers");

    private final String title;

    SheetKind(String title) {
        this.title = title;
    }

    /** The name of the sheet, the same in every language. */
    public String title() {
        return title;
    }
}
