package vn.kientao.platform.documents.sheets;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.osgi.service.component.annotations.Component;
import vn.kientao.platform.api.documents.SheetFormat;
import vn.kientao.platform.api.documents.SheetLayout;
import vn.kientao.platform.api.documents.SheetLimits;
import vn.kientao.platform.api.documents.SheetReader;
import vn.kientao.platform.api.documents.SheetWriter;
import vn.kientao.platform.api.documents.Sheets;

/** Writes and reads sheets with what this bundle holds. */
@Component
public final class SheetService implements Sheets {
    private static final int SIGNATURE = 4;

    @Override
    public SheetWriter write(SheetFormat format, OutputStream out, SheetLayout layout) throws IOException {
        return switch (format) {
            case XLSX -> new XlsxWriter(out, layout);
            case CSV -> new CsvWriter(out, layout);
        };
    }

    @Override
    public SheetReader read(InputStream in, SheetLimits limits) throws IOException {
        InputStream buffered = new BufferedInputStream(in);
        buffered.mark(SIGNATURE);
        byte[] start = buffered.readNBytes(SIGNATURE);
        buffered.reset();
        boolean archive =
                start.length == SIGNATURE && start[0] == 'P' && start[1] == 'K' && start[2] == 3 && start[3] == 4;
        return archive ? XlsxReader.open(buffered, limits) : new CsvReader(buffered, limits);
    }
}
