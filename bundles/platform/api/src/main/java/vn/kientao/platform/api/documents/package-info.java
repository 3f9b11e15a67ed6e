/**
 * Paper (bản in) and sheets (bảng tính): PDF from XHTML, QR codes, letters as PDF and DOCX, XLSX and CSV
 * written and read as streams.
 */
@NullMarked
@Version("1.2.0")
package vn.kientao.platform.api.documents;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.versioning.Version;
