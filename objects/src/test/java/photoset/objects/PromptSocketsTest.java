package photoset.objects;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.Test;

class PromptSocketsTest {
    @Test
    void theBodyOfARequestDoesNotWaitForItsHead() throws IOException {
        var factory = ObjectStore.http().socketFactory();
        var here = InetAddress.getLoopbackAddress();
        try (var server = new ServerSocket(0, 0, here)) {
            int port = server.getLocalPort();
            List<Socket> sockets = List.of(
                    factory.createSocket(),
                    factory.createSocket(here, port),
                    factory.createSocket(here.getHostAddress(), port),
                    factory.createSocket(here, port, here, 0),
                    factory.createSocket(here.getHostAddress(), port, here, 0));
            for (Socket socket : sockets) {
                try (socket) {
                    assertThat(socket.getTcpNoDelay()).isTrue();
                }
            }
        }
    }
}
