package io.traject.cases;

import io.micrometer.core.instrument.MeterRegistry;
import io.traject.cases.documents.DocumentType;
import io.traject.cases.documents.RecogniseDocument;
import io.traject.cases.documents.VirusScanner;
import io.traject.kernel.Outcome;
import io.traject.kernel.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Looks at files before anything of them is kept: how many, how large, what they are, whether they are clean (E9). */
@Component
class ExamineDocuments {

    static final int MOST_DOCUMENTS = 20;
    static final DataSize LARGEST_DOCUMENT = DataSize.ofMegabytes(25);

    private final RecogniseDocument recogniseDocument;
    private final VirusScanner scanner;
    private final MeterRegistry meters;

    ExamineDocuments(RecogniseDocument recogniseDocument, VirusScanner scanner, MeterRegistry meters) {
        this.recogniseDocument = recogniseDocument;
        this.scanner = scanner;
        this.meters = meters;
    }

    /**
     * Outside of a transaction: a scanner takes its time.
     *
     * @return refused, naming the first file that can't be taken, with {@code documents-too-many}, {@code document-empty},
     *     {@code document-too-large}, {@code document-type-refused}, {@code document-infected} or
     *     {@code virus-scanner-away}
     */
    Outcome<List<NewDocument>> examine(List<ReceivedDocument> received) {
        if (received.size() > MOST_DOCUMENTS) {
            return Outcome.refused("documents-too-many", MOST_DOCUMENTS);
        }
        var documents = new ArrayList<NewDocument>();
        for (ReceivedDocument one : received) {
            switch (examine(one)) {
                case Outcome.Done<NewDocument>(NewDocument document) -> documents.add(document);
                case Outcome.Refused<NewDocument>(Refusal refusal) -> {
                    count(refusal.code());
                    return new Outcome.Refused<>(refusal);
                }
            }
        }
        documents.forEach(document -> count("accepted"));
        return Outcome.done(documents);
    }

    private Outcome<NewDocument> examine(ReceivedDocument one) {
        String name = NewDocument.safeName(one.claimedName());
        if (one.size() == 0) {
            return Outcome.refused("document-empty", name);
        }
        if (one.size() > LARGEST_DOCUMENT.toBytes()) {
            return Outcome.refused("document-too-large", name);
        }
        try {
            Optional<DocumentType> type = recogniseDocument.recognise(one.content(), name);
            return type.isEmpty() ? Outcome.refused("document-type-refused", name) : scan(one, type.get(), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Outcome<NewDocument> scan(ReceivedDocument one, DocumentType type, String name) throws IOException {
        try (InputStream content = one.content().getInputStream()) {
            return switch (scanner.scan(content)) {
                case CLEAN -> Outcome.done(NewDocument.of(one, type));
                case INFECTED -> Outcome.refused("document-infected", name);
                case UNKNOWN -> Outcome.refused("virus-scanner-away");
            };
        }
    }

    private void count(String outcome) {
        meters.counter("traject.documents.examined", "outcome", outcome).increment();
    }
}
