package photoset.bench.album;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import photoset.cpu.codec.ImageCodec;
import photoset.gpu.lite.LiteModel;
import photoset.gpu.torch.Processor;
import photoset.imaging.Raster;
import photoset.workflows.photos.PhotoLimits;
import photoset.workflows.rendering.OutputFormat;

/**
 * The CPU time of a photo that no job can do without, in milliseconds.
 *
 * @param decode the photo's file to pixels
 * @param network the network's passes over its view, at both scales
 * @param encode pixels to the delivered file
 */
record BareMinimum(double decode, double network, double encode) {
    /** The compilers are done with the Java around the native calls after so many photos. */
    private static final int WARM_UPS = 8;

    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    double sum() {
        return decode + network + encode;
    }

    /** The mean of some photos. */
    static BareMinimum of(List<byte[]> photos, ImageCodec codec) throws IOException {
        try (var model = LiteModel.bundled(Processor.cpu())) {
            for (int i = 0; i < WARM_UPS; i++) {
                of(photos.get(i % photos.size()), codec, model);
            }
            var all = photos.stream().map(photo -> of(photo, codec, model)).toList();
            return new BareMinimum(
                    all.stream().mapToDouble(BareMinimum::decode).average().orElseThrow(),
                    all.stream().mapToDouble(BareMinimum::network).average().orElseThrow(),
                    all.stream().mapToDouble(BareMinimum::encode).average().orElseThrow());
        }
    }

    private static BareMinimum of(byte[] file, ImageCodec codec, LiteModel model) {
        long began = cpu();
        Raster photo = codec.read(file).pixels();
        long decoded = cpu();
        codec.write(photo, OutputFormat.PNG);
        long encoded = cpu();
        var view = view(photo);
        // The network runs on threads of its own; the caller's prepares and reads.
        long before = cpu();
        long own = THREADS.getCurrentThreadCpuTime();
        model.find(view, "interior", step -> {});
        long network = cpu() - before - (THREADS.getCurrentThreadCpuTime() - own);
        return new BareMinimum((decoded - began) / 1e6, network / 1e6, (encoded - decoded) / 1e6);
    }

    private static Raster view(Raster photo) {
        double scale = (double) PhotoLimits.VIEW_SIDE_PX / Math.max(photo.width(), photo.height());
        return photo.resized((int) Math.round(photo.width() * scale), (int) Math.round(photo.height() * scale));
    }

    private static long cpu() {
        return SYSTEM.getProcessCpuTime();
    }
}
