package io.traject.workers.mail;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(MailProperties.class)
class MailConfiguration {

    @Bean
    MailConnections mailConnections(ObjectProvider<MailServerProvider> provider, MailProperties properties) {
        return new MailConnections(provider.getIfAvailable(() -> properties::server), properties);
    }

    @Bean
    DeliverMail deliverMail(MailOutbox outbox, MailConnections connections, MeterRegistry metrics) {
        return new DeliverMail(outbox, connections, metrics);
    }
}
