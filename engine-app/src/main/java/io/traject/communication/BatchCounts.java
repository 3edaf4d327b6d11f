package io.traject.communication;

/**
 * How far the communications of a batch are: mails and letters together.
 *
 * @param sent mails that left and letters that were made
 * @param failed what could not be made or was refused by the mail server
 * @param letters that were made
 */
public record BatchCounts(int total, int sent, int failed, int letters) {}
