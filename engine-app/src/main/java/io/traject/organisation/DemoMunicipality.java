package io.traject.organisation;

import io.traject.kernel.BusinessTime;
import io.traject.kernel.DemoContribution;
import io.traject.kernel.EmailAddress;
import io.traject.organisation.tree.NodeKind;
import io.traject.organisation.tree.Tree;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The municipality of the demo data. */
@Component
@Order(100)
public class DemoMunicipality implements DemoContribution {

    /** Fixed, so that other rooms' demo data can refer to it. */
    public static final UUID ID = UUID.fromString("00000000-0000-7000-8000-000000000001");

    private final Municipalities municipalities;
    private final Tree tree;
    private final BusinessTime time;

    DemoMunicipality(Municipalities municipalities, Tree tree, BusinessTime time) {
        this.municipalities = municipalities;
        this.tree = tree;
        this.time = time;
    }

    @Override
    @Transactional
    public void load() {
        if (municipalities.existsById(ID)) {
            return;
        }
        var details = new Municipality.Details(
                "Gemeente Waterdam",
                "Werk en Inkomen",
                "Raadhuisplein",
                "1",
                "1234 AB",
                "Waterdam",
                "14 0123",
                new EmailAddress("heronderzoek@waterdam.example"));
        tree.plant(NodeKind.MUNICIPALITY, ID, details.name()).orThrow();
        municipalities.save(new Municipality(ID, details, time.now()));
    }
}
