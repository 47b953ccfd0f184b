// The page of all seats: found by person, pool and state, sorted, paged; each row leads to its pool.
import type { Locator } from "@playwright/test";

import { GOLD, OFFERS, arrow, rowsWith } from "../support/benefits.ts";
import { expect, test } from "../support/test.ts";

/** The row looks otherwise than the others. */
async function isMarked(row: Locator, other: Locator): Promise<void> {
  const background = (of: Locator) => of.locator("th").evaluate((cell) => getComputedStyle(cell).backgroundColor);
  expect(await background(row), "the row is marked").not.toBe(await background(other));
}

test.beforeEach(({ enter }) => enter("lumiere", "global-admin"));

test("fifty seats a page, and the way to the next", async ({ page, open, words }) => {
  await open("/benefits/visual-studio/seats");
  await expect(page.locator("caption")).toHaveText(words("seats-list-caption", { count: 90, all: 90 }));
  await expect(page.locator("tbody tr")).toHaveCount(50);
  await page.getByRole("link", { name: words("seats-page-next") }).click();
  await expect(page).toHaveURL(/page=2/);
  await expect(page.locator("tbody tr")).toHaveCount(40);
  await expect(page.getByText(words("seats-page-summary", { page: 2, pages: 2 }))).toBeVisible();
  await page.getByRole("link", { name: words("seats-page-previous") }).click();
  await expect(page.locator("tbody tr")).toHaveCount(50);
});

test("a person is found without accents, and a state is filtered", async ({ page, open, words, scripted }) => {
  await open("/benefits/visual-studio/seats");
  await page.getByRole("searchbox").fill("emile haddad");
  await page.getByRole("searchbox").press("Enter");
  await expect(page.locator("tbody tr")).toHaveCount(1);
  await expect(page.getByRole("rowheader", { name: "Émile Haddad" })).toBeVisible();
  await open("/benefits/visual-studio/seats");
  await page.getByLabel(words("seats-filter-state"), { exact: true }).selectOption("free");
  await (scripted ? undefined : page.getByRole("button", { name: words("seats-filter-apply"), exact: true }).click());
  await expect(page).toHaveURL(/state=free/);
  await expect(page.getByRole("rowheader", { name: words("seats-list-nobody") })).toHaveCount(49);
  await page.reload();
  await expect(page.getByLabel(words("seats-filter-state"), { exact: true })).toHaveValue("free");
});

test("nobody matches: the filters can be cleared", async ({ page, open, words }) => {
  await open("/benefits/visual-studio/seats?q=personne-de-ce-nom");
  await expect(page.getByText(words("seats-no-match-title"))).toBeVisible();
  await page.getByRole("link", { name: words("seats-filter-clear") }).click();
  await expect(page.locator("tbody tr")).toHaveCount(50);
});

test("a column head sorts", async ({ page, open, words }) => {
  await open("/benefits/visual-studio/seats");
  const head = page.getByRole("columnheader", { name: words("seats-list-since") });
  await head.getByRole("link").click();
  await expect(head).toHaveAttribute("aria-sort", "ascending");
  await expect(page).toHaveURL(/sort=since/);
});

test("a row leads to its seat in the pool", async ({ page, open, words }) => {
  await open("/benefits/visual-studio/seats?q=emile%20haddad");
  await page.locator("tbody").getByRole("link", { name: words("seats-list-open") }).click();
  await expect(page).toHaveURL(/\/benefits\/visual-studio\?open=.*#seat-/);
  const row = page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`);
  await expect(row).toContainText("Émile Haddad");
  await expect(row).toBeInViewport();
  await isMarked(row, page.locator("tr[id^=seat-]").last());
});

test("a row that is reached in place is marked until the page is left @hydrated", async ({ page, open, words, pick }) => {
  await open("/benefits/visual-studio/seats?q=emile%20haddad");
  await page.locator("tbody").getByRole("link", { name: words("seats-list-open") }).click();
  await expect(page.locator("tr[aria-current=true]")).toContainText("Émile Haddad");
  await arrow(rowsWith(page, pick(OFFERS.cloudProductivity))).click();
  await expect(page.locator("tr[aria-current=true]")).toHaveCount(0);
});

test("a core and what is added to it are told apart", async ({ page, open, words, pick }) => {
  await open("/benefits/visual-studio/seats");
  const titles = await page.getByLabel(words("seats-filter-pool"), { exact: true }).getByRole("option").allTextContents();
  expect(new Set(titles).size).toBe(titles.length);
  const core = titles.filter((title) => title.endsWith(` · ${words("terms-type-core")}`));
  expect(core).toEqual([expect.stringContaining(pick(GOLD))]);
});

test("a free seat leads to the line of those that are free", async ({ page, open, words }) => {
  await open("/benefits/visual-studio/seats?state=free");
  await page.locator("tbody").getByRole("link", { name: words("seats-list-open") }).first().click();
  await expect(page).toHaveURL(/#free-/);
  await expect(page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`)).toBeInViewport();
  await expect(page.getByLabel(words("visual-studio-picker-label"), { exact: true })).not.toBeFocused();
});
