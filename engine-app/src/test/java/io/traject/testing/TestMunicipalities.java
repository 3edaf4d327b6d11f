package io.traject.testing;

import io.traject.access.SystemActor;
import io.traject.kernel.EmailAddress;
import io.traject.organisation.Municipality;
import io.traject.organisation.MunicipalityDirectory;
import io.traject.organisation.RegisterMunicipality;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Makes municipalities, each for one test. */
@Component
public class TestMunicipalities {

    private final RegisterMunicipality registerMunicipality;

    private final MunicipalityDirectory directory;

    TestMunicipalities(RegisterMunicipality registerMunicipality, MunicipalityDirectory directory) {
        this.registerMunicipality = registerMunicipality;
        this.directory = directory;
    }

    public Municipality register() {
        var details = new Municipality.Details(
                "Gemeente " + UUID.randomUUID(),
                "Werk en Inkomen",
                "Raadhuisplein",
                "1",
                "1234 AB",
                "Waterdam",
                "14 0123",
                new EmailAddress("heronderzoek@waterdam.example"));
        return SystemActor.call(() -> registerMunicipality.register(details)).orThrow();
    }

    String nameOf(UUID municipality) {
        return directory.get(municipality).name();
    }
}
