package io.traject.web.pages;

import io.traject.kernel.Language;
import io.traject.web.Visitor;
import io.traject.web.Visitors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** Answers in the language that the page itself knows, else that of the account, else the one chosen in this session, else the browser's, else Dutch. */
@Component("localeResolver")
class Locales implements LocaleResolver {

    private final ObjectProvider<Visitors> visitors;

    Locales(ObjectProvider<Visitors> visitors) {
        this.visitors = visitors;
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return Optional.ofNullable((Language) request.getAttribute(Visitors.PAGE_LANGUAGE))
                .or(() -> Optional.ofNullable(visitors.getIfAvailable())
                        .flatMap(Visitors::current)
                        .map(Visitor::language))
                .or(() -> chosen(request))
                .orElseGet(() -> preferred(request))
                .locale();
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        Language language = Language.of(locale == null ? Locale.ROOT : locale);
        request.getSession().setAttribute(Visitors.CHOSEN_LANGUAGE, language);
        visitors.ifAvailable(known -> known.chooseLanguage(language));
    }

    private static Optional<Language> chosen(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null
                ? Optional.empty()
                : Optional.ofNullable((Language) session.getAttribute(Visitors.CHOSEN_LANGUAGE));
    }

    /** The first of the browser's languages that is offered; a request that names none would get the server's own. */
    private static Language preferred(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
            return Language.NL;
        }
        return Collections.list(request.getLocales()).stream()
                .flatMap(wished -> Arrays.stream(Language.values())
                        .filter(offered -> offered.code().equals(wished.getLanguage())))
                .findFirst()
                .orElse(Language.NL);
    }
}
