// Opens the site: node browser.mjs URL FOLDER. Prints what it saw as JSON; screenshots go into the folder.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

// The libraries and the fonts that come with the browser are used, so that the machine needs none; it is unpacked beside its package.
const unpacked = join(import.meta.dirname, "node_modules", ".chromium");
mkdirSync(unpacked, { recursive: true });
process.env.TMPDIR = unpacked;
// Its own settings name folders of another machine; where there is no font at all, the browser ends.
process.env.FONTCONFIG_FILE = join(unpacked, "fonts.conf");
const fonts = join(unpacked, "fonts");
writeFileSync(process.env.FONTCONFIG_FILE, `<fontconfig><dir>${fonts}</dir><cachedir>${fonts}-cache</cachedir></fontconfig>`);
process.env.AWS_LAMBDA_JS_RUNTIME = "nodejs22.x";
const { default: chromium } = await import("@sparticuz/chromium");
const { default: puppeteer } = await import("puppeteer-core");

const [url, folder] = process.argv.slice(2);
const executablePath = await chromium.executablePath();
const browser = await puppeteer.launch({ executablePath, args: chromium.args, headless: "shell", defaultViewport: { width: 1300, height: 900 } });
const page = await browser.newPage();
const problems = [];
page.on("console", (message) => ["error", "warn"].includes(message.type()) && problems.push(message.text()));
page.on("pageerror", (error) => problems.push(String(error)));
page.on("requestfailed", (request) => problems.push(`${request.url()}: ${request.failure()?.errorText}`));
page.on("response", (response) => response.status() >= 400 && problems.push(`${response.url()}: ${response.status()}`));
page.on("request", (request) => request.url().startsWith(url) || request.url().startsWith("data:") || problems.push(`${request.url()}: elsewhere`));

const open = (path) => page.goto(url + path, { waitUntil: "networkidle0" });
const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const picture = (name) => page.screenshot({ path: join(folder, `${name}.png`) });
const seen = { problems };

for (const scheme of ["light", "dark"]) {
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  await open("index.html");
  seen[scheme] = await background();
  await picture(`start-${scheme}`);
}
await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "light" }]);
seen.toggled = [];
for (let press = 0; press < 3; press++) {
  await page.evaluate(() => [...document.querySelectorAll("button.theme-toggle")].at(-1).click());
  seen.toggled.push(await page.evaluate(() => document.body.dataset.theme));
}

// The tab of the other form, and the button that copies what is shown.
await page.evaluate(() => localStorage.clear());
await open("index.html");
const tabs = await page.$$(".tab-set > .tab-label");
seen.tabs = await Promise.all(tabs.map((tab) => tab.evaluate((label) => label.textContent)));
await tabs[1].click();
seen.async = await page.$$eval(".tab-set > .tab-content", (contents) => contents.map((content) => getComputedStyle(content).display));
await browser.defaultBrowserContext().overridePermissions(new URL(url).origin, ["clipboard-read", "clipboard-write"]);
await page.evaluate(() => document.querySelectorAll(".highlight-console button.copybtn")[0].click());
seen.copied = await page.evaluate(() => navigator.clipboard.readText());

await page.type("input.sidebar-search", "link_all");
await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
await page.waitForFunction(() => document.querySelector("#search-results li") && !document.querySelector("#search-progress")?.textContent.endsWith("..."), { timeout: 20000 });
seen.found = await page.$$eval("#search-results li > a", (links) => links.map((link) => link.getAttribute("href")));
await picture("search");

await open("ubiops-client/CoreApi.html");
await picture("api");
await open("ica-client/ProjectDataLinkingBatchApi.html#link_all");
seen.jumped = await page.$eval("#link_all", (section) => section.getBoundingClientRect().top);
await picture("method");
await page.setViewport({ width: 390, height: 800 });
await open("ubiops-client/CoreApi.html");
seen.wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
await picture("phone");

await browser.close();
console.log(JSON.stringify(seen));
