package photoset.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class LoadReportTest {
    private static final LoadReport REPORT = new LoadReport(
            10, 2, 8, 4, Map.of("create", new LoadReport.Call(10, 1.5, 20)), Map.of(), Map.of("it was refused", 2));

    @Test
    void saysAPersonTheRateAndWhatFailed() {
        var out = new ByteArrayOutputStream();
        REPORT.print(new PrintStream(out, true, StandardCharsets.UTF_8));

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("8 of 10 jobs, 2 at once, in 4.0 s: 120 jobs a minute")
                .contains("2 jobs failed: it was refused", "CPU: not measured");
    }

    @Test
    void givesAScriptTheWordsOfItsHelp() {
        var json = JsonMapper.shared().valueToTree(REPORT);

        assertThat(json.propertyNames())
                .containsExactlyInAnyOrder(
                        "jobs", "at_once", "delivered", "seconds", "calls", "cpu_ms_per_job", "failures");
        assertThat(json.at("/calls/create/p99_ms").asDouble()).isEqualTo(20);
    }
}
