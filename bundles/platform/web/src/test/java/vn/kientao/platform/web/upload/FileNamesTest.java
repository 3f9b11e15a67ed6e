package vn.kientao.platform.web.upload;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileNamesTest {

    @Test
    void aNameIsANameAndNotAPath() {
        assertThat(FileNames.harmless("../../etc/passwd")).isEqualTo("passwd");
        assertThat(FileNames.harmless("C:\\Users\\lan\\đơn đề nghị.pdf")).isEqualTo("đơn đề nghị.pdf");
        assertThat(FileNames.harmless("..")).isEmpty();
        assertThat(FileNames.harmless(".htaccess")).isEqualTo("htaccess");
    }

    @Test
    void whatCannotBeSeenOrTurnsTheReadingDirectionIsGone() {
        assertThat(FileNames.harmless("don\u202Efdp.exe")).isEqualTo("donfdp.exe");
        assertThat(FileNames.harmless("a\u200B\u0000\r\nb.pdf")).isEqualTo("ab.pdf");
        assertThat(FileNames.harmless("a\u00A0 b .pdf")).isEqualTo("a b .pdf");
        assertThat(FileNames.harmless("a.pdf. . ")).isEqualTo("a.pdf");
    }

    @Test
    void aLongNameKeepsItsEnding() {
        assertThat(FileNames.harmless("x".repeat(400) + ".xlsx")).hasSize(150).endsWith("x.xlsx");
    }

    @Test
    void theSameNameInAnotherFormIsTheSame() {
        assertThat(FileNames.harmless("\u0110a\u0302\u0301t.pdf")).isEqualTo("Đất.pdf");
    }
}
