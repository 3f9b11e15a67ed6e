package vn.kientao.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import vn.kientao.itests.product.Await;
import vn.kientao.itests.product.Distribution;
import vn.kientao.itests.product.Options;
import vn.kientao.itests.product.ProductFiles;

/** Real records of the national procedures database, imported into the running product from its shell. */
class NationalImportIT {
    private static final Path SAMPLE =
            ProductFiles.root().resolveSibling("shared/data/national-procedures-sample.jsonl");

    @RegisterExtension
    static final Distribution distribution = Distribution.own(Options.empty("import"));

    @Test
    void everyRecordOfTheSampleIsImportedOnceAndFound() throws Exception {
        assumeTrue(Files.exists(SAMPLE), "the sample of national records is not beside the project");
        var console = distribution.product().console();
        // The shell looks for the verbs of modules from time to time, so they may come a moment after the pages.
        Await.until(
                "the verbs of the module in the shell",
                Duration.ofSeconds(30),
                () -> !console.run("procedure:list").contains("not found"));

        String tried = console.run("procedure:import " + SAMPLE);
        assertThat(tried).contains("441");
        assertThat(page("/public/procedures?q=dat+dai")).doesNotContain("kt-result\"");

        String imported = console.run("procedure:import " + SAMPLE + " --commit");
        assertThat(imported).contains("441");
        assertThat(page("/public/procedures?q=dat+dai")).contains("Đất đai");

        String again = console.run("procedure:import " + SAMPLE + " --commit");
        assertThat(again).contains("441").isNotEqualTo(imported);
    }

    private static String page(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(distribution.product().http().resolve(path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
