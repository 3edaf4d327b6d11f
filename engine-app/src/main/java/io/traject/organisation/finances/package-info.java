/** The financial data of establishments, for invoices and integrations (A14). */
@NamedInterface("finances")
@NullMarked
package io.traject.organisation.finances;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
