package vn.kientao.platform.api.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.osgi.annotation.versioning.ProviderType;

/** Writes and reads sheets as streams, in little memory whatever their length. */
@ProviderType
public interface Sheets {

    /**
     * Begins a sheet: the heading, the header row, then what the caller adds. Texts are put into NFC, and one that a
     * spreadsheet would take for a formula stays text: marked as such in XLSX, behind an apostrophe in CSV.
     */
    SheetWriter write(SheetFormat format, OutputStream out, SheetLayout layout) throws IOException;

    /**
     * Reads XLSX (its first visible sheet) or CSV (UTF-8; comma, semicolon or tab); the content says which it is. A formula
     * counts as the value that was last computed, and an apostrophe that {@link #write} put before a text is taken off.
     *
     * @throws SheetRefusedException when it is neither, broken, or more than the limits allow; the reason names the limit
     */
    SheetReader read(InputStream in, SheetLimits limits) throws IOException;
}
