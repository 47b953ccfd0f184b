// A client that is older than the server asks for chunks that are gone: it falls back to an ordinary load of the page.
import { TABS } from "../support/routes.ts";
import { expect, hydrated, test } from "../support/test.ts";

/** Any part of the client but the one that begins. */
const CHUNK = /\/pkg\/(?!.*\/atout\.wasm$).*\.wasm$/;

test("a page whose chunk is missing is loaded by its address @hydrated", async ({ page, enter, open, words, journal }) => {
  journal.announce(404, CHUNK);
  await enter("lumiere", "global-admin");
  await open("/benefits/software?sort=product");
  let isOld = true;
  page.on("request", (request) => {
    isOld &&= !request.isNavigationRequest();
  });
  await page.route(CHUNK, (route) => (isOld ? route.fulfill({ status: 404 }) : route.continue()));
  await page.evaluate(() => Object.assign(window, { isFirstDocument: true }));
  const tabs = page.getByRole("navigation", { name: words("benefits-tabs-label") });
  const [path, name] = TABS[1];
  await tabs.getByRole("link", { name: words(name) }).click();
  await expect(page).toHaveTitle(words("shell-title-page", { page: words(name) }));
  await expect(page).toHaveURL(`/benefits/${path}`);
  await hydrated(page);
  expect(await page.evaluate(() => "isFirstDocument" in window), "the document is a new one").toBe(false);
  await page.goBack();
  await expect(page).toHaveURL("/benefits/software?sort=product");
});

test("a first page whose chunk is missing stays as the server wrote it, and works @hydrated", async ({ page, enter, journal, words }) => {
  journal.announce(404, CHUNK);
  await enter("lumiere", "global-admin");
  await page.route(CHUNK, (route) => route.fulfill({ status: 404 }));
  const missing = page.waitForResponse((answer) => CHUNK.test(answer.url()) && answer.status() === 404);
  await page.goto("/benefits/software");
  await missing;
  await page.getByRole("searchbox", { name: words("benefits-filter-search") }).fill("Exchange");
  await page.getByRole("searchbox").press("Enter");
  await expect(page).toHaveURL(/[?&]q=Exchange/);
  await expect(page.locator("tr[id^=row-]").first()).toContainText("Exchange");
});
