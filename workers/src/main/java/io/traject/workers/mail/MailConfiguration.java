package io.traject.workers.mail;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(MailProperties.class)
class MailConfiguration {

    private final MailProperties properties;
    private final MailServers servers;

    MailConfiguration(MailProperties properties, MailServers servers) {
        this.properties = properties;
        this.servers = servers;
    }

    @Bean
    MailConnections mailConnections() {
        return new MailConnections(servers, properties, door(), MailTrust.with(properties.certificates()));
    }

    @Bean
    DeliverMail deliverMail(MailOutbox outbox, MailConnections connections, MeterRegistry metrics) {
        return new DeliverMail(outbox, connections, metrics);
    }

    @Bean
    MailServerTrial mailServerTrial() {
        return new MailServerTrial(servers, door(), MailTrust.with(properties.certificates()));
    }

    private MailDoor door() {
        return new MailDoor(properties.serversAnywhere());
    }
}
