/** Reading files of a source: from a folder, or over HTTP, with limits. */
@NullMarked
package vn.kientao.platform.repository.fetch;

import org.jspecify.annotations.NullMarked;
