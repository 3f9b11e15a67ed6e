package vn.kientao.platform.kernel.store;

import java.util.HashSet;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.module.ModuleId;
import vn.kientao.platform.api.module.Publication;
import vn.kientao.platform.api.module.Publication.Audience;

/** Reads and writes to whom the catalogue offers modules. */
public final class PublicationRepository {
    private static final String AUDIENCE = """
            SELECT audience
              FROM kernel.publication
             WHERE module = ?
            """;
    private static final String AGENCIES = """
            SELECT agency
              FROM kernel.publication_agency
             WHERE module = ?
            """;
    private static final String REMOVE = """
            DELETE FROM kernel.publication
             WHERE module = ?
            """;
    private static final String REMOVE_AGENCIES = """
            DELETE FROM kernel.publication_agency
             WHERE module = ?
            """;
    private static final String ADD = """
            INSERT INTO kernel.publication (module, audience)
            VALUES (?, ?)
            """;
    private static final String ADD_AGENCY = """
            INSERT INTO kernel.publication_agency (module, agency)
            VALUES (?, ?)
            """;

    /** A module about which nobody has decided is offered to nobody. */
    public Publication find(Handle h, ModuleId module) {
        Audience audience = h.createQuery(AUDIENCE)
                .bind(0, module.value())
                .mapTo(String.class)
                .findOne()
                .map(Audience::valueOf)
                .orElse(Audience.NOBODY);
        Set<String> agencies = audience == Audience.SOME
                ? new HashSet<>(h.createQuery(AGENCIES)
                        .bind(0, module.value())
                        .mapTo(String.class)
                        .list())
                : Set.of();
        return new Publication(audience, agencies);
    }

    public void put(Handle h, ModuleId module, Publication publication) {
        h.execute(REMOVE, module.value());
        h.execute(REMOVE_AGENCIES, module.value());
        h.execute(ADD, module.value(), publication.audience().name());
        publication.agencies().forEach(agency -> h.execute(ADD_AGENCY, module.value(), agency));
    }
}
