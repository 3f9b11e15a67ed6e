package vn.kientao.platform.audit.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.audit.app.TestTrail;
import vn.kientao.platform.audit.chain.AnchorFile;
import vn.kientao.platform.audit.chain.Chain;
import vn.kientao.platform.audit.chain.Cut;
import vn.kientao.platform.audit.chain.EntryRows;
import vn.kientao.platform.audit.chain.Link;
import vn.kientao.platform.audit.chain.TrailFile;
import vn.kientao.platform.audit.store.CutRepository;
import vn.kientao.platform.testing.OnEachDatabase;

/** Alters the trail behind the platform's back in every way there is, and expects each to be found and named. */
@OnEachDatabase("audit")
class TamperTest {
    private final Database database;
    private final TestTrail trail;
    private final Path folder;

    TamperTest(Database database, @TempDir Path folder) {
        this.database = database;
        this.folder = folder;
        trail = new TestTrail(database, folder);
    }

    @BeforeEach
    void twelveEntriesAnchoredAtSixAndTwelve() {
        trail.write(6);
        trail.anchor();
        trail.write(6);
        trail.anchor();
    }

    @Test
    void aTrailThatNobodyTouchedIsWhole() {
        assertThat(findings()).isEmpty();
    }

    @Test
    void aChangedEntryIsNamed() {
        for (String column : List.of("account", "agency", "detail", "before_state", "reason", "address", "mac")) {
            String was = text("SELECT " + column + " FROM audit.entry WHERE sequence = 4");
            sql("UPDATE audit.entry SET " + column + " = 'x' WHERE sequence = 4");
            assertThat(findings()).as(column).first().isEqualTo(Finding.at(Finding.Kind.CHANGED, 4));
            database.write(h -> h.execute("UPDATE audit.entry SET " + column + " = ? WHERE sequence = 4", was));
        }
        assertThat(findings()).isEmpty();
    }

    @Test
    void aMovedTimeIsNamed() {
        sql("UPDATE audit.entry SET at = at + INTERVAL '1' SECOND WHERE sequence = 9");
        assertThat(findings()).containsExactly(Finding.at(Finding.Kind.CHANGED, 9));
    }

    @Test
    void deletedEntriesAreNamed() {
        sql("DELETE FROM audit.entry WHERE sequence IN (3, 4)");
        assertThat(findings()).containsExactly(new Finding(Finding.Kind.MISSING, 3, 4));
        sql("DELETE FROM audit.entry WHERE sequence < 3");
        assertThat(findings()).containsExactly(new Finding(Finding.Kind.MISSING, 1, 4));
    }

    @Test
    void aDeletedEntryWhosePlaceWasClosedIsFoundAtTheSeam() {
        sql("DELETE FROM audit.entry WHERE sequence = 3");
        for (int i = 4; i <= 12; i++) {
            sql("UPDATE audit.entry SET sequence = " + (i - 1) + " WHERE sequence = " + i);
        }
        assertThat(findings()).first().isEqualTo(Finding.at(Finding.Kind.CHANGED, 3));
    }

    @Test
    void aTrailThatWasCutIsNamed() {
        sql("DELETE FROM audit.entry WHERE sequence > 10");
        assertThat(findings()).containsExactly(new Finding(Finding.Kind.CUT, 11, 12));
        sql("DELETE FROM audit.entry");
        assertThat(findings()).containsExactly(new Finding(Finding.Kind.CUT, 1, 12));
    }

    @Test
    void entriesThatChangedPlacesAreNamed() {
        sql("UPDATE audit.entry SET sequence = 100 WHERE sequence = 2");
        sql("UPDATE audit.entry SET sequence = 2 WHERE sequence = 5");
        sql("UPDATE audit.entry SET sequence = 5 WHERE sequence = 100");
        assertThat(findings()).first().isEqualTo(Finding.at(Finding.Kind.CHANGED, 2));
    }

    @Test
    void anEntryPutInWithoutTheKeyIsNamed() {
        sql("UPDATE audit.entry SET sequence = 13 WHERE sequence = 12");
        sql("""
                INSERT INTO audit.entry
                SELECT 12, at, '8', acting_for, agency, address, module, module_release, action, object_type,
                       object_id, detail, before_state, after_state, reason, request_id, key_id, mac, hash, folded
                  FROM audit.entry
                 WHERE sequence = 11
                """);
        assertThat(findings()).first().isEqualTo(Finding.at(Finding.Kind.CHANGED, 12));
    }

    @Test
    void anEntryAlteredBeforeItWasChainedIsNamed() {
        trail.record(TestTrail.entry("H99"));
        sql("UPDATE audit.arrival SET account = '8'");
        trail.sealer.seal();
        assertThat(findings()).containsExactly(Finding.at(Finding.Kind.FORGED, 13));
    }

    @Test
    void aChainWrittenAnewIsFoundBetweenItsAnchors() {
        sql("UPDATE audit.entry SET account = '8' WHERE sequence = 8");
        chainAnew();
        assertThat(findings()).contains(Finding.at(Finding.Kind.FORGED, 8), new Finding(Finding.Kind.REWRITTEN, 7, 12));
    }

    @Test
    void anOlderStateOfTheDatabaseIsNamedAlsoAfterItHasGrownAgain() {
        sql("DELETE FROM audit.entry WHERE sequence > 8");
        sql("UPDATE audit.head SET sequence = 8, hash = '" + text("SELECT hash FROM audit.entry WHERE sequence = 8")
                + "'");
        trail.anchor();
        trail.write(6);
        trail.anchor();
        assertThat(findings()).containsExactly(new Finding(Finding.Kind.TAKEN_BACK, 9, 12));
    }

    @Test
    void anAlteredAnchorIsNamed() throws Exception {
        Path file = folder.resolve("audit-anchors.log");
        List<String> lines = Files.readAllLines(file);
        Files.write(file, List.of(lines.get(0).replace(" 6 ", " 5 "), lines.get(1)));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int status = Main.run(
                List.of("--export", exported().toString(), "--anchors", file.toString()),
                Map.of(),
                new PrintStream(out, true, StandardCharsets.UTF_8));
        assertThat(status).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("Dòng 1", "Line 1");
    }

    @Test
    void anExportIsReadAsTheDatabaseIs() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int status = Main.run(
                List.of(
                        "--export",
                        exported().toString(),
                        "--anchors",
                        folder.resolve("audit-anchors.log").toString()),
                Map.of(),
                new PrintStream(out, true, StandardCharsets.UTF_8));
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("12 entries, 2 anchors: whole");
        assertThat(status).isZero();
    }

    @Test
    void aTrailWhoseOldEntriesWereThrownAwayIsWhole() throws Exception {
        pruned();
        assertThat(trail.count("audit.entry")).isEqualTo(3);
        assertThat(findings()).isEmpty();
        trail.write(2);
        trail.anchor();
        assertThat(findings()).isEmpty();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int status = Main.run(
                List.of(
                        "--export",
                        exported().toString(),
                        "--anchors",
                        folder.resolve("audit-anchors.log").toString()),
                Map.of(),
                new PrintStream(out, true, StandardCharsets.UTF_8));
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("5 entries, 5 anchors: whole");
        assertThat(status).isZero();
    }

    @Test
    void entriesThrownAwayBySomebodyElseAreNamed() {
        pruned();
        String hash = text("SELECT hash FROM audit.entry WHERE sequence = 14");
        sql("DELETE FROM audit.entry WHERE sequence = 13");
        assertThat(findings()).containsExactly(new Finding(Finding.Kind.MISSING, 13, 13));
        sql("DELETE FROM audit.entry WHERE sequence = 14");
        sql("UPDATE audit.cut SET sequence = 14, hash = '" + hash + "'");
        assertThat(findings()).containsExactly(new Finding(Finding.Kind.UNPROVEN_CUT, 1, 14));
    }

    @Test
    void aSignedCutThatWasNeverAnchoredIsNamed() {
        Cut cut = Cut.signed(
                4, text("SELECT hash FROM audit.entry WHERE sequence = 4"), trail.clock.instant(), trail.key);
        database.write(h -> new CutRepository().cut(h, cut));
        assertThat(findings()).containsExactly(new Finding(Finding.Kind.UNPROVEN_CUT, 1, 4));
        sql("DELETE FROM audit.cut");
        assertThat(findings()).containsExactly(new Finding(Finding.Kind.MISSING, 1, 4));
    }

    @Test
    void anEntryPutInBeforeTheCutIsNamed() {
        pruned();
        sql("""
                INSERT INTO audit.entry
                SELECT 5, at, '8', acting_for, agency, address, module, module_release, action, object_type,
                       object_id, detail, before_state, after_state, reason, request_id, key_id, mac, hash, folded
                  FROM audit.entry
                 WHERE sequence = 13
                """);
        assertThat(findings()).containsExactly(Finding.at(Finding.Kind.CHANGED, 5));
    }

    /** The twelve entries are thirteen months old; two are new, and a third tells what was thrown away. */
    private void pruned() {
        trail.clock.advance(Duration.ofDays(396));
        trail.write(2);
        trail.anchor();
        assertThat(trail.prune()).isEqualTo(12);
        assertThat(trail.prune()).isZero();
        trail.sealer.seal();
    }

    private Path exported() throws Exception {
        Path file = folder.resolve("trail.tsv");
        List<String> lines = new ArrayList<>(cut().map(TrailFile::line).stream().toList());
        links().forEach(link -> lines.add(TrailFile.line(link)));
        Files.write(file, lines);
        return file;
    }

    private List<Finding> findings() {
        Verifier verifier =
                new Verifier(new AnchorFile(folder.resolve("audit-anchors.log")).read(), List.of(trail.key));
        cut().ifPresent(verifier::begin);
        links().forEach(verifier::next);
        return verifier.end();
    }

    private Optional<Cut> cut() {
        return database.read(h -> new CutRepository().find(h));
    }

    private List<Link> links() {
        return database.read(h -> h.createQuery("SELECT * FROM audit.entry ORDER BY sequence")
                .map((row, context) -> new Link(row.getLong("sequence"), EntryRows.entry(row), row.getString("hash")))
                .list());
    }

    private void chainAnew() {
        String before = Chain.BEGINNING;
        for (Link link : links()) {
            String hash = Chain.hash(link.sequence(), before, link.entry());
            database.write(h -> h.execute("UPDATE audit.entry SET hash = ? WHERE sequence = ?", hash, link.sequence()));
            before = hash;
        }
    }

    private void sql(String statement) {
        database.write(h -> h.execute(statement));
    }

    private String text(String query) {
        return database.read(
                h -> Stream.of(h.createQuery(query).mapTo(String.class).one())
                        .findFirst()
                        .orElseThrow());
    }
}
