/** What may come in as a file: its kind by its content, its size unpacked, its name, and what a virus scanner says of it. */
@NullMarked
package vn.kientao.platform.web.upload;

import org.jspecify.annotations.NullMarked;
