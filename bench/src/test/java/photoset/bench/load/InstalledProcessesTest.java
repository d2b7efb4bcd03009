package photoset.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class InstalledProcessesTest {
    private final InstalledProcesses own = new InstalledProcesses(ProcessHandle.current());

    @Test
    void aProcessHasUsedCpuAndHoldsMemory() {
        assertThat(own.cpuMillis().get("java")).isPositive();
        assertThat(own.residentBytes()).isGreaterThan(Runtime.getRuntime().totalMemory() / 8);
    }

    @Test
    void anotherPortIsAnotherInstallation() {
        assertThat(InstalledProcesses.at(URI.create("http://127.0.0.1:1"))).isEmpty();
    }
}
