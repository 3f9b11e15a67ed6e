package vn.kientao.platform.shell;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import vn.kientao.platform.api.security.AccountControl.AccountStatus;
import vn.kientao.platform.api.security.AccountControl.PostStatus;

/** An account for programs, and its posts in one line for people. */
final class AccountJson {
    private AccountJson() {}

    static Map<String, Object> of(AccountStatus account) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", account.id());
        json.put("login", account.login());
        json.put("name", account.name());
        json.put("state", account.state());
        json.put("sessions", account.sessions());
        json.put("posts", account.posts().stream().map(AccountJson::of).toList());
        return json;
    }

    private static Map<String, Object> of(PostStatus post) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", post.id());
        json.put("role", post.role());
        post.agency().ifPresent(agency -> json.put("agency", agency));
        json.put("unit", post.unit());
        json.put("from", post.from().toString());
        post.to().ifPresent(to -> json.put("to", to.toString()));
        json.put("state", post.state());
        return json;
    }

    /** {@code handler P-AX, auditor *}: what is held today. */
    static String held(AccountStatus account) {
        return account.posts().stream()
                .filter(post -> post.state().equals("held"))
                .map(post -> post.role() + " " + post.agency().orElse("*"))
                .collect(Collectors.joining(", "));
    }
}
