package vn.kientao.platform.testing;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import vn.kientao.platform.api.web.Upload;

/** An uploaded file made up by a test. */
public final class FakeUpload implements Upload {
    private final String name;
    private final byte[] content;

    public FakeUpload(String name, byte[] content) {
        this.name = name;
        this.content = content.clone();
    }

    /** A text file in UTF-8. */
    public static FakeUpload text(String name, String content) {
        return new FakeUpload(name, content.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long size() {
        return content.length;
    }

    @Override
    public InputStream open() {
        return new ByteArrayInputStream(content);
    }
}
