package vn.kientao.platform.security.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;

class PasswordHasherTest {

    @Test
    void hashesWithTheCostsThatTheHashNames() {
        PasswordHasher hasher = new PasswordHasher();

        String hash = hasher.hash("trời xanh mây trắng");

        assertThat(hash).matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
        assertThat(hasher.matches("trời xanh mây trắng", hash)).isTrue();
        assertThat(hasher.matches("trời xanh mây trăng", hash)).isFalse();
        assertThat(hasher.hash("trời xanh mây trắng")).isNotEqualTo(hash);
        assertThat(hasher.outdated(hash)).isFalse();
    }

    @Test
    void readsWhatTheReferenceImplementationWrote() {
        PasswordHasher hasher = new PasswordHasher();

        assertThat(hasher.matches(
                        "password",
                        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"))
                .isTrue();
    }

    @Test
    void takesTheSamePasswordFromEveryKeyboard() {
        PasswordHasher hasher = new PasswordHasher(new PasswordHasher.Cost(64, 1, 1), 1);

        String hash = hasher.hash("trời xanh mây trắng");

        assertThat(hasher.matches(Normalizer.normalize("trời xanh mây trắng", Normalizer.Form.NFD), hash))
                .isTrue();
    }

    @Test
    void finishesAllThoughOnlyAFewRunAtOnce() {
        PasswordHasher hasher = new PasswordHasher(new PasswordHasher.Cost(64, 1, 1), 1);
        String hash = hasher.hash("x");

        assertThat(java.util.stream.IntStream.range(0, 50).parallel().allMatch(i -> hasher.matches("x", hash)))
                .isTrue();
    }
}
