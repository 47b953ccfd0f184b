// What a browser still has after somebody has signed out: nothing that could be read, by going back or by looking for it.
import type { BrowserContext, Page } from "@playwright/test";

import { NAMES } from "../support/people.ts";
import { PAGES } from "../support/routes.ts";
import { expect, test } from "../support/test.ts";
import type { Words } from "../support/words.ts";

const PERSON = NAMES.lumiere["global-admin"];
/** What is about the browser, and about nobody. */
const OF_THE_BROWSER = ["atout-language", "atout-theme"];

test.use({ changes: true });
test.beforeEach(({ enter }) => enter("lumiere", "global-admin"));

test("nothing is kept in the browser, and going back shows nobody's page", async ({ page, context, open, words }) => {
  const seen = PAGES.filter(({ isPrivate }) => isPrivate).slice(0, 4);
  for (const { path } of seen) {
    await open(path);
    await expect(page.getByRole("banner")).toContainText(PERSON);
  }
  await signOut(page, words);
  expect(await kept(page, context)).toEqual([]);
  for (const { path } of seen.toReversed()) {
    await page.goBack();
    await expect(page.getByText(PERSON, { exact: true }), path).toHaveCount(0);
    await expect(page).toHaveURL(/\/sign-in/);
  }
});

test("nothing of a page is kept while one is signed in either @hydrated", async ({ page, context, open }) => {
  for (const { path, isPrivate } of PAGES) {
    await (isPrivate ? open(path) : undefined);
  }
  expect(await kept(page, context)).toEqual(["cookie atout-session"]);
});

async function signOut(page: Page, words: Words): Promise<void> {
  await page.locator("summary", { hasText: words("shell-account-signed-in", { name: PERSON }) }).click();
  await page.getByRole("button", { name: words("shell-sign-out-button"), exact: true }).click();
  await expect(page).toHaveURL(/\/sign-in/);
}

/** Whatever the browser has kept of the site, by where it is. */
async function kept(page: Page, context: BrowserContext): Promise<string[]> {
  const stored = await page.evaluate(async () => [
    ...Object.keys(localStorage).map((name) => `local ${name}`),
    ...Object.keys(sessionStorage).map((name) => `session ${name}`),
    ...(await indexedDB.databases()).map(({ name }) => `database ${name ?? ""}`),
    ...(await caches.keys()).map((name) => `cache ${name}`),
    ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => `worker ${scope}`),
  ]);
  const cookies = (await context.cookies()).map(({ name }) => name).filter((name) => !OF_THE_BROWSER.includes(name));
  return [...stored, ...cookies.map((name) => `cookie ${name}`)];
}
