package io.traject.communication.web;

import io.traject.communication.StyleElement;
import io.traject.communication.StyleImage;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** The words of a logo or signature as they are typed. */
record HouseStyleForm(
        @Size(max = 150, message = "{communication.houseStyle.error.long}") @Nullable
        String words,

        @Size(max = 150, message = "{communication.houseStyle.error.long}") @Nullable
        String function) {

    static HouseStyleForm of(Optional<StyleImage> image) {
        return new HouseStyleForm(
                image.map(StyleImage::words).orElse(""),
                image.map(StyleImage::function).orElse(""));
    }

    /** Says what is missing. */
    void check(StyleElement element, Errors errors) {
        if (saidWords().isBlank()) {
            errors.rejectValue("words", "communication.houseStyle.error.words." + element.code());
        }
        if (element == StyleElement.SIGNATURE && saidFunction().isBlank()) {
            errors.rejectValue("function", "communication.houseStyle.error.function");
        }
    }

    String saidWords() {
        return Objects.requireNonNullElse(words, "");
    }

    String saidFunction() {
        return Objects.requireNonNullElse(function, "");
    }
}
