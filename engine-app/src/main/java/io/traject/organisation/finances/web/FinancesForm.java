package io.traject.organisation.finances.web;

import static io.traject.organisation.finances.FinancialData.MAX_LENGTH;

import io.traject.organisation.finances.FinancialData;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Financial data as they are typed. */
record FinancesForm(
        @Size(max = MAX_LENGTH, message = "{organisation.finances.tooLong}")
        String debtorNumber,

        @Size(max = MAX_LENGTH, message = "{organisation.finances.tooLong}")
        String costCentre,

        @Size(max = MAX_LENGTH, message = "{organisation.finances.tooLong}")
        String costUnit,

        @Size(max = MAX_LENGTH, message = "{organisation.finances.tooLong}")
        String invoiceCode,

        long version) {

    /** What is typed is one line each, without blanks around it. */
    FinancesForm {
        debtorNumber = line(debtorNumber);
        costCentre = line(costCentre);
        costUnit = line(costUnit);
        invoiceCode = line(invoiceCode);
    }

    static FinancesForm of(FinancialData data) {
        return new FinancesForm(
                data.debtorNumber(), data.costCentre(), data.costUnit(), data.invoiceCode(), data.version());
    }

    FinancesForm onto(long newVersion) {
        return new FinancesForm(debtorNumber, costCentre, costUnit, invoiceCode, newVersion);
    }

    FinancialData data() {
        return new FinancialData(debtorNumber, costCentre, costUnit, invoiceCode, version);
    }

    private static String line(@Nullable String typed) {
        return typed == null ? "" : typed.replaceAll("\\p{Cntrl}+", " ").strip();
    }
}
