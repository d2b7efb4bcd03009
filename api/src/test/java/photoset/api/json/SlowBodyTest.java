package photoset.api.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import photoset.api.Api;
import photoset.api.ApiTest;

@ApiTest
class SlowBodyTest {
    private final int port;
    private final Api api;

    SlowBodyTest(@LocalServerPort int port) {
        this.port = port;
        this.api = Api.at(port);
    }

    @TestFactory
    Stream<DynamicTest> aBodyThatDoesNotEndIsRefusedAndItsConnectionEnds() {
        return Stream.of("", "Idempotency-Key: k\r\n")
                .map(header -> DynamicTest.dynamicTest("with [" + header.strip() + "]", () -> {
                    var answer = sendHalf(header);
                    assertThat(answer).startsWith("HTTP/1.1 408").contains("\"REQUEST_TIMEOUT\"");
                }));
    }

    /** The whole answer, up to the end of the connection. */
    private String sendHalf(String header) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            var request = "POST /rules HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n"
                    + "Authorization: Bearer " + api.signedUp().token() + "\r\n" + header + "\r\n{\"name\": ";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
