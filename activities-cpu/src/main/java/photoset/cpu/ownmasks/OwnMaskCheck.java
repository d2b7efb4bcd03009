package photoset.cpu.ownmasks;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.temporal.spring.boot.ActivityImpl;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import photoset.activities.Attempts;
import photoset.activities.Progress;
import photoset.cpu.codec.ImageCodec;
import photoset.imaging.Mask;
import photoset.imaging.png.GreyPng;
import photoset.imaging.regions.ColumnRuns;
import photoset.imaging.regions.LabelMap;
import photoset.imaging.regions.Rle;
import photoset.imaging.regions.RunGroup;
import photoset.objects.ObjectStore;
import photoset.objects.ObjectVersion;
import photoset.workflows.ObjectKeys;
import photoset.workflows.TaskQueues;
import photoset.workflows.ownmasks.CheckedMask;
import photoset.workflows.ownmasks.MaskCheck;
import photoset.workflows.ownmasks.MaskLimits;
import photoset.workflows.ownmasks.MaskPart;
import photoset.workflows.ownmasks.MaskRequest;
import photoset.workflows.segmentation.Concept;
import photoset.workflows.segmentation.InstanceBox;
import tools.jackson.databind.json.JsonMapper;

/** Checks masks of the bucket. */
@Component
@ActivityImpl(taskQueues = TaskQueues.CPU)
final class OwnMaskCheck implements MaskCheck {
    private static final String PNG = "image/png";

    private final ObjectStore store;
    private final MaskFile files;
    private final Attempts attempts;

    OwnMaskCheck(ObjectStore store, ImageCodec codec, Attempts attempts) {
        this.store = store;
        this.files = new MaskFile(codec);
        this.attempts = attempts;
    }

    /** An element of a file of instances, as segmenters write it. */
    private record Stored(
            @JsonProperty("concept") String concept,
            @JsonProperty("score") double score,
            @JsonProperty("box") InstanceBox box,
            @JsonProperty("area") long area,
            @JsonProperty("rle") Rle rle) {}

    @Override
    public CheckedMask check(MaskRequest request) {
        return attempts.run(progress -> {
            try {
                return fit(request, progress);
            } catch (UnfitMask unfit) {
                return new CheckedMask.Unfit(unfit.reason());
            }
        });
    }

    private CheckedMask fit(MaskRequest request, Progress progress) {
        var keys = new ObjectKeys(request.user(), request.job());
        var concept = request.concept();
        progress.transferring("fetch mask");
        byte[] file = store.get(
                        keys.maskUpload(request.idx(), concept.id()),
                        new ObjectVersion(request.etag(), request.bytes()))
                .orElseThrow(
                        () -> new UnfitMask("The mask was put anew in this moment. Call again to use the new one."));
        progress.reached("unpack mask");
        var mask = files.read(file, request.width(), request.height());
        progress.reached("part mask");
        var parts = parts(mask, concept.kind());
        write(request, keys, mask, parts, progress);
        List<MaskPart> told = new ArrayList<>();
        for (var part : parts) {
            told.add(new MaskPart(told.size() + 1, box(part), part.area()));
        }
        return new CheckedMask.Fit(mask.area(), told);
    }

    private static List<RunGroup> parts(Mask mask, Concept.Kind kind) {
        var runs = ColumnRuns.of(mask);
        return switch (kind) {
            case STUFF -> RunGroup.whole(runs);
            case INSTANCE ->
                RunGroup.connected(runs, MaskLimits.PART_PX_MIN).stream()
                        .limit(MaskLimits.PARTS_MAX)
                        .toList();
        };
    }

    private void write(MaskRequest request, ObjectKeys keys, Mask mask, List<RunGroup> parts, Progress progress) {
        var concept = request.concept().id();
        var map = LabelMap.empty(mask.width(), mask.height());
        List<Stored> instances = new ArrayList<>();
        for (var part : parts) {
            var pixels = part.rle();
            instances.add(new Stored(concept, 1, box(part), part.area(), pixels));
            map.add(instances.size(), pixels);
        }
        progress.reached("pack mask");
        byte[] png = GreyPng.encode(mask);
        byte[] labels = GreyPng.encode(map);
        byte[] json = JsonMapper.shared().writeValueAsBytes(instances);
        progress.transferring("store mask");
        store.put(keys.ownLabels(request.idx(), concept, request.version()), labels, PNG);
        store.put(keys.ownInstances(request.idx(), concept, request.version()), json, "application/json");
        store.put(keys.ownMask(request.idx(), concept, request.version()), png, PNG);
    }

    private static InstanceBox box(RunGroup part) {
        return new InstanceBox(part.left(), part.top(), part.width(), part.height());
    }
}
