package vn.kientao.reform.procedures.app.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.kientao.reform.procedures.domain.publication.CatalogueChange;
import vn.kientao.reform.procedures.domain.publication.Publication;
import vn.kientao.reform.procedures.domain.publication.PublicationKind;
import vn.kientao.reform.procedures.domain.publication.RecordReader;
import vn.kientao.reform.procedures.domain.reading.ProcedureReader;
import vn.kientao.reform.procedures.store.catalogue.ImportTurn;
import vn.kientao.reform.procedures.store.catalogue.NewVersion;
import vn.kientao.reform.procedures.store.catalogue.OwnVersions;
import vn.kientao.reform.procedures.store.publication.ChangeFeed;
import vn.kientao.reform.procedures.store.variant.TraitStore;

/** Lets what a publication says become the version in force. */
final class TakingEffect {
    private final ImportTurn turn = new ImportTurn();
    private final OwnVersions versions = new OwnVersions();
    private final ChangeFeed feed = new ChangeFeed();
    private final TraitStore traits = new TraitStore();

    /** False while an import is committed: then nobody else may change what is current. */
    boolean claim(Handle transaction, Instant now) {
        return turn.changeBetweenImports(transaction, now);
    }

    /** The version that it became; none when it abolishes. */
    Optional<Long> apply(Handle transaction, Publication publication, Map<String, String> fields, Instant at) {
        LocalDate first = publication.effectiveOn().orElseThrow();
        boolean known = versions.known(transaction, publication.code().value());
        Optional<Long> became = Optional.empty();
        if (publication.kind() == PublicationKind.ABOLISH) {
            versions.abolish(transaction, publication.code().value(), first);
        } else {
            ProcedureReader.Reading reading = RecordReader.read(RecordReader.source(publication.code(), fields));
            NewVersion version = new NewVersion(
                    reading.procedure(),
                    reading.gaps(),
                    reading.procedure().source().fingerprint(),
                    1);
            became = Optional.of(versions.makeCurrent(transaction, version, first, at));
        }
        if (!traits.find(transaction, publication.code().value()).traits().internal()) {
            feed.add(transaction, publication.code().value(), publication.name(), kind(publication, known), became, at);
        }
        return became;
    }

    private static CatalogueChange.Kind kind(Publication publication, boolean known) {
        if (publication.kind() == PublicationKind.ABOLISH) {
            return CatalogueChange.Kind.ABOLISH;
        }
        return known ? CatalogueChange.Kind.AMEND : CatalogueChange.Kind.NEW;
    }
}
