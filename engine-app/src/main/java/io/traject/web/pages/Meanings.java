package io.traject.web.pages;

import io.traject.web.Meaning;
import org.springframework.stereotype.Component;

/** Lets a template name a meaning by its word; templates know it as {@code @meanings}. */
@Component("meanings")
class Meanings {

    public Meaning of(Object wordOrMeaning) {
        return wordOrMeaning instanceof Meaning meaning ? meaning : Meaning.ofCode(wordOrMeaning.toString());
    }
}
