package vn.kientao.platform.documents.sheets;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import vn.kientao.platform.api.documents.SheetLimits;

/** The parts of a workbook, in a temporary file: they can stand in any order, and the texts are needed before the cells. */
final class XlsxParts implements Closeable {
    private final Path file;
    private final ZipFile zip;
    private final SheetLimits limits;
    private Optional<CappedStream> open = Optional.empty();

    private XlsxParts(Path file, ZipFile zip, SheetLimits limits) {
        this.file = file;
        this.zip = zip;
        this.limits = limits;
    }

    static XlsxParts of(InputStream in, SheetLimits limits) throws IOException {
        Path file = Files.createTempFile("kientao-", ".xlsx");
        try {
            try (var out = Files.newOutputStream(file)) {
                new CappedStream(in, limits.packedBytes(), "packed").transferTo(out);
            }
            return new XlsxParts(file, new ZipFile(file.toFile()), limits);
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            Files.delete(file);
            throw Refusals.broken(0, e);
        } catch (IOException | RuntimeException e) {
            Files.delete(file);
            throw e;
        }
    }

    /** A part, to be read before the next is asked for; empty when the workbook has none of that name. */
    Optional<Markup> part(String name) throws IOException, XMLStreamException {
        long before = open.map(CappedStream::count).orElse(0L);
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return Optional.empty();
        }
        CappedStream part = new CappedStream(zip.getInputStream(entry), limits.unpackedBytes(), before, "unpacked");
        open = Optional.of(part);
        return Optional.of(new Markup(new TagStream(part)));
    }

    @Override
    public void close() throws IOException {
        try {
            zip.close();
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
