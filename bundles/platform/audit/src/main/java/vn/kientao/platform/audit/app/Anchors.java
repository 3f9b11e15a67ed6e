package vn.kientao.platform.audit.app;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.kientao.platform.audit.chain.Anchor;
import vn.kientao.platform.audit.chain.AnchorFile;
import vn.kientao.platform.audit.store.TrailRepository.Head;

/** Notes the end of the trail where whoever rules the database does not: in a file, and in a second one elsewhere. */
final class Anchors {
    static final String FILE = "audit-anchors.log";
    private static final Logger log = LoggerFactory.getLogger(Anchors.class);

    private final List<AnchorFile> files;

    Anchors(List<Path> folders) {
        files = folders.stream()
                .map(folder -> new AnchorFile(folder.resolve(FILE)))
                .toList();
    }

    /**
     * Notes the end if it has moved.
     *
     * @param sameAs whether the trail still has the entry with this sequence and hash
     */
    void note(Head head, Instant at, SameAs sameAs) {
        for (AnchorFile file : files) {
            Optional<Anchor> last = file.last();
            long known = last.map(Anchor::sequence).orElse(0L);
            boolean kept =
                    known == 0 || sameAs.entry(known, last.map(Anchor::hash).orElse(""));
            if (kept && head.sequence() == known) {
                continue;
            }
            if (!kept) {
                log.error(
                        "audit trail ends at {} and does not continue what was anchored at {}: an older state of the"
                                + " database has come back, or somebody has altered it; run kientao audit-verify",
                        head.sequence(),
                        known);
            }
            file.append(last, at, kept ? Anchor.Kind.GROWN : Anchor.Kind.TAKEN_BACK, head.sequence(), head.hash());
        }
    }

    List<AnchorFile> files() {
        return files;
    }

    /** Notes that the entries up to this one are about to go. */
    void pruned(Head upTo, Instant at) {
        files.forEach(file -> file.append(file.last(), at, Anchor.Kind.PRUNED, upTo.sequence(), upTo.hash()));
    }

    /** Asks the trail. */
    @FunctionalInterface
    interface SameAs {
        boolean entry(long sequence, String hash);
    }
}
