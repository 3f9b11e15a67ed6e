package vn.kientao.reform.procedures.app.dossierimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Migrations;
import vn.kientao.platform.api.documents.SheetFormat;
import vn.kientao.platform.testing.OnEachDatabase;
import vn.kientao.reform.procedures.app.dossier.DeskFixture;
import vn.kientao.reform.procedures.domain.catalogue.ImportErrorLine;
import vn.kientao.reform.procedures.domain.dossier.Dossier;
import vn.kientao.reform.procedures.domain.dossierimport.DossierImport;
import vn.kientao.reform.procedures.domain.dossierimport.DossierImportState;
import vn.kientao.reform.procedures.domain.dossierimport.ImportColumn;

/** What is understood of a file, and what is said of what is not. */
@OnEachDatabase("procedures")
class DossierFileReadingTest {
    private final DossierImportFixture fixture;

    DossierFileReadingTest(Database database, Migrations migrations) {
        fixture = new DossierImportFixture(database, migrations);
    }

    @Test
    void namesTheCellTheValueAndWhatWasExpected() {
        List<Wrong> wrong = List.of(
                new Wrong(ImportColumn.OLD_CODE, "", "MISSING"),
                new Wrong(ImportColumn.PROCEDURE, "9.999999", "PROCEDURE_UNKNOWN"),
                new Wrong(ImportColumn.NAME, "", "MISSING"),
                new Wrong(ImportColumn.KIND, "người", "NOT_A_CHOICE"),
                new Wrong(ImportColumn.ID_NUMBER, "12345", "NOT_AN_ID"),
                new Wrong(ImportColumn.PHONE, "123", "NOT_A_PHONE"),
                new Wrong(ImportColumn.EMAIL, "an@", "NOT_AN_EMAIL"),
                new Wrong(ImportColumn.CHANNEL, "4", "NOT_A_CHOICE"),
                new Wrong(ImportColumn.RECEIVED, "31/02/2025", "NOT_A_TIME"),
                new Wrong(ImportColumn.RECEIVED, "28/11/2026", "TOO_LATE"),
                new Wrong(ImportColumn.SUPPORT, "XX", "AGENCY_UNKNOWN"),
                new Wrong(ImportColumn.DUE, "01/01/2020", "TOO_EARLY"),
                new Wrong(ImportColumn.STATUS, "Yêu cầu bổ sung", "NOT_A_CHOICE"),
                new Wrong(ImportColumn.ENDED, "01/01/2020", "TOO_EARLY"),
                new Wrong(ImportColumn.ENDED, "", "MISSING"),
                new Wrong(ImportColumn.RESULT_NUMBER, "", "MISSING"),
                new Wrong(ImportColumn.HANDED_OVER, "01/01/2020", "TOO_EARLY"),
                new Wrong(ImportColumn.PLACE, "x".repeat(201), "TOO_LONG"));
        OldFile file = new OldFile();
        for (int place = 0; place < wrong.size(); place++) {
            file.but(7 + 10 * place, wrong.get(place).column(), wrong.get(place).value());
        }

        DossierImport tried = fixture.tried(file, SheetFormat.CSV);

        List<ImportErrorLine> errors = fixture.imports.errors(tried.id(), -1, 100);
        assertThat(tried.refused()).isEqualTo(wrong.size());
        assertThat(errors)
                .extracting(ImportErrorLine::field, ImportErrorLine::reason)
                .containsExactlyElementsOf(wrong.stream()
                        .map(one -> tuple(one.column().word(), one.reason()))
                        .toList());
        assertThat(errors).extracting(ImportErrorLine::line).startsWith(2L, 3L, 4L);
        assertThat(errors.get(1).content()).isEqualTo("9.999999");
    }

    /** A cell that does not fit, and why. */
    private record Wrong(ImportColumn column, String value, String reason) {}

    @Test
    void refusesAProcedureWithoutALimitUnlessTheDateIsGiven() {
        DossierImport without =
                fixture.tried(new OldFile().but(1, ImportColumn.PROCEDURE, "1.000178"), SheetFormat.CSV);
        Map<ImportColumn, String> row = OldFile.some(1);
        row.put(ImportColumn.PROCEDURE, "1.000178");
        row.put(ImportColumn.DUE, "20/01/2025");

        assertThat(fixture.imports.errors(without.id(), -1, 10))
                .extracting(ImportErrorLine::reason)
                .containsExactly("DUE_NEEDED");
        assertThat(fixture.tried(new OldFile().row(row), SheetFormat.CSV).fresh())
                .isEqualTo(1);
    }

    @Test
    void readsTheColumnsInAnyOrderBehindLinesOfExplanation() {
        String file = """
                Giải thích

                Trạng thái*,Tiếp nhận lúc*,CHANNEL,Thừa,Người nộp*,Mã thủ tục*,Mã hồ sơ cũ*
                Đang xử lý,2025-01-06,trực tiếp,x,Lê Văn Út,2.000635,CU-1
                """.replace("\n", "\r\n");

        DossierImport tried = fixture.tried(file.getBytes(StandardCharsets.UTF_8), "so.csv");

        assertThat(tried.fresh()).isEqualTo(1);
        String code = fixture.imports
                .dossiers(fixture.takenOver(tried).id(), 0, 1)
                .get(0)
                .code();
        Dossier dossier = fixture.desk.dossiers.find(DeskFixture.AGENCY, code).orElseThrow();
        assertThat(dossier.receivedAt()).isEqualTo(LocalDateTime.of(2025, 1, 6, 8, 0));
        assertThat(dossier.submission().content()).isEqualTo("Cấp bản sao trích lục hộ tịch");
    }

    @Test
    void saysWhyAFileAsAWholeCannotBeRead() {
        DossierImport binary = fixture.tried(new byte[] {(byte) 0xD0, 1, 2}, "cu.xls");
        DossierImport other = fixture.tried("a;b\r\n1;2\r\n".getBytes(StandardCharsets.UTF_8), "x.csv");

        assertThat(fixture.imports.errors(binary.id(), -1, 2))
                .extracting(ImportErrorLine::reason)
                .containsExactly("FILE_UNREADABLE");
        assertThat(fixture.imports.errors(other.id(), -1, 2))
                .extracting(ImportErrorLine::reason)
                .containsExactly("HEADER_MISSING");
        assertThat(fixture.takenOver(other, true).state()).isEqualTo(DossierImportState.CHECKED);
    }
}
