package vn.kientao.reform.steering.app.pilot;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.module.ModuleControl;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.ModuleStatus;
import vn.kientao.platform.api.module.Modules;
import vn.kientao.platform.api.module.ReleaseRefusedException;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.reform.steering.domain.pilot.Pilot;

/**
 * The module that a pilot tries, and at which agencies it is switched on. A decision about a pilot switches nothing: that is for the
 * administrators of the platform, here for the agencies of a pilot, and with a plan and stages on their own pages.
 */
@Component(service = PilotModules.class)
public final class PilotModules {
    private final Modules modules;
    private final ModuleControl control;

    @Activate
    public PilotModules(@Reference Modules modules, @Reference ModuleControl control) {
        this.modules = modules;
        this.control = control;
    }

    /**
     * How a module stands for a pilot.
     *
     * @param installed whether the platform has it
     * @param on code of each agency of the pilot, and whether the module is on there
     */
    public record Standing(String module, LocalText name, boolean installed, Map<String, Boolean> on) {
        /** Agencies of the pilot where it is off. */
        public List<String> off() {
            return on.entrySet().stream()
                    .filter(entry -> !entry.getValue())
                    .map(Map.Entry::getKey)
                    .toList();
        }

        /** The stages of a rollout that reaches the agencies of the pilot first, as administrators write them. */
        public String stages() {
            return String.join("+", on.keySet()) + ", all";
        }
    }

    /** The module of a pilot; empty when it is about none. */
    public Optional<Standing> of(Pilot pilot) {
        String id = pilot.plan().module();
        if (id.isEmpty()) {
            return Optional.empty();
        }
        Optional<ModuleStatus> status = modules.find(new ModuleId(id));
        Map<String, Boolean> on = new LinkedHashMap<>();
        pilot.plan()
                .agencies()
                .forEach(agency -> on.put(
                        agency,
                        status.filter(one ->
                                        one.live().isPresent() && !one.off().contains(agency))
                                .isPresent()));
        return Optional.of(
                new Standing(id, status.map(ModuleStatus::name).orElse(LocalText.same(id)), status.isPresent(), on));
    }

    /**
     * Switches the module of a pilot on at its agencies where it is off; the platform writes the audit entry of each. The caller has
     * checked that {@code by} may do that.
     *
     * @throws ReleaseRefusedException when the platform refuses one; those before it stay on
     */
    public void switchOn(Pilot pilot, Actor by) {
        of(pilot)
                .ifPresent(standing ->
                        standing.off().forEach(agency -> control.enable(new ModuleId(standing.module()), agency, by)));
    }

    /** Every module that is installed, to choose one. */
    public Map<String, LocalText> all() {
        Map<String, LocalText> all = new LinkedHashMap<>();
        modules.all().stream()
                .sorted(Comparator.comparing(ModuleStatus::id))
                .forEach(one -> all.put(one.id().value(), one.name()));
        return all;
    }
}
