package io.traject.communication;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a municipality's letters carry besides text. */
public record HouseStyle(
        @Nullable StyleImage logoImage, @Nullable StyleImage signatureImage) {

    public static final HouseStyle PLAIN = new HouseStyle(null, null);

    static HouseStyle of(Map<StyleElement, StyleImage> images) {
        return new HouseStyle(images.get(StyleElement.LOGO), images.get(StyleElement.SIGNATURE));
    }

    public Optional<StyleImage> get(StyleElement element) {
        return Optional.ofNullable(element == StyleElement.LOGO ? logoImage : signatureImage);
    }

    HouseStyle with(StyleElement element, StyleImage image) {
        return element == StyleElement.LOGO ? new HouseStyle(image, signatureImage) : new HouseStyle(logoImage, image);
    }

    /** All of it that is printed as text. */
    String texts() {
        return get(StyleElement.SIGNATURE)
                .map(signature -> signature.words() + signature.function())
                .orElse("");
    }
}
