package io.traject.communication;

import static io.traject.communication.Fixtures.head;
import static io.traject.communication.Fixtures.pdf;
import static io.traject.communication.Fixtures.standard;
import static io.traject.communication.Fixtures.values;
import static org.assertj.core.api.Assertions.assertThat;

import io.traject.kernel.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class LetterRendererTest {

    private final LetterRenderer renderer = Fixtures.letterRenderer();

    @Test
    void shouldPrintTheStandardLetter() throws Exception {
        byte[] pdf =
                pdf(renderer.render(standard(TemplateKind.INVITATION_LETTER, Language.NL), values().build(), head()));
        Files.write(Path.of("/tmp/docspike/letter.pdf"), pdf);
        assertThat(Fixtures.text(pdf)).contains("Geachte heer/mevrouw De Vries,");
    }
}
