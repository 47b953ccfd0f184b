// A client that is older than the server asks for chunks that are gone, and would misread what it is answered: it falls
// back to an ordinary load of the page.
import type { Page } from "@playwright/test";

import { OFFERS, heard, options, rowsWith, unfold } from "../support/benefits.ts";
import { TABS } from "../support/routes.ts";
import { expect, hydrated, test } from "../support/test.ts";

const PERSON = "Zsófia Keller";
/** What the client calls. */
const CALL = /\/(api|act)\//;
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

/** Lets the client of the document that is open, and of no later one, seem to be of another build. */
async function age(page: Page): Promise<void> {
  let isOld = true;
  page.on("request", (request) => {
    isOld &&= !request.isNavigationRequest();
  });
  await page.route(CALL, (route) => {
    const headers = route.request().headers();
    return route.continue(isOld && "atout-client" in headers ? { headers: { ...headers, "atout-client": "older" } } : {});
  });
  await page.evaluate(() => Object.assign(window, { isFirstDocument: true }));
}

test("a page whose client reads of an older build is loaded by its address @hydrated", async ({ page, enter, open, words, journal }) => {
  journal.announce(412, CALL);
  await enter("lumiere", "global-admin");
  await open("/benefits/software");
  await age(page);
  await page.getByRole("searchbox", { name: words("benefits-filter-search") }).fill("Exchange");
  await page.getByRole("searchbox").press("Enter");
  await expect(page).toHaveURL(/[?&]q=Exchange/);
  // The document is a new one.
  await page.waitForFunction(() => !("isFirstDocument" in window));
  await hydrated(page);
  await expect(page.locator("tr[id^=row-]").first()).toContainText("Exchange");
});

test.describe("what an older client is asked to do", () => {
  test.use({ changes: true });

  test("is done once, as by a plain form @hydrated", async ({ page, enter, open, words, pick, journal }) => {
    journal.announce(412, CALL);
    await enter("lumiere", "global-admin");
    await open("/benefits/visual-studio");
    const detail = await unfold(page, rowsWith(page, pick(OFFERS.cloudProductivity)));
    await page.getByLabel(words("visual-studio-picker-label"), { exact: true }).fill("zsofia keller");
    const person = options(page, PERSON);
    await person.waitFor();
    await age(page);
    const answers: number[] = [];
    page.on("response", (answer) => answer.url().includes("/act/") && answers.push(answer.status()));
    await person.click();
    await heard(page, words("outcomes-seat-assigned", { name: PERSON }));
    await expect(detail.getByRole("rowheader", { name: PERSON })).toHaveCount(1);
    expect(answers).toEqual([412, 303]);
  });

  test("is undone once, as by a plain form @hydrated", async ({ page, enter, open, words, pick, journal }) => {
    journal.announce(412, CALL);
    await enter("lumiere", "global-admin");
    await open("/benefits/visual-studio");
    const detail = await unfold(page, rowsWith(page, pick(OFFERS.cloudProductivity)));
    await page.getByLabel(words("visual-studio-picker-label"), { exact: true }).fill("zsofia keller");
    await options(page, PERSON).click();
    await expect(detail.getByRole("rowheader", { name: PERSON })).toHaveCount(1);
    await age(page);
    await page.getByRole("button", { name: words("outcomes-seat-assigned.undo") }).click();
    await heard(page, words("outcomes-change-undone"));
    await expect(page.getByRole("rowheader", { name: PERSON })).toHaveCount(0);
  });
});
