/**
 * Answers on their way out: pages in the platform's layout, redirects with a sentence for the next page, JSON, files,
 * and problems in words.
 */
@NullMarked
package vn.kientao.platform.web.reply;

import org.jspecify.annotations.NullMarked;
