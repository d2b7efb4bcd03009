package photoset.bench.load;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.PrintStream;
import java.util.Map;

/**
 * What a load gave.
 *
 * @param jobs how many were to be sent
 * @param atOnce how many were in flight
 * @param delivered how many ended with their picture
 * @param seconds from the first call to the last
 * @param calls by kind
 * @param cpuMillisPerJob by program; empty if the installation runs elsewhere
 * @param failures how many jobs failed for each reason
 */
public record LoadReport(
        @JsonProperty("jobs") int jobs,
        @JsonProperty("at_once") int atOnce,
        @JsonProperty("delivered") int delivered,
        @JsonProperty("seconds") double seconds,
        @JsonProperty("calls") Map<String, Call> calls,
        @JsonProperty("cpu_ms_per_job") Map<String, Double> cpuMillisPerJob,
        @JsonProperty("failures") Map<String, Integer> failures) {
    /** One kind of call, in milliseconds. */
    public record Call(
            @JsonProperty("count") int count,
            @JsonProperty("p50_ms") double p50,
            @JsonProperty("p99_ms") double p99) {}

    /** Prints it for people. */
    public void print(PrintStream out) {
        out.printf(
                "%d of %d jobs, %d at once, in %.1f s: %.0f jobs a minute%n",
                delivered, jobs, atOnce, seconds, delivered * 60 / seconds);
        out.printf("  %-16s %8s %10s %10s%n", "call", "count", "p50 ms", "p99 ms");
        calls.forEach((kind, call) -> out.printf("  %-16s %8d %10.1f %10.1f%n", kind, call.count, call.p50, call.p99));
        failures.forEach((failure, count) -> out.printf("  %d jobs failed: %s%n", count, failure));
        if (cpuMillisPerJob.isEmpty()) {
            out.println("  CPU: not measured; no ./photoset up runs on this machine.");
        }
        cpuMillisPerJob.forEach((program, millis) -> out.printf("  CPU %-12s %8.1f ms a job%n", program, millis));
    }
}
