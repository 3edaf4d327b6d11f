package io.traject.communication;

import java.util.UUID;

/**
 * A single mail or letter to the resident of a case left the building. Published in the transaction that notes it.
 *
 * @param kind of communication
 */
public record CommunicationLeft(UUID caseId, TemplateKind kind) {}
