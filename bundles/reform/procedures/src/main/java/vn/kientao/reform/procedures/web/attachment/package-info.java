/** Pages for the files of a dossier, with a preview that opens no file in the browser. */
@NullMarked
package vn.kientao.reform.procedures.web.attachment;

import org.jspecify.annotations.NullMarked;
