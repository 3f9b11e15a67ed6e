/** Takes petitions in, counts their deadlines, and leads them to an answer that the sender and everybody may read. */
@NullMarked
package vn.kientao.reform.procedures.app.petition;

import org.jspecify.annotations.NullMarked;
