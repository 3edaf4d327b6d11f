package io.traject.communication.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.traject.access.FileKind;
import io.traject.access.FilePart;
import io.traject.access.LooksAt;
import io.traject.communication.Communication;
import io.traject.communication.Correction;
import io.traject.communication.FileOfCase;
import io.traject.communication.PostalAddress;
import io.traject.communication.ResendCommunication;
import io.traject.kernel.EmailAddress;
import io.traject.kernel.Postcode;
import io.traject.kernel.Refusal;
import io.traject.kernel.RefusedException;
import io.traject.web.api.ItemPage;
import io.traject.web.api.PageQuery;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What was sent in a case. */
@RestController
@RequestMapping("/api/v1/cases/{caseId}/communications")
@Tag(name = "Cases")
@LooksAt(value = FileKind.CASE, part = FilePart.COMMUNICATION, id = "caseId")
class CaseCommunicationsApi {

    private final FileOfCase file;
    private final ResendCommunication resendCommunication;

    CaseCommunicationsApi(FileOfCase file, ResendCommunication resendCommunication) {
        this.file = file;
        this.resendCommunication = resendCommunication;
    }

    @GetMapping
    @Operation(summary = "List the mails and letters of a case, newest first")
    ItemPage<CommunicationView> list(@PathVariable UUID caseId, PageQuery query) {
        List<Communication> all = file.communications(caseId);
        return ItemPage.of(
                all.stream()
                        .skip((long) query.page() * query.size())
                        .limit(query.size())
                        .map(CommunicationView::of)
                        .toList(),
                query,
                all.size());
    }

    @GetMapping("/{communicationId}")
    @Operation(summary = "Get a mail or letter")
    CommunicationView get(@PathVariable UUID caseId, @PathVariable UUID communicationId) {
        return CommunicationView.of(file.entry(caseId, communicationId).communication());
    }

    /**
     * What is corrected before it is sent again; the address of a mail, or that of a letter, or nothing.
     *
     * @param email of a mail
     * @param address of a letter
     */
    record Resend(@Nullable String email, @Nullable Address address) {

        record Address(
                @NotBlank String street,
                @NotBlank String houseNumber,
                @Nullable String addition,
                @NotBlank String postcode,
                @NotBlank String city) {}
    }

    @PostMapping("/{communicationId}/resend")
    @Operation(
            summary = "Send a mail or letter again, to a corrected address if one is given",
            description = "The corrected address is kept for the case. Each is sent again once: a repeat answers what"
                    + " was sent, and 409 when it asks for another address. 409 for an ended case")
    ResponseEntity<CommunicationView> resend(
            @PathVariable UUID caseId, @PathVariable UUID communicationId, @Valid @RequestBody Resend asked) {
        Communication again = resendCommunication
                .resend(caseId, communicationId, correction(asked))
                .orThrow();
        return ResponseEntity.created(URI.create("/api/v1/cases/" + caseId + "/communications/" + again.id()))
                .body(CommunicationView.of(again));
    }

    private static Correction correction(Resend asked) {
        if (asked.email() != null) {
            return new Correction.Email(EmailAddress.parse(asked.email().strip())
                    .orElseThrow(() -> new RefusedException(Refusal.of("email-invalid"))));
        }
        if (asked.address() == null) {
            return new Correction.None();
        }
        Resend.Address address = asked.address();
        try {
            return new Correction.Address(new PostalAddress(
                    address.street(),
                    address.houseNumber(),
                    address.addition(),
                    Postcode.parse(address.postcode()).orElseThrow(IllegalArgumentException::new),
                    address.city()));
        } catch (IllegalArgumentException notAnAddress) {
            throw new RefusedException(Refusal.of("address-invalid"));
        }
    }

    @GetMapping(path = "/{communicationId}/letter.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(summary = "The letter as PDF/A; 404 for a mail")
    ResponseEntity<byte[]> letter(@PathVariable UUID caseId, @PathVariable UUID communicationId) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .body(file.letter(file.entry(caseId, communicationId).communication()));
    }
}
