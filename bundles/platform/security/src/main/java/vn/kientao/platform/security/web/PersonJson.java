package vn.kientao.platform.security.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import vn.kientao.platform.security.domain.Account;
import vn.kientao.platform.security.domain.Post;

/**
 * A person for programs.
 *
 * @param state {@code active}, {@code must-change} or {@code disabled}
 */
public record PersonJson(String id, String login, String name, String state, List<PostJson> posts) {

    /**
     * @param agency code of the agency; missing when the role is held everywhere
     * @param to last day; missing when there is none
     * @param state {@code PLANNED}, {@code HELD} or {@code OVER}
     */
    public record PostJson(
            String id,
            String role,
            Optional<String> agency,
            String unit,
            LocalDate from,
            Optional<LocalDate> to,
            Post.State state) {}

    static PersonJson of(Account account, List<Post> posts, LocalDate today) {
        return new PersonJson(
                String.valueOf(account.id()),
                account.login(),
                account.name(),
                account.disabled() ? "disabled" : account.mustChange() ? "must-change" : "active",
                posts.stream().map(post -> json(post, today)).toList());
    }

    private static PostJson json(Post post, LocalDate today) {
        return new PostJson(
                String.valueOf(post.id()),
                post.role(),
                post.agency(),
                post.unit(),
                post.from(),
                post.to(),
                post.on(today));
    }
}
