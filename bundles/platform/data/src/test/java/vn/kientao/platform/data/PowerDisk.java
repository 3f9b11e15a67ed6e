package vn.kientao.platform.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A disk that can lose its power. It remembers what had been forced to it and what had only been written; after a cut it
 * holds all of the former and any part of the latter, in any order, torn at the borders of sectors.
 */
public final class PowerDisk extends FilePathWrapper {
    static final String SCHEME = "power";
    private static final int SECTOR = 512;
    private static final Object LOCK = new Object();

    private static byte[] forced = new byte[0];
    private static final List<Write> unforced = new ArrayList<>();

    /** Content written at a position, or the file cut off there. */
    private record Write(int position, ByteBuffer content, boolean truncate) {}

    /** For H2, which makes one for each path. */
    public PowerDisk() {}

    /** Makes the disk known to H2, empty. */
    static void plugIn() {
        synchronized (LOCK) {
            forced = new byte[0];
            unforced.clear();
        }
        FilePath.register(new PowerDisk());
    }

    /** What a power cut at this moment would leave of the database file. */
    static byte[] cut(Random random) {
        byte[] left;
        List<Write> doubtful;
        synchronized (LOCK) {
            left = forced.clone();
            doubtful = new ArrayList<>(unforced);
        }
        Collections.shuffle(doubtful, random);
        for (Write write : doubtful) {
            if (random.nextBoolean()) {
                left = apply(left, random.nextInt(3) == 0 ? torn(write, random) : write);
            }
        }
        return left;
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        FileChannel base = super.open(mode);
        return name.endsWith(".mv.db") ? new PowerFile(base) : base;
    }

    private static byte[] apply(byte[] before, Write write) {
        if (write.truncate()) {
            return before.length > write.position() ? Arrays.copyOf(before, write.position()) : before;
        }
        int end = write.position() + write.content().remaining();
        byte[] after = before.length < end ? Arrays.copyOf(before, end) : before;
        ByteBuffer.wrap(after).position(write.position()).put(write.content().duplicate());
        return after;
    }

    private static Write torn(Write write, Random random) {
        int sectors = write.content().remaining() / SECTOR;
        if (write.truncate() || sectors < 2) {
            return write;
        }
        int kept = SECTOR * (1 + random.nextInt(sectors - 1));
        return new Write(write.position(), write.content().duplicate().limit(kept), false);
    }

    private static final class PowerFile extends FileBaseDefault {
        private final FileChannel base;

        PowerFile(FileChannel base) {
            this.base = base;
        }

        @Override
        public synchronized int read(ByteBuffer target, long position) throws IOException {
            return base.read(target, position);
        }

        @Override
        public synchronized int write(ByteBuffer source, long position) throws IOException {
            byte[] content = new byte[source.remaining()];
            source.duplicate().get(content);
            synchronized (LOCK) {
                unforced.add(new Write(Math.toIntExact(position), ByteBuffer.wrap(content), false));
                return base.write(source, position);
            }
        }

        @Override
        protected void implTruncate(long length) throws IOException {
            synchronized (LOCK) {
                unforced.add(new Write(Math.toIntExact(length), ByteBuffer.allocate(0), true));
                base.truncate(length);
            }
        }

        @Override
        public void force(boolean metaData) throws IOException {
            synchronized (LOCK) {
                for (Write write : unforced) {
                    forced = apply(forced, write);
                }
                unforced.clear();
                base.force(metaData);
            }
        }

        @Override
        public long size() throws IOException {
            return base.size();
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return base.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            base.close();
        }
    }
}
