package vn.kientao.platform.audit.app;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.documents.SheetFormat;
import vn.kientao.platform.api.documents.Sheets;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.AuditControl;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.audit.chain.Entry;
import vn.kientao.platform.audit.chain.Link;

/** The trail for the operator's shell. */
@Component
public final class TrailControl implements AuditControl {
    private final Trail trail;
    private final Sheets sheets;
    private final TextBundle texts = TextBundle.of(TrailControl.class);

    @Activate
    public TrailControl(@Reference Trail trail, @Reference Sheets sheets) {
        this.trail = trail;
        this.sheets = sheets;
    }

    @Override
    public List<Recorded> list(Search search, Optional<Long> below, int most) {
        return trail.older(query(search), below, most).links().stream()
                .map(TrailControl::recorded)
                .toList();
    }

    @Override
    public Optional<Recorded> find(long sequence) {
        return trail.one(sequence).map(TrailControl::recorded);
    }

    @Override
    public Report verify() {
        return trail.verify();
    }

    @Override
    public void export(Search search, Format format, OutputStream out, Actor by) throws IOException {
        String detail = "{\"format\":\"" + format.name().toLowerCase(Locale.ROOT) + "\"}";
        trail.record(new AuditEntry(by.account(), Optional.empty(), "audit", "audit.export", "trail", "", detail, ""));
        switch (format) {
            case CSV -> sheet(search).writeTo(SheetFormat.CSV, out);
            case XLSX -> sheet(search).writeTo(SheetFormat.XLSX, out);
            case TRAIL -> trail.writeWhole(out);
        }
    }

    private TrailSheet sheet(Search search) {
        return new TrailSheet(sheets, trail, query(search), texts.in(TextBundle.VIETNAMESE));
    }

    private static TrailQuery query(Search search) {
        return new TrailQuery(
                given(search.account()),
                given(search.agency()),
                given(search.module()),
                given(search.action()),
                given(search.objectType()),
                given(search.objectId()),
                search.from().map(TrailControl::begin),
                search.until().map(day -> begin(day.plusDays(1))),
                given(search.words()));
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(some -> !some.isEmpty());
    }

    private static Instant begin(LocalDate day) {
        return day.atStartOfDay(Formats.ZONE).toInstant();
    }

    private static Recorded recorded(Link link) {
        Entry e = link.entry();
        AuditEntry entry = new AuditEntry(
                e.account(),
                given(e.agency()),
                e.module(),
                e.action(),
                e.objectType(),
                e.objectId(),
                e.detail(),
                e.requestId(),
                e.before(),
                e.after(),
                e.reason());
        return new Recorded(link.sequence(), e.at(), entry, e.actingFor(), e.address(), e.release(), link.hash());
    }
}
