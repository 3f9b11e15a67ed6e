package vn.kientao.platform.security.domain;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import vn.kientao.platform.api.text.Folding;

/**
 * Passwords that guessers try first, Vietnamese ones among them: words everybody uses with the figures everybody adds, and
 * walks over the keyboard. Compared without diacritics, capitals and spaces.
 */
final class CommonPasswords {
    private static final String FILE = "passwords/common.txt";
    private static final Set<String> ALL = read();

    private CommonPasswords() {}

    static boolean has(String password) {
        String bare = Folding.fold(password).replace(" ", "");
        return ALL.contains(bare) || ALL.contains(bare.replaceAll("[^a-z0-9]", ""));
    }

    static int count() {
        return ALL.size();
    }

    private static Set<String> read() {
        InputStream file = CommonPasswords.class.getClassLoader().getResourceAsStream(FILE);
        if (file == null) {
            throw new IllegalStateException(FILE + " is missing in the bundle");
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.isEmpty()).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
    }
}
