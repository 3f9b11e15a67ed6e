package vn.kientao.platform.security.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.directory.Agency;
import vn.kientao.platform.api.security.Roles;
import vn.kientao.platform.api.text.LocalText;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.api.web.Problem;
import vn.kientao.platform.api.web.ProblemException;
import vn.kientao.platform.api.web.Request;
import vn.kientao.platform.security.app.Accounts;
import vn.kientao.platform.security.app.LastAdministratorException;
import vn.kientao.platform.security.app.LostFactors;
import vn.kientao.platform.security.app.Mandate;
import vn.kientao.platform.security.app.Mandates;
import vn.kientao.platform.security.app.Posts;
import vn.kientao.platform.security.domain.Account;
import vn.kientao.platform.security.domain.Jurisdiction;
import vn.kientao.platform.security.domain.KnownRoles;

/**
 * What the two doors to other people's accounts have in common, pages and REST alike: {@code /admin/accounts} of the
 * platform's administrators and {@code /{agency}/staff} of an agency's own. An agency in the address tells them apart.
 */
@Component(service = PeopleDoor.class)
public final class PeopleDoor {
    private static final int MOST_REASON = 500;

    private final Accounts accounts;
    private final Posts posts;
    private final Mandates mandates;
    private final LostFactors factors;
    private final Agencies agencies;
    private final TextBundle texts = TextBundle.of(PeopleDoor.class);

    @Activate
    public PeopleDoor(
            @Reference Accounts accounts,
            @Reference Posts posts,
            @Reference Mandates mandates,
            @Reference LostFactors factors,
            @Reference Agencies agencies) {
        this.accounts = accounts;
        this.posts = posts;
        this.mandates = mandates;
        this.factors = factors;
        this.agencies = agencies;
    }

    Accounts accounts() {
        return accounts;
    }

    Posts posts() {
        return posts;
    }

    LostFactors factors() {
        return factors;
    }

    Agencies agencies() {
        return agencies;
    }

    LocalText text(String key, Object... arguments) {
        return texts.text(key, arguments);
    }

    /** The address of the list of this door. */
    static String base(Request request) {
        return request.agencyIfAny()
                .map(agency -> "/" + agency.code() + "/staff")
                .orElse("/admin/accounts");
    }

    static Optional<String> agency(Request request) {
        return request.agencyIfAny().map(Agency::code);
    }

    /** What the caller may change through this door. */
    Mandate mandate(Request request) {
        return agency(request).isEmpty() ? Mandate.WHOLE : mandates.of(caller(request));
    }

    /** Whether the caller may lock the account, give it another password, end its sessions. */
    boolean mayManage(Request request, Account account) {
        return agency(request).isEmpty() || mandates.reaches(caller(request), account.id());
    }

    private static long caller(Request request) {
        return Long.parseLong(request.actor().account());
    }

    /**
     * The account in the address; through an agency's door only somebody who has or had a post there.
     *
     * @throws ProblemException 404
     */
    Account account(Request request) {
        String id = request.pathValue("id");
        Optional<Account> account = id.matches("[0-9]{1,18}") ? accounts.find(Long.parseLong(id)) : Optional.empty();
        return account.filter(found -> known(found, agency(request)))
                .orElseThrow(() -> new ProblemException(
                        new Problem(404, "not-found", text("accounts.unknown"), text("accounts.unknown-detail"))));
    }

    private boolean known(Account account, Optional<String> agency) {
        return agency.isEmpty()
                || posts.of(account.id()).stream()
                        .anyMatch(post -> post.agency().equals(agency));
    }

    /** The roles that the caller may give through this door. */
    List<String> roles(Request request) {
        Optional<String> agency = agency(request);
        if (agency.isEmpty()) {
            return KnownRoles.all();
        }
        Jurisdiction own = mandates.jurisdiction(caller(request));
        return KnownRoles.all().stream()
                .filter(role -> !role.equals(Roles.PLATFORM_ADMINISTRATOR))
                .filter(role -> mandates.offers(own, role, agency.get()))
                .toList();
    }

    /** The unit that a form begins with: the caller's, when that is the only one. */
    String unit(Request request) {
        return agency(request)
                .flatMap(agency -> mandates.jurisdiction(caller(request)).onlyUnit(agency))
                .orElse("");
    }

    /** The agencies among which a post is given; none through an agency's own door. */
    List<Agency> choice(Request request) {
        LocalDate today = posts.today();
        return agency(request).isPresent() ? List.of() : agencies.on(today);
    }

    /** What is wrong with the reason for taking factors away: it is missing, or longer than 500 characters. */
    Optional<LocalText> reasonError(String reason) {
        return reason.isBlank() || reason.length() > MOST_REASON
                ? Optional.of(text("accounts.factors-reason-wrong"))
                : Optional.empty();
    }

    /**
     * Does what the mandate may refuse.
     *
     * @throws ProblemException 403 with the reason, 409 for the last administrator
     */
    <T> T allowed(Supplier<T> act) {
        try {
            return act.get();
        } catch (Mandate.BeyondMandateException e) {
            throw new ProblemException(
                    new Problem(403, "beyond-mandate", text(e.textKey()), text("staff.refused.detail")));
        } catch (LastAdministratorException e) {
            throw new ProblemException(new Problem(
                    409,
                    "last-administrator",
                    text("accounts.last-administrator"),
                    text("accounts.last-administrator-detail")));
        }
    }
}
