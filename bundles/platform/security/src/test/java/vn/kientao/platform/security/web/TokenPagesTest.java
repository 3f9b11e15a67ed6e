package vn.kientao.platform.security.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.web.Reply;
import vn.kientao.platform.security.app.TestSecurity;
import vn.kientao.platform.security.domain.Account;
import vn.kientao.platform.testing.FakeRequest;
import vn.kientao.platform.testing.Rendered;
import vn.kientao.platform.testing.TestDatabase;

class TokenPagesTest {
    @RegisterExtension
    final TestDatabase database = TestDatabase.h2("security");

    private TestSecurity security;
    private TokenPages pages;
    private OidcPages oidc;
    private Account lan;

    @BeforeEach
    void open() {
        security = new TestSecurity(database.database(), database.migrations());
        pages = new TokenPages(security.tokens, security.accounts);
        oidc = new OidcPages(security.oidc, security.sessions);
        lan = security.account("lan");
    }

    @AfterEach
    void close() {
        security.close();
    }

    @Test
    void showsANewTokenOnceAndOffersOnlyWhatItsOwnerHolds() {
        Rendered made = Rendered.of(pages.create(
                        own().withField("name", "kho dữ liệu")
                                .withField("scope", "tasks.read", "platform.administer")
                                .withField("agency", "P-AX")
                                .withField("days", "30"),
                        "/account/tokens"))
                .keepsTheRules();

        assertThat(security.tokens.find(made.text("#token"))).isPresent();
        Rendered list = Rendered.of(pages.show(own(), "/account/tokens")).keepsTheRules();
        assertThat(list.has("#token")).isFalse();
        assertThat(list.texts("tbody td")).contains("tasks.read", "P-AX", "Chưa dùng");
        assertThat(list.document().select("input[name=scope]").eachAttr("value"))
                .containsExactly("tasks.edit", "tasks.read");
    }

    @Test
    void saysWhatIsMissingInBothLanguages() {
        Reply nothing = pages.create(own().inEnglish().withField("days", "400"), "/account/tokens");

        assertThat(((Reply.View) nothing).status()).isEqualTo(422);
        assertThat(Rendered.of(nothing).keepsTheRules().texts(".kt-errors a"))
                .containsExactly(
                        "Enter a name, at most 100 characters",
                        "Choose at least one permission",
                        "Enter a number of days from 1 to 366");
    }

    @Test
    void letsAdministratorsMakeOneForAServiceAndRevokeAnybodys() {
        security.account("dich-vu");
        Rendered made = Rendered.of(pages.create(
                own().withField("login", "dich-vu")
                        .withField("name", "đồng bộ")
                        .withField("scope", "tasks.read")
                        .withField("days", "30"),
                "/admin/tokens"));
        String token = made.text("#token");

        Rendered all = Rendered.of(pages.show(own(), "/admin/tokens")).keepsTheRules();
        assertThat(all.texts("tbody td")).contains("dich-vu");
        pages.revokeAny(own().withPathValue("id", vn.kientao.platform.security.domain.Secrets.hash(token))
                .withField("account", all.one("input[name=account]").attr("value")));
        assertThat(security.tokens.find(token)).isEmpty();
    }

    @Test
    void showsTheLinksOfAnAccount() {
        security.oidc.link(
                lan.id(), "https://sso.example.vn", "subject-1", vn.kientao.platform.security.app.Trace.system("t"));

        assertThat(Rendered.of(oidc.links(own())).keepsTheRules().texts("tbody td"))
                .contains("subject-1");
    }

    private FakeRequest own() {
        Actor actor = new Actor(
                String.valueOf(lan.id()), "Lan", Set.of(), Map.of("P-AX", Set.of("tasks.read", "tasks.edit")));
        return FakeRequest.post("security", "/account/tokens").by(actor);
    }
}
