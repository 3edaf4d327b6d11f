package io.traject.communication;

import static java.util.Objects.requireNonNull;

import io.traject.kernel.Language;
import io.traject.kernel.Outcome;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Prints letters as PDF/A-2a with tags. Safe for use by many threads: as many letters are made at once as the machine
 * has processors, and further callers wait, which also bounds the memory.
 */
@Component
public class LetterRenderer {

    private final Map<Language, LetterSheet> sheets = new EnumMap<>(Language.class);
    private final BlockingQueue<LetterPress> presses;

    LetterRenderer(MessageSource messages) {
        for (Language language : Language.values()) {
            sheets.put(language, new LetterSheet(messages, language));
        }
        int processors = Runtime.getRuntime().availableProcessors();
        presses = new ArrayBlockingQueue<>(processors);
        for (int i = 0; i < processors; i++) {
            presses.add(new LetterPress());
        }
    }

    /**
     * Refuses with {@code merge-value-missing} (the fields without a value), {@code letter-character-unprintable} (the
     * characters that the typeface lacks) or {@code letter-address-too-long} (it would not fit the window).
     */
    public Outcome<RenderedLetter> render(CompiledTemplate template, MergeValues values, LetterHead head) {
        return switch (Filling.of(template, values.with(head.sender(), head.date()))) {
            case Outcome.Refused<Filling>(var refusal) -> new Outcome.Refused<>(refusal);
            case Outcome.Done<Filling>(Filling filling) -> print(filling, head);
        };
    }

    private Outcome<RenderedLetter> print(Filling filling, LetterHead head) {
        Optional<AddressBlock> address = AddressBlock.fit(head.addressee());
        if (address.isEmpty()) {
            return Outcome.refused("letter-address-too-long");
        }
        String unprintable = Typeface.SANS.unprintable(filling.filledIn() + head.texts());
        if (!unprintable.isEmpty()) {
            return Outcome.refused("letter-character-unprintable", unprintable);
        }
        LetterSheet sheet = requireNonNull(sheets.get(filling.template().language()));
        String subject = filling.subject();
        return Outcome.done(new RenderedLetter(
                subject,
                press(
                        sheet.html(subject, filling.html(), head, address.get()),
                        head.sender().style())));
    }

    private byte[] press(String html, HouseStyle style) {
        try {
            LetterPress press = presses.take();
            try {
                return press.print(html, style);
            } finally {
                presses.add(press);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting to print a letter", interrupted);
        }
    }
}
