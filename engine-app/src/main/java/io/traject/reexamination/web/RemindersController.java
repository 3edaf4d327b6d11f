package io.traject.reexamination.web;

import io.traject.reexamination.SwitchReminders;
import io.traject.web.Flash;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes the switching of the reminders on the page Admin > General (C8). */
@Controller
class RemindersController {

    private final SwitchReminders switchReminders;

    RemindersController(SwitchReminders switchReminders) {
        this.switchReminders = switchReminders;
    }

    @PostMapping("/admin/general/reminders")
    String change(@RequestParam UUID municipality, @RequestParam boolean on, RedirectAttributes redirect) {
        switchReminders.switchTo(municipality, on);
        Flash.success(redirect, on ? "reexamination.reminders.switchedOn" : "reexamination.reminders.switchedOff");
        redirect.addAttribute("municipality", municipality);
        return "redirect:/admin/general";
    }
}
