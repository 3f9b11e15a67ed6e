package vn.kientao.platform.api.documents;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Pictures of the pages of a PDF that came in, so that a browser can show it without opening the file itself: whatever the
 * file carries beside what is to be seen (scripts, links, attachments) stays behind.
 */
@ProviderType
public interface PageImages {

    /**
     * How many pages the file has.
     *
     * @throws IllegalArgumentException when it cannot be read, is locked by a password or would take too much to draw
     */
    int pages(byte[] pdf);

    /**
     * A page as PNG, its longer side at most 1,400 pixels.
     *
     * @param number from 1
     * @throws IllegalArgumentException when there is no such page, or as of {@link #pages}
     */
    byte[] page(byte[] pdf, int number);
}
