package vn.kientao.reform.procedures.store.dossier;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import vn.kientao.reform.procedures.domain.dossier.DeadlineRule;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossier.DossierCode;
import vn.kientao.reform.procedures.domain.dossier.DossierEvent;
import vn.kientao.reform.procedures.domain.dossier.ReceivedPaper;

/** Reads many whole dossiers at once: three statements, and one for each rule set among them. */
public final class DossierBatchReader {
    private static final String THESE = " WHERE agency_code = :agency AND code IN (<codes>) ORDER BY id";
    private static final String PAPERS = """
            SELECT p.dossier_id, p.name, p.originals, p.certified, p.copies, p.received, p.digital, p.source
              FROM procedures.dossier_paper p
              JOIN procedures.dossier d ON d.id = p.dossier_id
             WHERE d.agency_code = :agency AND d.code IN (<codes>)
             ORDER BY p.dossier_id, p.place
            """;
    private static final String EVENTS = """
            SELECT e.dossier_id, e.version, e.happened, e.action, e.status, e.account, e.who, e.place, e.note, e.document
              FROM procedures.dossier_event e
              JOIN procedures.dossier d ON d.id = e.dossier_id
             WHERE d.agency_code = :agency AND d.code IN (<codes>)
             ORDER BY e.dossier_id, e.version
            """;

    private final DeadlineRules rules = new DeadlineRules();

    /** The agency's dossiers under these codes; those that it does not have are left out. */
    public List<Dossier> all(Handle handle, String agency, Collection<DossierCode> codes) {
        if (codes.isEmpty()) {
            return List.of();
        }
        List<String> wanted = codes.stream().map(DossierCode::toString).toList();
        Together parts = new Together(
                handle,
                rules,
                parts(handle, PAPERS, agency, wanted, (row, context) -> DossierReader.paper(row)),
                parts(handle, EVENTS, agency, wanted, (row, context) -> DossierReader.event(row)),
                new HashMap<>());
        return handle.createQuery(DossierReader.WHOLE + THESE)
                .bind("agency", agency)
                .bindList("codes", wanted)
                .map((row, context) -> DossierReader.dossier(row, parts))
                .list();
    }

    private static <T> Map<Long, List<T>> parts(
            Handle handle, String sql, String agency, List<String> codes, RowMapper<T> mapper) {
        Map<Long, List<T>> parts = new HashMap<>();
        handle.createQuery(sql)
                .bind("agency", agency)
                .bindList("codes", codes)
                .map((row, context) -> parts.computeIfAbsent(row.getLong("dossier_id"), none -> new ArrayList<>())
                        .add(mapper.map(row, context)))
                .list();
        return parts;
    }

    /** The parts of all of them, read before. */
    private record Together(
            Handle handle,
            DeadlineRules rules,
            Map<Long, List<ReceivedPaper>> papers,
            Map<Long, List<DossierEvent>> events,
            Map<Long, DeadlineRule> known)
            implements DossierReader.Parts {
        @Override
        public List<ReceivedPaper> papers(long dossier) {
            return papers.getOrDefault(dossier, List.of());
        }

        @Override
        public List<DossierEvent> events(long dossier) {
            return events.getOrDefault(dossier, List.of());
        }

        @Override
        public DeadlineRule rule(long id) {
            return known.computeIfAbsent(id, wanted -> rules.byId(handle, wanted));
        }
    }
}
