package io.traject.communication;

import io.traject.organisation.Municipality;
import java.util.List;

/** Who writes: the municipality as it stands on mails and letters. */
public record Sender(
        String name, String department, List<String> addressLines, String phone, String email, HouseStyle style) {

    public Sender {
        name = MergeValues.plain(name);
        department = MergeValues.plain(department);
        addressLines = addressLines.stream()
                .map(MergeValues::plain)
                .filter(line -> !line.isEmpty())
                .toList();
        phone = MergeValues.plain(phone);
        email = MergeValues.plain(email);
    }

    public static Sender of(Municipality municipality) {
        var details = municipality.details();
        return new Sender(
                details.name(),
                details.department(),
                List.of(details.street() + " " + details.houseNumber(), details.postcode() + "  " + details.city()),
                details.phone(),
                details.email().value(),
                HouseStyle.PLAIN);
    }

    /** Of whom no more is known. */
    static Sender named(String name) {
        return new Sender(name, "", List.of(), "", "", HouseStyle.PLAIN);
    }

    /** The same with what its letters carry. */
    Sender with(HouseStyle other) {
        return new Sender(name, department, addressLines, phone, email, other);
    }
}
