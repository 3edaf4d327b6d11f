package io.traject.organisation.parameters;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** The parameters that organisations and employers added. */
interface ParameterSettings extends JpaRepository<ParameterSetting, UUID> {

    List<ParameterSetting> findByNodeIdOrderByCode(UUID node);

    Optional<ParameterSetting> findByNodeIdAndCode(UUID node, String code);
}
