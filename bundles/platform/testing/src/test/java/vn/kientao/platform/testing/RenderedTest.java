package vn.kientao.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.kientao.platform.api.security.Permission;
import vn.kientao.platform.api.web.Reply;

class RenderedTest {

    @Test
    void acceptsAPageThatKeepsTheRules() {
        Reply page = Reply.page("Thử", out -> out.write("""
                <h1 id="top">Thử</h1>
                <form method="post"><input type="hidden" name="_csrf" value="x">
                <label for="name">Tên</label><input id="name" name="name"></form>
                """));

        assertThat(Rendered.of(page).keepsTheRules().text("label")).isEqualTo("Tên");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <p>không</p>                               | 0 h1
            <h1>a</h1><p id=x></p><p id=x></p>         | id twice: x
            <h1>a</h1><input name=q>                   | no label
            <h1>a</h1><script>alert(1)</script>        | inline script
            <h1>a</h1><p style=color:red>đỏ</p>        | inline style
            <h1>a</h1><button onclick=f()>b</button>   | inline handler onclick
            <h1>a</h1><form method=post></form>        | no _csrf
            """)
    void namesTheFault(String html, String fault) {
        Rendered page = Rendered.of((vn.kientao.platform.api.web.Body) out -> out.write(html));

        assertThatThrownBy(page::keepsTheRules)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(fault);
    }

    @Test
    void makesTheLinksOfThePlatform() {
        Permission read = new Permission("trial.read");
        FakeRequest request =
                FakeRequest.get("trial", "/words").in("STP").may(read).withQuery("q", " đất  ");

        assertThat(request.query("q")).contains("đất");
        assertThat(request.page().link("/words")).isEqualTo("/STP/trial/words");
        assertThat(request.page().with("page", "2")).isEqualTo("/STP/trial/words?q=%C4%91%E1%BA%A5t&page=2");
        assertThat(request.page().can(read)).isTrue();
        assertThat(request.page().can(new Permission("trial.write"))).isFalse();
    }
}
