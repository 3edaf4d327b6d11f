package io.traject.web;

import io.traject.kernel.BusinessTime;
import io.traject.kernel.Language;
import io.traject.kernel.Languages;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** The frame, the parts and the errors on a real server, without database, engine and sign-in. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = PageSlice.Pages.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"traject.development=true", "spring.main.banner-mode=off"})
public @interface PageSlice {

    @ComponentScan({"io.traject.web.pages", "io.traject.web.development"})
    @ImportAutoConfiguration({
        ConfigurationPropertiesAutoConfiguration.class,
        PropertyPlaceholderAutoConfiguration.class,
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        HttpEncodingAutoConfiguration.class,
        MultipartAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        ValidationAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        ErrorMvcAutoConfiguration.class,
        ThymeleafAutoConfiguration.class
    })
    // Without a stereotype, so that the scan of the whole application passes it by.
    class Pages {

        @Bean
        BusinessTime businessTime() {
            return new BusinessTime(Clock.systemUTC());
        }

        @Bean
        Languages languages() {
            return new Languages(List.of(Language.NL, Language.EN));
        }

        @Bean
        Visit visit() {
            return new Visit();
        }

        @Bean
        NavigationEntry cases() {
            return NavigationEntry.of("cases", "web.list.all", "/development", "case", 30);
        }

        @Bean
        NavigationEntry parts() {
            return NavigationEntry.of("parts", "web.list.select", "/development/parts", "batch", 10)
                    .under("cases");
        }

        @Bean
        NavigationEntry hidden() {
            return NavigationEntry.of("hidden", "web.list.clear", "/hidden", "lock", 40)
                    .when(() -> false);
        }
    }

    /** Someone who is signed in for as long as a test wants it. */
    class Visit implements Visitors {

        private Optional<Visitor> visitor = Optional.of(new Visitor("Sanne de Boer", "sanne", Language.NL));

        public void end() {
            visitor = Optional.empty();
        }

        public void begin(Language language) {
            visitor = Optional.of(new Visitor("Sanne de Boer", "sanne", language));
        }

        @Override
        public Optional<Visitor> current() {
            return visitor;
        }

        @Override
        public void chooseLanguage(Language language) {
            if (visitor.isPresent()) {
                begin(language);
            }
        }
    }
}
