// The dashboard answers "what needs me?", and leads there.
import type { Locator, Page } from "@playwright/test";

import { OFFERS, daysAfter, heard, today } from "../support/benefits.ts";
import { NAMES } from "../support/people.ts";
import { expect, test } from "../support/test.ts";
import { day } from "../support/words.ts";

/** The card of a title. */
const card = (page: Page, title: string): Locator =>
  page.locator("main section.card").filter({ has: page.getByRole("heading", { name: title, exact: true }) });

/** Fjord's Silver offer for application development began 380 days ago: so its renewal window is open. */
function endOfWindow(zone: string): string {
  const began = daysAfter(today(zone), -380);
  return daysAfter(`${Number(began.slice(0, 4)) + 1}${began.slice(4).replace("-02-29", "-02-28")}`, 30);
}

test("an offer that ends in nine days is named with its day", async ({ page, enter, open, words, tag }) => {
  await enter("atelier", "global-admin");
  await open("/");
  const ending = card(page, words("dashboard-ending-title"));
  const end = daysAfter(today("Europe/Brussels"), 9);
  await expect(ending).toContainText("Microsoft Action Pack");
  await expect(ending.locator(`time[datetime="${end}"]`)).toHaveText(day(tag, end));
  await expect(ending).toContainText(words("dates-distance-future", { days: 9 }));
});

for (const role of ["global-admin", "mpn-partner-admin", "user-admin", "admin-agent"] as const) {
  test(`an offer to renew waits for the ${role}`, async ({ page, enter, open, words, pick, tag }) => {
    await enter("fjord", role);
    await open("/");
    const waiting = card(page, words("dashboard-waiting-title"));
    await expect(waiting).toContainText(day(tag, endOfWindow("Europe/Oslo")));
    await waiting.getByRole("link", { name: pick(OFFERS.applicationDevelopment) }).click();
    await expect(page).toHaveURL(/\/benefits\/software\?offer=silver-competency/);
  });
}

test("who cannot renew an offer learns who can", async ({ page, enter, open, words, pick }) => {
  await enter("fjord", "default-user");
  await open("/");
  await expect(card(page, words("dashboard-waiting-title"))).not.toContainText(pick(OFFERS.applicationDevelopment));
  await expect(card(page, words("dashboard-ending-title"))).toContainText(NAMES.fjord["global-admin"]);
});

test("what waits for somebody else is not among what waits for whoever assigns", async ({ page, enter, open, words }) => {
  await enter("fjord", "global-admin");
  await open("/");
  await expect(card(page, words("dashboard-waiting-title"))).not.toContainText(NAMES.fjord["default-user"]);
  await page.getByRole("link", { name: words("dashboard-unused-unclaimed", { count: 1 }) }).click();
  await expect(page).toHaveURL(/\/benefits\/visual-studio\/seats\?state=assigned/);
  await expect(page.getByRole("rowheader", { name: NAMES.fjord["default-user"] })).toBeVisible();
});

test("keys that nobody has lead to their row", async ({ page, enter, open, words }) => {
  await enter("lumiere", "global-admin");
  await open("/");
  await card(page, words("dashboard-unused-title")).getByRole("link", { name: "Exchange Server 2019 Standard" }).click();
  await expect(page).toHaveURL(/\/benefits\/software\?open=([\da-f-]+)#row-\1$/);
  await expect(page.getByRole("button", { name: words("software-keys-button") })).toBeVisible();
});

test("seats that nobody has lead to their row", async ({ page, enter, open, words }) => {
  await enter("lumiere", "global-admin");
  await open("/");
  const unused = card(page, words("dashboard-unused-title"));
  await unused.getByRole("link", { name: "Visual Studio Enterprise" }).first().click();
  await expect(page).toHaveURL(/\/benefits\/visual-studio\?open=([\da-f-]+)#row-\1$/);
  await expect(page.getByRole("heading", { name: words("visual-studio-ledger-title") })).toBeVisible();
});

test("who gets keys and does not assign sees no seats, but who assigns them", async ({ page, enter, open, words }) => {
  await enter("lumiere", "mpn-partner-admin");
  await open("/");
  const unused = card(page, words("dashboard-unused-title"));
  await expect(unused.locator("a[href^='/benefits/software']").first()).toBeVisible();
  await expect(unused.locator("a[href^='/benefits/visual-studio']")).toHaveCount(0);
  await expect(unused).toContainText(NAMES.lumiere["global-admin"]);
});

test("the rest of what nobody has is a link to each tab that has some", async ({ page, enter, open, words }) => {
  await enter("lumiere", "global-admin");
  await open("/");
  const more = card(page, words("dashboard-unused-title")).locator("> a[href*='state=never-used']");
  const [name = ""] = (await more.innerText()).split(/\s*:/);
  expect(name).toBe(words("terms-family-software"));
  await more.click();
  await expect(page).toHaveURL(/\/benefits\/software\?state=never-used/);
});

test.describe("what is one's own", () => {
  test.use({ changes: true });

  test("a default user confirms a seat that waits", async ({ page, enter, open, words }) => {
    await enter("lumiere", "default-user");
    await open("/");
    await expect(page.getByRole("heading", { name: words("dashboard-unused-title") })).toHaveCount(0);
    await page.getByRole("button", { name: words("dashboard-waiting-confirm") }).click();
    await heard(page, words("outcomes-seat-activated", { name: "Nadia Benali" }));
    await expect(page.getByRole("main")).toContainText(words("terms-seat-activated"));
    await expect(page.getByRole("button", { name: words("dashboard-waiting-confirm") })).toHaveCount(0);
  });
});
