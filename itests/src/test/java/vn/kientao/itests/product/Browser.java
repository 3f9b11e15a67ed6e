package vn.kientao.itests.product;

import static java.util.Objects.requireNonNull;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.opentest4j.TestAbortedException;

/**
 * A headless Chromium with a profile of its own. Where none is installed the test is skipped and says so, except in
 * continuous integration, where it fails.
 */
public final class Browser implements AutoCloseable {

    /** A desk computer and the narrowest phone that the pages are made for. */
    public static final int DESKTOP = 1280;

    public static final int PHONE = 360;

    private static final int HEIGHT = 900;
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    /** Selenium's own pause is half a second. */
    private static final Duration PAUSE = Duration.ofMillis(50);

    private static final List<String> BROWSERS = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser");
    private static final List<String> DRIVERS =
            List.of("/usr/bin/chromedriver", "/usr/lib/chromium-browser/chromedriver");

    private final ChromeDriver driver;
    private final URI base;
    private final Path profile;
    private int width;

    private Browser(ChromeDriver driver, URI base, Path profile) {
        this.driver = driver;
        this.base = base;
        this.profile = profile;
    }

    /** Opens a browser, {@code width} pixels wide and speaking Vietnamese; addresses are relative to {@code base}. */
    public static Browser open(URI base, int width) {
        return open(base, width, "vi");
    }

    public static Browser open(URI base, int width, String language) {
        try {
            Path profile = Files.createTempDirectory("kientao-browser");
            var options = new ChromeOptions();
            options.setBinary(find(BROWSERS, "Chromium"));
            options.addArguments(
                    "--headless=new",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--disable-dev-shm-usage",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--hide-scrollbars",
                    "--force-prefers-reduced-motion",
                    "--lang=" + language,
                    "--accept-lang=" + language,
                    "--window-size=" + Math.max(width, 500) + "," + HEIGHT,
                    "--user-data-dir=" + profile);
            var service = new ChromeDriverService.Builder()
                    .usingDriverExecutable(new File(find(DRIVERS, "chromedriver")))
                    .build();
            var browser = new Browser(new ChromeDriver(service, options), base, profile);
            browser.width(width);
            return browser;
        } catch (IOException e) {
            throw new UncheckedIOException("No folder for the browser's profile", e);
        }
    }

    /** Whether the page is as wide as on a desk. */
    public boolean wide() {
        return width >= DESKTOP;
    }

    /** Makes the page {@code pixels} wide; narrower than a window can be, too. */
    public void width(int pixels) {
        width = pixels;
        driver.manage().window().setSize(new Dimension(Math.max(pixels, 500), HEIGHT));
        layOut(pixels);
    }

    private void layOut(int pixels) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", pixels, "height", HEIGHT, "deviceScaleFactor", 1, "mobile", pixels < 500));
    }

    /** Goes to {@code path} and returns when the page is loaded. */
    public Browser go(String path) {
        driver.get(base.resolve(path).toString());
        return this;
    }

    /** The first element that the selector names; waits for it. */
    public WebElement find(String css) {
        return new WebDriverWait(driver, PATIENCE, PAUSE)
                .withMessage(() -> css + " on " + driver.getCurrentUrl())
                .until(any -> driver.findElements(By.cssSelector(css)).stream()
                        .findFirst()
                        .orElse(null));
    }

    public List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    public Browser type(String css, String text) {
        WebElement field = find(css);
        field.clear();
        field.sendKeys(text);
        return this;
    }

    public Browser click(String css) {
        find(css).click();
        return this;
    }

    /** Unfolds whatever hides what the selector names. */
    public Browser unfold(String css) {
        find(css);
        all("details:not([open]):has(" + css + ") > summary").forEach(WebElement::click);
        return this;
    }

    /** The first {@code count} characters of what is downloaded from an address, as the reader of the page. */
    public String download(String address, int count) {
        Object text = driver.executeAsyncScript("""
                const done = arguments[2];
                fetch(arguments[0]).then(answer => answer.text())
                    .then(text => done(text.slice(0, arguments[1])), error => done("" + error));
                """, address, count);
        return String.valueOf(text);
    }

    /** Sends a form that the current page need not have, and returns when the answer is shown. */
    public void post(String path, Map<String, String> fields) {
        WebElement before = find("html");
        driver.executeScript("""
                const form = document.createElement("form");
                form.method = "post";
                form.action = arguments[0];
                const add = (name, value) => {
                    const input = document.createElement("input");
                    input.type = "hidden";
                    input.name = name.trim();
                    input.value = value;
                    form.append(input);
                };
                add("_csrf", document.querySelector("meta[name='csrf-token']").content);
                Object.entries(arguments[1]).forEach(([name, value]) => add(name, value));
                document.body.append(form);
                form.submit();
                """, path, fields);
        waitUntilGone(before, path);
        find("footer");
    }

    /** As a browser that a proxy says to come from {@code address}: what one address may do at once is limited. */
    public Browser from(String address) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand("Network.setExtraHTTPHeaders", Map.of("headers", Map.of("X-Forwarded-For", address)));
        return this;
    }

    /** Presses Enter on what leads to another page, and returns when that one is there. */
    public void press(String css) {
        WebElement before = find("html");
        find(css).sendKeys(Keys.ENTER);
        waitUntilGone(before, css);
    }

    /** A browser that is just leaving a page says now and then that it cannot tell; it is asked again. */
    private void waitUntilGone(WebElement before, String why) {
        new WebDriverWait(driver, PATIENCE, PAUSE)
                .withMessage(() -> why + " on " + driver.getCurrentUrl())
                .ignoring(WebDriverException.class)
                .until(ExpectedConditions.stalenessOf(before));
    }

    /** As a browser in which script is switched off. */
    public void withoutScript() {
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    }

    /** What a reader sees. */
    public String text() {
        return new WebDriverWait(driver, PATIENCE, PAUSE)
                .ignoring(WebDriverException.class)
                .until(any -> find("body").getText());
    }

    public String title() {
        return driver.getTitle();
    }

    /** The path of the current page, with its query. */
    public String path() {
        URI now = URI.create(driver.getCurrentUrl());
        return now.getRawQuery() == null ? now.getRawPath() : now.getRawPath() + "?" + now.getRawQuery();
    }

    /** By how many pixels the page is wider than the window: 0 on a page that nobody has to push sideways. */
    public long overflow() {
        Object pixels = driver.executeScript(
                "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
        return pixels instanceof Number number ? number.longValue() : 0;
    }

    /** As {@link #overflow()}, were the page {@code pixels} wide; it is as wide as before when this returns. */
    public long overflowAt(int pixels) {
        layOut(pixels);
        long overflow = overflow();
        layOut(width);
        return overflow;
    }

    /**
     * What keeps people with disabilities out of the page, as axe-core finds it: rule and places of every serious or
     * critical violation.
     */
    public List<String> barriers() {
        return barriers("html");
    }

    /**
     * As {@link #barriers()}, within what the selector names. Style sheets and media are not fetched for axe-core: only rules
     * about sound that plays by itself, which are neither serious nor critical, and experimental ones ask for them.
     */
    public List<String> barriers(String part) {
        bringAxe();
        Object found = driver.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                axe.run(arguments[0], {resultTypes: ['violations'], preload: false}).then(
                    result => done(result.violations
                        .filter(rule => rule.impact === 'serious' || rule.impact === 'critical')
                        .map(rule => rule.id + ' at ' + rule.nodes.map(node => node.target.join(' ')).join(', '))),
                    error => done(['axe-core failed: ' + error]));
                """, part);
        return found instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : List.of("no answer");
    }

    /** Half a megabyte of script: the browser gets it once and has it in every later page. */
    private void bringAxe() {
        if (!Boolean.TRUE.equals(driver.executeScript("return typeof axe === 'object'"))) {
            driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", Axe.SCRIPT));
            driver.executeScript(Axe.SCRIPT);
        }
    }

    /** The script of axe-core, read once. */
    private static final class Axe {
        static final String SCRIPT = read();

        private Axe() {}

        private static String read() {
            try (InputStream script = Browser.class.getClassLoader().getResourceAsStream("axe.min.js")) {
                return new String(requireNonNull(script, "axe.min.js").readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException("axe-core could not be read", e);
            }
        }
    }

    /** Waits for the pictures in view, and names those that could not be shown. */
    public List<String> brokenPictures() {
        String inView = """
                const seen = [...document.images].filter(one => one.getBoundingClientRect().top < window.innerHeight);
                """;
        new WebDriverWait(driver, PATIENCE, PAUSE)
                .withMessage(() -> "pictures of " + driver.getCurrentUrl())
                .until(any ->
                        Boolean.TRUE.equals(driver.executeScript(inView + "return seen.every(one => one.complete)")));
        Object broken =
                driver.executeScript(inView + "return seen.filter(one => one.naturalWidth === 0).map(one => one.src)");
        return broken instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : List.of("no answer");
    }

    /** What the page complained of: failed loads, refused scripts, errors. */
    public List<String> complaints() {
        return driver.manage().logs().get("browser").getAll().stream()
                .map(Object::toString)
                .toList();
    }

    /** Writes a picture of the window to {@code itests/target/screenshots/<name>.png}. */
    public Path screenshot(String name) {
        try {
            Path folder = Files.createDirectories(ProductFiles.target().resolve("screenshots"));
            return Files.write(folder.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException("Picture " + name + " could not be written", e);
        }
    }

    /** For what this class does not offer. */
    public ChromeDriver driver() {
        return driver;
    }

    @Override
    public void close() {
        try (Closeable tidied = () -> ProductFiles.delete(profile)) {
            driver.quit();
        } catch (IOException e) {
            throw new UncheckedIOException("The browser's profile " + profile + " could not be removed", e);
        }
    }

    private static String find(List<String> places, String what) {
        for (String place : places) {
            if (Files.isExecutable(Path.of(place))) {
                return place;
            }
        }
        String said = what + " is not installed (looked at " + places + ")";
        if ("true".equals(System.getenv("CI"))) {
            throw new AssertionError(said);
        }
        throw new TestAbortedException(said + ": pages are not tried in a browser");
    }
}
