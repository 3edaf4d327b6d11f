package io.traject.organisation;

import io.traject.kernel.NotFoundException;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks municipalities up. */
@Service
@Transactional(readOnly = true)
public class MunicipalityDirectory {

    private final Municipalities municipalities;

    MunicipalityDirectory(Municipalities municipalities) {
        this.municipalities = municipalities;
    }

    /** @throws NotFoundException when there is none with this id */
    public Municipality get(UUID id) {
        return municipalities.findById(id).orElseThrow(NotFoundException::new);
    }

    /** All of them, by name. */
    public List<Municipality> all() {
        return municipalities.findAll(Sort.by("name"));
    }

    /** Whether the organisation is a municipality. */
    public boolean isOne(UUID organisation) {
        return municipalities.existsById(organisation);
    }
}
