package io.traject.communication;

import static io.traject.communication.MergeField.LETTER_DATE;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a template is for. A municipality has one template per kind and language. */
public enum TemplateKind {
    INVITATION_MAIL(Channel.MAIL, EnumSet.complementOf(EnumSet.of(LETTER_DATE))),
    INVITATION_LETTER(Channel.LETTER, EnumSet.allOf(MergeField.class)),
    /** While the data is missing (C8). */
    REMINDER_MAIL(Channel.MAIL, EnumSet.complementOf(EnumSet.of(LETTER_DATE))),
    /** After the final date, with a new one. */
    FOLLOW_UP_LETTER(Channel.LETTER, EnumSet.allOf(MergeField.class));

    private final Channel channel;
    private final Set<MergeField> fields;

    TemplateKind(Channel channel, EnumSet<MergeField> fields) {
        this.channel = channel;
        this.fields = Collections.unmodifiableSet(fields);
    }

    public Channel channel() {
        return channel;
    }

    /** Whether residents are invited with it: no dispatch without (C2). */
    public boolean invites() {
        return this == INVITATION_MAIL || this == INVITATION_LETTER;
    }

    /** The merge fields that a template of this kind may use, in the order in which a writer is offered them. */
    public Set<MergeField> fields() {
        return fields;
    }

    /** As in addresses and message keys: {@code invitation-letter}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException for a code that does not exist */
    public static TemplateKind ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
