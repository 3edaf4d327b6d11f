package io.traject.communication;

/** How a communication reaches someone. */
public enum Channel {
    MAIL,
    LETTER
}
