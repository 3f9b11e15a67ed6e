package vn.kientao.platform.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PdfPagesTest {
    private final PdfPages pages = new PdfPages();
    private final byte[] twoPages = new PaperService().pdf("""
            <html><head><style>@page { size: A4 } p { page-break-after: always; background: black; height: 100mm }</style>
            </head><body><p>Hồ sơ</p><div>Trang hai</div></body></html>
            """);

    @Test
    void drawsEachPageNoLargerThanNeeded() throws IOException {
        assertThat(pages.pages(twoPages)).isEqualTo(2);
        BufferedImage first = ImageIO.read(new ByteArrayInputStream(pages.page(twoPages, 1)));

        assertThat(first.getHeight()).isBetween(1390, 1400);
        assertThat(first.getWidth()).isBetween(980, 1000);
        assertThat(first.getRGB(500, 300) & 0xffffff).isZero();
    }

    @Test
    void refusesWhatIsNoPdfAndPagesThatAreNotThere() {
        byte[] broken = "%PDF-1.7 nothing".getBytes(StandardCharsets.US_ASCII);

        assertThatThrownBy(() -> pages.pages(broken)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> pages.page(twoPages, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 to 2");
    }
}
