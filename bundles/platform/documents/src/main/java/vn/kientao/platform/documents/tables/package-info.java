/** Tables as files: sheets to count on with, paper to sign. */
@NullMarked
package vn.kientao.platform.documents.tables;

import org.jspecify.annotations.NullMarked;
