package vn.kientao.platform.security.app;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.text.Formats;
import vn.kientao.platform.security.domain.Jurisdiction;
import vn.kientao.platform.security.domain.Post;
import vn.kientao.platform.security.domain.RoleGrant;
import vn.kientao.platform.security.store.PostRepository;
import vn.kientao.platform.security.store.SecurityStore;

/** Finds out what the administrators of agencies and units may do, from the posts that they hold today. */
@Component(service = Mandates.class, configurationPid = "vn.kientao.security")
public final class Mandates {
    private final SecurityStore store;
    private final Clock clock;
    private final boolean administratorsToo;
    private final PostRepository posts = new PostRepository();

    @Activate
    public Mandates(@Reference SecurityStore store, @Reference Clock clock, Settings settings) {
        this(store, clock, settings.agencies_name_administrators());
    }

    Mandates(SecurityStore store, Clock clock, boolean administratorsToo) {
        this.store = store;
        this.clock = clock;
        this.administratorsToo = administratorsToo;
    }

    /** What the account's posts of today allow. */
    public Mandate of(long account) {
        return new ByPosts(account);
    }

    /** How far the account's posts of today reach. */
    public Jurisdiction jurisdiction(long account) {
        return store.read(handle -> jurisdiction(handle, account));
    }

    /** Whether what {@code by} holds today allows to manage the account. */
    public boolean reaches(long by, long account) {
        try {
            return store.read(handle -> {
                of(by).overAccount(handle, account);
                return true;
            });
        } catch (Mandate.BeyondMandateException e) {
            return false;
        }
    }

    /** Whether somebody with this jurisdiction may be offered to give the role in the agency. */
    public boolean offers(Jurisdiction jurisdiction, String role, String agency) {
        return jurisdiction.offers(role, agency, administratorsToo);
    }

    private Jurisdiction jurisdiction(Handle handle, long account) {
        return Jurisdiction.of(posts.of(handle, account), today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Formats.ZONE);
    }

    /** Never over oneself; over an account when every post it has, or had if it has none, could be given. */
    private final class ByPosts implements Mandate {
        private final long by;

        ByPosts(long by) {
            this.by = by;
        }

        @Override
        public void overAccount(Handle handle, long account) {
            Jurisdiction own = jurisdiction(handle, by);
            if (own.everywhere()) {
                return;
            }
            notOver(account);
            List<Post> all = posts.of(handle, account);
            List<Post> open = all.stream()
                    .filter(post -> post.on(today()) != Post.State.OVER)
                    .toList();
            List<Post> decisive = open.isEmpty() ? all : open;
            boolean within = decisive.stream().allMatch(post -> within(own, post)) && !decisive.isEmpty();
            if (!within) {
                throw new BeyondMandateException("staff.refused.account");
            }
        }

        @Override
        public void overPost(Handle handle, long account, RoleGrant grant, String unit) {
            Jurisdiction own = jurisdiction(handle, by);
            if (own.everywhere()) {
                return;
            }
            notOver(account);
            own.refusal(grant, unit, administratorsToo).ifPresent(key -> {
                throw new BeyondMandateException(key);
            });
        }

        private boolean within(Jurisdiction own, Post post) {
            return own.refusal(post.grant(), post.unit(), administratorsToo).isEmpty();
        }

        private void notOver(long account) {
            if (account == by) {
                throw new BeyondMandateException("staff.refused.self");
            }
        }
    }

    /** Settings in {@code etc/vn.kientao.security.cfg}. */
    @interface Settings {
        /** Whether administrators of a whole agency may make others administrators there. */
        boolean agencies_name_administrators() default false;
    }
}
