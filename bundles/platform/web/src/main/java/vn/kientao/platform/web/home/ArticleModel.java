package vn.kientao.platform.web.home;

import java.util.List;
import java.util.stream.IntStream;
import vn.kientao.platform.api.web.Page;

/** A page of plain words: heading and paragraphs from the text files, {@code <name>.1}, {@code <name>.2} … */
public record ArticleModel(Page page, String name) {

    public String title() {
        return page.text(name + ".title");
    }

    public List<String> paragraphs() {
        int count = Integer.parseInt(page.text(name + ".paragraphs"));
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> page.text(name + "." + number))
                .toList();
    }
}
