package photoset.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.temporal.activity.Activity;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.failure.ApplicationFailure;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import photoset.api.presets.PresetSettings;
import photoset.api.presets.Presets;
import photoset.objects.ObjectStore;
import photoset.workflows.JobId;
import photoset.workflows.ObjectKeys;
import photoset.workflows.SharedKeys;
import photoset.workflows.TaskQueues;
import photoset.workflows.ownmasks.CheckedMask;
import photoset.workflows.ownmasks.MaskCheck;
import photoset.workflows.ownmasks.MaskPart;
import photoset.workflows.ownmasks.MaskRequest;
import photoset.workflows.photos.AlbumCheck;
import photoset.workflows.photos.DeclaredPhoto;
import photoset.workflows.photos.Inspection;
import photoset.workflows.photos.PhotoCheck;
import photoset.workflows.photos.PhotoError;
import photoset.workflows.photos.PhotoFault;
import photoset.workflows.photos.PhotoInspection;
import photoset.workflows.photos.PhotoRef;
import photoset.workflows.photos.StoredUpload;
import photoset.workflows.previews.PreviewRendering;
import photoset.workflows.previews.PreviewTask;
import photoset.workflows.rendering.RenderSpec;
import photoset.workflows.rendering.RenderTask;
import photoset.workflows.rendering.RenderedPhoto;
import photoset.workflows.rendering.Rendering;
import photoset.workflows.segmentation.AlbumInstance;
import photoset.workflows.segmentation.Concept;
import photoset.workflows.segmentation.InstanceBox;
import photoset.workflows.segmentation.InstanceMatching;
import photoset.workflows.segmentation.MaskRef;
import photoset.workflows.segmentation.MatchTask;
import photoset.workflows.segmentation.Segmentation;
import photoset.workflows.segmentation.SegmentationTask;
import photoset.workflows.segmentation.SegmentedPhoto;
import photoset.workflows.segmentation.SegmenterDescription;
import photoset.workflows.sets.SetComposition;
import photoset.workflows.sets.SetContent;
import photoset.workflows.sets.SetError;
import photoset.workflows.sets.SetInput;
import photoset.workflows.sets.SetRequest;
import photoset.workflows.sets.SetWorkflow;
import tools.jackson.databind.json.JsonMapper;

/** Both workers without pictures: every photo is good, unless a test says otherwise of a job and an idx. */
public final class FakeWorkers {
    /** {@code job/idx} of photos that nobody uploaded. */
    public final Set<String> missing = ConcurrentHashMap.newKeySet();

    /** {@code job/idx} of photos that cannot be read. */
    public final Set<String> broken = ConcurrentHashMap.newKeySet();

    /** {@code job/idx} of photos that the segmenter gives up on. */
    public final Set<String> unsegmentable = ConcurrentHashMap.newKeySet();

    /** {@code job/idx} of photos that no rule can be applied to. */
    public final Set<String> unrenderable = ConcurrentHashMap.newKeySet();

    /** {@code job/idx} of photos whose own masks are none. */
    public final Set<String> unfit = ConcurrentHashMap.newKeySet();

    /** Jobs whose segmentation goes on until its latch opens or it is canceled. */
    public final Map<String, CountDownLatch> slow = new ConcurrentHashMap<>();

    /** Jobs that an external provider segments, and the activities that wait for it. */
    public final Map<String, Queue<String>> external = new ConcurrentHashMap<>();

    /** Jobs whose sets cannot be composed. */
    public final Set<String> uncomposable = ConcurrentHashMap.newKeySet();

    /** Jobs whose sets are composed when the latch opens. */
    public final Map<String, CountDownLatch> slowSets = new ConcurrentHashMap<>();

    /** What sets were composed from, by their ids. */
    public final Map<String, SetInput> composed = new ConcurrentHashMap<>();

    private final Map<String, RenderTask> rendered = new ConcurrentHashMap<>();
    private final Map<String, List<PreviewTask>> previewed = new ConcurrentHashMap<>();
    private final Map<String, List<String>> segmented = new ConcurrentHashMap<>();

    private final WorkflowClient client;
    private final ObjectStore store;

    FakeWorkers(String temporal, ObjectStore store) {
        this.store = store;
        describe();
        this.client = WorkflowClient.newInstance(
                WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                        .setTarget(temporal)
                        .build()),
                WorkflowClientOptions.newBuilder().setNamespace("default").build());
        var factory = WorkerFactory.newInstance(client);
        var options = WorkerOptions.newBuilder()
                .setMaxHeartbeatThrottleInterval(Duration.ofMillis(100))
                .build();
        var cpu = factory.newWorker(TaskQueues.CPU, options);
        cpu.registerActivitiesImplementations(
                inspector(),
                renderer(),
                (InstanceMatching) this::match,
                (MaskCheck) this::check,
                (PreviewRendering) this::preview,
                (SetComposition) this::compose);
        factory.newWorker(TaskQueues.GPU, options).registerActivitiesImplementations((Segmentation) this::segment);
        factory.start();
    }

    /** Finds people and all that presets name but small things. */
    private void describe() {
        var known = new TreeSet<>(Set.of(RenderSpec.PEOPLE));
        for (var preset : new Presets(new PresetSettings(false)).all()) {
            preset.protectable().stream()
                    .filter(concept -> !preset.onlyRemoves(concept))
                    .forEach(known::add);
        }
        var description = new SegmenterDescription("fake/1", List.copyOf(known), true);
        store.put(SharedKeys.SEGMENTER, JsonMapper.shared().writeValueAsBytes(description), "application/json");
    }

    /** As if somebody had been found in a photo that was looked at. */
    public void findPeople(RenderTask look) {
        var key = new ObjectKeys(look.user(), look.job()).mask(look.photo().idx(), RenderSpec.PEOPLE);
        store.put(key, "a mask".getBytes(UTF_8), "image/png");
    }

    public WorkflowClient client() {
        return client;
    }

    private PhotoInspection inspector() {
        return new PhotoInspection() {
            @Override
            public List<StoredUpload> find(AlbumCheck album) {
                return album.photos().stream()
                        .map(DeclaredPhoto::idx)
                        .filter(idx -> !missing.contains(album.job() + "/" + idx))
                        .map(idx -> new StoredUpload(idx, "etag", 1000))
                        .toList();
            }

            @Override
            public Inspection inspect(PhotoCheck check) {
                return FakeWorkers.this.inspect(check);
            }
        };
    }

    private Inspection inspect(PhotoCheck check) {
        int idx = check.photo().idx();
        String photo = check.job() + "/" + idx;
        if (check.upload() == null && missing.contains(photo)) {
            return new Inspection.Missing(idx);
        }
        if (broken.contains(photo)) {
            return new Inspection.Broken(idx, new PhotoFault(PhotoError.UNREADABLE_PHOTO, "The photo ends early."));
        }
        var keys = new ObjectKeys(check.user(), check.job());
        return new Inspection.Accepted(
                new PhotoRef(idx, keys.input(idx, "jpg"), keys.view(idx), "ab".repeat(32), 1000, 640, 480));
    }

    private SegmentedPhoto segment(SegmentationTask task) {
        String job = task.job().value();
        segmented
                .computeIfAbsent(job, _ -> new CopyOnWriteArrayList<>())
                .add(task.concepts().stream().map(Concept::id).collect(Collectors.joining(" ")));
        if (unsegmentable.contains(job + "/" + task.photo().idx())) {
            throw ApplicationFailure.newNonRetryableFailure(
                    "The segmenter does not know Wall.", PhotoError.UNKNOWN_CONCEPT.name());
        }
        if (external.containsKey(job)) {
            external.get(job).add(Activity.getExecutionContext().getInfo().getActivityId());
            Activity.getExecutionContext().doNotCompleteOnReturn();
        }
        if (slow.containsKey(job)) {
            waitFor(slow.get(job));
        }
        var keys = new ObjectKeys(task.user(), task.job());
        task.concepts()
                .forEach(concept ->
                        store.put(keys.mask(task.photo().idx(), concept.id()), "a mask".getBytes(UTF_8), "image/png"));
        var instances = things(task.job(), List.of(task.photo().idx()));
        store.put(
                keys.instances(task.photo().idx()),
                JsonMapper.shared().writeValueAsBytes(instances),
                "application/json");
        return new SegmentedPhoto(
                "fake/1",
                task.concepts().stream()
                        .map(concept ->
                                new MaskRef(concept.id(), keys.mask(task.photo().idx(), concept.id()), 100, 1, 0.9))
                        .toList());
    }

    /** Finds one thing of each concept, the same in all photos. */
    private void match(MatchTask task) {
        var keys = new ObjectKeys(task.user(), task.job());
        var all = things(task.job(), task.photos());
        store.put(keys.albumInstances(), JsonMapper.shared().writeValueAsBytes(all), "application/json");
    }

    private List<AlbumInstance> things(JobId job, List<Integer> photos) {
        var concepts = new TreeSet<String>();
        segmented(job.value()).forEach(sought -> concepts.addAll(List.of(sought.split(" ", -1))));
        List<AlbumInstance> all = new ArrayList<>();
        for (int idx : photos) {
            for (String concept : concepts) {
                all.add(new AlbumInstance(idx, concept, 1, concept + "-1", .9, new InstanceBox(1, 2, 30, 40), 100));
            }
        }
        return all;
    }

    private CheckedMask check(MaskRequest request) {
        if (unfit.contains(request.job() + "/" + request.idx())) {
            return new CheckedMask.Unfit("The mask is damaged or cut off. Put it again, or save it anew first.");
        }
        return new CheckedMask.Fit(100, List.of(new MaskPart(1, new InstanceBox(1, 2, 30, 41), 100)));
    }

    private SetContent compose(SetRequest request) {
        var keys = new ObjectKeys(request.user(), request.job());
        var input = JsonMapper.shared().readValue(store.get(keys.setInput(request.set()), 1 << 20), SetInput.class);
        composed.put(request.set().value(), input);
        String job = request.job().value();
        client.newWorkflowStub(SetWorkflow.class, request.set().workflowId()).composed(40);
        if (slowSets.containsKey(job)) {
            waitFor(slowSets.get(job));
        }
        if (uncomposable.contains(job)) {
            throw ApplicationFailure.newNonRetryableFailure("The photos are too wide.", SetError.SET_REFUSED.name());
        }
        var zip = input.template().id() + ".zip";
        store.put(keys.setFile(request.set(), zip), new byte[] {1}, "application/zip");
        return new SetContent(
                zip,
                List.of(
                        new SetContent.File(input.template().id() + ".pdf", null, null),
                        new SetContent.File("boards/01.jpg", 300, 200)));
    }

    private void preview(PreviewTask task) {
        var job = task.render().job().value();
        previewed.computeIfAbsent(job, _ -> new CopyOnWriteArrayList<>()).add(task);
        if (slow.containsKey(job)) {
            waitFor(slow.get(job));
        }
        if (unsegmentable.contains(job + "/" + task.render().photo().idx())) {
            throw ApplicationFailure.newNonRetryableFailure(
                    "The mask of Wall is damaged.", PhotoError.SEGMENTATION_FAILED.name());
        }
        store.put(task.key(), task.hash().getBytes(UTF_8), "image/jpeg");
    }

    /** The previews of a job that were painted, in their order. */
    public List<PreviewTask> previewed(String job) {
        return previewed.getOrDefault(job, List.of());
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            while (!latch.await(50, TimeUnit.MILLISECONDS)) {
                Activity.getExecutionContext().heartbeat(null);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private Rendering renderer() {
        return new Rendering() {
            @Override
            public List<RenderedPhoto> render(RenderTask task) {
                if (unrenderable.contains(task.job() + "/" + task.photo().idx())) {
                    throw ApplicationFailure.newNonRetryableFailure("no memory", "OutOfMemory");
                }
                rendered.put(task.job() + "/" + task.photo().idx(), task);
                return task.specs().stream().map(spec -> picture(task, spec)).toList();
            }
        };
    }

    private static RenderedPhoto picture(RenderTask task, RenderSpec spec) {
        var keys = new ObjectKeys(task.user(), task.job());
        int idx = task.photo().idx();
        var variant = spec.variant();
        return new RenderedPhoto(
                keys.output(variant, idx, "png"), keys.preview(variant, idx), keys.manifest(variant, idx), 5);
    }

    /** What the renderer was told about a photo. */
    public RenderTask rendered(String job, int idx) {
        return Objects.requireNonNull(rendered.get(job + "/" + idx));
    }

    /** What was looked for in the job's photos, one entry for each time that one was segmented. */
    public List<String> segmented(String job) {
        return segmented.getOrDefault(job, List.of());
    }

    /** The photos of this job are segmented elsewhere. */
    public Queue<String> external(String job) {
        return external.computeIfAbsent(job, _ -> new ConcurrentLinkedQueue<>());
    }
}
