package photoset.api.probe;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.errordetails.v1.NamespaceNotFoundFailure;
import io.temporal.serviceclient.StatusUtils;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.spring.boot.TemporalOptionsCustomizer;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The wire between the api and Temporal, which tests break: every client of the JVM that has it shares the faults. */
@Component
public final class Wire implements ClientInterceptor, TemporalOptionsCustomizer<WorkflowServiceStubsOptions.Builder> {
    private static final List<Fault> FAULTS = new CopyOnWriteArrayList<>();

    private record Fault(String method, String text, boolean arrives, StatusRuntimeException answer)
            implements AutoCloseable {
        @Override
        public void close() {
            FAULTS.remove(this);
        }
    }

    /** Until it is closed, requests with this text reach Temporal and their answers get lost. */
    public static AutoCloseable losesAnswers(String method, String text) {
        return with(new Fault(
                method, text, true, Status.CANCELLED.withDescription("lost").asRuntimeException()));
    }

    /** Until it is closed, requests with this text are answered as by a Temporal without the namespace. */
    public static AutoCloseable lacksNamespace(String method, String text) {
        var failure =
                NamespaceNotFoundFailure.newBuilder().setNamespace("missing").build();
        var answer = StatusUtils.newException(
                Status.NOT_FOUND.withDescription("Namespace missing is not found."),
                failure,
                NamespaceNotFoundFailure.getDescriptor());
        return with(new Fault(method, text, false, answer));
    }

    private static AutoCloseable with(Fault fault) {
        FAULTS.add(fault);
        return fault;
    }

    @Override
    public WorkflowServiceStubsOptions.Builder customize(WorkflowServiceStubsOptions.Builder options) {
        return options.setGrpcClientInterceptors(List.of(this));
    }

    @Override
    public <Q, A> ClientCall<Q, A> interceptCall(MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
        var fault = new AtomicReference<@Nullable Fault>();
        return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
            @Override
            public void start(Listener<A> listener, Metadata headers) {
                super.start(broken(listener, fault), headers);
            }

            @Override
            public void sendMessage(Q request) {
                fault.set(FAULTS.stream()
                        .filter(known -> known.method().equals(method.getBareMethodName())
                                && request.toString().contains(known.text()))
                        .findFirst()
                        .orElse(null));
                super.sendMessage(request);
            }

            @Override
            public void halfClose() {
                var found = fault.get();
                if (found != null && !found.arrives()) {
                    cancel("a fault of the test", null);
                } else {
                    super.halfClose();
                }
            }
        };
    }

    private static <A> ClientCall.Listener<A> broken(
            ClientCall.Listener<A> listener, AtomicReference<@Nullable Fault> fault) {
        return new SimpleForwardingClientCallListener<>(listener) {
            @Override
            public void onMessage(A answer) {
                if (fault.get() == null) {
                    super.onMessage(answer);
                }
            }

            @Override
            public void onClose(Status status, Metadata trailers) {
                var found = fault.get();
                if (found == null) {
                    super.onClose(status, trailers);
                } else {
                    super.onClose(
                            found.answer().getStatus(),
                            Objects.requireNonNullElseGet(found.answer().getTrailers(), Metadata::new));
                }
            }
        };
    }
}
