package vn.kientao.platform.security.app;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.security.AccountControl;
import vn.kientao.platform.api.security.AccountRefusedException;
import vn.kientao.platform.api.security.Actor;
import vn.kientao.platform.api.security.AuditEntry;
import vn.kientao.platform.api.security.Roles;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.security.domain.Account;
import vn.kientao.platform.security.domain.AccountFilter;
import vn.kientao.platform.security.domain.KnownRoles;
import vn.kientao.platform.security.domain.ListPlace;
import vn.kientao.platform.security.domain.NewPost;
import vn.kientao.platform.security.domain.Post;
import vn.kientao.platform.security.domain.RoleGrant;
import vn.kientao.platform.security.domain.Secrets;

/** The verbs of the pages for the shell: the same checks, and a sentence for whatever is refused. */
@Component
public final class ShellAccounts implements AccountControl {
    private static final int LONGEST_NAME = 200;

    private final Accounts accounts;
    private final Posts posts;
    private final SessionRegister sessions;
    private final Agencies agencies;
    private final LostFactors factors;
    private final TextBundle texts = TextBundle.of(ShellAccounts.class);

    @Activate
    public ShellAccounts(
            @Reference Accounts accounts,
            @Reference Posts posts,
            @Reference SessionRegister sessions,
            @Reference Agencies agencies,
            @Reference LostFactors factors) {
        this.accounts = accounts;
        this.posts = posts;
        this.sessions = sessions;
        this.agencies = agencies;
        this.factors = factors;
    }

    @Override
    public List<AccountStatus> list(String words, String after, int limit) {
        AccountFilter filter =
                new AccountFilter(words, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        List<Account> found =
                accounts.page(filter, new ListPlace(after, false), limit).rows();
        Map<Long, List<Post>> held = posts.of(found.stream().map(Account::id).toList());
        return found.stream()
                .map(account -> status(account, held.getOrDefault(account.id(), List.of()), 0))
                .toList();
    }

    @Override
    public Optional<AccountStatus> find(String login) {
        return accounts.byLogin(login)
                .map(account -> status(
                        account,
                        posts.of(account.id()),
                        sessions.of(account.id()).size()));
    }

    private AccountStatus status(Account account, List<Post> all, int open) {
        LocalDate today = posts.today();
        return new AccountStatus(
                String.valueOf(account.id()),
                account.login(),
                account.name(),
                account.disabled() ? "disabled" : account.mustChange() ? "must-change" : "active",
                open,
                all.stream()
                        .map(post -> new PostStatus(
                                post.id(),
                                post.role(),
                                post.agency(),
                                post.unit(),
                                post.from(),
                                post.to(),
                                post.on(today).name().toLowerCase(Locale.ROOT)))
                        .toList());
    }

    @Override
    public String create(String login, String name, Actor by) {
        if (!Accounts.validLogin(login)) {
            throw refused("accounts.login-shape");
        }
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw refused("accounts.name-missing");
        }
        String secret = Secrets.readable();
        if (accounts.create(login, name.strip(), secret, true, trace(by)).isEmpty()) {
            throw refused("accounts.login-taken");
        }
        return secret;
    }

    @Override
    public String reset(String login, Actor by) {
        return accounts.reset(account(login), trace(by));
    }

    @Override
    public void disable(String login, boolean disabled, Actor by) {
        keepingAnAdministrator(() -> accounts.disable(account(login), disabled, trace(by)));
    }

    @Override
    public void grant(String login, PostRequest wanted, Actor by) {
        if (!KnownRoles.all().contains(wanted.role())) {
            throw refused("accounts.role-missing");
        }
        if (wanted.agency().filter(code -> agencies.find(code).isEmpty()).isPresent()) {
            throw refused("accounts.agency-unknown");
        }
        if (wanted.role().equals(Roles.PLATFORM_ADMINISTRATOR)
                && wanted.agency().isPresent()) {
            throw refused("accounts.administrator-everywhere");
        }
        if (wanted.role().equals(Roles.AGENCY_ADMINISTRATOR) && wanted.agency().isEmpty()) {
            throw refused("posts.agency-missing");
        }
        if (!posts.grant(account(login), post(wanted), Mandate.WHOLE, trace(by))) {
            throw refused("posts.held-already");
        }
    }

    private NewPost post(PostRequest wanted) {
        try {
            return new NewPost(
                    new RoleGrant(wanted.role(), wanted.agency()),
                    wanted.unit(),
                    wanted.from().orElseGet(posts::today),
                    wanted.to());
        } catch (IllegalArgumentException e) {
            throw refused("posts.unfit");
        }
    }

    @Override
    public void endPost(String login, long post, Optional<LocalDate> last, Actor by) {
        if (last.filter(posts.today()::isAfter).isPresent()) {
            throw refused("posts.last-wrong", last.get().toString());
        }
        keepingAnAdministrator(() -> {
            if (!posts.end(account(login), post, last, Mandate.WHOLE, trace(by))) {
                throw refused("posts.over-already");
            }
        });
    }

    @Override
    public void removeFactors(String login, Actor by) {
        factors.removeAll(account(login), Mandate.WHOLE, "", trace(by));
    }

    @Override
    public int endSessions(String login, Actor by) {
        return accounts.endSessions(account(login), Mandate.WHOLE, trace(by));
    }

    private long account(String login) {
        return accounts.byLogin(login)
                .orElseThrow(() -> refused("accounts.unknown"))
                .id();
    }

    private void keepingAnAdministrator(Runnable act) {
        try {
            act.run();
        } catch (LastAdministratorException e) {
            throw refused("accounts.last-administrator");
        }
    }

    private AccountRefusedException refused(String key, Object... arguments) {
        return new AccountRefusedException(texts.text(key, arguments));
    }

    private static Trace trace(Actor by) {
        return (action, type, id, detail) ->
                new AuditEntry(by.account(), Optional.empty(), "security", action, type, id, detail, "");
    }
}
