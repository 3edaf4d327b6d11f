package io.traject.cases;

/** A file for the case, as received. The name is kept for display only. */
public record NewDocument(String fileName, String mediaType, byte[] content) {}
