package vn.kientao.itests.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.itests.product.DemoAccounts;
import vn.kientao.itests.product.Options;
import vn.kientao.itests.product.Postgres;
import vn.kientao.itests.product.Product;

/** The same verb through page, REST and shell: each writes one audit entry, and the same one. */
@Tag("long")
@Tag("alone")
class VerbParityIT {
    private static final String PASSWORD = "mot mat khau rat dai va rieng";

    @RegisterExtension
    static final Postgres postgres = new Postgres();

    private String url = "";
    private String token = "";

    @Test
    void eachDoorWritesOneAuditEntry() throws SQLException {
        url = postgres.newDatabase();
        Options options = Options.demo("parity").onPostgres(url, "postgres", "postgres");
        try (Product product = Product.unpack(options)) {
            product.start();
            Visitor visitor = administrator(product);
            token = visitor.csrfToken("/admin");
            switching(product, visitor);
            publishing(product, visitor);
            planning(product, visitor);
        }
    }

    private void switching(Product product, Visitor visitor) throws SQLException {
        one("kernel.disable", () -> visitor.post("/admin/modules/procedures/disable", form("agency", "STP2")));
        one("kernel.enable", () -> visitor.post("/admin/modules/procedures/enable", form("agency", "STP2")));
        String rest = "/api/v1/admin/modules/procedures/agencies/STP2";
        one("kernel.disable", () -> visitor.send("DELETE", rest, token, ""));
        one("kernel.enable", () -> visitor.send("PUT", rest, token, "{}"));
        one("kernel.disable", () -> product.console().run("module:disable procedures --agency STP2"));
        one("kernel.enable", () -> product.console().run("module:enable procedures --agency STP2"));
    }

    private void publishing(Product product, Visitor visitor) throws SQLException {
        one("kernel.publish", () -> visitor.post("/admin/modules/procedures/publication", form("audience", "ALL")));
        one(
                "kernel.publish",
                () -> visitor.send(
                        "PUT",
                        "/api/v1/admin/modules/procedures/publication",
                        token,
                        "{\"audience\":\"SOME\",\"agencies\":[\"STP2\"]}"));
        one("kernel.publish", () -> product.console().run("module:publish procedures --to nobody"));
    }

    private void planning(Product product, Visitor visitor) throws SQLException {
        Path jar = Releases.write(Releases.procedures("1.90.0"));
        String plan = product.console().run("module:plan " + jar + " --json");
        assertThat(plan).contains("\"refreshed\" : [ ]");
        String id = plan.replaceAll("(?s).*?\"id\" : (\\d+).*", "$1");
        HttpResponse<String> shown = visitor.get("/api/v1/admin/plans/" + id);
        assertThat(shown.body()).contains("\"to\":\"1.90.0\"", "\"current\":true");
        HttpResponse<String> begun = visitor.send("POST", "/api/v1/admin/plans/" + id + "/apply", token, "{}");
        assertThat(begun.statusCode()).isEqualTo(202);
        String rollout = begun.headers().firstValue("Location").orElseThrow();
        assertThat(visitor.get(rollout).body()).contains("\"kind\":\"UPDATE\"");
        HttpResponse<String> stale = visitor.send("POST", "/api/v1/admin/plans/" + id + "/apply", token, "{}");
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.headers().firstValue("Content-Type").orElse("")).contains("application/problem+json");
    }

    private Map<String, String> form(String field, String value) {
        return Map.of("_csrf", token, field, value);
    }

    /** Does the act and expects one entry with this action, and no other. */
    private void one(String action, Runnable act) throws SQLException {
        long before = entries("");
        long like = entries(action);
        act.run();
        assertThat(entries(action) - like).as(action).isEqualTo(1);
        assertThat(entries("") - before).as("entries of " + action).isEqualTo(1);
    }

    private long entries(String action) throws SQLException {
        String sql = """
                SELECT COUNT(*)
                  FROM (SELECT action FROM audit.arrival UNION ALL SELECT action FROM audit.entry) AS entry
                 WHERE action LIKE ?
                """;
        try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres");
                var query = connection.prepareStatement(sql)) {
            query.setString(1, action.isEmpty() ? "%" : action);
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static Visitor administrator(Product product) {
        String secret = DemoAccounts.of(product).firstSecret();
        Visitor visitor = new Visitor(product);
        visitor.signIn(new DemoAccounts.Account("admin", secret, ""));
        visitor.submit(
                "/account/password",
                "/account/password",
                Map.of("current", secret, "next", PASSWORD, "again", PASSWORD));
        return visitor.signIn(new DemoAccounts.Account("admin", PASSWORD, ""));
    }
}
