package vn.kientao.platform.web.visit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.commons.fileupload.FileItem;
import vn.kientao.platform.api.web.Upload;
import vn.kientao.platform.web.upload.FileNames;

/** An uploaded file; a large one lies on the disk until the request ends. */
final class StoredUpload implements Upload {
    private final FileItem item;

    StoredUpload(FileItem item) {
        this.item = item;
    }

    @Override
    public String name() {
        return FileNames.harmless(item.getName() == null ? "" : item.getName());
    }

    @Override
    public long size() {
        return item.getSize();
    }

    @Override
    public InputStream open() {
        try {
            return item.getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read upload " + name(), e);
        }
    }
}
