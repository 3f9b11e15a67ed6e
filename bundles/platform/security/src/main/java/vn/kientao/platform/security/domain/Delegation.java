package vn.kientao.platform.security.domain;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A post lent to a colleague while its holder is away (uỷ quyền). It ends with its last day, with the post, or when its
 * holder takes it back; it cannot be passed on.
 *
 * @param post what is lent; whoever holds it lends it
 * @param delegate the account that acts in the holder's place
 * @param to last day
 * @param endedAt when it was taken back before its last day
 */
public record Delegation(
        long id,
        Post post,
        long delegate,
        LocalDate from,
        LocalDate to,
        String reason,
        Instant createdAt,
        Optional<Instant> endedAt) {
    public static final int LONGEST_REASON = 500;
    /** Whoever is away for longer than a year gives the post up. */
    public static final int MOST_DAYS = 366;

    public Delegation {
        requireNonNull(post, "post");
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(reason, "reason");
        requireNonNull(createdAt, "createdAt");
        requireNonNull(endedAt, "endedAt");
    }

    /** Where it stands on a day. */
    public Post.State on(LocalDate day) {
        if (endedAt.isPresent() || day.isAfter(to) || post.on(day) == Post.State.OVER) {
            return Post.State.OVER;
        }
        return day.isBefore(from) || !post.heldOn(day) ? Post.State.PLANNED : Post.State.HELD;
    }

    public boolean heldOn(LocalDate day) {
        return on(day) == Post.State.HELD;
    }
}
