// The activity log: read by a company's admins, filtered by its address, taken away as a file that is logged itself.
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";

import { OFFERS, address, daysAfter, heard, options, rowsWith, today, unfold } from "../support/benefits.ts";
import { NAMES } from "../support/people.ts";
import { expect, test } from "../support/test.ts";
import type { Words } from "../support/words.ts";

test.use({ changes: true });

/** The entries of the page. */
const entries = (page: Page) => page.locator("tbody tr");

/** Chooses in the filters, and presses their button. */
async function filter(page: Page, words: Words, choose: () => Promise<unknown>): Promise<void> {
  await choose();
  const url = page.url();
  await page.getByRole("button", { name: words("activity-filter-apply"), exact: true }).click();
  await expect(page).not.toHaveURL(url);
}

/** Takes the file, and reads its lines. */
async function taken(page: Page, words: Words): Promise<{ name: string; lines: string[] }> {
  const arriving = page.waitForEvent("download");
  await page.getByRole("button", { name: words("activity-export-button") }).click();
  const file = await arriving;
  const text = await readFile(await file.path(), "utf8");
  expect(text.startsWith("\u{feff}"), "spreadsheets read it as UTF-8").toBe(true);
  return { name: file.suggestedFilename(), lines: text.slice(1).split("\r\n").slice(0, -1) };
}

test("the newest comes first, fifty on a page, and the way back leads to the same", async ({ page, enter, open, words }) => {
  await enter("lumiere", "global-admin");
  await open("/");
  await page.getByRole("link", { name: words("shell-nav-activity"), exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words("activity-page-title"));
  await expect(entries(page)).toHaveCount(50);
  const first = await entries(page).first().innerText();
  await page.getByRole("link", { name: words("activity-page-older") }).click();
  await expect(page).toHaveURL(/before=\d+/);
  await expect(entries(page).first()).not.toHaveText(first);
  await page.getByRole("link", { name: words("activity-page-newer") }).click();
  await expect(page).toHaveURL(/after=\d+|\/activity$/);
  await expect(entries(page)).toHaveCount(50);
});

test("a seat that was assigned is in it, with how it was before, and leads to its pool", async ({
  page,
  enter,
  open,
  words,
  pick,
  scripted,
}) => {
  await enter("lumiere", "global-admin");
  await open("/benefits/visual-studio");
  await unfold(page, rowsWith(page, pick(OFFERS.cloudProductivity)));
  const picker = page.getByLabel(words("visual-studio-picker-label"), { exact: true });
  await picker.fill("zsofia keller");
  if (scripted) {
    await expect(options(page)).toHaveText([/Zsófia Keller/]);
    await picker.press("Enter");
  } else {
    await page.getByRole("button", { name: words("visual-studio-assign-button"), exact: true }).click();
  }
  await heard(page, words("outcomes-seat-assigned", { name: "Zsófia Keller" }));
  await open("/activity?act=seats");
  const entry = entries(page).first();
  await expect(entry).toContainText(NAMES.lumiere["global-admin"]);
  await expect(entry).toContainText(
    words("activity-list-change", { before: words("terms-seat-free"), after: "Zsófia Keller" }),
  );
  await entry.getByRole("link").click();
  await expect(page).toHaveURL(/\/benefits\/visual-studio\?open=/);
});

test("filters are the address, and a reload keeps them", async ({ page, enter, open, words }) => {
  await enter("lumiere", "global-admin");
  await open("/activity");
  const tomorrow = daysAfter(today("Europe/Paris"), 1);
  await filter(page, words, () => page.getByRole("searchbox").fill("ines delaunay"));
  expect(address(page)).toContain("q=ines");
  await filter(page, words, () => page.getByLabel(words("activity-filter-to"), { exact: true }).fill(tomorrow));
  expect(address(page)).toContain(`to=${tomorrow}`);
  await page.reload();
  await expect(page.getByRole("searchbox")).toHaveValue("ines delaunay");
  await expect(page.getByLabel(words("activity-filter-to"), { exact: true })).toHaveValue(tomorrow);
  await expect(entries(page)).not.toHaveCount(0);
  for (const row of await entries(page).all()) {
    await expect(row).toContainText(NAMES.lumiere["global-admin"]);
  }
  await open(`/activity?from=${tomorrow}`);
  await expect(page.getByText(words("activity-no-match-title"))).toBeVisible();
  await page.getByRole("link", { name: words("activity-filter-clear") }).click();
  await expect(entries(page)).toHaveCount(50);
});

test("sign-ins are left out until they are asked for", async ({ page, enter, open, words, scripted }) => {
  await enter("lumiere", "global-admin");
  await open("/activity");
  const acts = page.getByLabel(words("activity-filter-act"), { exact: true });
  await expect(acts.getByRole("option").first()).toHaveText(words("activity-filter-act.but-sign-ins"));
  await expect(entries(page).first()).not.toContainText(words("activity-log-session-began"));
  await acts.selectOption(words("activity-filter-act.all"));
  await (scripted ? undefined : page.getByRole("button", { name: words("activity-filter-apply"), exact: true }).click());
  await expect(page).toHaveURL(/act=all/);
  await expect(entries(page).first()).toContainText(words("activity-log-session-began"));
});

test("words that are too long are said at their field", async ({ page, enter, open, words, journal }) => {
  journal.announce(422, "/activity");
  await enter("lumiere", "global-admin");
  await open(`/activity?q=${"a".repeat(121)}`);
  await expect(page.getByText(words("errors-field-long", { maximum: 120 }))).toBeVisible();
  await expect(page.getByRole("searchbox")).toHaveAttribute("aria-invalid", "true");
});

test("a day that does not exist is said at its field", async ({ page, enter, open, words, journal }) => {
  journal.announce(422, "/activity");
  await enter("lumiere", "global-admin");
  await open("/activity?from=2026-02-30");
  await expect(page.getByText(words("activity-filter-day-fault"))).toBeVisible();
  await expect(page.getByLabel(words("activity-filter-from"), { exact: true })).toHaveAttribute("aria-invalid", "true");
});

test("the file holds what the filters show, and is logged", async ({ page, enter, open, words, tag }) => {
  await enter("lumiere", "global-admin");
  await open("/activity?act=keys");
  const count = await entries(page).count();
  const file = await taken(page, words);
  expect(file.name).toMatch(/^atout-activity-\d{4}-\d\d-\d\d\.csv$/);
  expect(file.lines.length).toBe(count + 1);
  const separator = tag === "fr-FR" ? ";" : ",";
  expect(file.lines[0]).toContain(`${separator}"${words("activity-list-who")}"${separator}"${words("activity-list-what")}"`);
  expect(address(page)).toBe("/activity?act=keys");
  await open("/activity?act=exports");
  await expect(entries(page)).toHaveCount(1);
  await expect(entries(page)).toContainText(words("activity-log-entries-exported", { count }));
});

test("who may not read it is told who may, and is offered no way to it", async ({ page, enter, open, words, journal }) => {
  journal.announce(403, "/activity");
  await enter("lumiere", "default-user");
  await open("/activity");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(words("errors-forbidden-title"));
  await expect(page.getByRole("main")).toContainText(words("terms-role-account-admin.in-text"));
  await expect(page.getByRole("link", { name: words("shell-nav-activity"), exact: true })).toHaveCount(0);
});

test("what was refused is marked, with the words that were told", async ({ page, enter, open, words, context, server }) => {
  await enter("lumiere", "default-user");
  const answer = await context.request.post(`${server.url}/act/get-keys`, {
    form: { benefit: "018f4e2a-0000-7000-8000-000000000001", once: "refused-and-logged", back: "/" },
    headers: { origin: server.url, accept: "application/json" },
  });
  expect(answer.status()).toBe(403);
  await enter("lumiere", "global-admin");
  await open("/activity?act=refused");
  const entry = entries(page).first();
  await expect(entry).toContainText(words("activity-list-refused"));
  await expect(entry).toContainText(words("activity-log-refused-get-keys"));
  await expect(entry).toContainText(NAMES.lumiere["default-user"]);
  await expect(entry).toContainText(words("terms-role-mpn-partner-admin.in-text"));
});
