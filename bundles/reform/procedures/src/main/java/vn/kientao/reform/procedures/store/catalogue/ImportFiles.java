package vn.kientao.reform.procedures.store.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import vn.kientao.platform.api.data.Database;

/** Keeps the files of imports, of procedures or of dossiers, in pieces, written and read in short transactions. */
public final class ImportFiles {
    /** Under the limit of either database. */
    static final int PIECE = 256 << 10;

    private static final int PIECES_A_TURN = 4;
    private static final int PIECES_DELETED = 8;

    private static final String INSERT = """
            INSERT INTO procedures.%s_file (import_id, place, content)
            VALUES (?, ?, ?)
            """;
    private static final String READ = """
            SELECT content
              FROM procedures.%s_file
             WHERE import_id = ? AND place = ?
            """;

    private final String insert;
    private final String read;
    private final ImportPart part;

    /** @param imports the table of the imports whose files these are, such as {@code catalogue_import} */
    public ImportFiles(String imports) {
        insert = INSERT.formatted(imports);
        read = READ.formatted(imports);
        part = part(imports);
    }

    /** Keeps {@code file} and returns how many bytes it had. */
    public long keep(Database database, long importId, InputStream file) throws IOException {
        long size = 0;
        int place = 0;
        while (true) {
            byte[] bytes = file.readNBytes(PIECE * PIECES_A_TURN);
            if (bytes.length == 0) {
                return size;
            }
            int from = place;
            database.write(transaction -> insert(transaction, importId, from, bytes));
            place += PIECES_A_TURN;
            size += bytes.length;
        }
    }

    /** The file from its beginning; each piece is read when it is needed. */
    public InputStream open(Database database, long importId) {
        return new PiecesStream(place -> database.read(handle -> piece(handle, importId, place)));
    }

    /** The pieces of files of these imports. */
    public static ImportPart part(String imports) {
        return new ImportPart(imports + "_file", "place", PIECES_DELETED);
    }

    /** Deletes the file, some pieces in each transaction. */
    public void delete(Database database, long importId) {
        part.delete(database, importId);
    }

    private int insert(Handle transaction, long importId, int from, byte[] bytes) {
        int place = from;
        for (int start = 0; start < bytes.length; start += PIECE) {
            byte[] piece = Arrays.copyOfRange(bytes, start, Math.min(bytes.length, start + PIECE));
            transaction.execute(insert, importId, place++, piece);
        }
        return place;
    }

    private Optional<byte[]> piece(Handle handle, long importId, int place) {
        return handle.createQuery(read)
                .bind(0, importId)
                .bind(1, place)
                .map((row, context) -> row.getBytes("content"))
                .findOne();
    }
}
