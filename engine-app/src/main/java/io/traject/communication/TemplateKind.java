package io.traject.communication;

import static io.traject.communication.MergeField.EMPLOYER_NAME;
import static io.traject.communication.MergeField.LETTER_DATE;
import static io.traject.communication.MergeField.MUNICIPALITY_DEPARTMENT;
import static io.traject.communication.MergeField.MUNICIPALITY_EMAIL;
import static io.traject.communication.MergeField.MUNICIPALITY_NAME;
import static io.traject.communication.MergeField.MUNICIPALITY_PHONE;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a template is for. A municipality has one template per kind and language. */
public enum TemplateKind {
    INVITATION_MAIL(Channel.MAIL, EnumSet.complementOf(EnumSet.of(EMPLOYER_NAME, LETTER_DATE))),
    INVITATION_LETTER(Channel.LETTER, EnumSet.complementOf(EnumSet.of(EMPLOYER_NAME))),
    /** While the data is missing (C8). */
    REMINDER_MAIL(Channel.MAIL, EnumSet.complementOf(EnumSet.of(EMPLOYER_NAME, LETTER_DATE))),
    /** After the final date, with a new one. */
    FOLLOW_UP_LETTER(Channel.LETTER, EnumSet.complementOf(EnumSet.of(EMPLOYER_NAME))),
    /** To an employer that has just been published (A13). */
    EMPLOYER_WELCOME(
            Channel.MAIL,
            EnumSet.of(
                    EMPLOYER_NAME, MUNICIPALITY_NAME, MUNICIPALITY_DEPARTMENT, MUNICIPALITY_PHONE, MUNICIPALITY_EMAIL));

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
