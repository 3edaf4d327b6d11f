package io.traject.workers.engine.zeebe;

import io.traject.workers.engine.Engine;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class ZeebeConfiguration {

    @Bean
    Engine engine(@Value("${zeebe.grpc.address}") URI grpcAddress, @Value("${zeebe.rest.address}") URI restAddress) {
        return new ZeebeEngine(grpcAddress, restAddress);
    }
}
