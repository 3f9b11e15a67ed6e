package vn.kientao.platform.security.app;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import vn.kientao.platform.api.directory.Agencies;
import vn.kientao.platform.api.security.Roles;
import vn.kientao.platform.api.text.TextBundle;
import vn.kientao.platform.security.domain.Account;
import vn.kientao.platform.security.domain.RoleGrant;
import vn.kientao.platform.security.domain.Secrets;

/**
 * Makes the first accounts: the administrator with a random one-time secret, and those of the demonstration. The secrets
 * stand on the terminal and in files that only the platform's user may read; they go into no log.
 */
@Component(service = FirstStart.class, immediate = true)
public final class FirstStart {
    /** The login of the first administrator. */
    public static final String ADMINISTRATOR = "admin";

    private static final Trace TRACE = Trace.system("start");

    private final Accounts accounts;
    private final Posts posts;
    private final PrintStream terminal;
    private final TextBundle texts = TextBundle.of(FirstStart.class);
    private final SecretFile firstSecret;
    private final SecretFile demoAccounts;

    @Activate
    public FirstStart(
            @Reference Accounts accounts, @Reference Posts posts, @Reference Agencies agencies, BundleContext context) {
        this(
                accounts,
                posts,
                agencies,
                DataFolder.of(context),
                "true".equals(context.getProperty("kientao.demo")),
                System.out);
    }

    FirstStart(
            Accounts accounts, Posts posts, Agencies agencies, Path data, boolean demonstration, PrintStream terminal) {
        this.accounts = accounts;
        this.posts = posts;
        this.terminal = terminal;
        this.firstSecret = new SecretFile(data.resolve("first-secret.txt"));
        this.demoAccounts = new SecretFile(data.resolve("demo-accounts.txt"));
        Optional<Account> administrator = administrator();
        if (administrator.isEmpty()) {
            createAdministrator();
        } else if (!administrator.get().mustChange()) {
            firstSecret.delete();
        }
        firstSecret.read().ifPresent(this::show);
        if (demonstration && demoAccounts.read().isEmpty()) {
            createDemonstration(agencies);
        }
        if (demonstration) {
            demoAccounts.read().ifPresent(this::show);
        }
    }

    /** Deletes the file with the administrator's one-time secret once that has served. */
    public void passwordChanged(long account) {
        if (administrator().filter(admin -> admin.id() == account).isPresent()) {
            firstSecret.delete();
        }
    }

    private Optional<Account> administrator() {
        return accounts.byLogin(ADMINISTRATOR);
    }

    /** The file comes first: a crash between the two makes another secret, never an account without one. */
    private void createAdministrator() {
        String secret = Secrets.readable();
        firstSecret.write(box(
                both("first.title"),
                List.of(
                        both("first.login", ADMINISTRATOR),
                        both("first.secret", secret),
                        both("first.note", firstSecret.path().toString()))));
        String name = texts.in(TextBundle.VIETNAMESE).get("first.name");
        accounts.create(ADMINISTRATOR, name, secret, true, TRACE)
                .ifPresent(account ->
                        posts.grant(account.id(), RoleGrant.everywhere(Roles.PLATFORM_ADMINISTRATOR), TRACE));
    }

    private void createDemonstration(Agencies agencies) {
        String password = Secrets.readable();
        Map<String, String> lines = new LinkedHashMap<>();
        for (DemoAccount demo : DemoAccount.all()) {
            if (demo.grant()
                    .agency()
                    .filter(code -> agencies.find(code).isEmpty())
                    .isPresent()) {
                continue;
            }
            lines.merge(demo.login(), describe(demo, agencies), (before, more) -> before + "; " + more);
        }
        demoAccounts.write(box(
                        both("demo.title"),
                        List.of(
                                both("demo.password", password),
                                both("demo.file", demoAccounts.path().toString())))
                + list(lines));
        String hash = accounts.hash(password);
        for (DemoAccount demo : DemoAccount.all()) {
            if (lines.containsKey(demo.login())) {
                create(demo, hash);
            }
        }
    }

    private void create(DemoAccount demo, String hash) {
        Account account = accounts.createHashed(demo.login(), demo.name(), hash, false, TRACE)
                .or(() -> accounts.byLogin(demo.login()))
                .orElseThrow();
        posts.grant(account.id(), demo.grant(), TRACE);
    }

    private String describe(DemoAccount demo, Agencies agencies) {
        String role = texts.in(TextBundle.VIETNAMESE).get("role." + demo.grant().role());
        return demo.grant()
                .agency()
                .flatMap(agencies::find)
                .map(agency -> role + ", " + agency.name().vi() + " (" + agency.code() + ")")
                .orElseGet(() -> role + ", " + texts.in(TextBundle.VIETNAMESE).get("role.everywhere"));
    }

    private static String list(Map<String, String> lines) {
        StringBuilder list = new StringBuilder();
        lines.forEach((login, what) -> list.append("  %-18s %s%n".formatted(login, what)));
        return list.toString();
    }

    private List<String> both(String key, String... arguments) {
        Object[] values = arguments;
        return List.of(
                texts.in(TextBundle.VIETNAMESE).get(key, values),
                texts.in(TextBundle.ENGLISH).get(key, values));
    }

    private static String box(List<String> title, List<List<String>> paragraphs) {
        String line = "═".repeat(78) + System.lineSeparator();
        StringBuilder box = new StringBuilder(line).append("  ").append(String.join(" / ", title));
        box.append(System.lineSeparator());
        paragraphs.forEach(paragraph -> paragraph.stream()
                .distinct()
                .forEach(words -> box.append("  ").append(words).append(System.lineSeparator())));
        return box.append(line).toString();
    }

    private void show(String words) {
        terminal.println();
        terminal.print(words);
        terminal.println();
        terminal.flush();
    }
}
