package io.traject.cases.documents;

import io.traject.cases.documents.DocumentStore.Place;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where new documents go ({@code traject.documents.store}), and where those of before are. */
@Component
public class DocumentStores {

    private final Map<Place, DocumentStore> stores = new EnumMap<>(Place.class);
    private final DocumentStore chosen;

    DocumentStores(List<DocumentStore> all, @Value("${traject.documents.store}") Place chosen) {
        all.forEach(store -> stores.put(store.place(), store));
        this.chosen = at(chosen);
    }

    public Place chosen() {
        return chosen.place();
    }

    /** Keeps a content where new documents go. */
    public void write(UUID documentId, InputStream content, long size) throws IOException {
        chosen.write(documentId, content, size);
    }

    public InputStream open(UUID documentId, Place place) throws IOException {
        return at(place).open(documentId);
    }

    private DocumentStore at(Place place) {
        return Objects.requireNonNull(stores.get(place));
    }
}
