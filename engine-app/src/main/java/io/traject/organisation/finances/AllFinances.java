package io.traject.organisation.finances;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

/** The financial data of all establishments that have any. */
interface AllFinances extends JpaRepository<EstablishmentFinances, UUID> {}
