package io.traject.communication;

import java.time.LocalDate;
import java.util.List;

/**
 * What stands above a letter's text.
 *
 * @param sender the municipality
 * @param addressee name and address, a line each, as they show in the envelope's window
 * @param reference of the case, for the reader to quote
 * @param date on the letter
 */
public record LetterHead(Sender sender, List<String> addressee, String reference, LocalDate date) {

    public LetterHead {
        addressee = addressee.stream()
                .map(MergeValues::plain)
                .filter(line -> !line.isEmpty())
                .toList();
        reference = MergeValues.plain(reference);
    }

    /** All that it says, in one string. */
    String texts() {
        return String.join("", addressee)
                + reference
                + sender.name()
                + sender.department()
                + String.join("", sender.addressLines())
                + sender.phone()
                + sender.email()
                + sender.style().texts();
    }
}
