package io.traject.reexamination;

import io.traject.reexamination.intake.Repair;
import io.traject.reexamination.intake.SheetPreview;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;

/** What is wrong with an uploaded spreadsheet, in the reader's language. */
@Service
public class SheetErrors {

    private final UploadedSheets sheets;
    private final MessageSource messages;

    SheetErrors(UploadedSheets sheets, MessageSource messages) {
        this.sheets = sheets;
        this.messages = messages;
    }

    /** What is wrong with a cell, and how to mend it. */
    public record SheetError(int row, String column, String code, String message) {}

    /** The errors of a batch from a place in their order, at most so many. */
    public List<SheetError> of(Batch batch, int from, int atMost, Locale locale) {
        return sheets.errors(batch.id(), from, atMost).stream()
                .map(error -> new SheetError(
                        error.row(),
                        error.column(),
                        error.code().name(),
                        messages.getMessage(
                                error.messageKey(), error.arguments().toArray(), locale)))
                .toList();
    }

    /** The part of the sheet that its page shows, with the marked cells. */
    public SheetPreview preview(Batch batch) {
        return sheets.sheet(batch.id()).preview();
    }

    /** What was mended on reading. */
    public List<Repair> repairs(Batch batch) {
        return sheets.sheet(batch.id()).repairs();
    }
}
