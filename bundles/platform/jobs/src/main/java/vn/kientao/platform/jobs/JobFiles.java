package vn.kientao.platform.jobs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.data.Database;

/** Keeps the file of a job in rows of 256 KiB; a large file is written in several short transactions. */
final class JobFiles {
    private static final int CHUNK = 256 * 1024;
    private static final int CHUNKS_A_WRITE = 8;
    private static final String INSERT = """
            INSERT INTO jobs.job_file (job_id, chunk, content)
            VALUES (?, ?, ?)
            """;
    private static final String READ = """
            SELECT content
              FROM jobs.job_file
             WHERE job_id = ? AND chunk = ?
            """;

    private final Database database;

    JobFiles(Database database) {
        this.database = database;
    }

    void keep(long job, InputStream file) {
        try {
            int first = 0;
            List<byte[]> chunks = next(file);
            while (!chunks.isEmpty()) {
                write(job, first, chunks);
                first += chunks.size();
                chunks = next(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the file of job " + job, e);
        }
    }

    /** The file, read chunk by chunk; empty when the job came without one. */
    Optional<InputStream> open(long job) {
        return read(job, 0).map(first -> new ChunkStream(job, first));
    }

    private void write(long job, int first, List<byte[]> chunks) {
        database.write(handle -> {
            for (int i = 0; i < chunks.size(); i++) {
                insert(handle, job, first + i, chunks.get(i));
            }
            return chunks.size();
        });
    }

    private static void insert(Handle handle, long job, int chunk, byte[] content) {
        handle.createUpdate(INSERT).bind(0, job).bind(1, chunk).bind(2, content).execute();
    }

    private Optional<byte[]> read(long job, int chunk) {
        return database.read(handle -> handle.createQuery(READ)
                .bind(0, job)
                .bind(1, chunk)
                .map((row, context) -> row.getBytes("content"))
                .findOne());
    }

    private static List<byte[]> next(InputStream file) throws IOException {
        List<byte[]> chunks = new ArrayList<>();
        byte[] chunk = file.readNBytes(CHUNK);
        while (chunk.length > 0) {
            chunks.add(chunk);
            if (chunks.size() == CHUNKS_A_WRITE) {
                return chunks;
            }
            chunk = file.readNBytes(CHUNK);
        }
        return chunks;
    }

    private final class ChunkStream extends InputStream {
        private final long job;
        private byte[] content;
        private int number;
        private int position;

        ChunkStream(long job, byte[] first) {
            this.job = job;
            this.content = first;
        }

        @Override
        public int read() {
            return more() ? content[position++] & 0xff : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            Objects.checkFromIndexSize(offset, length, target.length);
            if (length == 0) {
                return 0;
            }
            if (!more()) {
                return -1;
            }
            int count = Math.min(length, content.length - position);
            System.arraycopy(content, position, target, offset, count);
            position += count;
            return count;
        }

        private boolean more() {
            if (position < content.length) {
                return true;
            }
            Optional<byte[]> next = content.length < CHUNK ? Optional.empty() : JobFiles.this.read(job, number + 1);
            next.ifPresent(bytes -> {
                content = bytes;
                number++;
                position = 0;
            });
            return next.isPresent();
        }
    }
}
