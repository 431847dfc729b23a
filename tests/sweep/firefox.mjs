// Five scenarios of the reader in Firefox, by WebDriver BiDi: `node firefox.mjs SITE ARTICLE VOICES.js FIREFOX` prints a JSON list
// of [name, "" or what went wrong]. Nothing here is served to anybody.

import { readFileSync } from "node:fs";
import { inflateSync } from "node:zlib";
import puppeteer from "puppeteer-core";

const [site, article, voices, executablePath] = process.argv.slice(2);
const browser = await puppeteer.launch({ browser: "firefox", executablePath, headless: true });

function expect(truth, words) {
  if (!truth) throw new Error(words);
}

async function fresh() {
  const context = await browser.createBrowserContext();
  return context.newPage();
}

const pressed = (page, words) =>
  page.evaluate((name) => [...document.querySelectorAll("button")].find((one) => one.textContent.trim() === name).click(), words);
const look = (page, property) => page.evaluate((name) => getComputedStyle(document.body)[name], property);

const scenarios = {
  async sizes() {
    const page = await fresh();
    await page.goto(site + article);
    const before = parseFloat(await look(page, "fontSize"));
    await pressed(page, "Chữ to");
    const after = parseFloat(await look(page, "fontSize"));
    expect(after > before, `letters did not grow: ${before} to ${after}`);
    await page.goto(`${site}/`);
    expect(parseFloat(await look(page, "fontSize")) === after, "the next page forgot the size");
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "the page is wider than its window");
  },

  async themes() {
    const page = await fresh();
    await page.goto(site + article);
    const seen = new Set();
    for (const theme of ["light", "paper", "dark", "contrast"]) {
      await page.evaluate((value) => document.querySelector(`[name=theme][value="${value}"]`).click(), theme);
      seen.add(await look(page, "backgroundColor"));
    }
    expect(seen.size === 4, `four themes gave ${seen.size} colours`);
  },

  // A browser of its own: what Firefox runs without scripts cannot be asked by scripts either, so the picture is looked at.
  async "no JavaScript"() {
    const plain = await puppeteer.launch({
      browser: "firefox",
      executablePath,
      headless: true,
      extraPrefsFirefox: { "javascript.enabled": false },
    });
    try {
      const page = await plain.newPage();
      await page.goto(site + article);
      const light = await colourAt(page, 3, 300);
      expect(light === "255,255,255", `without a choice the page is ${light}`);
      await plain.setCookie({ name: "reader", value: "theme.dark", domain: new URL(site).hostname, path: "/" });
      await page.goto(site + article);
      const dark = await colourAt(page, 3, 300);
      expect(dark === "18,18,18", `the saved theme is not shown without a script: ${dark}`);
    } finally {
      await plain.close();
    }
  },

  async highlight() {
    const page = await speaking();
    await pressed(page, "Nghe bài viết");
    await page.waitForFunction(() => CSS.highlights.get("sentence")?.size);
    const lit = await page.evaluate(() => [...CSS.highlights.get("sentence")][0].toString());
    expect(lit.length > 5, "no sentence is lit");
  },

  async player() {
    const page = await speaking();
    await pressed(page, "Nghe bài viết");
    await page.waitForSelector(".player");
    await pressed(page, "Câu sau");
    await page.waitForFunction(() => window.spoken.length === 2);
    await page.evaluate(() => document.querySelector("[data-player=toggle]").click());
    expect((await page.evaluate(() => window.cancelled)) > 0, "a pause did not silence the voice");
    await page.evaluate(() => document.querySelector("[data-player=stop]").click());
    expect(!(await page.$(".player")), "the player stayed");
  },
};

// Of one pixel of the window. A PNG of one pixel is a filter byte and its channels, packed.
async function colourAt(page, x, y) {
  const png = Buffer.from(await page.screenshot({ clip: { x, y, width: 1, height: 1 } }));
  const parts = [];
  for (let place = 8; place < png.length; place += 12 + png.readUInt32BE(place)) {
    const length = png.readUInt32BE(place);
    if (png.toString("latin1", place + 4, place + 8) === "IDAT") parts.push(png.subarray(place + 8, place + 8 + length));
  }
  return [...inflateSync(Buffer.concat(parts)).subarray(1, 4)].join();
}

async function speaking() {
  const page = await fresh();
  await page.evaluateOnNewDocument(`window.voicePlan = { hold: true };${readFileSync(voices, "utf8")}`);
  await page.goto(site + article);
  return page;
}

const told = [];
for (const [name, run] of Object.entries(scenarios)) {
  try {
    await run();
    told.push([name, ""]);
  } catch (error) {
    told.push([name, String(error.message ?? error)]);
  }
}
await browser.close();
console.log(JSON.stringify(told));
