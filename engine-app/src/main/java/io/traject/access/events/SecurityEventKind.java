package io.traject.access.events;

/** What can happen to the security of an account. */
public enum SecurityEventKind {
    SIGNED_IN(false),
    /** The password was wrong. */
    SIGN_IN_REFUSED(false),
    /** The password was right, the code of the second step was wrong, and not for the first time. */
    SECOND_STEP_REFUSED(true),
    SIGNED_OUT_ELSEWHERE(false),
    PASSWORD_CHANGED(true),
    /** A link to choose a new one was asked for. */
    PASSWORD_FORGOTTEN(false),
    PASSWORD_CHOSEN_BY_LINK(true),
    /** By an administrator. */
    PASSWORD_RESET(true),
    /** By the command of who keeps the server. */
    PASSWORD_RESET_ON_SERVER(true),
    EMAIL_CHANGE_ASKED(true),
    EMAIL_CHANGED(true),
    TWO_FACTOR_ON(true),
    TWO_FACTOR_OFF(true),
    /** By an administrator. */
    TWO_FACTOR_RESET(true),
    RECOVERY_CODES_RENEWED(true),
    RECOVERY_CODE_USED(true);

    private final boolean mailed;

    SecurityEventKind(boolean mailed) {
        this.mailed = mailed;
    }

    /** Whether the user gets a mail about it (A15). */
    boolean mailed() {
        return mailed;
    }
}
