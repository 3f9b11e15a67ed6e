package vn.kientao.itests.security;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.kientao.itests.product.DemoAccounts;
import vn.kientao.itests.product.Product;

/** One person for each role that ships, signed in, and objects of two agencies for them to reach for. */
final class Cast {
    static final String CITIZEN = "citizen";

    /** Those that are held in the whole province; the others are held in {@link Samples#OWN_AGENCY}. */
    private static final List<String> EVERYWHERE =
            List.of("platform-administrator", "standing-office", "chairman", "auditor");

    private static final List<String> IN_AGENCY = List.of(
            "field-lead", "agency-head", "agency-administrator", "coordinator", "desk-officer", "handler", "inspector");
    private static final String PROCEDURE = "1.000049";

    private final Product product;
    private final String jdbcUrl;
    private final Map<String, Caller> callers = new LinkedHashMap<>();
    private final Samples samples;

    Cast(Product product, String jdbcUrl) {
        this.product = product;
        this.jdbcUrl = jdbcUrl;
        DemoAccounts.Account model = DemoAccounts.of(product).deskOfficer();
        hire(model.login());
        EVERYWHERE.forEach(role -> signIn(role, model));
        IN_AGENCY.forEach(role -> signIn(role, model));
        callers.put(CITIZEN, new Caller(product.http()));
        this.samples = samples(model);
    }

    /** Where the product's pages begin. */
    URI home() {
        return product.http();
    }

    List<String> roles() {
        return List.copyOf(callers.keySet());
    }

    Caller of(String role) {
        Caller caller = callers.get(role);
        if (caller == null) {
            throw new IllegalArgumentException("role '" + role + "' (expected: one of " + callers.keySet() + ")");
        }
        return caller;
    }

    Samples samples() {
        return samples;
    }

    /** Accounts with the password of a demonstration account, whatever else an account has by now. */
    private void hire(String model) {
        int id = 900_000;
        for (String role : EVERYWHERE) {
            hire(model, ++id, role, "");
        }
        for (String role : IN_AGENCY) {
            hire(model, ++id, role, Samples.OWN_AGENCY);
        }
    }

    private void hire(String model, int id, String role, String agency) {
        execute("""
                INSERT INTO security.account
                SELECT (jsonb_populate_record(a, jsonb_build_object('id', %d, 'login', 'wall.%s', 'name', '%s'))).*
                  FROM security.account a WHERE a.login = '%s'
                """.formatted(id, role, role, model));
        execute("""
                INSERT INTO security.post
                SELECT (jsonb_populate_record(p, '{"id": %d, "account": %d, "role": "%s", "agency": "%s"}')).*
                  FROM security.post p JOIN security.account a ON a.id = p.account WHERE a.login = '%s' LIMIT 1
                """.formatted(id, id, role, agency, model));
    }

    private void signIn(String role, DemoAccounts.Account model) {
        callers.put(role, new Caller(product.http()).signIn("wall." + role, model.password()));
    }

    private Samples samples(DemoAccounts.Account own) {
        DemoAccounts.Account other = DemoAccounts.of(product).otherDeskOfficer();
        String ownDossier = receive(own);
        String otherDossier = receive(other);
        String ownPaper = paper(own, ownDossier);
        String otherPaper = paper(other, otherDossier);
        String ownImport = catalogueImport(Samples.OWN_AGENCY);
        String otherImport = catalogueImport(Samples.OTHER_AGENCY);
        String ownDossiers = dossierImport(Samples.OWN_AGENCY);
        String otherDossiers = dossierImport(Samples.OTHER_AGENCY);
        String form = one("""
                INSERT INTO procedures.form_template (version, form_code, title, procedure_code, revision)
                VALUES (1, 'TK-WALL', 'Tờ khai', '', 0) RETURNING id
                """);
        Review ownReview = review(Samples.OWN_AGENCY);
        Review otherReview = review(Samples.OTHER_AGENCY);
        String version = one("SELECT current_version_id FROM procedures.procedure WHERE code = '" + PROCEDURE + "'");
        String incomplete = one("SELECT MIN(version_id) FROM procedures.procedure_gap WHERE place = 0");
        String ownAccount = one("SELECT id FROM security.account WHERE login = 'thuly.p-ax'");
        String otherAccount = one("SELECT id FROM security.account WHERE login = 'thuly.x-vl'");
        String ownRequest = dataRequest(Samples.OWN_AGENCY);
        String otherRequest = dataRequest(Samples.OTHER_AGENCY);
        String ownHold = hold(Samples.OWN_AGENCY);
        String otherHold = hold(Samples.OTHER_AGENCY);
        List<Samples.Sample> samples = new ArrayList<>(new SteeringSamples(this::one).all());
        samples.addAll(List.of(
                new Samples.Sample(
                        "/workflows/", workflow(Samples.OWN_AGENCY), workflow(Samples.OTHER_AGENCY), "98765432"),
                new Samples.Sample("/step/", "withdraw", "withdraw", "no-such-step"),
                new Samples.Sample("/privacy/requests/", ownRequest, otherRequest, "DL-250101-ZZZZZZZZ"),
                new Samples.Sample("/privacy/holds/", ownHold, otherHold, "98765432"),
                new Samples.Sample("/retention/rules/", "procedures.contact", "procedures.contact", "no.rule"),
                new Samples.Sample("/dossiers/", ownDossier, otherDossier, "P-AX-250101-9999"),
                new Samples.Sample("/files/", "70001", "70002", "98765432"),
                new Samples.Sample("/pages/", "70003", "70004", "98765432"),
                new Samples.Sample("/papers/", ownPaper, otherPaper, "98765432"),
                new Samples.Sample("/letters/", ownPaper, otherPaper, "98765432"),
                new Samples.Sample("/prefill/", PROCEDURE, PROCEDURE, "9.999999"),
                new Samples.Sample("/track/", ownDossier, otherDossier, "P-AX-250101-9999"),
                new Samples.Sample("/import/", ownImport, otherImport, "98765432"),
                new Samples.Sample("/imports/", ownImport, otherImport, "98765432"),
                new Samples.Sample("/import-dossiers/", ownDossiers, otherDossiers, "98765432"),
                new Samples.Sample("/dossier-imports/", ownDossiers, otherDossiers, "98765432"),
                new Samples.Sample("/simplification/sheets/", ownReview.sheet(), otherReview.sheet(), "98765432"),
                new Samples.Sample("/simplification/", ownReview.plan(), otherReview.plan(), "98765432"),
                new Samples.Sample("/costs/", "now", "now", "nowhere"),
                new Samples.Sample("/forms/", form, form, "98765432"),
                new Samples.Sample("/staff/", ownAccount, otherAccount, "98765432"),
                new Samples.Sample(
                        "/staffing/postings/", posting(Samples.OWN_AGENCY), posting(Samples.OTHER_AGENCY), "98765432"),
                new Samples.Sample("/desk/", version, version, "98765432"),
                new Samples.Sample("/gaps/", incomplete, incomplete, "98765432"),
                new Samples.Sample("/gaps/{version}/", "0", "0", "98765432"),
                new Samples.Sample("/procedures/catalogue/", PROCEDURE, PROCEDURE, "9.999999"),
                new Samples.Sample("/public/procedures/", PROCEDURE, PROCEDURE, "9.999999"),
                new Samples.Sample("/modules/", "procedures", "procedures", "nomodule"),
                new Samples.Sample("/catalogue/", "procedures", "procedures", "nomodule"),
                new Samples.Sample("/held-back/", "procedures", "procedures", "nomodule"),
                new Samples.Sample("/admin/agencies/", "STP2", "STP2", "NO-AGENCY"),
                new Samples.Sample("/agencies/", "STP2", "STP2", "NO-AGENCY")));
        return new Samples(samples);
    }

    private String workflow(String agency) {
        execute("""
                INSERT INTO procedures.workflow (
                       version, agency_code, procedure_code, number, name, state, changed_at, changed_by)
                VALUES (1, '%s', '%s', 1, 'Quy trình', 'DRAFT', TIMESTAMP '2026-11-20 08:00:00', 'test')
                """.formatted(agency, PROCEDURE));
        return one("SELECT id FROM procedures.workflow WHERE agency_code = '" + agency + "'");
    }

    private String receive(DemoAccounts.Account officer) {
        Caller desk = new Caller(product.http()).signIn(officer.login(), officer.password());
        String body = """
                {"procedure": "%s", "kind": "citizen", "name": "Nguyễn Văn An", "idNumber": "096123456789",
                 "address": "Ấp 1, xã Tân Thuận", "phone": "0912345678", "papers": [{"name": "Tờ khai", "originals": 1}]}
                """.formatted(PROCEDURE);
        String path = "/api/v1/" + officer.agency() + "/procedures/dossiers";
        var answer = desk.send(
                "POST",
                path,
                Map.of(
                        "Content-Type",
                        "application/json",
                        "X-CSRF-Token",
                        desk.token(),
                        "Idempotency-Key",
                        UUID.randomUUID().toString()),
                body);
        Matcher code = Pattern.compile("\"code\":\"([^\"]+)\"").matcher(answer.body());
        if (answer.statusCode() != 201 || !code.find()) {
            throw new AssertionError(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return code.group(1);
    }

    /** A request of somebody whose data is kept. */
    private String dataRequest(String agency) {
        return one("""
                INSERT INTO privacy.request (version, agency_code, code, kind, state, open, person_name, id_number, phone,
                       email, words, at_desk, received_at, reply_by, due_at, rule_id, extended, identity_how, decision,
                       reason, answer)
                SELECT 1, '%s', 'DL-260101-%s', 'ACCESS', 'RECEIVED', TRUE, 'Nguyễn Văn An', '', '0912345678',
                       '', 'Xem', FALSE, now(), now(), now(), id, FALSE, '', 'NONE', '', ''
                  FROM privacy.right_rule ORDER BY id LIMIT 1
                RETURNING code
                """.formatted(agency, agency.replace("-", "")));
    }

    private String hold(String agency) {
        return one("""
                INSERT INTO privacy.hold (agency_code, object_type, object_id, reason, put_at, put_by, lifted_by)
                VALUES ('%s', 'dossier', 'H1', 'Khiếu nại', now(), '1', '')
                RETURNING id
                """.formatted(agency));
    }

    /** The receipt of a dossier, which is issued when it is first printed. */
    private String paper(DemoAccounts.Account officer, String dossier) {
        Caller desk = new Caller(product.http()).signIn(officer.login(), officer.password());
        desk.get("/" + officer.agency() + "/procedures/dossiers/" + dossier + "/receipt.pdf");
        return one("""
                SELECT p.id FROM procedures.issued_paper p JOIN procedures.dossier d ON d.id = p.dossier_id
                 WHERE d.code = '%s' ORDER BY p.id LIMIT 1
                """.formatted(dossier));
    }

    /** An import that has ended. */
    private String catalogueImport(String agency) {
        return one("""
                INSERT INTO procedures.catalogue_import (state, account, agency_code, file_name, file_size, submitted_at,
                       accepted_only, new_count, changed_count, same_count, refused_count, gap_count, error_count)
                SELECT state, account, '%s', file_name, file_size, submitted_at,
                       accepted_only, new_count, changed_count, same_count, refused_count, gap_count, error_count
                  FROM procedures.catalogue_import ORDER BY id LIMIT 1
                RETURNING id
                """.formatted(agency));
    }

    private String dossierImport(String agency) {
        return one("""
                INSERT INTO procedures.dossier_import (state, account, agency_code, file_name, file_size, submitted_at,
                       accepted_only, new_count, same_count, refused_count, error_count, day_counts)
                VALUES ('CHECKED', '1', '%s', 'so-cu.csv', 1, now(), FALSE, 0, 0, 0, 0, '')
                RETURNING id
                """.formatted(agency));
    }

    /** Somebody at the desk. */
    private String posting(String agency) {
        return one("""
                INSERT INTO procedures.desk_posting (version, agency_code, desk, person, reserve, grade, years, rated_good,
                       from_day, to_day, decision, note)
                VALUES (1, '%s', 'Một cửa', 'Trần Văn Hai', FALSE, 'SPECIALIST', 5, TRUE,
                       DATE '2026-01-01', DATE '2027-12-31', '1/QĐ', '')
                RETURNING id
                """.formatted(agency));
    }

    private record Review(String plan, String sheet) {}

    /** A plan of review with one procedure. */
    private Review review(String agency) {
        String plan = one("""
                INSERT INTO procedures.review_plan (version, agency_code, plan_year, title)
                VALUES (1, '%s', 2027, 'Kế hoạch 2027') RETURNING id
                """.formatted(agency));
        String sheet = one("""
                INSERT INTO procedures.review_sheet (
                       version, agency_code, plan_id, procedure_code, procedure_name, stage, sent_by, necessity,
                       necessity_note, reasonableness, reasonableness_note, legality, legality_note, cost, cost_note,
                       proposal)
                VALUES (1, '%s', %s, '%s', 'Thủ tục', 'PLANNED', '', 'OPEN', '', 'OPEN', '', 'OPEN', '', 'OPEN', '', '')
                RETURNING id
                """.formatted(agency, plan, PROCEDURE));
        return new Review(plan, sheet);
    }

    private void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl, "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private String one(String sql) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl, "postgres", "postgres");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            if (!rows.next()) {
                throw new IllegalStateException("nothing found by " + sql);
            }
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
