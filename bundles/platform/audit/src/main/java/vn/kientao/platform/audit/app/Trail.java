package vn.kientao.platform.audit.app;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.security.AuditControl.Report;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.security.AuditTrail;
import vn.kientao.platform.audit.chain.Cut;
import vn.kientao.platform.audit.chain.Link;
import vn.kientao.platform.audit.chain.TrailFile;
import vn.kientao.platform.audit.store.AuditStore;
import vn.kientao.platform.audit.store.SearchRepository;
import vn.kientao.platform.audit.store.TrailRepository;

/** Looks into the trail. What has been committed is chained first, so that nobody misses what they have just done. */
@Component(service = Trail.class)
public final class Trail {
    /** So many entries are read for words at a time; a page goes on from there. */
    static final long WINDOW = 50_000;

    private final SearchRepository search = new SearchRepository();
    private final TrailRepository ends = new TrailRepository();
    private final AuditStore store;
    private final Sealer sealer;
    private final AuditTrail audit;

    @Activate
    public Trail(@Reference AuditStore store, @Reference Sealer sealer, @Reference AuditTrail audit) {
        this.store = store;
        this.sealer = sealer;
        this.audit = audit;
    }

    /** Entries below {@code from}, or the newest ones. */
    public TrailPage older(TrailQuery query, Optional<Long> from, int most) {
        sealer.seal();
        return store.read(handle -> {
            long below = from.orElse(ends.head(handle).sequence() + 1);
            long floor = query.words().isPresent() ? Math.max(0, below - WINDOW - 1) : 0;
            List<Link> found = search.find(handle, query, floor, below, true, most + 1);
            Optional<Long> further = Optional.empty();
            if (found.size() > most) {
                found = found.subList(0, most);
                further = Optional.of(found.get(most - 1).sequence());
            } else if (floor > 0) {
                further = Optional.of(floor + 1);
            }
            return new TrailPage(found, further, from.map(edge -> edge - 1));
        });
    }

    /** Entries above {@code from}, still newest first. */
    public TrailPage newer(TrailQuery query, long from, int most) {
        sealer.seal();
        return store.read(handle -> {
            long end = ends.head(handle).sequence() + 1;
            long ceiling = query.words().isPresent() ? Math.min(end, from + WINDOW + 1) : end;
            List<Link> found = new ArrayList<>(search.find(handle, query, from, ceiling, false, most + 1));
            Optional<Long> further = Optional.empty();
            if (found.size() > most) {
                found = new ArrayList<>(found.subList(0, most));
                further = Optional.of(found.get(most - 1).sequence());
            } else if (ceiling < end) {
                further = Optional.of(ceiling - 1);
            }
            Collections.reverse(found);
            return new TrailPage(found, Optional.of(from + 1), further);
        });
    }

    public Optional<Link> one(long sequence) {
        sealer.seal();
        return store.read(handle -> search.one(handle, sequence));
    }

    /** Checks the whole trail, as {@code kientao audit-verify} does from outside. */
    public Report verify() {
        sealer.seal();
        return sealer.verify();
    }

    /** Writes the whole trail down, oldest entry first, in the form that the verifier reads. */
    public void writeWhole(OutputStream out) throws IOException {
        sealer.seal();
        Writer lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        sealer.walk().along(new Walk.Walker<IOException>() {
            @Override
            public void cut(Cut cut) throws IOException {
                lines.write(TrailFile.line(cut) + "\n");
            }

            @Override
            public void link(Link link) throws IOException {
                lines.write(TrailFile.line(link) + "\n");
            }
        });
        lines.flush();
    }

    /** Writes down that somebody took entries away with them. */
    public void record(AuditEntry entry) {
        store.write(handle -> {
            audit.record(handle, entry);
            return entry;
        });
    }
}
