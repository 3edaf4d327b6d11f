package io.traject.web.pages;

import io.traject.kernel.Language;
import io.traject.kernel.Languages;
import io.traject.web.CorrelationId;
import io.traject.web.FrameNotice;
import io.traject.web.Navigation;
import io.traject.web.NavigationEntry;
import io.traject.web.Visitor;
import io.traject.web.Visitors;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.WebUtils;

/** Gives {@code frame.html} what it shows; a bean that the template asks, so that error pages have a frame too. */
@Component("pageFrames")
class PageFrames {

    private final ObjectProvider<NavigationEntry> entries;
    private final ObjectProvider<Visitors> visitors;
    private final ObjectProvider<FrameNotice> notices;
    private final Languages languages;
    private final String version;

    PageFrames(
            ObjectProvider<NavigationEntry> entries,
            ObjectProvider<Visitors> visitors,
            ObjectProvider<FrameNotice> notices,
            Languages languages,
            @Value("${traject.version}") String version) {
        this.entries = entries;
        this.visitors = visitors;
        this.notices = notices;
        this.languages = languages;
        this.version = version;
    }

    public PageFrame current() {
        HttpServletRequest request =
                ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
        Optional<Visitor> visitor =
                Optional.ofNullable(visitors.getIfAvailable()).flatMap(Visitors::current);
        String path = path(request);
        return new PageFrame(
                withQuery(request, path),
                Language.of(LocaleContextHolder.getLocale()),
                languages.offered(),
                visitor,
                visitor.isPresent() ? Navigation.of(entries.stream().toList(), path) : new Navigation(List.of()),
                notices.stream()
                        .map(notice -> new PageFrame.ShownNotice(
                                notice.fragment(), notice.model().get()))
                        .toList(),
                Optional.ofNullable(WebUtils.getCookie(request, "rail"))
                        .filter(cookie -> cookie.getValue().equals("narrow"))
                        .isPresent(),
                CorrelationId.of(request),
                version);
    }

    private static String path(HttpServletRequest request) {
        String uri = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed
                ? failed
                : request.getRequestURI();
        return uri.substring(request.getContextPath().length());
    }

    private static String withQuery(HttpServletRequest request, String path) {
        return request.getQueryString() == null ? path : path + "?" + request.getQueryString();
    }
}
