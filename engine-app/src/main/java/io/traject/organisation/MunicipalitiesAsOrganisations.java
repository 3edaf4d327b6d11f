package io.traject.organisation;

import io.traject.access.Organisations;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Component;

/** A user belongs to a municipality. */
@Component
class MunicipalitiesAsOrganisations implements Organisations {

    private final Municipalities municipalities;

    MunicipalitiesAsOrganisations(Municipalities municipalities) {
        this.municipalities = municipalities;
    }

    @Override
    public List<Entry> all() {
        return municipalities.findAll(Sort.by("name")).stream()
                .map(municipality -> new Entry(municipality.id(), municipality.name()))
                .toList();
    }

    @Override
    public boolean exists(UUID id) {
        return municipalities.existsById(id);
    }
}
