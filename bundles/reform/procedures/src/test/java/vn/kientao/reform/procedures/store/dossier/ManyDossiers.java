package vn.kientao.reform.procedures.store.dossier;

import java.time.LocalDateTime;
import java.util.List;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.data.Database;
import vn.kientao.platform.api.data.Database.Dialect;
import vn.kientao.platform.api.text.Folding;

/**
 * As many dossiers as a province has after years, written by a few statements: half of them of one agency, the others of
 * nineteen; evenly over five years until {@link #NOW}, the latest of them running, the others handed over. Each with its
 * paper, its events and the facts of the report, as the desk would have written them.
 */
public final class ManyDossiers {
    public static final String AGENCY = "STP2";
    /** Who has a quarter of all dossiers on the desk, half of the agency's. */
    public static final String OFFICER = "officer";
    /** A Friday. */
    public static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 20, 8, 15);
    /** The applicant of one dossier only, the oldest of the agency. */
    public static final String RARE_NAME = "Quách Ngọc Diễm";
    /** Of half of the running dossiers and of one ended in sixteen. */
    public static final String PROCEDURE = "2.000613";
    /** Of four applicants in ten. */
    public static final String COMMON_WORD = "nguyen";
    /** Of every tenth applicant. */
    public static final String COMMON_WORDS = "nguyen thi";

    private static final int CHUNK = 50_000;
    /** H2 takes longer for a row the more rows a transaction has. */
    private static final int SMALL_CHUNK = 5_000;

    private static final long MINUTES = 5L * 365 * 24 * 60;
    /** Of half of the running dossiers and of one ended in eight. */
    public static final String FIELD = "Lĩnh vực 3";
    /** One in fifty runs, but never fewer than fill a page of what is overdue, of one field or of one procedure. */
    private static final int RUNNING_SHARE = 50;

    private static final int FEWEST_RUNNING = 300;
    private static final List<String> TABLES = List.of(
            "dossier_word",
            "dossier_procedure",
            "dossier_tally",
            "report_kept",
            "report_month",
            "report_sum",
            "report_stale",
            "dossier_span",
            "dossier_event",
            "dossier_paper",
            "dossier_field",
            "dossier");

    private static final String DOSSIERS = """
            INSERT INTO procedures.dossier (
                   id, version, agency_code, unit_id, received_on, day_number, code, tracking_key, status, running, paused,
                   list_key, procedure_version_id, procedure_code, procedure_name, field, channel, applicant_kind,
                   applicant_name, applicant_id_number, applicant_address, applicant_phone, applicant_email, content,
                   sets, result_by, received_at, due_at, limit_text, due_reason, place, handed_to, search_text,
                   assignee, assignee_name, submitted_at, clock_from, first_due_at, changed_at, ended_at, finished_at,
                   handed_over_at, result_number, result_summary, result_signer, result_signed_on,
                   kept_version)
            SELECT n, CASE WHEN running THEN 1 ELSE 3 END, agency, agency, CAST(received AS DATE), day_number, code,
                   'k' || n, CASE WHEN NOT running THEN 10 WHEN paused THEN 5 WHEN MOD(a, 3) = 0 THEN 2 ELSE 4 END,
                   running, paused,
                   CASE WHEN running
                        THEN CAST(FLOOR(EXTRACT(EPOCH FROM due) / 60) AS BIGINT) * 10000000000 + n
                             + CASE WHEN paused THEN CAST(:standstill AS BIGINT) ELSE 0 END
                        ELSE -(CAST(FLOOR(EXTRACT(EPOCH FROM ended) / 60) AS BIGINT) * 10000000000 + n) END,
                   1, procedure_code, 'Cấp bản sao trích lục hộ tịch', field, channel, 'CITIZEN',
                   name, '0961' || (10000000 + n), 'Khóm 3, phường An Xuyên', '09' || (10000000 + n), '',
                   'Cấp bản sao trích lục hộ tịch', 1, 1, received, due, '5 ngày làm việc', 'Theo quy trình',
                   'Phòng Hộ tịch', CASE WHEN running THEN '' ELSE name END,
                   LOWER(code) || ' | ' || folded || ' | 09' || (10000000 + n) || ' | 0961' || (10000000 + n) || ' | '
                   || procedure_code || ' | cap ban sao trich luc ho tich | cap ban sao trich luc ho tich',
                   CASE WHEN MOD(n, 4) = 0 THEN :officer ELSE 'cb' || MOD(a, 50) END, 'Cán bộ', received, received, due,
                   COALESCE(ended, received), ended, ended, ended,
                   CASE WHEN running THEN NULL ELSE n || '/TLHT' END, CASE WHEN running THEN NULL ELSE 'Bản sao' END,
                   CASE WHEN running THEN NULL ELSE 'Lê Văn Minh' END, CAST(ended AS DATE),
                   CASE WHEN running THEN 1 ELSE 3 END
              FROM (SELECT n, a, agency, running, paused, received, channel, day_number,
                           '2.0006' || CASE WHEN running AND MOD(a, 2) = 0 THEN 13 ELSE 10 + MOD(a, 16) END AS procedure_code,
                           'Lĩnh vực ' || CASE WHEN running AND MOD(a, 2) = 0 THEN 3 ELSE MOD(a, 8) END AS field,
                           agency || '-' || TO_CHAR(received, 'YYMMDD') || '-' || day_number AS code,
                           CASE WHEN n = 2 THEN :rare ELSE family || ' ' || middle || ' ' || given END AS name,
                           CASE WHEN n = 2 THEN :foldedRare
                                ELSE folded_family || ' ' || folded_middle || ' ' || folded_given END AS folded,
                           CASE WHEN running
                                THEN TIMESTAMP '2026-11-20 17:00:00' + (MOD(a * 13, 40) - 8) * INTERVAL '1' DAY
                                ELSE DATE_TRUNC('DAY', received) + (5 + MOD(a * 11, 25)) * INTERVAL '1' DAY
                                     + INTERVAL '17' HOUR END AS due,
                           CASE WHEN running THEN NULL
                                ELSE received + (1 + MOD(a * 7, 25)) * INTERVAL '1' DAY END AS ended
                      FROM (SELECT n, n / 2 AS a, n > CAST(:ended AS BIGINT) AS running,
                                   n > CAST(:ended AS BIGINT) AND MOD(n / 2, 17) = 0 AS paused,
                                   CASE WHEN MOD(n, 2) = 0 THEN :agency ELSE 'A' || MOD(n / 2, 19) END AS agency,
                                   TIMESTAMP '2021-11-21 08:00:00'
                                   + (CAST(n AS BIGINT) * CAST(:minutes AS BIGINT) / CAST(:many AS BIGINT)) * INTERVAL '1' MINUTE AS received,
                                   1 + MOD(n / 2, 3) AS channel, 1000 + MOD(n, 99000) AS day_number,
                                   <family> AS family, <middle> AS middle, <given> AS given,
                                   <foldedFamily> AS folded_family, <foldedMiddle> AS folded_middle,
                                   <foldedGiven> AS folded_given
                              FROM <numbers>) AS drawn) AS lived
            """;
    private static final String PAPERS = """
            INSERT INTO procedures.dossier_paper (
                   dossier_id, place, name, originals, certified, copies, received, digital, source)
            SELECT id, 1, 'Tờ khai cấp bản sao trích lục', 1, 0, 0, TRUE, 1, ''
              FROM procedures.dossier
             WHERE id BETWEEN ? AND ?
            """;
    private static final String EVENTS = """
            INSERT INTO procedures.dossier_event (dossier_id, version, happened, action, status, account, who, place, note)
            SELECT id, v.version, CASE WHEN v.version = 1 THEN received_at ELSE ended_at END, v.action, v.status, 'lan',
                   'Nguyễn Thị Lan', place, ''
              FROM procedures.dossier
              JOIN (VALUES (1, 'RECEIVE', 2), (2, 'FINISH', 9), (3, 'HAND_OVER', 10)) AS v (version, action, status)
                ON v.version <= dossier.version
             WHERE id BETWEEN ? AND ?
            """;
    /** In its first state until its end or that of the month; in the next month until its end; then ended for good. */
    private static final String SPANS = """
            INSERT INTO procedures.dossier_span (
                   dossier_id, place, version, agency_code, field, procedure_code, channel, status, entry, ended, lasting,
                   from_at, to_at, due_at, account, received_by, supplements, forwarded, digitised)
            SELECT id, p.place, CASE WHEN p.ended THEN 2 ELSE 1 END, agency_code, field, procedure_code, channel,
                   CASE WHEN p.ended THEN 9 WHEN running THEN status ELSE 2 END, p.place = 1, p.ended,
                   p.ended OR running,
                   CASE WHEN p.place = 1 THEN received_at WHEN p.ended THEN ended_at ELSE next_month END,
                   CASE WHEN p.ended OR running THEN TIMESTAMP '9999-12-31 00:00:00'
                        WHEN p.place = 1 AND next_month < ended_at THEN next_month ELSE ended_at END,
                   due_at, 'lan', 'lan', 0, FALSE, p.place = 1
              FROM (SELECT id, agency_code, field, procedure_code, channel, status, running, received_at, ended_at, due_at,
                           DATE_TRUNC('MONTH', received_at) + INTERVAL '1' MONTH AS next_month
                      FROM procedures.dossier
                     WHERE id BETWEEN ? AND ?) AS d
              JOIN (VALUES (1, FALSE), (2, FALSE), (3, TRUE)) AS p (place, ended)
                ON p.place = 1 OR (NOT running AND (p.ended OR next_month < ended_at))
            """;

    /** Of the folded name between the code and the telephone number. */
    private static final String WORDS = """
            INSERT INTO procedures.dossier_word (dossier_id, word, agency_code, running, list_key)
            SELECT DISTINCT id, <word>, agency_code, running, list_key
              FROM procedures.dossier
              JOIN (VALUES (1), (2), (3)) AS p (place) ON TRUE
             WHERE id BETWEEN <first> AND <last>
            """;

    private static final String POSTGRES_WORD = """
            SPLIT_PART(SPLIT_PART(search_text, ' | ', 2), ' ', p.place)""";
    private static final String H2_WORD = """
            REGEXP_SUBSTR(SUBSTRING(search_text, LOCATE(' | ', search_text) + 3), '[a-z]+', 1, p.place)""";
    private static final String PROCEDURES = """
            INSERT INTO procedures.dossier_procedure (agency_code, procedure_code, search_text)
            SELECT DISTINCT agency_code, procedure_code, procedure_code || ' | cap ban sao trich luc ho tich'
              FROM procedures.dossier
            """;
    private static final String FIELDS = """
            INSERT INTO procedures.dossier_field (agency_code, field)
            SELECT DISTINCT agency_code, field FROM procedures.dossier
            """;

    private ManyDossiers() {}

    /** Leaves so many dossiers in the database and no others. */
    public static void fill(Database database, int many) {
        clear(database);
        int chunk = database.dialect() == Dialect.H2 ? SMALL_CHUNK : CHUNK;
        try (WithoutIndexes fast = new WithoutIndexes(database, TABLES)) {
            for (int first = 1; first <= many; first += chunk) {
                int begin = first;
                int end = Math.min(many, first + chunk - 1);
                database.write(handle -> chunk(handle, database.dialect(), many, begin, end));
            }
        }
        database.write(handle -> handle.execute(FIELDS));
        database.write(handle -> handle.execute(PROCEDURES));
        database.write(handle -> new DossierTally().correct(handle, NOW));
        if (database.dialect() == Dialect.POSTGRESQL) {
            TABLES.forEach(table -> database.write(handle -> handle.execute("ANALYZE procedures." + table)));
        }
    }

    /** How many of so many run, half of them the agency's. */
    public static int running(int many) {
        return Math.max(FEWEST_RUNNING, many / RUNNING_SHARE);
    }

    private static void clear(Database database) {
        database.write(handle -> {
            if (database.dialect() == Dialect.POSTGRESQL) {
                handle.execute("TRUNCATE procedures.dossier, procedures.dossier_field, procedures.dossier_tally,"
                        + " procedures.dossier_word, procedures.dossier_procedure,"
                        + " procedures.report_kept, procedures.report_month, procedures.report_sum,"
                        + " procedures.report_stale CASCADE");
            } else {
                TABLES.forEach(table -> handle.execute("DELETE FROM procedures." + table));
            }
            return true;
        });
    }

    private static int chunk(Handle handle, Dialect dialect, int many, int first, int last) {
        String numbers = dialect == Dialect.H2 ? "SYSTEM_RANGE(" : "generate_series(";
        handle.createUpdate(DOSSIERS)
                .define("numbers", numbers + first + ", " + last + ") AS s(n)")
                .define("family", pick("MOD(n / 2 * 7 + 3, 10)", FAMILY))
                .define("middle", pick("MOD(n / 20, 8)", MIDDLE))
                .define("given", pick("MOD(n / 160, 20)", GIVEN))
                .define("foldedFamily", pick("MOD(n / 2 * 7 + 3, 10)", folded(FAMILY)))
                .define("foldedMiddle", pick("MOD(n / 20, 8)", folded(MIDDLE)))
                .define("foldedGiven", pick("MOD(n / 160, 20)", folded(GIVEN)))
                .bind("standstill", ListKey.STANDSTILL)
                .bind("officer", OFFICER)
                .bind("agency", AGENCY)
                .bind("rare", RARE_NAME)
                .bind("foldedRare", Folding.fold(RARE_NAME))
                .bind("many", many)
                .bind("ended", many - running(many))
                .bind("minutes", MINUTES)
                .execute();
        handle.execute(PAPERS, first, last);
        handle.execute(EVENTS, first, last);
        handle.createUpdate(WORDS)
                .define("first", first)
                .define("last", last)
                .define("word", dialect == Dialect.H2 ? H2_WORD : POSTGRES_WORD)
                .execute();
        return handle.execute(SPANS, first, last);
    }

    private static final List<String> FAMILY =
            List.of("Nguyễn", "Trần", "Lê", "Nguyễn", "Phạm", "Huỳnh", "Nguyễn", "Võ", "Đặng", "Nguyễn");
    private static final List<String> MIDDLE = List.of("Thị", "Văn", "Ngọc", "Thị", "Minh", "Hữu", "Thanh", "Quốc");
    private static final List<String> GIVEN = List.of(
            "An", "Bình", "Chi", "Dũng", "Giang", "Hà", "Hạnh", "Hoa", "Hùng", "Khánh", "Lan", "Linh", "Mai", "Nam",
            "Oanh", "Phúc", "Quân", "Sơn", "Trang", "Vân");

    private static List<String> folded(List<String> words) {
        return words.stream().map(Folding::fold).toList();
    }

    /** The word at this place of the list, in SQL. */
    private static String pick(String place, List<String> words) {
        return "(ARRAY['" + String.join("', '", words) + "'])[1 + " + place + "]";
    }
}
