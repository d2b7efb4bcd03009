package photoset.cpu.decoding;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import photoset.cpu.codec.HeicFiles;
import photoset.cpu.codec.ImageCodec;
import photoset.cpu.codec.ImageCodec.Wanted;
import photoset.cpu.codec.ImageCodecs;
import photoset.cpu.codec.PictureFiles;
import photoset.cpu.header.PhotoRefused;
import photoset.cpu.natives.NativeLibrary;
import photoset.imaging.Raster;
import photoset.workflows.photos.PhotoError;
import photoset.workflows.rendering.OutputFormat;

class IsolatedCodecTest {
    private static final ImageCodec CODEC = ImageCodecs.find(null);
    private static final byte[] PNG = CODEC.write(PictureFiles.quarters(), OutputFormat.PNG);
    private static final DecodingSettings USUAL = new DecodingSettings(Duration.ofSeconds(10), DataSize.ofGigabytes(3));
    private static final DecodingSettings IMPATIENT =
            new DecodingSettings(Duration.ofMillis(500), DataSize.ofGigabytes(3));

    private static DecoderCommand command(Class<?> main, DecodingSettings settings) {
        return DecoderCommand.of(main, null, null, settings);
    }

    private static IsolatedCodec faulty(DecodingSettings settings) {
        return new IsolatedCodec(CODEC, command(FaultyDecoder.class, settings));
    }

    private static byte[] ordering(String word) {
        return PictureFiles.withChunk(PNG, "tEXt", ("order\0do:" + word + ";").getBytes(ISO_8859_1));
    }

    private static String said(ImageCodec codec, String word) {
        var refused = refusal(codec, word);
        assertThat(refused.getCause()).isNotNull();
        return String.valueOf(refused.getCause().getMessage());
    }

    private static PhotoRefused refusal(ImageCodec codec, String word) {
        var refused = catchThrowableOfType(PhotoRefused.class, () -> codec.read(ordering(word)));
        assertThat(refused).as(word).isNotNull();
        assertThat(refused.fault().code()).isEqualTo(PhotoError.UNREADABLE_PHOTO);
        return refused;
    }

    /** The order costs its photo, and the next one is read by a child that is up. */
    private static void assertLost(IsolatedCodec codec, String word, String reason) {
        var refused = refusal(codec, word);
        assertThat(refused.fault().message()).contains("too long or too much memory");
        assertThat(refused.getCause()).hasMessageContaining(reason);
        assertThat(said(codec, "nothing")).isEqualTo("nothing to do");
    }

    @Test
    void decodesWhatThisProcessWouldDecode() {
        byte[] profiled = PictureFiles.withChunk(PNG, "iCCP", PictureFiles.compressedProfile(PictureFiles.displayP3()));
        try (var killable = IsolatedCodec.find(null, null, USUAL)) {
            var there = killable.read(profiled, Wanted.SRGB_AND_OWN);
            var here = CODEC.read(profiled, Wanted.SRGB_AND_OWN);

            assertThat(there.pixels().rgb()).isEqualTo(here.pixels().rgb());
            assertThat(there.format()).isEqualTo(here.format());
            assertThat(there.own()).isNotNull();
            assertThat(here.own()).isNotNull();
            assertThat(there.own().pixels().profile())
                    .isEqualTo(here.own().pixels().profile());
            assertThat(there.own().pixels().rgb())
                    .isEqualTo(PictureFiles.quarters().rgb());
            assertThat(killable.toProfile(here.pixels(), here.own().pixels().profile())
                            .rgb())
                    .isEqualTo(
                            CODEC.toProfile(here.pixels(), here.own().pixels().profile())
                                    .rgb());
            assertThat(killable.read(PNG).own()).isNull();
            assertThat(killable.name()).isEqualTo(CODEC.name());
        }
    }

    @Test
    void readsHeicInTheChild() {
        assumeTrue(NativeLibrary.HEIF.named(null).isPresent(), "PHOTOSET_HEIF is not set, so HEIC is NOT tested");
        byte[] heic = HeicFiles.tiles();
        try (var killable = IsolatedCodec.find(null, null, USUAL)) {
            var there = killable.read(heic, Wanted.SRGB_AND_OWN);

            assertThat(there.pixels().rgb()).isEqualTo(CODEC.read(heic).pixels().rgb());
            assertThat(there.own()).isNotNull();
            assertThatThrownBy(() -> killable.read(Arrays.copyOf(heic, heic.length - 100)))
                    .isInstanceOf(PhotoRefused.class);
            assertThat(killable.read(heic).alpha()).isNull();
        }
    }

    @Test
    void refusesDamageAndKeepsTheChild() {
        byte[] damaged = PNG.clone();
        damaged[60] ^= 0x55;
        try (var killable = IsolatedCodec.find(null, null, USUAL);
                var faulty = faulty(USUAL)) {
            assertThatThrownBy(() -> killable.read(damaged))
                    .isInstanceOfSatisfying(
                            PhotoRefused.class,
                            refused -> assertThat(refused.fault().message()).contains("damaged"));
            assertThat(killable.read(PNG).pixels().width()).isEqualTo(96);
            assertThatThrownBy(() -> killable.toProfile(PictureFiles.quarters(), new byte[200]))
                    .isInstanceOf(PhotoRefused.class);
            assertThat(said(faulty, "process")).isEqualTo(said(faulty, "process"));
        }
    }

    /** A machine without room for another process loses no photo, says so, and goes on when there is room again. */
    @Test
    void aChildThatCannotBeStartedIsNoPhotosFault() {
        var full = new AtomicBoolean();
        Supplier<Decoder> starter = () -> {
            if (full.get()) {
                throw new DecoderUnavailable("no room", new IOException("Cannot allocate memory"));
            }
            return Decoder.start(command(FaultyDecoder.class, USUAL), CODEC.name());
        };
        var crash = new DecoderProtocol.Order.Read(ordering("crash"), Wanted.SRGB);
        try (var decoders = new DecoderPool(starter, USUAL.timeLimit(), Duration.ofMinutes(1))) {
            assertThat(decoders.trouble()).isEmpty();
            full.set(true);
            assertThatThrownBy(() -> decoders.ask(crash, in -> in.readByte())).isInstanceOf(DecoderUnavailable.class);
            assertThat(decoders.trouble()).hasValue("no room");

            full.set(false);
            assertThat(decoders.trouble()).isEmpty();
            assertThatThrownBy(() -> decoders.ask(crash, in -> in.readByte())).isInstanceOf(PhotoRefused.class);
        }
    }

    @Test
    void aChildThatRestsBesideAnotherIsEnded() {
        List<Decoder> children = new CopyOnWriteArrayList<>();
        Supplier<Decoder> starter = () -> {
            children.add(Decoder.start(command(FaultyDecoder.class, USUAL), CODEC.name()));
            return children.getLast();
        };
        var order = new DecoderProtocol.Order.Read(ordering("nothing"), Wanted.SRGB);
        try (var decoders = new DecoderPool(starter, USUAL.timeLimit(), Duration.ofMillis(200))) {
            decoders.ask(order, in -> decoders.ask(order, second -> second.readByte()));

            assertThat(children).hasSize(2);
            await().until(() -> !children.getLast().isUsable());
            assertThat(children.getFirst().isUsable()).isTrue();
        }
    }

    /** Root keeps its child out only where root's powers can be given up. */
    @Test
    void aChildCannotReadItsParent() {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "only Linux can keep a process private");
        assumeTrue(!System.getProperty("user.name").equals("root") || mayGiveUpPowers(), "root without setpriv");
        try (var codec = faulty(USUAL)) {
            assertThat(ProcessPrivacy.isKept()).isTrue();
            assertThat(said(codec, "parent")).isEqualTo("environ is closed, mem is closed");
        }
    }

    private static boolean mayGiveUpPowers() {
        try {
            var command = List.of("setpriv", "--bounding-set=-all", "--inh-caps=-all", "--no-new-privs", "true");
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException | InterruptedException absent) {
            return false;
        }
    }

    @Test
    void aChildIsEndedBeforeItsParentWhereMemoryRunsOut() {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "only Linux ends processes for their memory");
        try (var codec = faulty(USUAL)) {
            assertThat(said(codec, "score")).isEqualTo("1000");
        }
    }

    /** Above 100 MB of pixels libvips would use a file, which a child may not write. */
    @Test
    void aWholePictureStaysInMemory() {
        assumeTrue(CODEC.writes(OutputFormat.WEBP), "only libvips writes WebP");
        byte[] webp = CODEC.write(new Raster(6000, 6000, new byte[6000 * 6000 * 3]), OutputFormat.WEBP);
        try (var killable = IsolatedCodec.find(null, null, USUAL)) {
            assertThat(killable.read(webp).pixels().pixels()).isEqualTo(36_000_000);
        }
    }

    @Test
    void aHangCostsOnePhoto() {
        try (var codec = faulty(IMPATIENT)) {
            assertLost(codec, "hang", "no answer within PT0.5S");
        }
    }

    @Test
    void aCrashCostsOnePhoto() {
        try (var codec = faulty(USUAL)) {
            assertLost(codec, "crash", "exit code 139");
        }
    }

    @Test
    void tooMuchMemoryCostsOnePhoto() {
        try (var codec = faulty(USUAL)) {
            // Java says that it gives up before it does, so it may be ended first.
            assertLost(codec, "heap", "it ended with exit code");
            assertLost(codec, "native", "it ended with exit code");
        }
    }

    @Test
    void nonsenseCostsOnePhoto() {
        try (var codec = faulty(USUAL)) {
            assertLost(codec, "lie", "it ended with");
        }
    }

    @Test
    void aChildThatDiedUnseenIsReplaced() throws Exception {
        try (var codec = faulty(USUAL)) {
            long first = Long.parseLong(said(codec, "process"));
            ProcessHandle.of(first).orElseThrow().destroyForcibly();
            ProcessHandle.of(first).ifPresent(child -> child.onExit().join());

            assertThat(Long.parseLong(said(codec, "process"))).isNotEqualTo(first);
        }
    }

    @Test
    void keysInTheEnvironmentStayHere() {
        try (var codec = faulty(USUAL)) {
            // What the shell adds itself is no secret.
            assertThat(said(codec, "environment").replaceAll("[\\[\\] ]", "").split(","))
                    .isSubsetOf("LANG", "LD_LIBRARY_PATH", "MALLOC_ARENA_MAX", "PATH", "PWD", "SHLVL", "_");
        }
    }

    @Test
    void aChildEndsWithItsParentEvenInTheMiddleOfAFile() throws Exception {
        var child = command(DecoderMain.class, USUAL).start();
        assertThat(new DataInputStream(child.getInputStream()).readUTF()).isEqualTo(CODEC.name());
        var out = new DataOutputStream(child.getOutputStream());
        // Nobody reads the answer, so that the child is still at it when the parent goes.
        DecoderProtocol.write(out, new DecoderProtocol.Order.Read(PictureFiles.bitPng(4000, 4000), Wanted.SRGB));
        assertThat(child.isAlive()).isTrue();
        out.close();

        assertThat(child.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void closingEndsTheChildren() {
        ProcessHandle child;
        try (var codec = faulty(USUAL)) {
            child = ProcessHandle.of(Long.parseLong(said(codec, "process"))).orElseThrow();
            assertThat(child.isAlive()).isTrue();
        }
        assertThat(child.onExit()).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void aWorkerThatCannotDecodeDoesNotStart() {
        assertThatThrownBy(() -> new IsolatedCodec(CODEC, command(IsolatedCodecTest.class, USUAL)))
                .isInstanceOf(DecoderUnavailable.class)
                .hasMessageContaining("exit code 1");
    }

    @Test
    void refusesSettingsThatMakeNoSense() {
        assertThatThrownBy(() -> new DecodingSettings(Duration.ofSeconds(16), USUAL.memory()))
                .hasMessageContaining("photoset.decoding.time-limit");
        assertThatThrownBy(() -> new DecodingSettings(Duration.ZERO, USUAL.memory()))
                .hasMessageContaining("photoset.decoding.time-limit");
        assertThatThrownBy(() -> new DecodingSettings(USUAL.timeLimit(), DataSize.ofMegabytes(100)))
                .hasMessageContaining("photoset.decoding.memory");
    }
}
