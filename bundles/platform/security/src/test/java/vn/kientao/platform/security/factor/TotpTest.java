package vn.kientao.platform.security.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void makesTheCodesOfTheStandard(long second, String code) {
        assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(second)))).isEqualTo(code);
    }

    @Test
    void takesAStepBeforeAndAfterButNoFurtherAndNothingTwice() {
        Instant now = Instant.ofEpochSecond(3_000_000_000L);
        long step = Totp.step(now);

        for (long near = step - 1; near <= step + 1; near++) {
            assertThat(Totp.match(SECRET, Totp.code(SECRET, near), now, 0)).hasValue(near);
        }
        assertThat(Totp.match(SECRET, Totp.code(SECRET, step - 2), now, 0)).isEmpty();
        assertThat(Totp.match(SECRET, Totp.code(SECRET, step + 2), now, 0)).isEmpty();
        assertThat(Totp.match(SECRET, Totp.code(SECRET, step), now, step)).isEmpty();
        assertThat(Totp.match(SECRET, Totp.code(SECRET, step - 1), now, step)).isEmpty();
    }

    @Test
    void writesTheAddressThatAppsRead() {
        assertThat(Totp.address(SECRET, "Kiến Tạo", "motcua.p-ax"))
                .isEqualTo(
                        "otpauth://totp/Ki%E1%BA%BFn%20T%E1%BA%A1o:motcua.p-ax?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                                + "&issuer=Ki%E1%BA%BFn%20T%E1%BA%A1o&algorithm=SHA1&digits=6&period=30");
        assertThat(Totp.typed(SECRET)).startsWith("GEZD GNBV ");
    }

    @Test
    void opensASecretOnlyWithItsKeyAndForItsPurpose() {
        SecretBox box = new SecretBox(new byte[32]);
        byte[] otherKey = new byte[32];
        otherKey[0] = 1;

        String locked = box.lock(SECRET, "totp 1");

        assertThat(box.open(locked, "totp 1"))
                .hasValueSatisfying(open -> assertThat(open).isEqualTo(SECRET));
        assertThat(box.open(locked, "totp 2")).isEmpty();
        assertThat(new SecretBox(otherKey).open(locked, "totp 1")).isEqualTo(Optional.empty());
        assertThat(box.lock(SECRET, "totp 1")).isNotEqualTo(locked);
    }

    @Test
    void keepsItsKeyInAFileThatNobodyElseMayRead(@TempDir Path data) throws java.io.IOException {
        byte[] made = FactorKey.find("", data);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("factor.key"))))
                .isEqualTo("rw-------");
        assertThat(FactorKey.find("", data)).isEqualTo(made);
        String given = java.util.Base64.getEncoder().encodeToString(new byte[32]);
        assertThat(FactorKey.find(given, data)).isEqualTo(new byte[32]);
        Assertions.assertThatThrownBy(() -> FactorKey.find("c2hvcnQ=", data)).hasMessageContaining("32 bytes");
    }
}
