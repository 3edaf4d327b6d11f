package io.traject.web.pages;

import io.traject.kernel.Language;
import io.traject.kernel.Languages;
import io.traject.web.Visitor;
import io.traject.web.Visitors;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Answers in the language that the page itself knows, else that of the account, else the one chosen in this session, else
 * the browser's, else the installation's.
 */
@Component("localeResolver")
class Locales implements LocaleResolver {

    private final ObjectProvider<Visitors> visitors;
    private final Languages languages;

    Locales(ObjectProvider<Visitors> visitors, Languages languages) {
        this.visitors = visitors;
        this.languages = languages;
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return Optional.ofNullable((Language) request.getAttribute(Visitors.PAGE_LANGUAGE))
                .or(() -> Optional.ofNullable(visitors.getIfAvailable())
                        .flatMap(Visitors::current)
                        .map(Visitor::language))
                .or(() -> chosen(request))
                .filter(languages.offered()::contains)
                .orElseGet(() -> preferred(request))
                .locale();
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        Language language = languages.orStandard(Optional.ofNullable(locale).map(Language::of));
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
    private Language preferred(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
            return languages.standard();
        }
        return Collections.list(request.getLocales()).stream()
                .flatMap(wished -> languages.offered().stream()
                        .filter(offered -> offered.code().equals(wished.getLanguage())))
                .findFirst()
                .orElse(languages.standard());
    }
}
