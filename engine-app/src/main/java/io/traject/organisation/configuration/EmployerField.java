package io.traject.organisation.configuration;

/**
 * What may be asked when an employer is added (A2). Its name and country are always asked. An address is one field: it is
 * given whole or not at all.
 */
public enum EmployerField {
    TRADE_NAME("tradeName", FieldUse.SHOWN),
    LEGAL_FORM("legalForm", FieldUse.SHOWN),
    /** By which the organisation's own administration knows the employer. */
    CODE("code", FieldUse.SHOWN),
    KVK_NUMBER("kvkNumber", FieldUse.SHOWN),
    /** On invoices and in integrations (A8). */
    VAT_NUMBER("vatNumber", FieldUse.SHOWN),
    PAYROLL_TAX_NUMBER("payrollTaxNumber", FieldUse.HIDDEN),
    VISITING_ADDRESS("visitingAddress", FieldUse.REQUIRED),
    POSTAL_ADDRESS("postalAddress", FieldUse.SHOWN),
    PHONE("phone", FieldUse.SHOWN),
    /** Without it no welcome mail can be sent. */
    EMAIL("email", FieldUse.REQUIRED),
    WEBSITE("website", FieldUse.HIDDEN),
    /** In which the employer is written to; off until an organisation wants it (A2). */
    LANGUAGE("language", FieldUse.HIDDEN),
    IBAN("iban", FieldUse.HIDDEN);

    private final String key;
    private final FieldUse usual;

    EmployerField(String key, FieldUse usual) {
        this.key = key;
        this.usual = usual;
    }

    /** As in forms, REST and rules: {@code vatNumber}. */
    public String key() {
        return key;
    }

    /** How it is used where nobody configured it. */
    public FieldUse usual() {
        return usual;
    }

    public String labelKey() {
        return "organisation.field." + key;
    }
}
