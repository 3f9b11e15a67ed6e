package vn.kientao.platform.kernel.rollout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers in a file when the platform was started and stopped. A start that follows a start without a stop between them
 * means that the platform crashed.
 */
public final class StartLog {
    private static final Logger log = LoggerFactory.getLogger(StartLog.class);
    private static final int MOST_LINES = 100;
    private static final String START = "start ";
    private static final String STOP = "stop ";

    private final Path file;

    public StartLog(Path file) {
        this.file = file;
    }

    public void started(Instant at) {
        List<String> lines = lines();
        int forgotten = Math.max(0, lines.size() - MOST_LINES + 1);
        List<String> kept = new ArrayList<>(lines.subList(forgotten, lines.size()));
        kept.add(START + at);
        write(kept);
    }

    public void stopped(Instant at) {
        List<String> lines = new ArrayList<>(lines());
        lines.add(STOP + at);
        write(lines);
    }

    /** How many starts in a row, after {@code change} and up to now, were made necessary by a crash. */
    public int crashesAfter(Instant change) {
        int crashes = 0;
        boolean running = false;
        for (String line : lines()) {
            boolean start = line.startsWith(START);
            if (!start) {
                crashes = 0;
            } else if (running && after(line.substring(START.length()), change)) {
                crashes++;
            }
            running = start;
        }
        return crashes;
    }

    private static boolean after(String instant, Instant change) {
        try {
            return Instant.parse(instant).isAfter(change);
        } catch (DateTimeParseException e) {
            log.warn("The log of starts has a line that is none: {}", instant, e);
            return false;
        }
    }

    private List<String> lines() {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            log.warn("Cannot read {}; crashes before this start are not known", file, e);
            return List.of();
        }
    }

    private void write(List<String> lines) {
        byte[] content = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, content);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
