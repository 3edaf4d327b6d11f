package io.traject.web.pages;

import io.traject.kernel.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The texts of all rooms: each {@code i18n/<room>_nl.properties} with its translations beside it. */
@Configuration
class MessagesConfiguration {

    private static final String DUTCH = "_nl.properties";

    @Bean
    MessageSource messageSource() throws IOException {
        var messages = new ReloadableResourceBundleMessageSource();
        messages.setBasenames(basenames());
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setDefaultLocale(Language.NL.locale());
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        return messages;
    }

    static String[] basenames() throws IOException {
        Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath*:i18n/*" + DUTCH);
        return Arrays.stream(files)
                .map(file -> Objects.requireNonNull(file.getFilename()))
                .map(name -> "classpath:i18n/" + name.substring(0, name.length() - DUTCH.length()))
                .distinct()
                .sorted()
                .toArray(String[]::new);
    }
}
