package vn.kientao.platform.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.api.module.Extensions;
import vn.kientao.platform.api.shell.ModuleCommand;
import vn.kientao.platform.api.text.LocalText;

/** Keeps the verbs of the modules that serve registered in the shell; looks four times a second for new ones. */
@Component(service = {})
public final class ModuleVerbs {
    private static final Logger log = LoggerFactory.getLogger(ModuleVerbs.class);
    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]*:[a-z][a-z0-9-]*");
    private static final long LOOK_EVERY_MILLIS = 250;
    private static final long LONGEST_END_SECONDS = 1;

    private final Extensions extensions;
    private final SessionFactory shell;
    private final Map<String, ModuleVerb> verbs = new HashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread looker = new Thread(task, "kientao-shell-verbs");
        looker.setDaemon(true);
        return looker;
    });

    @Activate
    public ModuleVerbs(@Reference Extensions extensions, @Reference SessionFactory shell) {
        this.extensions = extensions;
        this.shell = shell;
        // look() answers for its own failures; deactivation ends it.
        Future<?> unused = thread.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Deactivate
    void close() throws InterruptedException {
        thread.shutdownNow();
        if (!thread.awaitTermination(LONGEST_END_SECONDS, TimeUnit.SECONDS)) {
            log.warn("The list of module verbs is still being looked up");
        }
        follow(Map.of());
    }

    private void look() {
        try {
            Map<String, LocalText> offered = new TreeMap<>();
            List<Verb> all = extensions.everywhere(ModuleCommand.class, verb -> new Verb(verb.name(), verb.help()));
            all.stream()
                    .filter(verb -> SHAPE.matcher(verb.name()).matches())
                    .forEach(verb -> offered.putIfAbsent(verb.name(), verb.help()));
            follow(offered);
        } catch (RuntimeException e) {
            log.error("Cannot list the verbs of modules", e);
        }
    }

    private synchronized void follow(Map<String, LocalText> offered) {
        for (String gone : List.copyOf(verbs.keySet())) {
            if (!offered.containsKey(gone)) {
                shell.getRegistry().unregister(verbs.remove(gone));
            }
        }
        offered.forEach((name, help) -> {
            if (!verbs.containsKey(name)) {
                ModuleVerb verb = new ModuleVerb(name, help, extensions);
                verbs.put(name, verb);
                shell.getRegistry().register(verb);
            }
        });
    }

    private record Verb(String name, LocalText help) {}
}
