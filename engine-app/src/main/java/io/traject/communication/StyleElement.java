package io.traject.communication;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** An image that a municipality's letters carry. */
public enum StyleElement {
    /** At the top right, opposite the municipality's name; described for who can't see it. */
    LOGO(60, 25),
    /** Below the text, above the name and function of who signs. */
    SIGNATURE(50, 20);

    private final int width;
    private final int height;

    StyleElement(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /** The room on paper, in millimetres. */
    public int width() {
        return width;
    }

    /** The room on paper, in millimetres. */
    public int height() {
        return height;
    }

    /** As in addresses and the keys of texts. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<StyleElement> ofCode(String code) {
        return Stream.of(values()).filter(each -> each.code().equals(code)).findFirst();
    }
}
