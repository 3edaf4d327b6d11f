package io.traject.cases.documents;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class VirusScanConfiguration {

    @Bean
    VirusScanner virusScanner(
            @Value("${traject.virus-scan.host}") String host, @Value("${traject.virus-scan.port}") int port) {
        return host.isBlank() ? new NoVirusScanner() : new ClamdScanner(host, port);
    }

    /** In the health of the whole, not in its readiness: without a scanner only documents wait. */
    @Bean
    HealthIndicator virusScannerHealthIndicator(VirusScanner scanner) {
        return () -> scanner.answers()
                ? Health.up().withDetail("on", scanner.isOn()).build()
                : Health.down().build();
    }
}
