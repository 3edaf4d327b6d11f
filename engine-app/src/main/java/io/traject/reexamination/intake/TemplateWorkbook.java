package io.traject.reexamination.intake;

/** The spreadsheet that municipalities fill in. */
public final class TemplateWorkbook {

    /** The name of the sheet with residents, the same in every language. */
    static final String SHEET = "Inwoners";

    private TemplateWorkbook() {}
}
