package io.traject.cases.web;

import io.traject.access.FileKind;
import io.traject.access.PersonalFile;
import io.traject.access.WhoLooked;
import io.traject.cases.CasePanel;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who looked at a case, for who may read the access log. */
@Configuration
class WhoLookedPanel {

    private static final int SHOWN = 10;

    @Bean
    CasePanel whoLookedPanelOfCase(WhoLooked whoLooked) {
        return new CasePanel(
                "who-looked",
                "access/who-looked :: panel",
                90,
                about -> whoLooked
                        .at(PersonalFile.of(FileKind.CASE, about.id(), about.organisation()), SHOWN)
                        .orElse(null));
    }
}
