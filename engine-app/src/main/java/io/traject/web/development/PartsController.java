package io.traject.web.development;

import io.traject.kernel.BusinessTime;
import io.traject.web.Flash;
import io.traject.web.ListDefaults;
import io.traject.web.ListPage;
import io.traject.web.ListQuery;
import io.traject.web.Meaning;
import io.traject.web.Option;
import io.traject.web.Progress;
import io.traject.web.SheetView;
import io.traject.web.TimelineEntry;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows every part once, with made-up residents. */
@Controller
@RequestMapping("/development/parts")
@ConditionalOnBooleanProperty("traject.development")
class PartsController {

    private static final List<String> NAMES =
            List.of("A. de Vries", "M. Bakker-van den Heuvel", "S. El Amrani", "J.P. Jansen", "K. Yılmaz", "O’Neill");

    private final BusinessTime time;

    PartsController(BusinessTime time) {
        this.time = time;
    }

    /** A row of the example table. */
    public record Resident(String number, String name, String state, Meaning meaning, LocalDate finalDate, int mails) {}

    /** The example form. */
    public record Example(
            @NotBlank String name,
            @NotBlank @Email String email,
            @Nullable String remark,
            String preference,
            String scheme,
            @AssertTrue boolean agreed) {}

    @GetMapping
    String show(
            @ListDefaults(
                            sort = "number",
                            sortable = {"number", "name", "finalDate", "mails"},
                            filters = {"q", "state"})
                    ListQuery query,
            Model model) {
        model.addAttribute("example", new Example("", "", "", "EMAIL", "", false));
        return page(query, model);
    }

    @PostMapping
    String save(
            @ListDefaults(sort = "number") ListQuery query,
            @Valid @ModelAttribute("example") Example example,
            BindingResult errors,
            Model model,
            RedirectAttributes redirect) {
        if (errors.hasErrors()) {
            return page(query, model);
        }
        Flash.success(redirect, "web.list.selectOne", example.name());
        return "redirect:/development/parts";
    }

    @GetMapping("/progress")
    String progress(@RequestParam(defaultValue = "0") long done, Model model) {
        long next = Math.min(500, done + 45);
        model.addAttribute("progress", new Progress(next, 0, 500, next < 500));
        model.addAttribute("next", next);
        return "development/parts :: running";
    }

    private String page(ListQuery query, Model model) {
        List<Resident> found = residents().stream()
                .filter(resident ->
                        query.filter("q").map(resident.name()::contains).orElse(true))
                .filter(resident ->
                        query.filter("state").map(resident.state()::equals).orElse(true))
                .sorted(query.descending() ? order(query).reversed() : order(query))
                .toList();
        model.addAttribute(
                "list",
                new ListPage<>(
                        query,
                        found.stream().skip(query.offset()).limit(query.size()).toList(),
                        found.size(),
                        false));
        model.addAttribute("states", List.of(new Option("Open", "Open"), new Option("Afgesloten", "Afgesloten")));
        model.addAttribute(
                "preferences",
                List.of(new Option("EMAIL", "E-mail"), new Option("BRIEF", "Brief"), new Option("BEIDE", "Beide")));
        model.addAttribute("steps", List.of("web.list.select", "web.list.filter", "web.list.apply", "web.preview.pdf"));
        model.addAttribute("progress", new Progress(317, 3, 500, true));
        model.addAttribute("next", 317L);
        model.addAttribute("stopped", new Progress(497, 3, 500, false));
        model.addAttribute("timeline", timeline());
        model.addAttribute("sheet", sheet());
        model.addAttribute(
                "mailText", "Geachte mevrouw De Vries,\n\nWij nodigen u uit voor een heronderzoek.\n\nUw gemeente");
        model.addAttribute("at", time.now().minus(Duration.ofHours(3)));
        return "development/parts";
    }

    private static Comparator<Resident> order(ListQuery query) {
        return switch (query.sort()) {
            case "name" -> Comparator.comparing(Resident::name);
            case "finalDate" -> Comparator.comparing(Resident::finalDate);
            case "mails" -> Comparator.comparingInt(Resident::mails);
            default -> Comparator.comparing(Resident::number);
        };
    }

    private List<Resident> residents() {
        Meaning[] meanings = Meaning.values();
        List<String> states = List.of("Nieuw", "Uitgenodigd", "Afgesloten", "Gegevens ontbreken", "Mislukt");
        return IntStream.rangeClosed(1, 230)
                .mapToObj(number -> new Resident(
                        "HO-2026-%04d".formatted(number),
                        NAMES.get(number % NAMES.size()),
                        states.get(number % states.size()),
                        meanings[number % meanings.length],
                        time.today().plusDays(number % 40),
                        number * 7 % 13))
                .toList();
    }

    private List<TimelineEntry> timeline() {
        return List.of(
                TimelineEntry.of(time.now().minus(Duration.ofMinutes(4)), Meaning.DANGER, "Mail niet bezorgd")
                        .saying("Het postvak bestaat niet (550 5.1.1)."),
                TimelineEntry.of(time.now().minus(Duration.ofHours(5)), Meaning.INFO, "Uitnodiging verzonden")
                        .saying("Per mail en per brief")
                        .at("/development/parts"),
                TimelineEntry.of(time.now().minus(Duration.ofDays(2)), Meaning.SUCCESS, "Dossier aangemaakt")
                        .by("S. de Boer"));
    }

    private static SheetView sheet() {
        return new SheetView(
                List.of("BSN", "ACHTERNAAM", "GEBOORTEDATUM", "POSTCODE", "WOONPLAATS", "EMAIL"),
                List.of(
                        new SheetView.Row(
                                2,
                                List.of(
                                        SheetView.Cell.marked(
                                                "023456787", Meaning.INFO, "De nul vooraan is teruggezet."),
                                        SheetView.Cell.plain("de Vries"),
                                        SheetView.Cell.plain("03-04-1970"),
                                        SheetView.Cell.plain("1234 AB"),
                                        SheetView.Cell.plain("Leiden"),
                                        SheetView.Cell.plain("a.devries@example.nl"))),
                        new SheetView.Row(
                                3,
                                List.of(
                                        SheetView.Cell.marked(
                                                "123456789", Meaning.DANGER, "Dit is geen geldig BSN (elfproef)."),
                                        SheetView.Cell.plain("Bakker"),
                                        SheetView.Cell.marked("31-02-1981", Meaning.DANGER, "Deze datum bestaat niet."),
                                        SheetView.Cell.plain("2311 EX"),
                                        SheetView.Cell.plain("Leiden"),
                                        SheetView.Cell.plain("")))));
    }
}
