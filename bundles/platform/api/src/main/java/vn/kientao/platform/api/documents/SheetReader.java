package vn.kientao.platform.api.documents;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Gives the rows of a sheet one after the other. */
@ProviderType
public interface SheetReader extends Closeable {

    /**
     * The next row that is not blank; empty behind the last.
     *
     * @throws SheetRefusedException when the file is broken from here on, or more than its limits allow
     */
    Optional<SheetRow> next() throws IOException;

    @Override
    void close() throws IOException;
}
