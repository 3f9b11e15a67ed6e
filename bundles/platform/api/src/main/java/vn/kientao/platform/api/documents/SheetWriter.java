package vn.kientao.platform.api.documents;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Takes the rows of a sheet one after the other and keeps none of them. */
@ProviderType
public interface SheetWriter extends Closeable {

    void row(List<SheetCell> cells) throws IOException;

    /**
     * Begins a further sheet of the workbook; what is added from now on stands there.
     *
     * @throws UnsupportedOperationException in CSV, which has one sheet
     */
    void sheet(SheetLayout layout) throws IOException;

    /** Writes the end of the file; leaves the stream open. */
    @Override
    void close() throws IOException;
}
