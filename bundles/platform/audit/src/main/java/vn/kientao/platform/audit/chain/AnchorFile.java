package vn.kientao.platform.audit.chain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Anchors in a text file that only grows; each line is forced to the disk before {@link #append} returns. */
public final class AnchorFile {
    private final Path file;

    public AnchorFile(Path file) {
        this.file = file;
    }

    /**
     * All of them, oldest first; none when there is no file.
     *
     * @throws BrokenAnchorException when a line was changed, or one between two was taken away
     */
    public List<Anchor> read() {
        if (!Files.exists(file)) {
            return List.of();
        }
        List<Anchor> anchors = new ArrayList<>();
        String before = Chain.BEGINNING;
        int number = 0;
        for (String line : lines()) {
            number++;
            Anchor anchor = parsed(line, number);
            if (!anchor.follows(before)) {
                throw new BrokenAnchorException(number);
            }
            anchors.add(anchor);
            before = anchor.digest();
        }
        return List.copyOf(anchors);
    }

    /** The newest one; the lines before it are taken as they are. */
    public synchronized Optional<Anchor> last() {
        List<String> lines = Files.exists(file) ? lines() : List.of();
        return lines.isEmpty() ? Optional.empty() : Optional.of(parsed(lines.get(lines.size() - 1), lines.size()));
    }

    public synchronized Anchor append(
            Optional<Anchor> before, Instant at, Anchor.Kind kind, long sequence, String hash) {
        Anchor anchor = Anchor.following(before.map(Anchor::digest).orElse(Chain.BEGINNING), at, kind, sequence, hash);
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = ByteBuffer.wrap((anchor.line() + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the anchor of the audit trail to " + file, e);
        }
        return anchor;
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the anchors of the audit trail " + file, e);
        }
    }

    private static Anchor parsed(String line, int number) {
        try {
            return Anchor.parse(line);
        } catch (IllegalArgumentException e) {
            throw new BrokenAnchorException(number);
        }
    }

    /** A line of the file is not the one that was written. */
    public static final class BrokenAnchorException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int line;

        BrokenAnchorException(int line) {
            super("line " + line + " of the anchors is not the one that was written");
            this.line = line;
        }

        public int line() {
            return line;
        }
    }
}
