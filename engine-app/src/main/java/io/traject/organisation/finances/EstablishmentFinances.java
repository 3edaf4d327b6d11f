package io.traject.organisation.finances;

import io.traject.access.Audited;
import io.traject.access.AuditedObject;
import io.traject.access.RecordedAsIs;
import io.traject.organisation.tree.Node;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The financial data of one establishment, once there are any. */
@Entity
@Table(name = "organisation_finances")
class EstablishmentFinances implements Audited {

    @Id
    private UUID establishmentId;

    private UUID organisationId;

    @RecordedAsIs
    private String debtorNumber;

    @RecordedAsIs
    private String costCentre;

    @RecordedAsIs
    private String costUnit;

    @RecordedAsIs
    private String invoiceCode;

    /** Null until it is stored: so that an id that is given counts as new. */
    @Version
    private @Nullable Long version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected EstablishmentFinances() {}

    EstablishmentFinances(Node establishment, FinancialData data) {
        this.establishmentId = establishment.id();
        this.organisationId = establishment.root();
        this.debtorNumber = data.debtorNumber();
        this.costCentre = data.costCentre();
        this.costUnit = data.costUnit();
        this.invoiceCode = data.invoiceCode();
    }

    void change(FinancialData data) {
        debtorNumber = data.debtorNumber();
        costCentre = data.costCentre();
        costUnit = data.costUnit();
        invoiceCode = data.invoiceCode();
    }

    @Override
    public AuditedObject audited() {
        return AuditedObject.of("financial-data", establishmentId, organisationId)
                .at(establishmentId);
    }

    FinancialData data() {
        return new FinancialData(
                debtorNumber, costCentre, costUnit, invoiceCode, version == null ? FinancialData.UNKNOWN : version);
    }
}
