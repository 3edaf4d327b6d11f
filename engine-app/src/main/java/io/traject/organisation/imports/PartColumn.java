package io.traject.organisation.imports;

import io.traject.sheets.SheetColumn;

/** The columns of the sheet of establishments and departments. */
enum PartColumn implements SheetColumn {
    EMPLOYER("WERKGEVER", false, "Bakkerij De Korenaar"),
    KIND("SOORT", false, "AFDELING"),
    ABOVE("VALT_ONDER", true, "Utrecht > Productie"),
    NAME("NAAM", false, "Ovens"),
    CODE("CODE", true, "4100");

    private final String header;
    private final boolean mayBeMissing;
    private final String example;

    PartColumn(String header, boolean mayBeMissing, String example) {
        this.header = header;
        this.mayBeMissing = mayBeMissing;
        this.example = example;
    }

    @Override
    public String header() {
        return header;
    }

    @Override
    public boolean mayBeMissing() {
        return mayBeMissing;
    }

    String example() {
        return example;
    }
}
