package photoset.api.execution;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import photoset.api.presets.Preset;
import photoset.api.presets.Presets;
import photoset.api.problem.ApiException;
import photoset.api.problem.Envelope.Detail;
import photoset.api.problem.Problem;
import photoset.api.roles.InRole;
import photoset.api.roles.Role;
import photoset.api.rules.RuleCheck;
import photoset.api.sets.SetTerms;
import photoset.workflows.JobId;
import photoset.workflows.ObjectKeys;
import photoset.workflows.UserId;
import photoset.workflows.job.Execution;
import photoset.workflows.job.InstanceChoice;
import photoset.workflows.job.Variant;
import photoset.workflows.plan.Plan;
import photoset.workflows.rendering.Action;
import photoset.workflows.rendering.EdgeMode;
import photoset.workflows.rendering.OutputFormat;
import photoset.workflows.rendering.RenderSpec;
import photoset.workflows.rendering.Rule;
import photoset.workflows.segmentation.Concept;
import photoset.workflows.sets.OrderedSet;
import photoset.workflows.sets.SetTemplate;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Signal;

/** Turns what a user asks for into what the workers need: prompts for the model, colours for the renderer. */
@Component
@InRole(Role.WEB)
public class ExecutionResolver {
    /** Whatever the preset is, somebody may stand beside what is removed. */
    private static final Concept PEOPLE = new Concept(RenderSpec.PEOPLE, "person", Concept.Kind.STUFF);

    private final Presets presets;
    private final ActionResolver actions;
    private final RuleResolver rules;
    private final SoughtConcepts sought;
    private final KnownInstances instances;

    ExecutionResolver(
            Presets presets,
            ActionResolver actions,
            RuleResolver rules,
            SoughtConcepts sought,
            KnownInstances instances) {
        this.presets = presets;
        this.actions = actions;
        this.rules = rules;
        this.sought = sought;
        this.instances = instances;
    }

    /** The job that a rule is for. */
    public record Owned(UserId user, JobId job, String preset, Plan plan) {}

    private record Order(UserId user, Preset preset, boolean watermarked, ExecuteRequest request) {}

    /**
     * The execution.
     *
     * <p>Refuses with {@link Problem#VALIDATION_FAILED} naming every broken field, {@link Problem#UNKNOWN_CONCEPT} or
     * {@link Problem#RULE_NOT_FOUND}.
     */
    public Mono<Execution> execution(Owned job, ExecuteRequest request, SetTerms terms) {
        return withoutSet(job, request).map(execution -> withSet(execution, request.outputTemplate(), terms));
    }

    private static Execution withSet(Execution execution, @Nullable String template, SetTerms terms) {
        return template == null
                ? execution
                : new Execution(
                        execution.variants(),
                        new OrderedSet(SetTemplate.of(template), terms.language(), terms.linkBase()),
                        execution.concepts());
    }

    /** The same without a set that is composed of what it delivers. */
    public Mono<Execution> withoutSet(Owned job, ExecuteRequest request) {
        var preset = presets.find(job.preset()).orElseThrow(() -> ApiException.because(Problem.INVALID_PRESET));
        ExecuteValidator.refuseBroken(preset, request);
        var order = new Order(job.user(), preset, job.plan().watermarked(), request);
        @Nullable List<@Nullable VariantRequest> wanted = request.variants();
        return (wanted == null ? only(order) : each(order, wanted))
                .doOnNext(variants -> variants.forEach(variant -> refuseUnwritable(variant.rule(), request)))
                .map(variants -> new Execution(variants, null, concepts(preset, variants)))
                .flatMap(execution ->
                        sought.of(job.job(), execution.concepts()).map(concepts -> looking(execution, concepts)))
                .flatMap(execution -> withPeople(preset, execution))
                .flatMap(execution -> instances
                        .refuseUnknown(job.job(), InstanceValidator.named(request))
                        .thenReturn(execution));
    }

    /** What is removed is filled with nobody, so people are looked for where that can be. */
    private Mono<Execution> withPeople(Preset preset, Execution execution) {
        if (execution.variants().stream().noneMatch(variant -> variant.spec().shunsPeople())) {
            return Mono.just(execution);
        }
        var people = preset.concept(RenderSpec.PEOPLE).orElse(PEOPLE);
        return sought.with(people, execution.concepts()).map(concepts -> looking(execution, concepts));
    }

    private static Execution looking(Execution execution, List<Concept> concepts) {
        return new Execution(execution.variants(), execution.outputSet(), concepts);
    }

    private Mono<List<Variant>> only(Order order) {
        var request = order.request();
        var only = new VariantRequest(
                ObjectKeys.ONLY_VARIANT, null, request.concepts(), request.protect(), request.ruleId(), null);
        return variant(order, only, null).map(List::of);
    }

    /** Looks at every variant, so that everything that is wrong is said at once. */
    private Mono<List<Variant>> each(Order order, List<@Nullable VariantRequest> wanted) {
        @Nullable List<String> globalProtect = rules.globalProtect(order.preset(), order.request());
        return Flux.range(0, wanted.size())
                .concatMap(i -> variant(order, Objects.requireNonNull(wanted.get(i)), globalProtect)
                        .onErrorMap(ApiException.class, refused -> refused.at(VariantValidator.place(i)))
                        .materialize())
                .collectList()
                .map(ExecutionResolver::allOrRefused);
    }

    private static List<Variant> allOrRefused(List<Signal<Variant>> looked) {
        List<Variant> variants = new ArrayList<>();
        List<ApiException> refused = new ArrayList<>();
        for (var variant : looked) {
            @Nullable Throwable failure = variant.getThrowable();
            if (failure instanceof ApiException refusal) {
                refused.add(refusal);
            } else if (failure != null) {
                throw Exceptions.propagate(failure);
            } else {
                variants.add(Objects.requireNonNull(variant.get()));
            }
        }
        if (!refused.isEmpty()) {
            throw ApiException.together(refused);
        }
        return variants;
    }

    private Mono<Variant> variant(Order order, VariantRequest wanted, @Nullable List<String> globalProtect) {
        return rules.of(order.user(), order.preset(), wanted, globalProtect)
                .map(rule -> new Variant(
                        wanted.name(),
                        rule,
                        wanted.ruleId(),
                        spec(order, Objects.requireNonNull(wanted.id()), rule),
                        choice(order.request().instances(), wanted.instances())));
    }

    private RenderSpec spec(Order order, String id, Rule rule) {
        var request = order.request();
        return new RenderSpec(
                id,
                actions.of(rule),
                rule.protect(),
                Objects.requireNonNullElse(request.outputFormat(), OutputFormat.PNG),
                order.watermarked(),
                Objects.requireNonNullElse(request.edges(), EdgeMode.REFINED),
                Boolean.TRUE.equals(request.keepProfile()),
                List.of(),
                List.of());
    }

    private static InstanceChoice choice(@Nullable InstanceRequest all, @Nullable InstanceRequest own) {
        var everywhere = all == null ? InstanceChoice.ALL : all.choice();
        var here = own == null ? InstanceChoice.ALL : own.choice();
        return new InstanceChoice(joined(everywhere.exclude(), here.exclude()), joined(everywhere.lock(), here.lock()));
    }

    private static List<String> joined(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).distinct().toList();
    }

    /** A JPEG is opaque, so a transparent background would be black there. */
    private static void refuseUnwritable(Rule rule, ExecuteRequest request) {
        rule.concepts().forEach((concept, action) -> {
            if (request.outputFormat() == OutputFormat.JPEG
                    && action instanceof Action.Background background
                    && background.value().equals("transparent")) {
                throw ApiException.because(
                        Problem.VALIDATION_FAILED,
                        Problem.VALIDATION_FAILED.sentence(),
                        List.of(Detail.field(
                                "output_format",
                                "must be png or webp, since concepts." + concept + " becomes transparent")));
            }
        });
    }

    /** One segmentation finds what every variant names. */
    private static List<Concept> concepts(Preset preset, List<Variant> variants) {
        var wanted = Rule.wanted(variants.stream().map(Variant::rule).toList());
        RuleCheck.refuseTooMany(wanted);
        return wanted.stream()
                .map(id -> preset.concept(id).orElseThrow(() -> ApiException.because(Problem.UNKNOWN_CONCEPT)))
                .toList();
    }
}
