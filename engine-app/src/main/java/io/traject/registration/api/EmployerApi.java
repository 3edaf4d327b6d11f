package io.traject.registration.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.traject.access.Authorization;
import io.traject.access.Permission;
import io.traject.kernel.Country;
import io.traject.kernel.Refusal;
import io.traject.kernel.RefusedException;
import io.traject.organisation.configuration.EmployerProfile;
import io.traject.organisation.employers.CancelEmployer;
import io.traject.organisation.employers.DraftEmployer;
import io.traject.organisation.employers.Employer;
import io.traject.organisation.employers.EmployerDirectory;
import io.traject.organisation.employers.EmployerList;
import io.traject.organisation.employers.EmployerRegistration;
import io.traject.organisation.employers.EmployerState;
import io.traject.organisation.employers.EmployerSummary;
import io.traject.organisation.employers.PublishEmployer;
import io.traject.organisation.employers.RegisterEmployer;
import io.traject.registration.RegistrationInput;
import io.traject.registration.ViewEmployer;
import io.traject.web.api.Codes;
import io.traject.web.api.EntityTags;
import io.traject.web.api.ItemPage;
import io.traject.web.api.PageQuery;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Employers: draft, registration, publication. Each call also moves the employer's process and its tasks. */
@RestController
@RequestMapping("/api/v1/employers")
@Tag(name = "Employers")
class EmployerApi {

    private static final PageQuery.Order BY_NAME = new PageQuery.Order("name", false);

    private final EmployerList employers;
    private final EmployerDirectory directory;
    private final DraftEmployer draftEmployer;
    private final RegisterEmployer registerEmployer;
    private final PublishEmployer publishEmployer;
    private final CancelEmployer cancelEmployer;
    private final ViewEmployer viewEmployer;
    private final Authorization authorization;
    private final MessageSource messages;

    EmployerApi(
            EmployerList employers,
            EmployerDirectory directory,
            DraftEmployer draftEmployer,
            RegisterEmployer registerEmployer,
            PublishEmployer publishEmployer,
            CancelEmployer cancelEmployer,
            ViewEmployer viewEmployer,
            Authorization authorization,
            MessageSource messages) {
        this.employers = employers;
        this.directory = directory;
        this.draftEmployer = draftEmployer;
        this.registerEmployer = registerEmployer;
        this.publishEmployer = publishEmployer;
        this.cancelEmployer = cancelEmployer;
        this.viewEmployer = viewEmployer;
        this.authorization = authorization;
        this.messages = messages;
    }

    /** With what a draft is made. @param country ISO 3166-1 */
    record Draft(@Nullable String name, @Nullable String country) {}

    /** Where an employer comes to stand. @param folderId left out: directly beneath the organisation */
    record Publication(@Nullable UUID folderId) {}

    @GetMapping
    @Operation(
            summary = "List employers, by name",
            description =
                    "state: draft, registered, published or cancelled; those that are not published are for callers who"
                            + " register employers. q: part of the name. Sortable: name, draftedAt, workedOnAt")
    ItemPage<EmployerListItem> list(
            @RequestParam Optional<String> state, @RequestParam Optional<String> q, PageQuery query) {
        return ItemPage.of(
                        employers.find(
                                Codes.parse(EmployerState.class, "state", state),
                                q.filter(text -> !text.isBlank()),
                                query.portion(EmployerList.SORTABLE, BY_NAME)),
                        query,
                        EmployerSummary::id)
                .map(EmployerListItem::of);
    }

    @PostMapping
    @Operation(summary = "Add an employer as a draft; its registration can wait")
    ResponseEntity<EmployerView> draft(@RequestBody Draft draft) {
        authorization.require(Permission.EMPLOYERS_REGISTER);
        Employer drafted = draftEmployer.draft(requireName(draft.name()), requireCountry(draft.country()));
        return ResponseEntity.created(URI.create("/api/v1/employers/" + drafted.id()))
                .eTag(EntityTags.of(drafted.version()))
                .body(view(drafted));
    }

    @GetMapping("/{id}")
    @Operation(summary = "Get an employer, with what is registered and what is missing")
    ResponseEntity<EmployerView> get(@PathVariable UUID id) {
        return answer(directory.get(id));
    }

    @PutMapping("/{id}/registration")
    @Operation(
            summary = "Save the whole registration of an employer, complete or not",
            description =
                    "What is left out is emptied. A complete registration makes a draft registered, an incomplete one a"
                            + " registered employer a draft again; shortcomings says what is missing. 409 employer-incomplete for"
                            + " one that is published")
    ResponseEntity<EmployerView> register(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody RegistrationInput registration) {
        Employer employer = directory.get(id, Permission.EMPLOYERS_REGISTER);
        requireFit(registration, viewEmployer.see(employer).profile());
        return answer(registerEmployer
                .register(id, registration.registration().orElseThrow(), EntityTags.seen(ifMatch))
                .orThrow());
    }

    @PostMapping("/{id}/publication")
    @Operation(
            summary = "Give a registered employer its place in the organisation",
            description = "It is welcomed by mail in its language. 409 employer-incomplete, employer-published,"
                    + " employer-cancelled, or what stands in the way at that place")
    ResponseEntity<EmployerView> publish(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Publication publication) {
        return answer(publishEmployer
                .publish(id, Optional.ofNullable(publication.folderId()), EntityTags.seen(ifMatch))
                .orThrow());
    }

    @PostMapping("/{id}/cancellation")
    @Operation(summary = "Give an employer up before it is published; it is archived and can be looked up")
    ResponseEntity<EmployerView> cancel(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return answer(cancelEmployer.cancel(id, EntityTags.seen(ifMatch)).orThrow());
    }

    private static void requireFit(RegistrationInput registration, EmployerProfile profile) {
        requireName(registration.name());
        requireCountry(registration.country());
        registration.unfit().forEach(item -> {
            throw new RefusedException(Refusal.of("employer-item-unfit", item.key(), item.maxLength()));
        });
        registration.notAsked(profile).forEach(item -> {
            throw new RefusedException(Refusal.of("employer-field-not-asked", item.key()));
        });
    }

    private static String requireName(@Nullable String name) {
        return Optional.ofNullable(name)
                .filter(EmployerRegistration::isName)
                .orElseThrow(() ->
                        new RefusedException(Refusal.of("employer-name-unfit", EmployerRegistration.MAX_NAME_LENGTH)));
    }

    private static Country requireCountry(@Nullable String country) {
        return Optional.ofNullable(country)
                .flatMap(Country::parse)
                .orElseThrow(() -> new RefusedException(
                        Refusal.of("employer-country-unknown", Objects.requireNonNullElse(country, ""))));
    }

    private ResponseEntity<EmployerView> answer(Employer employer) {
        return ResponseEntity.ok().eTag(EntityTags.of(employer.version())).body(view(employer));
    }

    private EmployerView view(Employer employer) {
        return EmployerView.of(
                viewEmployer.see(employer), messages, authorization.actor().language());
    }
}
