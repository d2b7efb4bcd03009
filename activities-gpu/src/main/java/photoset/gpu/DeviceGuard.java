package photoset.gpu;

import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import photoset.gpu.torch.LoadedModel;

/**
 * Stops a worker whose device is lost: a broken CUDA context fails every call of its process, and a worker that fails
 * photos quickly would draw all of them to itself. Its photos move to other workers; whoever started the process starts
 * a new one.
 */
final class DeviceGuard {
    /** EX_SOFTWARE of sysexits.h: not a wrong setting, so starting again is right. */
    static final int EXIT_CODE = 70;

    private static final Logger log = LoggerFactory.getLogger(DeviceGuard.class);

    private final ConfigurableApplicationContext context;
    private volatile IntConsumer end = _ -> {};

    DeviceGuard(ConfigurableApplicationContext context, Iterable<LoadedModel> models) {
        this.context = context;
        models.forEach(model -> model.onLost(this::stop));
    }

    /** How the process ends once the context is closed; by default it goes on, since it may not be the worker's own. */
    void endBy(IntConsumer exit) {
        end = exit;
    }

    /**
     * On a thread of its own: who tells is the device's thread, for which the drain waits. No daemon as that one is, else
     * the process would end with 0 as soon as the context has closed.
     */
    private void stop() {
        log.error("gpu.device_lost");
        Thread.ofPlatform().name("photoset-device-guard").daemon(false).start(() -> {
            context.close();
            end.accept(EXIT_CODE);
        });
    }
}
