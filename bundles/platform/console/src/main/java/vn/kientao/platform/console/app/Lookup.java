package vn.kientao.platform.console.app;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.ModuleStatus;
import vn.kientao.platform.api.module.Modules;
import vn.kientao.platform.api.module.Plan;
import vn.kientao.platform.api.module.RolloutStatus;
import vn.kientao.platform.api.security.People;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Request;

/** Finds what an address names, or answers 404 in words. */
@Component(service = Lookup.class)
public final class Lookup {
    /** So many rollouts are looked through for what is under way and what was removed. */
    private static final int RECENT = 1000;

    private final Modules modules;
    private final Agencies agencies;
    private final People people;
    private final TextBundle texts = TextBundle.of(Lookup.class);

    @Activate
    public Lookup(@Reference Modules modules, @Reference Agencies agencies, @Reference People people) {
        this.modules = modules;
        this.agencies = agencies;
        this.people = people;
    }

    public Modules modules() {
        return modules;
    }

    public People people() {
        return people;
    }

    public TextBundle texts() {
        return texts;
    }

    /** The installed module in the address. */
    public ModuleStatus module(Request request) {
        ModuleId id = moduleId(request);
        return modules.find(id).orElseThrow(() -> missing("module", id.value()));
    }

    /** The module in the address, installed or not. */
    public ModuleId moduleId(Request request) {
        return moduleId(request.pathValue("module"));
    }

    public ModuleId moduleId(String word) {
        try {
            return new ModuleId(word);
        } catch (IllegalArgumentException e) {
            throw missing("module", word);
        }
    }

    public RolloutStatus rollout(Request request) {
        String id = request.pathValue("rollout");
        return number(id).flatMap(modules::rollout).orElseThrow(() -> missing("rollout", id));
    }

    public Plan plan(Request request) {
        String id = request.pathValue("plan");
        return number(id).flatMap(modules::plan).orElseThrow(() -> missing("plan", id));
    }

    /** @throws ProblemException 400 */
    public Version version(String word) {
        try {
            return Version.parseVersion(word);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    new Problem(400, "bad-version", texts.text("error.version", word), LocalText.same("")));
        }
    }

    /** @throws ProblemException 404 when there is no such agency */
    public Agency agency(String code) {
        return agencies.find(code).orElseThrow(() -> missing("agency", code));
    }

    public boolean knows(String agency) {
        return agencies.find(agency).isPresent();
    }

    /** Those that exist today, in order of name. */
    public List<Agency> agencies(Request request) {
        return agencies.on(LocalDate.ofInstant(request.now(), Formats.ZONE));
    }

    /** The agency's name; its code when nobody knows it. */
    public LocalText agencyName(String code) {
        return agencies.find(code).map(Agency::name).orElse(LocalText.same(code));
    }

    /** The newest rollouts, newest first. */
    public List<RolloutStatus> rollouts() {
        return modules.rollouts(RECENT);
    }

    /** The rollout of the module that has not ended. */
    public Optional<RolloutStatus> running(ModuleId module) {
        return rollouts().stream()
                .filter(rollout -> rollout.module().equals(module) && !rollout.ended())
                .findFirst();
    }

    /** Modules that were taken out and whose data may still be there, in order of id. */
    public List<ModuleId> removed() {
        Set<ModuleId> installed = modules.all().stream().map(ModuleStatus::id).collect(Collectors.toSet());
        Set<ModuleId> seen = new TreeSet<>(installed);
        return rollouts().stream()
                .filter(rollout -> rollout.succeeded() && seen.add(rollout.module()))
                .filter(last -> last.kind() == RolloutStatus.Kind.UNINSTALL)
                .map(RolloutStatus::module)
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private static Optional<Long> number(String text) {
        return text.matches("\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    /** 503: the room that is asked is not up. */
    public ProblemException away() {
        return new ProblemException(new Problem(503, "away", texts.text("away.title"), texts.text("away.detail")));
    }

    private ProblemException missing(String what, String id) {
        return new ProblemException(new Problem(
                404, "not-found", texts.text("error.no-" + what, id), texts.text("error.no-" + what + ".detail")));
    }
}
