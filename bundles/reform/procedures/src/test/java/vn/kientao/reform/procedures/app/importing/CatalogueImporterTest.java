package vn.kientao.reform.procedures.app.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.platform.testing.RecordingAuditTrail;
import vn.kientao.reform.procedures.app.catalogue.Catalogue;
import vn.kientao.reform.procedures.domain.catalogue.ImportCounts;
import vn.kientao.reform.procedures.domain.catalogue.ProcedureVersion;
import vn.kientao.reform.procedures.store.catalogue.ImportTurn;

@OnEachDatabase("procedures")
class CatalogueImporterTest {
    private static final CatalogueImporter.By BY =
            new CatalogueImporter.By("officer", Optional.of("VPUB"), "test-request");
    private static final String BIRTH = record("1.001193", "Đăng ký khai sinh");
    private static final String LAND = record("1.004227", "Đăng ký biến động quyền sử dụng đất");
    private static final String MARRIAGE = record("1.000894", "Đăng ký kết hôn");
    private static final String BROKEN = "{\"ma_thu_tuc\":\"không có mã\"}";

    private final Database database;
    private final RecordingAuditTrail auditTrail = new RecordingAuditTrail();
    private final Catalogue catalogue;
    private final CatalogueImporter importer;

    CatalogueImporterTest(Database database) {
        this.database = database;
        this.catalogue = new Catalogue(database);
        this.importer = new CatalogueImporter(database, auditTrail, Clock.systemUTC(), catalogue);
    }

    @Test
    void committedProceduresAreFoundAndAudited() throws IOException {
        ImportCounts counts = commit(BIRTH, LAND);

        assertThat(counts.fresh()).isEqualTo(2);
        assertThat(catalogue.size()).isEqualTo(2);
        ProcedureVersion version = catalogue.current("1.001193").orElseThrow();
        assertThat(version.procedure().name()).isEqualTo("Đăng ký khai sinh");
        assertThat(version.number()).isEqualTo(1);
        assertThat(version.current()).isTrue();
        assertThat(auditTrail.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("procedures.import");
            assertThat(entry.account()).isEqualTo("officer");
            assertThat(entry.detail()).contains("\"new\":2");
        });
    }

    @Test
    void aDryRunCountsAndChangesNothing() throws IOException {
        commit(BIRTH, LAND);
        List<String> before = contents();
        List<RowError> errors = new ArrayList<>();

        ImportCounts counts = importer.tryOut(
                file(BIRTH, record("1.004227", "Tên khác"), MARRIAGE, BROKEN),
                errors::addAll,
                ImportProgress.UNWATCHED);

        assertThat(counts.fresh()).isEqualTo(1);
        assertThat(counts.changed()).isEqualTo(1);
        assertThat(counts.same()).isEqualTo(1);
        assertThat(counts.refused()).isEqualTo(1);
        assertThat(errors).isNotEmpty().allMatch(error -> error.line() == 4);
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void oneRefusedRowAtTheEndLeavesTheCatalogueAsItWas() throws IOException {
        commit(BIRTH);
        List<String> before = contents();

        assertThatThrownBy(() -> commit(record("1.001193", "Tên khác"), LAND, BROKEN))
                .isInstanceOf(ImportRefusedException.class)
                .hasMessageContaining("1 row was refused");

        assertThat(contents()).isEqualTo(before);
        assertThat(catalogue.entry("1.004227")).isEmpty();
    }

    @Test
    void acceptedRowsAloneAreCommittedWhenThePersonSaysSo() throws IOException {
        ImportCounts counts = commit(true, BIRTH, BROKEN, LAND);

        assertThat(counts.refused()).isEqualTo(1);
        assertThat(catalogue.size()).isEqualTo(2);
    }

    @Test
    void aFileWithoutAnyProcedureIsRefused() {
        assertThatThrownBy(() -> commit(true, BROKEN)).isInstanceOf(ImportRefusedException.class);
        assertThatThrownBy(() -> commit(true, "")).isInstanceOf(ImportRefusedException.class);
    }

    @Test
    void theSameFileAgainChangesNothing() throws IOException {
        commit(BIRTH, LAND);
        List<String> before = contents();
        long generation = generation();

        ImportCounts counts = commit(LAND, BIRTH);

        assertThat(counts.changes()).isZero();
        assertThat(counts.same()).isEqualTo(2);
        assertThat(contents()).isEqualTo(before);
        assertThat(generation()).isEqualTo(generation);
    }

    @Test
    void aChangedRecordMakesANewVersionAndTheOldOneStays() throws IOException {
        commit(BIRTH, LAND);
        long old = catalogue.current("1.001193").orElseThrow().id();

        ImportCounts counts = commit(record("1.001193", "Đăng ký khai sinh lưu động"), LAND);

        assertThat(counts.changed()).isEqualTo(1);
        ProcedureVersion version = catalogue.current("1.001193").orElseThrow();
        assertThat(version.number()).isEqualTo(2);
        assertThat(version.procedure().name()).isEqualTo("Đăng ký khai sinh lưu động");
        ProcedureVersion before = catalogue.version(old).orElseThrow();
        assertThat(before.current()).isFalse();
        assertThat(before.procedure().name()).isEqualTo("Đăng ký khai sinh");
        assertThat(catalogue.size()).isEqualTo(2);
    }

    @Test
    void aSecondImportAtTheSameTimeIsRefusedAndTheFirstGoesOn() throws IOException {
        AtomicReference<Throwable> second = new AtomicReference<>();
        long importId = importer.begin("first.jsonl", 0, BY);

        ImportCounts counts = importer.commit(importId, file(BIRTH, LAND), false, BY, (line, bytes) -> {
            if (line == 1) {
                second.set(org.assertj.core.api.Assertions.catchThrowable(() -> commit(MARRIAGE)));
            }
        });

        assertThat(counts.fresh()).isEqualTo(2);
        assertThat(second.get())
                .isInstanceOf(ImportRefusedException.class)
                .hasMessageContaining("Import " + importId + " is being written");
        assertThat(catalogue.entry("1.000894")).isEmpty();
    }

    @Test
    void whatADeadImportLeftBehindIsSweptAndNeverSeen() throws IOException {
        commit(BIRTH);
        List<String> before = contents();
        long dead = leaveBehind(LAND);
        assertThat(contents()).isNotEqualTo(before);
        assertThat(catalogue.entry("1.004227")).isEmpty();
        assertThatThrownBy(() -> commit(MARRIAGE))
                .isInstanceOf(ImportRefusedException.class)
                .hasMessageContaining("Import " + dead);

        fallSilent();
        commit(BIRTH);

        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void anImportThatWasTakenForDeadWritesNoMore() throws IOException {
        long importId = importer.begin("slow.jsonl", 0, BY);

        assertThatThrownBy(() -> importer.commit(importId, file(BIRTH, LAND), false, BY, (line, bytes) -> {
                    if (line == 1) {
                        fallSilent();
                        commitUnchecked(MARRIAGE);
                    }
                }))
                .isInstanceOf(ImportRefusedException.class);

        assertThat(catalogue.size()).isEqualTo(1);
        assertThat(catalogue.entry("1.000894")).isPresent();
    }

    @Test
    void theDemonstrationRecordsImportWithinASecondOrSo() {
        long start = System.nanoTime();

        ImportCounts counts = DemonstrationData.fill(importer).orElseThrow();

        System.out.printf(
                "demonstration: %d procedures in %d ms%n",
                counts.fresh(), Duration.ofNanos(System.nanoTime() - start).toMillis());
        assertThat(counts.refused()).isZero();
        assertThat(catalogue.size()).isEqualTo((int) counts.fresh());
    }

    /** Stages versions as a run does that is killed before its end. */
    private long leaveBehind(String record) {
        long importId = importer.begin("dead.jsonl", 0, BY);
        assertThatThrownBy(() -> importer.commit(importId, file(record), false, BY, (line, bytes) -> {
                    throw new Killed();
                }))
                .isInstanceOf(Killed.class);
        ImportRow.Accepted row = accepted(record);
        database.write(transaction -> {
            new ImportTurn().claim(transaction, importId, "dead", Instant.now());
            new vn.kientao.reform.procedures.store.catalogue.VersionWriter()
                    .stage(
                            transaction,
                            importId,
                            Instant.now(),
                            List.of(new vn.kientao.reform.procedures.store.catalogue.NewVersion(
                                    row.procedure(), row.gaps(), row.fingerprint(), 1)));
            return importId;
        });
        return importId;
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private void fallSilent() {
        database.write(handle -> handle.createUpdate("UPDATE procedures.catalogue SET beat_at = ? WHERE id = 1")
                .bind(0, Instant.now().minus(ImportTurn.SILENCE).minusSeconds(1).atOffset(java.time.ZoneOffset.UTC))
                .execute());
    }

    private void commitUnchecked(String... records) {
        try {
            commit(records);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private ImportCounts commit(String... records) throws IOException {
        return commit(false, records);
    }

    private ImportCounts commit(boolean acceptedOnly, String... records) throws IOException {
        long importId = importer.begin("test.jsonl", 0, BY);
        return importer.commit(importId, file(records), acceptedOnly, BY, ImportProgress.UNWATCHED);
    }

    private static ImportRow.Accepted accepted(String record) {
        List<ImportRow> rows = new ArrayList<>();
        try {
            new ImportReader().read(file(record), rows::add);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return (ImportRow.Accepted) rows.get(0);
    }

    private static InputStream file(String... records) {
        return new ByteArrayInputStream(String.join("\n", records).getBytes(StandardCharsets.UTF_8));
    }

    private static String record(String code, String name) {
        return """
                {"ma_thu_tuc":"%s","ten_thu_tuc":"%s","linh_vuc":"Hộ tịch","cap_thuc_hien":"Cấp xã"}\
                """.formatted(code, name);
    }

    /** Every row of the tables that readers read. */
    private List<String> contents() {
        return database.read(handle -> List.of(
                        "SELECT code, current_version_id FROM procedures.procedure ORDER BY code",
                        "SELECT id, code, number, fingerprint, name FROM procedures.procedure_version ORDER BY id",
                        "SELECT version_id, place, content FROM procedures.procedure_record ORDER BY version_id, place",
                        "SELECT version_id, place, name FROM procedures.procedure_agency ORDER BY version_id, place",
                        "SELECT version_id, place, kind FROM procedures.procedure_gap ORDER BY version_id, place")
                .stream()
                .flatMap(sql -> handle.createQuery(sql).mapToMap().list().stream())
                .map(String::valueOf)
                .toList());
    }

    private long generation() {
        return database.read(handle -> handle.createQuery("SELECT generation FROM procedures.catalogue")
                .mapTo(Long.class)
                .one());
    }
}
