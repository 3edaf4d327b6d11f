package io.traject.settings;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** All notices, past and planned ones too. */
interface LoginNotices extends JpaRepository<LoginNotice, UUID> {

    List<LoginNotice> findAllByOrderByVisibleFromDescIdDesc();
}
