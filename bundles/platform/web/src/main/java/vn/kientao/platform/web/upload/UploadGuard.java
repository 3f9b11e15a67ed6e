package vn.kientao.platform.web.upload;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.kientao.platform.api.web.Upload;
import vn.kientao.platform.api.web.UploadKind;
import vn.kientao.platform.web.http.Refusal;

/** Looks at every file of a form before a handler may read it. */
public final class UploadGuard {
    private final VirusScanner scanner;

    public UploadGuard(VirusScanner scanner) {
        this.scanner = scanner;
    }

    /**
     * Lets a file of these kinds pass that is neither swollen nor infected. An empty file passes: it is a field that
     * nobody filled in, and the handler says so.
     *
     * @throws Refusal 415, 422 or 503
     */
    public void check(Upload upload, Set<UploadKind> kinds) throws IOException {
        if (upload.size() == 0) {
            return;
        }
        Optional<UploadKind> kind = Sniffer.kind(upload);
        if (kind.filter(kinds::contains).isEmpty()) {
            throw new Refusal(415, "unexpected-file", names(kinds));
        }
        Unpacking.check(upload, kind.get());
        scanner.check(upload);
    }

    private static String names(Set<UploadKind> kinds) {
        return kinds.stream().map(Enum::name).sorted().collect(Collectors.joining(", "));
    }
}
