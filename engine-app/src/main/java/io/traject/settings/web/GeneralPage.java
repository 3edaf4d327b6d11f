package io.traject.settings.web;

import io.traject.kernel.NotFoundException;
import io.traject.organisation.AdministeredMunicipalities;
import io.traject.organisation.Municipality;
import io.traject.settings.MunicipalitySetting;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The settings of one municipality. */
@Controller
class GeneralPage {

    private final AdministeredMunicipalities municipalities;
    private final List<MunicipalitySetting> settings;

    GeneralPage(AdministeredMunicipalities municipalities, List<MunicipalitySetting> settings) {
        this.municipalities = municipalities;
        this.settings = settings;
    }

    /** A setting with what it shows. */
    record Shown(String fragment, Object model) {}

    /** @throws NotFoundException for a municipality that the visitor does not manage */
    @GetMapping("/admin/general")
    String show(@RequestParam Optional<UUID> municipality, Model model) {
        List<Municipality> managed = municipalities.all();
        Optional<Municipality> chosen = municipality
                .map(municipalities::get)
                .or(() -> managed.size() == 1 ? Optional.of(managed.getFirst()) : Optional.empty());
        model.addAttribute("municipalities", managed);
        model.addAttribute("municipality", chosen.orElse(null));
        model.addAttribute("settings", chosen.map(this::settingsOf).orElse(List.of()));
        return "settings/general";
    }

    private List<Shown> settingsOf(Municipality municipality) {
        return settings.stream()
                .sorted(Comparator.comparingInt(MunicipalitySetting::order))
                .map(setting -> new Shown(setting.fragment(), setting.model().apply(municipality.id())))
                .toList();
    }
}
