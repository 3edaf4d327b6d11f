package io.traject.access.security;

import io.traject.access.Permission;
import io.traject.access.users.Passwords;
import io.traject.access.users.UserAccounts;
import io.traject.kernel.Languages;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.util.unit.DataSize;

/**
 * Four doors: REST with bearer tokens and no session, files that anyone may fetch, the pages behind the link of an
 * invitation or a mail, and pages with form sign-in.
 */
@Configuration
@EnableScheduling
class SecurityConfiguration {

    private static final String TOKEN_ENDPOINT = "/services/api/oauth2/token";

    @Bean
    PasswordEncoder passwordEncoder() {
        return Passwords.encoder();
    }

    @Bean
    CookieSerializer sessionCookie(@Value("${traject.public-url}") String publicUrl) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName("traject-session");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setSameSite("Lax");
        cookie.setUseSecureCookie(publicUrl.startsWith("https:"));
        return cookie;
    }

    @Bean
    @Order(1)
    SecurityFilterChain restDoor(
            HttpSecurity http, SecurityHeaders headers, AccessTokenIntrospector introspector, RestRefusal refusal) {
        return http.securityMatcher("/api/**", "/services/**")
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers)
                .authorizeHttpRequests(requests -> requests.requestMatchers(TOKEN_ENDPOINT)
                        .permitAll()
                        .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(resource -> resource.bearerTokenResolver(bearerTokens())
                        .authenticationEntryPoint(refusal)
                        .accessDeniedHandler(refusal)
                        .opaqueToken(tokens -> tokens.introspector(introspector)
                                .authenticationConverter(AccessTokenIntrospector::authentication)))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(refusal).accessDeniedHandler(refusal))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain openDoor(HttpSecurity http, SecurityHeaders headers) {
        return http.securityMatcher(
                        "/css/**",
                        "/js/**",
                        "/images/**",
                        "/fonts/**",
                        "/webjars/**",
                        "/favicon.ico",
                        "/swagger-ui/**",
                        "/swagger-ui.html",
                        "/v3/api-docs/**",
                        "/v3/api-docs.yaml",
                        "/actuator/health/**")
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(headers)
                .headers(caching -> caching.cacheControl(HeadersConfigurer.CacheControlConfig::disable))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /**
     * For those with the link of an invitation or a mail. It knows no session, so that nothing is left on their device and
     * no other site can use what is not there: who has the link, and nobody else, may send.
     */
    @Bean
    @Order(3)
    SecurityFilterChain linkDoor(HttpSecurity http, SecurityHeaders headers) {
        return http.securityMatcher("/supply/**", "/mail-language/**")
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers)
                .headers(secret -> secret.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .addHeaderWriter(new StaticHeadersWriter("X-Robots-Tag", "noindex, nofollow")))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain pageDoor(
            HttpSecurity http,
            SecurityHeaders headers,
            PasswordSignIn passwordSignIn,
            SecondStepSignIn secondStepSignIn,
            PageSignIn pages,
            RequestCache wanted,
            UserAccounts users,
            Languages languages,
            List<SignInDuty> duties,
            @Value("${spring.servlet.multipart.max-request-size}") DataSize largestRequest) {
        return http.headers(headers)
                .requestCache(cache -> cache.requestCache(wanted))
                .authenticationManager(new ProviderManager(passwordSignIn))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.FORWARD, DispatcherType.ASYNC, DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(
                                PageSignIn.PAGE,
                                SecondStepFilter.PAGE,
                                "/forgotten-password/**",
                                "/email-confirmation/**",
                                "/language",
                                "/rail",
                                "/error")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .access(operatorsAndThisMachine())
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage(PageSignIn.PAGE)
                        .authenticationDetailsSource(Caller::of)
                        .successHandler(pages)
                        .failureHandler(pages))
                .addFilterAfter(
                        new SecondStepFilter(secondStepSignIn, pages), UsernamePasswordAuthenticationFilter.class)
                .logout(signOut -> signOut.logoutUrl("/sign-out").logoutSuccessUrl(PageSignIn.PAGE + "?signed-out"))
                .exceptionHandling(refused ->
                        refused.authenticationEntryPoint(pages).accessDeniedHandler(new PageRefusal(largestRequest)))
                .addFilterBefore(new ActorFilter(users, languages), AuthorizationFilter.class)
                .addFilterAfter(new DutyFilter(duties, wanted), ActorFilter.class)
                .build();
    }

    @Bean
    @SuppressWarnings("NullAway") // null is documented: no parameter is added to the address that was wanted
    RequestCache wantedPages() {
        var wanted = new HttpSessionRequestCache();
        wanted.setRequestMatcher(SecurityConfiguration::isWholePage);
        wanted.setMatchingRequestParameterName(null);
        return wanted;
    }

    /** A stale access token must not keep anyone from getting a new one. */
    private static BearerTokenResolver bearerTokens() {
        var header = new DefaultBearerTokenResolver();
        return request -> request.getServletPath().equals(TOKEN_ENDPOINT) ? null : header.resolve(request);
    }

    private static boolean isWholePage(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod())
                && !PageSignIn.isPartOfPage(request)
                && !request.getServletPath().startsWith("/actuator");
    }

    /** Prometheus asks from this machine; through a proxy everyone would seem to. */
    private static AuthorizationManager<RequestAuthorizationContext> operatorsAndThisMachine() {
        var operators =
                AuthorityAuthorizationManager.<RequestAuthorizationContext>hasAuthority(Permission.OPERATIONS.name());
        var loopback4 = new IpAddressMatcher("127.0.0.0/8");
        var loopback6 = new IpAddressMatcher("::1");
        return (authentication, context) -> {
            HttpServletRequest request = context.getRequest();
            boolean direct = request.getHeader("X-Forwarded-For") == null && request.getHeader("Forwarded") == null;
            boolean here = loopback4.matches(request.getRemoteAddr()) || loopback6.matches(request.getRemoteAddr());
            return direct && here ? new AuthorizationDecision(true) : operators.authorize(authentication, context);
        };
    }
}
