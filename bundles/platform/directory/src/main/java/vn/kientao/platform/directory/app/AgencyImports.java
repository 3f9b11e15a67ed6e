package vn.kientao.platform.directory.app;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.directory.domain.AgencyTable;
import vn.kientao.platform.directory.domain.CsvTable;
import vn.kientao.platform.directory.domain.ImportProblem;
import vn.kientao.platform.directory.domain.RegisteredAgency;
import vn.kientao.platform.directory.store.AgencyRepository;
import vn.kientao.platform.directory.store.DirectoryStore;
import vn.kientao.platform.directory.store.StagedImportRepository;

/**
 * Imports agencies from a CSV file: first a trial that changes nothing, then all of it or nothing. Agencies that the file
 * does not name stay as they are; importing the same file again changes nothing.
 */
@Component(service = AgencyImports.class)
public final class AgencyImports {
    private static final String KIND = "agencies";

    private final DirectoryStore store;
    private final AuditTrail audit;
    private final TextBundle texts = TextBundle.of(AgencyImports.class);
    private final UploadedTables uploads;
    private final AgencyRepository agencies = new AgencyRepository();
    private final StagedImportRepository staged = new StagedImportRepository();

    @Activate
    public AgencyImports(@Reference DirectoryStore store, @Reference AuditTrail audit, @Reference Clock clock) {
        this.store = store;
        this.audit = audit;
        this.uploads = new UploadedTables(store, clock, texts);
    }

    /** Tries the file; one without mistakes is kept for {@link #commit}. */
    public Plan tryOut(byte[] content, String fileName, String account) {
        UploadedTables.Decoded file = uploads.decode(content);
        if (!file.problems().isEmpty()) {
            return new Plan(OptionalLong.empty(), fileName, file.problems(), List.of(), List.of(), 0);
        }
        Plan plan = store.read(handle -> plan(handle, file.text(), fileName));
        return plan.problems().isEmpty() && !plan.changesNothing()
                ? plan.keptAs(uploads.keep(KIND, fileName, file.text(), account))
                : plan;
    }

    /**
     * Makes the changes of a file that was tried, if it still has no mistakes against what the register is now.
     *
     * @return what was done, or why nothing was; empty when no such file waits for this account
     */
    public Optional<Plan> commit(long id, String account, Trace trace) {
        return uploads.find(id, KIND, account)
                .map(file -> store.change(handle -> {
                    Plan plan = plan(handle, file.content(), file.fileName());
                    if (plan.problems().isEmpty()) {
                        save(handle, plan, trace);
                        staged.remove(handle, id);
                    }
                    return plan;
                }));
    }

    private void save(Handle handle, Plan plan, Trace trace) {
        if (plan.changesNothing()) {
            return;
        }
        List<RegisteredAgency> all = new ArrayList<>(plan.added());
        all.addAll(plan.changed());
        agencies.save(handle, all);
        plan.added()
                .forEach(one -> audit.record(handle, trace.entry("directory.agency-add", "agency", one.code(), "")));
        plan.changed()
                .forEach(one -> audit.record(handle, trace.entry("directory.agency-change", "agency", one.code(), "")));
    }

    private Plan plan(Handle handle, String text, String fileName) {
        Map<String, RegisteredAgency> present =
                agencies.all(handle).stream().collect(Collectors.toMap(RegisteredAgency::code, Function.identity()));
        Set<String> known = new HashSet<>(present.keySet());
        AgencyTable.Result result = new AgencyTable(known, texts).read(CsvTable.parse(text));
        if (!result.problems().isEmpty()) {
            return new Plan(OptionalLong.empty(), fileName, result.problems(), List.of(), List.of(), 0);
        }
        List<RegisteredAgency> added = result.agencies().stream()
                .filter(agency -> !present.containsKey(agency.code()))
                .toList();
        List<RegisteredAgency> changed = result.agencies().stream()
                .filter(agency -> present.containsKey(agency.code()))
                .filter(agency -> !agency.equals(present.get(agency.code())))
                .toList();
        int same = result.agencies().size() - added.size() - changed.size();
        return new Plan(OptionalLong.empty(), fileName, List.of(), added, changed, same);
    }

    /**
     * What an import would do, or did.
     *
     * @param id to say yes with; empty when there is nothing to say yes to
     * @param problems what must be corrected first; then nothing else is filled in
     * @param unchanged how many agencies of the file are already so
     */
    public record Plan(
            OptionalLong id,
            String fileName,
            List<ImportProblem> problems,
            List<RegisteredAgency> added,
            List<RegisteredAgency> changed,
            int unchanged) {

        public boolean changesNothing() {
            return added.isEmpty() && changed.isEmpty();
        }

        Plan keptAs(long kept) {
            return new Plan(OptionalLong.of(kept), fileName, problems, added, changed, unchanged);
        }
    }
}
