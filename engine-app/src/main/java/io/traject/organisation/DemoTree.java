package io.traject.organisation;

import io.traject.access.OrganisationAccess;
import io.traject.access.SystemActor;
import io.traject.kernel.Country;
import io.traject.kernel.DemoContribution;
import io.traject.organisation.employers.AddEmployer;
import io.traject.organisation.employers.EmployerRegistration;
import io.traject.organisation.employers.LegalForm;
import io.traject.organisation.employers.RegistrationItem;
import io.traject.organisation.tree.NodeKind;
import io.traject.organisation.tree.Tree;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The organisation tree of the demo data: the municipality's employers, and a provider that is about to start. */
@Component
@Order(110)
public class DemoTree implements DemoContribution {

    /** Fixed, so that other features' demo data can refer to them. */
    public static final UUID PROVIDER = id(0x100);

    public static final UUID SHIPYARD = id(0x121);
    public static final UUID WELDING = id(0x124);
    public static final UUID HOSPITAL = id(0x131);
    public static final UUID NURSING = id(0x133);
    public static final UUID BAKERY = id(0x141);

    private static final UUID INDUSTRY = id(0x120);
    private static final UUID CARE = id(0x130);

    private final Tree tree;
    private final OrganisationAccess access;
    private final AddEmployer addEmployer;

    DemoTree(Tree tree, OrganisationAccess access, AddEmployer addEmployer) {
        this.tree = tree;
        this.access = access;
        this.addEmployer = addEmployer;
    }

    @Override
    @Transactional
    public void load() {
        if (tree.find(PROVIDER).isPresent()) {
            return;
        }
        add(NodeKind.FOLDER, DemoMunicipality.ID, INDUSTRY, "Industrie en ambacht");
        employer(
                INDUSTRY,
                SHIPYARD,
                "Scheepswerf De Hoop B.V.",
                LegalForm.BV,
                "90000001",
                "Kade Noord",
                "info@dehoop.example");
        UUID quay = id(0x122);
        add(NodeKind.ESTABLISHMENT, SHIPYARD, quay, "Kade Noord");
        add(NodeKind.ESTABLISHMENT, SHIPYARD, id(0x123), "Kantoor Waterdam");
        add(NodeKind.DEPARTMENT, quay, WELDING, "Laswerkplaats", "W10");
        add(NodeKind.DEPARTMENT, quay, id(0x125), "Schilders", "W20");
        add(NodeKind.DEPARTMENT, SHIPYARD, id(0x126), "Personeelszaken", "S10");
        employer(
                INDUSTRY,
                BAKERY,
                "Bakkerij Korenbloem",
                LegalForm.SOLE_PROPRIETORSHIP,
                "90000002",
                "Marktplein",
                "bakkerij@korenbloem.example");
        add(NodeKind.ESTABLISHMENT, BAKERY, id(0x142), "Winkel Marktplein");

        add(NodeKind.FOLDER, DemoMunicipality.ID, CARE, "Zorg en onderwijs");
        employer(
                CARE,
                HOSPITAL,
                "Ziekenhuis Sint-Joris",
                LegalForm.FOUNDATION,
                "90000003",
                "Singel",
                "personeel@sintjoris.example");
        UUID clinic = id(0x132);
        add(NodeKind.ESTABLISHMENT, HOSPITAL, clinic, "Hoofdgebouw");
        add(NodeKind.DEPARTMENT, clinic, NURSING, "Verpleging", "Z100");
        add(NodeKind.DEPARTMENT, NURSING, id(0x134), "Verpleging intensive care", "Z110");
        add(NodeKind.DEPARTMENT, NURSING, id(0x135), "Verpleging kinderen", "Z120");

        tree.plant(NodeKind.PROVIDER, PROVIDER, "Arbodienst De Brug").orThrow();
        access.prepare(PROVIDER);
        add(NodeKind.FOLDER, PROVIDER, id(0x101), "Grote werkgevers");
        add(NodeKind.FOLDER, PROVIDER, id(0x102), "Midden- en kleinbedrijf");
    }

    private void employer(
            UUID folder, UUID id, String name, LegalForm legalForm, String kvkNumber, String street, String email) {
        Map<RegistrationItem, String> items = Map.of(
                RegistrationItem.LEGAL_FORM,
                legalForm.name(),
                RegistrationItem.KVK_NUMBER,
                kvkNumber,
                RegistrationItem.VISITING_STREET,
                street,
                RegistrationItem.VISITING_HOUSE_NUMBER,
                "1",
                RegistrationItem.VISITING_POSTCODE,
                "1234 AB",
                RegistrationItem.VISITING_CITY,
                "Waterdam",
                RegistrationItem.EMAIL,
                email);
        SystemActor.call(() -> addEmployer.add(id, folder, new EmployerRegistration(name, Country.NETHERLANDS, items)))
                .orThrow();
    }

    private void add(NodeKind kind, UUID parent, UUID id, String name) {
        tree.add(kind, parent, id, name).orThrow();
    }

    private void add(NodeKind kind, UUID parent, UUID id, String name, String code) {
        tree.add(kind, parent, id, name, Optional.of(code)).orThrow();
    }

    private static UUID id(int number) {
        return UUID.fromString("00000000-0000-7000-8000-%012x".formatted(number));
    }
}
