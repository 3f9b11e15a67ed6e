package vn.kientao.platform.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    private static final Instant NOW = Instant.parse("2026-11-20T01:15:00Z");

    private final RateLimit limit = new RateLimit(3, Duration.ofSeconds(10));

    @Test
    void allowsABurstAndThenOneTryAnInterval() {
        for (int i = 0; i < 3; i++) {
            assertThat(limit.allows("a", NOW)).isTrue();
        }
        assertThat(limit.allows("a", NOW)).isFalse();
        assertThat(limit.allows("a", NOW.plusSeconds(9))).isFalse();
        assertThat(limit.allows("a", NOW.plusSeconds(10))).isTrue();
        assertThat(limit.allows("a", NOW.plusSeconds(10))).isFalse();
    }

    @Test
    void keepsKeysApart() {
        for (int i = 0; i < 4; i++) {
            limit.allows("a", NOW);
        }
        assertThat(limit.allows("b", NOW)).isTrue();
    }
}
