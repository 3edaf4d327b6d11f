package io.traject.communication;

import io.traject.organisation.MunicipalityDirectory;
import io.traject.organisation.tree.Node;
import io.traject.organisation.tree.NodeKind;
import io.traject.organisation.tree.Tree;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Organisations as their letters show them, with logo and signature. */
@Component
public class Senders {

    private final MunicipalityDirectory municipalities;
    private final HouseStyles styles;
    private final Tree tree;

    Senders(MunicipalityDirectory municipalities, HouseStyles styles, Tree tree) {
        this.municipalities = municipalities;
        this.styles = styles;
        this.tree = tree;
    }

    /** As of now; for a mail, which carries no images, {@link Sender#of} will do. */
    public Sender get(UUID municipality) {
        return Sender.of(municipalities.get(municipality)).with(styles.of(municipality));
    }

    /** For a mail of any organisation; one that is no municipality is known by its name alone. */
    public Sender ofOrganisation(UUID organisation) {
        Node root = tree.get(organisation);
        return root.kind() == NodeKind.MUNICIPALITY
                ? Sender.of(municipalities.get(organisation))
                : Sender.named(root.name());
    }
}
