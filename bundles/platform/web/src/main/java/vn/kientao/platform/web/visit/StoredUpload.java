package vn.kientao.platform.web.visit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.commons.fileupload.FileItem;
import vn.kientao.platform.api.text.Folding;
import vn.kientao.platform.api.web.Upload;

/** An uploaded file; a large one lies on the disk until the request ends. */
final class StoredUpload implements Upload {
    private final FileItem item;

    StoredUpload(FileItem item) {
        this.item = item;
    }

    @Override
    public String name() {
        String sent = Folding.nfc(item.getName() == null ? "" : item.getName()).replace('\\', '/');
        return sent.substring(sent.lastIndexOf('/') + 1).strip();
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
