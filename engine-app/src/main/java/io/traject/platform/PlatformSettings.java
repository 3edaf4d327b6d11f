package io.traject.platform;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;
import org.springframework.util.unit.DataSize;

/**
 * What can be set about the embedded platform. A port of 0 means: choose a free one.
 *
 * @param camundaHome the unpacked Camunda distribution
 * @param openSearchHome what Operate's store is started from; there when the build was asked for it
 * @param minimumFreeSpace below this the platform doesn't start: a database and an engine on a full disk stop halfway
 */
@ConfigurationProperties("traject.platform")
record PlatformSettings(
        Path camundaHome,
        @DefaultValue("target/opensearch") Path openSearchHome,
        @DefaultValue("500MB") DataSize minimumFreeSpace,
        @DefaultValue("0") int postgresPort,
        @DefaultValue("0") int engineGrpcPort,
        @DefaultValue("0") int engineRestPort,
        @DefaultValue("0") int engineManagementPort,
        @DefaultValue("0") int engineCommandPort,
        @DefaultValue("0") int engineInternalPort,
        @DefaultValue("0") int mailCatcherPort,
        @DefaultValue("0") int operatePort,
        @DefaultValue("0") int operateStorePort) {

    static PlatformSettings of(Environment environment) {
        return Binder.get(environment).bindOrCreate("traject.platform", PlatformSettings.class);
    }
}
