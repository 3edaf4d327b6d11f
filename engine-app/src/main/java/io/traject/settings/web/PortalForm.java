package io.traject.settings.web;

import io.traject.settings.ActionLink;
import io.traject.settings.ActionLinks.Placed;
import io.traject.settings.LinkPlace;
import io.traject.settings.PlacedLink;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * The arrangement of the action links as it is typed.
 *
 * @param version that the typing started from
 */
record PortalForm(@Valid List<Line> lines, long version) {

    /** One link. What can't be chosen for it is not in the form, and stays. */
    record Line(
            String link,
            LinkPlace file,
            @Nullable Boolean shown,
            ActionLink.@Nullable Form form,

            @NotNull(message = "{settings.portal.position.wrong}")
            @Min(value = 1, message = "{settings.portal.position.wrong}")
            @Max(value = PlacedLink.LAST_POSITION, message = "{settings.portal.position.wrong}")
            @Nullable
            Integer position,

            @Size(max = PlacedLink.LONGEST_LABEL, message = "{settings.portal.label.tooLong}") @Nullable
            String dutch,

            @Size(max = PlacedLink.LONGEST_LABEL, message = "{settings.portal.label.tooLong}") @Nullable
            String english) {

        /** What is typed is one line each, without blanks around it. */
        Line {
            dutch = line(dutch);
            english = line(english);
        }

        static Line of(Placed placed) {
            PlacedLink place = placed.place();
            return new Line(
                    place.link(),
                    place.file(),
                    place.shown(),
                    place.form(),
                    place.position(),
                    place.dutch(),
                    place.english());
        }

        /** Of a line without errors. */
        PlacedLink place(ActionLink link) {
            return new PlacedLink(
                    link.key(),
                    link.file(),
                    Boolean.TRUE.equals(shown),
                    form != null && link.file().forms().contains(form)
                            ? form
                            : link.usual().form(),
                    position == null ? link.usual().position() : position,
                    dutch == null ? "" : dutch,
                    english == null ? "" : english);
        }

        private static String line(@Nullable String typed) {
            return typed == null ? "" : typed.replaceAll("\\p{Cntrl}+", " ").strip();
        }
    }

    static PortalForm of(List<Placed> links, long version) {
        return new PortalForm(links.stream().map(Line::of).toList(), version);
    }

    /** A name in one language only would leave readers of the other with the usual one. */
    void checkLabels(Errors errors) {
        IntStream.range(0, lines.size()).forEach(i -> {
            Line line = lines.get(i);
            boolean dutch = line.dutch() == null || line.dutch().isEmpty();
            boolean english = line.english() == null || line.english().isEmpty();
            if (dutch != english) {
                errors.rejectValue(
                        "lines[%d].%s".formatted(i, dutch ? "dutch" : "english"), "settings.portal.label.both");
            }
        });
    }

    /** What was typed for the links that there are; a link that the form does not name stands as before. */
    List<PlacedLink> places(List<Placed> current) {
        return current.stream()
                .map(placed -> lines.stream()
                        .filter(line -> line.file() == placed.link().file()
                                && line.link().equals(placed.link().key()))
                        .findFirst()
                        .map(line -> line.place(placed.link()))
                        .orElse(placed.place()))
                .toList();
    }
}
