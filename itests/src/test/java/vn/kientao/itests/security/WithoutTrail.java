package vn.kientao.itests.security;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Asks for changes of all kinds while the audit trail's table is away. */
final class WithoutTrail {
    private final Cast cast;
    private final String jdbcUrl;

    WithoutTrail(Cast cast, String jdbcUrl) {
        this.cast = cast;
        this.jdbcUrl = jdbcUrl;
    }

    List<HttpResponse<String>> answers() {
        execute("ALTER TABLE audit.arrival RENAME TO arrival_away");
        try {
            List<HttpResponse<String>> answers = new ArrayList<>();
            answers.add(new Corpora(cast).receive("Nguyễn Văn An"));
            answers.add(json("platform-administrator", "PUT", "/api/v1/admin/calendar/2027-03-03", """
                    {"kind": "holiday", "nameVi": "Thử", "nameEn": "Trial", "legalBasis": "QĐ 1/QĐ-TTg"}
                    """));
            answers.add(json("platform-administrator", "PUT", "/api/v1/admin/held-back/procedures/0.0.2", """
                    {"reason": "Thử"}
                    """));
            answers.add(form("platform-administrator", "/admin/modules/procedures/enable", "agency=STP2"));
            answers.add(form("agency-administrator", samplePath("/P-AX/staff/{id}/disable"), ""));
            return answers;
        } finally {
            execute("ALTER TABLE audit.arrival_away RENAME TO arrival");
        }
    }

    private String samplePath(String address) {
        return cast.samples().path(new KnownRoute("POST", address, "", false), Samples.Where.OWN);
    }

    private HttpResponse<String> json(String role, String method, String path, String body) {
        return send(role, method, path, "application/json", body);
    }

    private HttpResponse<String> form(String role, String path, String body) {
        return send(role, "POST", path, "application/x-www-form-urlencoded", body);
    }

    private HttpResponse<String> send(String role, String method, String path, String type, String body) {
        Caller caller = cast.of(role);
        return caller.send(
                method,
                path,
                Map.of(
                        "Accept",
                        "application/json",
                        "Content-Type",
                        type,
                        "X-CSRF-Token",
                        caller.token(),
                        "Idempotency-Key",
                        UUID.randomUUID().toString()),
                body);
    }

    private void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl, "postgres", "postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
