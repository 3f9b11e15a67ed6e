package vn.kientao.platform.security.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import vn.kientao.platform.security.domain.RoleGrant;

/** An account of the demonstration with one of its roles; all names are invented. */
record DemoAccount(String login, String name, RoleGrant grant) {
    private static final String FILE = "demo/accounts.csv";

    static List<DemoAccount> all() {
        return content()
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(cells -> new DemoAccount(
                        cells[0],
                        cells[1],
                        new RoleGrant(cells[2], Optional.of(cells[3]).filter(agency -> !agency.isEmpty()))))
                .toList();
    }

    private static String content() {
        try (InputStream in = DemoAccount.class.getClassLoader().getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing in the bundle");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
    }
}
