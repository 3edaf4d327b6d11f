package io.traject.communication;

/** How far the communications of a batch are: mails and letters together. */
public record BatchCounts(int total, int sent, int failed, int letters) {}
