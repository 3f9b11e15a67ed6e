package vn.kientao.platform.security.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.security.People;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.api.text.Texts;
import vn.kientao.platform.security.domain.Post;

/**
 * A post in the reader's words.
 *
 * @param where the agency and the unit, or "all agencies"
 * @param period its days
 * @param given who gave it and when
 * @param ended who ended it, and when if that was at once; empty otherwise
 */
public record PostView(
        Post post, Post.State state, String role, String where, String period, String given, String ended) {

    /** All of them, with the names of those who gave and ended them. */
    static List<PostView> of(List<Post> posts, LocalDate today, Agencies agencies, People people, Texts texts) {
        Map<String, String> names = people.names(posts.stream()
                .flatMap(post -> java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(post.grantedBy()), post.endedBy().stream()))
                .collect(Collectors.toSet()));
        return posts.stream()
                .map(post -> of(post, today, agencies, names, texts))
                .toList();
    }

    private static PostView of(Post post, LocalDate today, Agencies agencies, Map<String, String> names, Texts texts) {
        RoleView role = RoleView.of(post.grant(), agencies, texts);
        String platform = texts.get("posts.by-platform");
        return new PostView(
                post,
                post.on(today),
                role.roleName(),
                post.unit().isEmpty() ? role.where() : post.unit() + ", " + role.where(),
                period(post, texts),
                texts.get(
                        "posts.given-by",
                        names.getOrDefault(post.grantedBy(), platform),
                        Formats.time(post.grantedAt())),
                post.endedBy()
                        .map(by -> names.getOrDefault(by, platform))
                        .map(by -> post.endedAt()
                                .map(at -> texts.get("posts.ended-by", by, Formats.time(at)))
                                .orElseGet(() -> texts.get("posts.last-day-by", by)))
                        .orElse(""));
    }

    static String period(Post post, Texts texts) {
        String from = Formats.date(post.from());
        return post.to()
                .map(to -> texts.get("posts.from-to", from, Formats.date(to)))
                .orElseGet(() -> texts.get("posts.since", from));
    }

    public boolean over() {
        return state == Post.State.OVER;
    }

    public boolean planned() {
        return state == Post.State.PLANNED;
    }
}
