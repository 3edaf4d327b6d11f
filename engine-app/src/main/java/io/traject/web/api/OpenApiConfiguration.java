package io.traject.web.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The description of the REST interface at {@code /v3/api-docs}, with its page at {@code /swagger-ui}. */
@Configuration
class OpenApiConfiguration {

    private static final String PASSWORD_FLOW = "api-account";
    private static final String BEARER = "access-token";

    @Bean
    OpenAPI restInterface() {
        return new OpenAPI()
                .info(new Info()
                        .title("Traject")
                        .version("v1")
                        .description("Errors are application/problem+json (RFC 9457) with a stable type."
                                + " A POST that creates takes an Idempotency-Key. Shapes may grow, never break."))
                .components(new Components()
                        .addSecuritySchemes(
                                PASSWORD_FLOW,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.OAUTH2)
                                        .description(
                                                "An API account; the password is the API token directly followed by"
                                                        + " the six digits of the one-time code (TOTP).")
                                        .flows(new OAuthFlows()
                                                .password(new OAuthFlow()
                                                        .tokenUrl("/services/api/oauth2/token")
                                                        .scopes(new Scopes()))))
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")))
                .addSecurityItem(new SecurityRequirement().addList(PASSWORD_FLOW))
                .addSecurityItem(new SecurityRequirement().addList(BEARER));
    }
}
