/** The agenda: for what consultations an organisation holds, and for whom one is wanted. */
@ApplicationModule(displayName = "Agenda")
@NullMarked
package io.traject.agenda;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
