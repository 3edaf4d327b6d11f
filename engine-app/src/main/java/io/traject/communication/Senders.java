package io.traject.communication;

import io.traject.organisation.MunicipalityDirectory;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Municipalities as their letters show them, with logo and signature. */
@Component
public class Senders {

    private final MunicipalityDirectory municipalities;
    private final HouseStyles styles;

    Senders(MunicipalityDirectory municipalities, HouseStyles styles) {
        this.municipalities = municipalities;
        this.styles = styles;
    }

    /** As of now; for a mail, which carries no images, {@link Sender#of} will do. */
    public Sender get(UUID municipality) {
        return Sender.of(municipalities.get(municipality)).with(styles.of(municipality));
    }
}
