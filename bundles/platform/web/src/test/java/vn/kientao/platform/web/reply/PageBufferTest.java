package vn.kientao.platform.web.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PageBufferTest {
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

    private byte[] written(String... pieces) throws IOException {
        sent.reset();
        PageBuffer buffer = new PageBuffer(length -> sent);
        for (String piece : pieces) {
            buffer.write(piece);
        }
        buffer.finish();
        return sent.toByteArray();
    }

    @Test
    void writesWhatJavaWouldWrite() throws IOException {
        Random random = new Random(20261123);
        for (int round = 0; round < 200; round++) {
            String text = random.ints(random.nextInt(500), 0, 0x10000)
                    .collect(StringBuilder::new, (out, c) -> out.append((char) c), StringBuilder::append)
                    .append('x')
                    .toString();
            assertThat(written(text)).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void joinsAPairThatWasWrittenInTwoPieces() throws IOException {
        assertThat(written("a\uD83D", "\uDE00b")).isEqualTo("a😀b".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void doesNotLoseHalfAPairAtTheEnd() throws IOException {
        assertThat(written("a\uD83D")).isEqualTo("a?".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void sendsNothingBeforeThePageIsWhole() throws IOException {
        PageBuffer buffer = new PageBuffer(length -> sent);
        buffer.write("x".repeat(PageBuffer.MOST / 2));
        buffer.flush();

        assertThat(sent.size()).isZero();
    }
}
