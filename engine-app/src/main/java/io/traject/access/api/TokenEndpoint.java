package io.traject.access.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.traject.access.accounts.AccessTokens;
import io.traject.access.accounts.IssueAccessToken;
import io.traject.access.security.Throttle;
import io.traject.access.security.TooManyAttemptsException;
import io.traject.access.users.Username;
import io.traject.kernel.Outcome;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Access tokens for API accounts (A43): OAuth 2.0's password grant (RFC 6749, 4.3), the password being the API token
 * directly followed by the one-time code. Errors have the shape of RFC 6749, 5.2, which OAuth clients read.
 */
@RestController
@Tag(name = "token")
class TokenEndpoint {

    private static final String DOOR = "token";

    private final IssueAccessToken issueAccessToken;
    private final Throttle throttle;
    private final String baseUrl;

    TokenEndpoint(
            IssueAccessToken issueAccessToken, Throttle throttle, @Value("${traject.public-url}") String baseUrl) {
        this.issueAccessToken = issueAccessToken;
        this.throttle = throttle;
        this.baseUrl = baseUrl;
    }

    /** @param baseUrl what the paths of all further calls are appended to */
    record Token(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("token_type") String tokenType,
            @JsonProperty("expires_in") long expiresIn,
            @JsonProperty("base_url") String baseUrl) {}

    record Refused(
            String error, @JsonProperty("error_description") String description) {}

    @Operation(summary = "Access token for an API account; the password is the API token followed by the one-time code")
    @SecurityRequirements
    @PostMapping(
            path = "/services/api/oauth2/token",
            consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> token(
            @RequestParam(name = "grant_type", required = false) @Nullable String grantType,
            @RequestParam(required = false) @Nullable String username,
            @RequestParam(required = false) @Nullable String password,
            HttpServletRequest request) {
        if (grantType == null) {
            return refused(HttpStatus.BAD_REQUEST, "invalid_request", "grant_type is missing");
        }
        if (!grantType.equals("password")) {
            return refused(HttpStatus.BAD_REQUEST, "unsupported_grant_type", "grant_type must be password");
        }
        if (username == null || password == null) {
            return refused(HttpStatus.BAD_REQUEST, "invalid_request", "username and password are needed");
        }
        return Username.parse(username)
                .map(account -> token(account, password, request.getRemoteAddr()))
                .orElseGet(TokenEndpoint::wrong);
    }

    private ResponseEntity<Object> token(Username account, String password, String address) {
        try {
            throttle.admit(DOOR, account.value(), address);
        } catch (TooManyAttemptsException e) {
            return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                    .cacheControl(CacheControl.noStore())
                    .header(
                            HttpHeaders.RETRY_AFTER,
                            String.valueOf(e.retryAfter().toSeconds() + 1))
                    .body(new Refused("temporarily_unavailable", "too many attempts"));
        }
        return switch (issueAccessToken.issue(account, password)) {
            case Outcome.Done<String>(String token) -> {
                throttle.forgive(DOOR, account.value(), address);
                throttle.signedIn(account.value(), address);
                yield ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .header(HttpHeaders.PRAGMA, "no-cache")
                        .body(new Token(token, "Bearer", AccessTokens.LIFETIME.toSeconds(), baseUrl));
            }
            case Outcome.Refused<String> ignored -> wrong();
        };
    }

    /** One answer for an unknown account, a wrong token, and a wrong or used code. */
    private static ResponseEntity<Object> wrong() {
        return refused(HttpStatus.BAD_REQUEST, "invalid_grant", "username, token or one-time code is wrong or used");
    }

    private static ResponseEntity<Object> refused(HttpStatus status, String error, String description) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.PRAGMA, "no-cache")
                .body(new Refused(error, description));
    }
}
