package io.traject.communication;

import io.traject.access.AuditTrail;
import io.traject.access.AuditTrail.Change;
import io.traject.access.AuditedObject;
import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.BusinessTime;
import io.traject.kernel.Ids;
import io.traject.kernel.Language;
import io.traject.kernel.Outcome;
import io.traject.kernel.RealTime;
import io.traject.kernel.Refusal;
import io.traject.organisation.MunicipalityDirectory;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Logo and signature of the municipality whose templates the actor writes. What is uploaded is a draft first, which no
 * letter carries; letters that were made stay as they are.
 */
@Service
public class EditHouseStyle {

    private static final int MOST_PAGES = 2;

    private final HouseStyles styles;
    private final AuditTrail auditTrail;
    private final Templates templates;
    private final TemplateCompiler compiler;
    private final LetterRenderer letters;
    private final MunicipalityDirectory municipalities;
    private final Authorization authorization;
    private final BusinessTime today;
    private final RealTime time;

    EditHouseStyle(
            HouseStyles styles,
            AuditTrail auditTrail,
            Templates templates,
            TemplateCompiler compiler,
            LetterRenderer letters,
            MunicipalityDirectory municipalities,
            Authorization authorization,
            BusinessTime today,
            RealTime time) {
        this.styles = styles;
        this.auditTrail = auditTrail;
        this.templates = templates;
        this.compiler = compiler;
        this.letters = letters;
        this.municipalities = municipalities;
        this.authorization = authorization;
        this.today = today;
        this.time = time;
    }

    /** What letters carry now. */
    public HouseStyle inUse() {
        return styles.of(municipality());
    }

    public Optional<StyleImage> draft(StyleElement element) {
        return styles.draft(municipality(), element);
    }

    /**
     * Keeps a draft, also one that lacks its words: then only these are still to be given.
     *
     * @param file as uploaded; null or empty for the image of the draft, or else the one in use
     * @param words what the logo shows, or who signs
     * @return refused as {@link PrintImage#read} does, with {@code image-missing}, or with
     *     {@code image-words-unprintable}
     */
    @Transactional
    public Outcome<StyleImage> tryOut(StyleElement element, byte @Nullable [] file, String words, String function) {
        UUID municipality = municipality();
        String unprintable =
                element == StyleElement.SIGNATURE ? Typeface.SANS.unprintable(MergeValues.plain(words + function)) : "";
        if (!unprintable.isEmpty()) {
            return Outcome.refused("image-words-unprintable", unprintable);
        }
        return switch (image(municipality, element, file)) {
            case Outcome.Refused<PrintImage>(Refusal refusal) -> new Outcome.Refused<>(refusal);
            case Outcome.Done<PrintImage>(PrintImage image) -> {
                var draft = new StyleImage(Ids.next(), image, line(words), line(function), author(), time.now());
                styles.putDraft(municipality, element, draft);
                audit(municipality, "tried", element);
                yield Outcome.done(draft);
            }
        };
    }

    private Outcome<PrintImage> image(UUID municipality, StyleElement element, byte @Nullable [] file) {
        if (file != null && file.length > 0) {
            return PrintImage.read(file, element);
        }
        return styles.draft(municipality, element)
                .or(() -> styles.of(municipality).get(element))
                .map(StyleImage::image)
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused("image-missing"));
    }

    private static String line(String text) {
        String line = MergeValues.plain(text);
        return line.substring(0, Math.min(line.length(), StyleImage.LONGEST_WORDS));
    }

    /**
     * Letters that are made from now on carry the draft.
     *
     * @param seen the draft that the actor saw; refused with {@code image-overtaken} when there is another by now
     */
    @Transactional
    public Outcome<StyleImage> use(StyleElement element, UUID seen) {
        UUID municipality = municipality();
        Optional<StyleImage> draft = styles.draft(municipality, element)
                .filter(present -> present.id().equals(seen) && present.isComplete(element));
        if (draft.isEmpty()) {
            return Outcome.refused("image-overtaken");
        }
        StyleImage image = draft.get();
        var used = new StyleImage(image.id(), image.image(), image.words(), image.function(), author(), time.now());
        styles.useDraft(municipality, element, used);
        audit(municipality, Change.CHANGED, element);
        return Outcome.done(used);
    }

    @Transactional
    public void discardDraft(StyleElement element) {
        styles.remove(municipality(), element, true);
    }

    /** Letters that are made from now on carry none. */
    @Transactional
    public void remove(StyleElement element) {
        UUID municipality = municipality();
        styles.remove(municipality, element, false);
        audit(municipality, Change.REMOVED, element);
    }

    private void audit(UUID municipality, String action, StyleElement element) {
        auditTrail.record(Change.of(AuditedObject.of("house-style", municipality, municipality), action)
                .masked(element.name().toLowerCase(Locale.ROOT)));
    }

    /** The first pages, as PNG, of the municipality's invitation to an invented resident in this style. */
    public List<byte[]> preview(HouseStyle style, Language language) {
        UUID municipality = municipality();
        MergeValues values = MergeValues.examples(language);
        var head = new LetterHead(
                Sender.of(municipalities.get(municipality)).with(style),
                MergeField.exampleAddress(),
                values.text(MergeField.CASE_REFERENCE, language).orElseThrow(),
                today.today());
        return LetterImage.pages(
                letters.render(invitation(municipality, language), values, head)
                        .orThrow()
                        .pdf(),
                MOST_PAGES);
    }

    /** What a letter would carry with the draft. */
    public HouseStyle withDraft(StyleElement element, StyleImage draft) {
        return inUse().with(element, draft);
    }

    private CompiledTemplate invitation(UUID municipality, Language language) {
        var kind = TemplateKind.INVITATION_LETTER;
        TemplateText text = templates
                .findByMunicipalityIdAndKindAndLanguage(municipality, kind, language)
                .map(Template::text)
                .orElseGet(() -> StandardTexts.of(kind, language));
        return switch (compiler.compile(kind, language, text)) {
            case Compilation.Compiled(CompiledTemplate template) -> template;
            case Compilation.Rejected rejected ->
                throw new IllegalStateException("template " + kind.code() + " does not compile any more");
        };
    }

    private String author() {
        return authorization.actor().displayName();
    }

    private UUID municipality() {
        return authorization.organisation(Permission.TEMPLATES_EDIT);
    }
}
