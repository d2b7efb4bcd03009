package photoset.cpu.header;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The bytes of a file by position; every read beyond the end throws {@link IndexOutOfBoundsException}. */
final class FileBytes {
    private final ByteBuffer big;
    private final ByteBuffer little;

    FileBytes(byte[] file) {
        this.big = ByteBuffer.wrap(file).order(ByteOrder.BIG_ENDIAN);
        this.little = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    }

    int length() {
        return big.limit();
    }

    boolean startsWith(byte[] magic) {
        return magic.length <= length() && new String(magic, StandardCharsets.ISO_8859_1).equals(text(0, magic.length));
    }

    String text(int at, int length) {
        byte[] bytes = new byte[length];
        big.get(at, bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    byte[] copy(int at, int length) {
        byte[] bytes = new byte[length];
        big.get(at, bytes);
        return bytes;
    }

    int u8(int at) {
        return big.get(at) & 0xff;
    }

    int u16(int at) {
        return big.getShort(at) & 0xffff;
    }

    int i32(int at) {
        return big.getInt(at);
    }

    int u16Little(int at) {
        return little.getShort(at) & 0xffff;
    }

    int u24Little(int at) {
        return u16Little(at) | u8(at + 2) << 16;
    }

    int i32Little(int at) {
        return little.getInt(at);
    }
}
