package vn.kientao.reform.procedures.app.dossierimport;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.documents.SheetFormat;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.directory.domain.DeadlineCalculator;
import vn.kientao.platform.directory.domain.OfficeHours;
import vn.kientao.platform.documents.sheets.SheetService;
import vn.kientao.platform.testing.FolderScripts;
import vn.kientao.reform.procedures.app.dossier.DeskFixture;
import vn.kientao.reform.procedures.app.dossier.SomeProcedures;
import vn.kientao.reform.procedures.app.importing.HandRunJobs;
import vn.kientao.reform.procedures.domain.dossierimport.DossierImport;
import vn.kientao.reform.procedures.store.ProcedureTables;

/** The real parts of imports of dossiers around a test database, beside a desk. */
public final class DossierImportFixture {
    public static final Agencies AGENCIES = new TwoAgencies();
    public static final Instant NOW = Instant.parse("2026-11-27T03:00:00Z");

    public final DeskFixture desk;
    public final HandRunJobs jobs = new HandRunJobs();
    public final DossierImporter importer;
    public final DossierImports imports;
    public final DossierImportJob job;

    public DossierImportFixture(Database database, Migrations migrations) {
        this(database, database, migrations);
    }

    /** @param watched what the import works on; the desk has the same database unwatched */
    DossierImportFixture(Database watched, Database database, Migrations migrations) {
        desk = new DeskFixture(database, migrations);
        DeadlineCalculator calculator =
                new DeadlineCalculator(desk.calendar, OfficeHours.parse("07:00-11:30,13:30-17:00"));
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        ProcedureTables tables = ProcedureTables.of(migrations, FolderScripts.ofModule());
        importer = new DossierImporter(
                watched,
                desk.audit,
                clock,
                new SomeProcedures(),
                AGENCIES,
                calculator::due,
                new SheetService(),
                tables);
        imports = new DossierImports(watched, jobs, clock, importer);
        job = new DossierImportJob(watched, importer);
    }

    /** Hands a file in and lets its dry run end. */
    public DossierImport tried(OldFile file, SheetFormat format) {
        return tried(file.bytes(format), format.fileName("so-cu"));
    }

    public DossierImport tried(byte[] bytes, String name) {
        try {
            DossierImport begun =
                    imports.receive(new ByteArrayInputStream(bytes), name, bytes.length, DeskFixture.AGENCY, "lan");
            jobs.run(job);
            return again(begun);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Has what was tried taken over. */
    public DossierImport takenOver(DossierImport tried) {
        return takenOver(tried, false);
    }

    public DossierImport takenOver(DossierImport tried, boolean acceptedOnly) {
        imports.commit(tried, acceptedOnly, "lan");
        jobs.run(job);
        return again(tried);
    }

    public DossierImport again(DossierImport shown) {
        return imports.find(shown.id(), shown.agency()).orElseThrow();
    }

    private static final class TwoAgencies implements Agencies {
        @Override
        public Optional<Agency> find(String code) {
            return all().stream().filter(one -> one.code().equals(code)).findFirst();
        }

        @Override
        public List<Agency> on(LocalDate day) {
            return all();
        }

        @Override
        public List<Agency> all() {
            return List.of(agency(DeskFixture.AGENCY), agency("P-AX"));
        }

        private static Agency agency(String code) {
            return new Agency(
                    code,
                    LocalText.same(code),
                    "department",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of());
        }
    }
}
