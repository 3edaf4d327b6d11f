package io.traject.agenda;

import java.util.Optional;
import java.util.UUID;

/**
 * A request to be made.
 *
 * @param draft whether somebody has yet to open it
 * @param origin what asks, when no person does
 */
public record NewAppointmentRequest(
        UUID employee,
        UUID consultationType,
        CaseChoice about,
        AppointmentWishes wishes,
        boolean draft,
        Optional<Origin> origin) {

    /**
     * What had a request made.
     *
     * @param key by which a repeat is recognised: the same for each attempt, another for each request of the organisation
     * @param name as people know it, such as that of a trigger
     */
    public record Origin(String key, String name) {

        public static final int MAX_KEY_LENGTH = 100;
        public static final int MAX_NAME_LENGTH = 200;

        public Origin {
            if (key.isBlank() || key.length() > MAX_KEY_LENGTH || name.isBlank() || name.length() > MAX_NAME_LENGTH) {
                throw new IllegalArgumentException("no origin: " + key);
            }
        }
    }
}
