package vn.kientao.platform.audit.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.AuditControl.Format;
import vn.kientao.platform.api.security.AuditControl.Recorded;
import vn.kientao.platform.api.security.AuditControl.Report;
import vn.kientao.platform.api.security.AuditControl.Search;
import vn.kientao.platform.documents.sheets.SheetService;
import vn.kientao.platform.testing.OnEachDatabase;

/** What the operator's shell can do with the trail. */
@OnEachDatabase("audit")
class TrailControlTest {
    private static final Actor OPERATOR = Actor.system("shell");

    private final Database database;
    private final TestTrail trail;
    private final TrailControl control;

    TrailControlTest(Database database, @TempDir Path folder) {
        this.database = database;
        trail = new TestTrail(database, folder);
        control = new TrailControl(trail.search, new SheetService());
        trail.write(5);
        trail.anchor();
    }

    @Test
    void listsAndShowsWithAllFields() {
        List<Recorded> found = control.list(object("H3"), Optional.empty(), 10);
        assertThat(found).singleElement().satisfies(one -> {
            assertThat(one.sequence()).isEqualTo(3);
            assertThat(one.entry().agency()).contains("STP");
            assertThat(control.find(3)).contains(one);
        });
        assertThat(control.list(object(""), Optional.of(3L), 10))
                .extracting(Recorded::sequence)
                .containsExactly(2L, 1L);
        assertThat(control.find(6)).isEmpty();
    }

    @Test
    void verifiesWhatHasJustBeenWrittenAndNamesWhatWasAltered() {
        assertThat(control.verify()).isEqualTo(new Report(5, 1, List.of()));
        trail.record(TestTrail.entry("H6"));
        assertThat(control.verify().entries()).isEqualTo(6);

        database.write(h -> h.execute("UPDATE audit.entry SET reason = 'x' WHERE sequence = 4"));
        Report report = control.verify();
        assertThat(report.whole()).isFalse();
        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.vi()).startsWith("Mục 4:");
            assertThat(finding.en()).startsWith("Entry 4:");
        });
    }

    @Test
    void exportsAFilterAsATableAndTheWholeTrailForTheVerifierAndWritesBothDown() {
        assertThat(export(object("H2"), Format.CSV).lines())
                .hasSize(2)
                .last()
                .satisfies(line -> assertThat(line).contains("H2"));
        List<String> whole = export(object(""), Format.TRAIL).lines().toList();

        assertThat(whole).hasSize(7);
        assertThat(whole.get(6)).contains("system:shell", "audit.export", "trail");
    }

    private String export(Search search, Format format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            control.export(search, format, out, OPERATOR);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Search object(String id) {
        return new Search("", "", "", "", "", id, Optional.empty(), Optional.empty(), "");
    }
}
