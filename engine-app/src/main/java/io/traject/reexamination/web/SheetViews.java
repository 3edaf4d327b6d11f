package io.traject.reexamination.web;

import io.traject.reexamination.intake.CellError;
import io.traject.reexamination.intake.Repair;
import io.traject.reexamination.intake.SheetPreview;
import io.traject.web.Meaning;
import io.traject.web.SheetView;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** Shows a preview of a spreadsheet with its marked cells in the reader's language. */
final class SheetViews {

    private SheetViews() {}

    static SheetView of(SheetPreview preview, MessageSource messages, Locale locale) {
        return new SheetView(
                preview.columns().stream()
                        .map(heading -> heading.letter() + " " + heading.header())
                        .toList(),
                preview.rows().stream()
                        .map(line -> new SheetView.Row(
                                line.row(),
                                line.cells().stream()
                                        .map(cell -> cell(cell, messages, locale))
                                        .toList()))
                        .toList());
    }

    private static SheetView.Cell cell(SheetPreview.Cell cell, MessageSource messages, Locale locale) {
        if (!cell.errors().isEmpty()) {
            String why = cell.errors().stream()
                    .map(error -> sentence(error, messages, locale))
                    .collect(Collectors.joining(" "));
            return SheetView.Cell.marked(cell.text(), Meaning.DANGER, why);
        }
        @Nullable Repair repair = cell.repair();
        return repair == null
                ? SheetView.Cell.plain(cell.text())
                : SheetView.Cell.marked(cell.text(), Meaning.INFO, sentence(repair, messages, locale));
    }

    private static String sentence(CellError error, MessageSource messages, Locale locale) {
        return messages.getMessage(error.messageKey(), error.arguments().toArray(), locale);
    }

    private static String sentence(Repair repair, MessageSource messages, Locale locale) {
        return messages.getMessage("reexamination.repair.BSN", new Object[] {repair.from(), repair.to()}, locale);
    }
}
